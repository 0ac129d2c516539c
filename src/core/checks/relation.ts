import { keysIn, type Worked } from "../form/Worked";
import { a1, type Position } from "../sheet/Address";
import { contentOf } from "../sheet/Cell";
import { sayFigure, valueIn } from "../figures/figureValue";
import { added, divided, fraction, isWithin, multiplied, roundedUnits, type Fraction } from "../figures/Fraction";
import { decimalsOf } from "../figures/readFigure";
import { meantUnits } from "../figures/Reading";
import { figureOf, holdsAcross, type Figure, type Table } from "../figures/Table";
import { both } from "../words/Phrase";
import type { Balance, CheckMaker, Fact, Suggestion, Verdict } from "./Check";
import { columnName, rowName } from "./columnWords";

/** What it comes to; undefined where a figure is not known, or something is divided by 0. */
function workedOut(formula: Worked, valueOf: (key: string) => Fraction | undefined): Fraction | undefined {
  if (typeof formula === "string") return valueOf(formula);
  if ("constant" in formula) return fraction(formula.constant);
  const isSum = "plus" in formula;
  const [first, second = []] = isSum ? [formula.plus, formula.minus] : [formula.times, formula.over];
  const join = (all: Fraction | undefined, each: Worked, isSecond: boolean): Fraction | undefined => {
    const value = all && workedOut(each, valueOf);
    if (!all || !value) return undefined;
    if (isSum) return added(all, value, isSecond ? -1 : 1);
    return isSecond ? divided(all, value) : multiplied(all, value);
  };
  const upper = first.reduce<Fraction | undefined>((all, each) => join(all, each, false), fraction(isSum ? 0 : 1));
  return second.reduce<Fraction | undefined>((all, each) => join(all, each, true), upper);
}

/** A total with the figures it is worked out from, by their keys. */
interface Item {
  readonly total: Figure;
  readonly figures: ReadonlyMap<string, Figure>;
  /** What they stand beside: the name of their row, or column. */
  readonly name: (language: "vi" | "en") => string;
}

/** Every row, or every column of figures where lines are related, that has all that is needed. */
function* itemsIn(table: Table, total: string, keys: readonly string[], isOfLines: boolean): Iterable<Item> {
  const wanted = [...new Set([total, ...keys])];
  if (isOfLines) {
    const rows = wanted.map((key) => table.rows.find((row) => row.key === key));
    if (rows.some((row) => row === undefined)) return;
    for (const place of table.columns.keys()) {
      const figures = new Map(wanted.map((key, index) => [key, rows[index]!.figures[place]!]));
      yield { total: figures.get(total)!, figures, name: (language) => rowName(rows[0]!, language) };
    }
    return;
  }
  const isAcross = holdsAcross(table);
  for (const row of table.rows) {
    if (!isAcross(row)) continue;
    const figures = new Map(wanted.flatMap((key) => {
      const figure = figureOf(table, row, key);
      return figure ? [[key, figure] as const] : [];
    }));
    if (figures.size === wanted.length) yield { total: figures.get(total)!, figures, name: (language) => rowName(row, language) };
  }
}

/** As a sum that guilty cells can be found by, where it only adds and takes away. */
function balanceOf(check: string, { total, figures }: Item, formula: Worked): Balance | undefined {
  if (typeof formula === "string") return { check, total, parts: [figures.get(formula)!] };
  if (!("plus" in formula)) return undefined;
  const { plus, minus = [] } = formula;
  if (![...plus, ...minus].every((each) => typeof each === "string")) return undefined;
  const of = (keys: readonly Worked[]): readonly Figure[] => keys.map((key) => figures.get(key as string)!);
  return { check, total, parts: of(plus), ...(minus.length > 0 ? { taken: of(minus) } : {}) };
}

/** More digits than figures have: what is that near is the same. */
const MOST_DIGITS = 12;

/** What is worked out exactly; other figures may be rounded to the digits they show. */
const isSumOf = (formula: Worked): boolean => typeof formula === "string" || "constant" in formula || ("plus" in formula && [...formula.plus, ...(formula.minus ?? [])].every(isSumOf));

/** Where a product fails, its total is wrong or either factor: hardly ever is it none of them, though each by itself may be right. */
const MAY_BE_WRONG = 0.02;

/** A figure is what the form prints that it comes to: sums, products, quotients, and whatever is made of them. */
export const relation: CheckMaker<"relation"> = ({ id, total: key, formula, printed, along, rounded }) => {
  const keys = keysIn(formula);
  const isExact = isSumOf(formula);
  const isOfLines = along === "lines";
  const isBalance = isExact && !rounded && (typeof formula === "string" || ("plus" in formula && keys.length === formula.plus.length + (formula.minus ?? []).length));

  /** What the formula comes to with the figures of an item; undefined where one cannot be read. */
  const valueOf = ({ figures }: Item): Fraction | undefined =>
    workedOut(formula, (each) => {
      const { reading, column } = figures.get(each)!;
      const units = meantUnits(reading);
      return units === undefined ? undefined : fraction(units, decimalsOf(column));
    });

  /** What a failing product says of its total, and of each factor that would be a whole number of its units. */
  function* factsOf(item: Item): Iterable<Fact> {
    const [value, stated] = [valueOf(item), meantUnits(item.total.reading)];
    const isProduct = typeof formula === "object" && "times" in formula && !formula.over && formula.times.every((each) => typeof each === "string");
    if (!isProduct || !value || stated === undefined || judgeItem(item).kind !== "fail") return;
    const source = { vi: `phép tính ${printed}`, en: `the relation ${printed}` };
    const decimals = decimalsOf(item.total.column);
    const comes = roundedUnits(value, decimals);
    if (comes !== undefined && isWithin(fraction(comes, decimals), value, decimals, 0)) yield { figure: item.total, count: comes, source, wrong: MAY_BE_WRONG };
    for (const each of keys) {
      const figure = item.figures.get(each)!;
      const quotient = divided(multiplied(fraction(meantUnits(figure.reading)!, decimalsOf(figure.column)), fraction(stated, decimals)), value);
      const count = quotient && roundedUnits(quotient, decimalsOf(figure.column));
      if (count !== undefined && isWithin(fraction(count, decimalsOf(figure.column)), quotient!, MOST_DIGITS, 0)) yield { figure, count, source, wrong: MAY_BE_WRONG };
    }
  }

  function judgeItem(item: Item): Verdict {
    const { total, figures, name } = item;
    const all = [total, ...keys.map((each) => figures.get(each)!)];
    const cells = all.map(({ at }) => at) as [Position, ...Position[]];
    if (all.every(({ reading }) => reading.kind === "blank") || (!isExact && total.reading.kind === "blank")) return { kind: "skip", cells, why: "blank" };
    const stated = meantUnits(total.reading);
    const value = valueOf(item);
    if (stated === undefined || !value) return { kind: "skip", cells, why: "unreadable" };
    const decimals = decimalsOf(total.column);
    const digits = total.reading.kind === "figure" ? Math.min(total.reading.digits ?? decimals, decimals) : decimals;
    // A quotient may be cut off as well as rounded; each part of a rounded sum may be off by half.
    const halves = isExact ? (rounded ? all.length : 0) : 2;
    if (isWithin(fraction(stated, decimals), value, isExact ? decimals : digits, halves)) return { kind: "pass" };
    const right = roundedUnits(value, digits);
    const proper = right === undefined ? undefined : right * 10 ** (decimals - digits);
    const balance = isBalance ? balanceOf(id, item, formula) : undefined;
    const { at, cell, column } = total;
    const phrase = both((language) => {
      const [says, comes] = [stated, proper ?? stated].map((units) => sayFigure(units, column, language));
      return language === "vi"
        ? `${name("vi")}: cột ${columnName(column)} ghi ${says!} (ô ${a1(at)}), tính theo ${printed} được ${comes!}.`
        : `${name("en")}: column ${columnName(column)} says ${says!} (cell ${a1(at)}), ${printed} comes to ${comes!}.`;
    });
    const suggestions: readonly Suggestion[] =
      proper === undefined || cell.formula !== undefined || balance
        ? []
        : [{ changes: [{ at, from: contentOf(cell), to: valueIn(total, proper) }], sure: "possible", why: { vi: `Tính theo ${printed}`, en: `As ${printed} comes to` } }];
    return { kind: "fail", cells: balance ? [balance.total.at] : cells, phrase, suggestions, ...(balance ? { balance } : {}) };
  }

  return {
    role: isBalance ? "sum" : "heard",
    severity: "error",
    title: { vi: `Số liệu đúng với quan hệ in trên biểu: ${printed}`, en: `Figures follow the relation printed: ${printed}` },
    *judge(table) {
      for (const item of itemsIn(table, key, keys, isOfLines)) yield judgeItem(item);
    },
    ...(isBalance
      ? {
          *balances(table: Table) {
            for (const item of itemsIn(table, key, keys, isOfLines)) yield balanceOf(id, item, formula)!;
          },
        }
      : {
          *facts(table: Table) {
            for (const item of itemsIn(table, key, keys, isOfLines)) yield* factsOf(item);
          },
        }),
  };
};
