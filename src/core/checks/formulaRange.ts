import { parseAdditiveFormula, timesAdded, type AdditiveFormula } from "../sheet/additiveFormula";
import { a1, positionKey, type Position } from "../sheet/Address";
import { contentOf, numberValue } from "../sheet/Cell";
import { derivedCells, formulaOf, hasFormulas, type DerivedCell } from "../table/derived";
import { meantCount } from "../table/Reading";
import { lines, type Figure } from "../table/Table";
import type { Phrase } from "../words";
import type { Change, Check, Verdict } from "./Check";

/** Where a formula departs from adding each part once, and nothing else. */
interface Departures {
  /** Parts it does not name, or adds and takes away again. */
  readonly missed: readonly Figure[];
  /** Figures of the table that it adds although they are no part: another total, or itself. */
  readonly surplus: readonly Figure[];
  /** Parts it adds more than once, or takes away. */
  readonly repeated: readonly Figure[];
}

function departures(formula: AdditiveFormula, { parts, figure }: DerivedCell, figures: ReadonlyMap<number, Figure>): Departures {
  const times = parts.map((part) => ({ part, added: timesAdded(formula, part.at) }));
  const own = new Set(parts.map(({ at }) => positionKey(at)));
  const self = positionKey(figure.at);
  const surplus = new Set<Figure>();
  for (const { range } of formula) {
    for (let row = range.top; row <= range.bottom; row++) {
      for (let column = range.left; column <= range.right; column++) {
        const key = positionKey({ row, column });
        const each = own.has(key) ? undefined : figures.get(key);
        if (each && (key === self || (meantCount(each.reading) ?? 0) !== 0)) surplus.add(each);
      }
    }
  }
  return {
    missed: times.filter(({ added }) => added === 0).map(({ part }) => part),
    surplus: [...surplus],
    repeated: times.filter(({ added }) => added !== 0 && added !== 1).map(({ part }) => part),
  };
}

const departs = ({ missed, surplus, repeated }: Departures): boolean => missed.length + surplus.length + repeated.length > 0;

/** Whether it works the cell out of others in its row, as `=C9-G9` does: that may be right, and is not ours to judge. */
function isAnotherWay(formula: AdditiveFormula, ways: readonly DerivedCell[]): boolean {
  const { row } = ways[0]!.figure.at;
  const inRow = formula.every(({ range }) => range.top === row && range.bottom === row);
  return inRow && ways.every(({ parts, figure }) => timesAdded(formula, figure.at) === 0 && parts.every(({ at }) => timesAdded(formula, at) === 0));
}

/** Texts that SUM passes over although they mean a number. */
function skippedTexts(formula: AdditiveFormula, { parts }: DerivedCell): readonly Figure[] {
  const summed = formula.filter((term) => term.summed);
  return parts.filter(
    ({ at, cell, reading }) => cell.value.kind === "text" && cell.formula === undefined && reading.kind === "count" && reading.count !== 0 && timesAdded(summed, at) !== 0,
  );
}

const list = (cells: readonly Position[]): string =>
  cells.length > 6 ? `${cells.slice(0, 5).map(a1).join(", ")}, … (${cells.length})` : cells.map(a1).join(", ");

function sayDepartures(at: string, text: string, { missed, surplus, repeated }: Departures): Phrase {
  const cells = (figures: readonly Figure[]) => list(figures.map((each) => each.at));
  const [vi, en] = [`Công thức ở ô ${at} (${text})`, `The formula in cell ${at} (${text})`];
  if (missed.length > 0) return { vi: `${vi} bỏ sót ô ${cells(missed)}.`, en: `${en} leaves out ${cells(missed)}.` };
  if (surplus.length > 0) return { vi: `${vi} cộng thừa ô ${cells(surplus)}.`, en: `${en} adds ${cells(surplus)} as well.` };
  return { vi: `${vi} không cộng đúng một lần ô ${cells(repeated)}.`, en: `${en} does not add ${cells(repeated)} exactly once.` };
}

function judgeFormula(derived: DerivedCell, formula: AdditiveFormula, figures: ReadonlyMap<number, Figure>): Verdict {
  const { figure, parts } = derived;
  const at = a1(figure.at);
  const text = figure.cell.formula!;
  const found = departures(formula, derived, figures);
  if (departs(found)) {
    const proper = formulaOf(derived);
    const sum = parts.reduce((total, { reading }) => total + (meantCount(reading) ?? 0), 0);
    return {
      kind: "fail",
      cells: [figure.at],
      spoils: [figure.at],
      phrase: sayDepartures(at, text, found),
      suggestions: [
        {
          changes: [{ at: figure.at, from: contentOf(figure.cell), to: { kind: "formula", formula: proper, value: numberValue(sum) } }],
          sure: "certain",
          why: { vi: `Sửa công thức thành ${proper}`, en: `Make the formula ${proper}` },
        },
      ],
    };
  }
  const texts = skippedTexts(formula, derived);
  if (texts.length === 0) return { kind: "pass" };
  const changes = texts.map(
    ({ at: place, cell, reading }): Change => ({ at: place, from: contentOf(cell), to: numberValue(meantCount(reading)!) }),
  );
  return {
    kind: "fail",
    cells: texts.map((each) => each.at) as [Position, ...Position[]],
    spoils: [figure.at],
    phrase: {
      vi: `Công thức ở ô ${at} (${text}) không cộng ô ${list(texts.map((each) => each.at))} vì ở đó số được lưu ở dạng chữ.`,
      en: `The formula in cell ${at} (${text}) does not add ${list(texts.map((each) => each.at))}, where a number is stored as text.`,
    },
    suggestions: [
      {
        changes,
        sure: "certain",
        why: { vi: "Chuyển chữ thành số để công thức cộng đủ", en: "Turn the text into numbers so that the formula adds them" },
      },
    ],
  };
}

/** Sum formulas add up exactly their parts: no row left out, none twice, no text passed over. */
export function formulaRange({ id }: { readonly id: string }): Check {
  return {
    id,
    kind: "formula-range",
    severity: "error",
    title: { vi: "Công thức cộng đủ và đúng các ô thành phần", en: "Sum formulas add up exactly their parts" },
    *judge(table) {
      if (!hasFormulas(table)) return;
      const figures = new Map(table.rows.flatMap((row) => row.figures).map((figure) => [positionKey(figure.at), figure]));
      const seen = new Map<number, DerivedCell[]>();
      for (const derived of derivedCells(table)) {
        if (derived.figure.cell.formula === undefined) continue;
        const key = positionKey(derived.figure.at);
        const ways = seen.get(key);
        if (ways) ways.push(derived);
        else seen.set(key, [derived]);
      }
      const totals = new Set(table.rows.filter(({ kind }) => kind === "total").map(({ row }) => row));
      const hasSubtotals = table.rows.some(({ kind }) => kind === "subtotal");
      for (const ways of seen.values()) {
        const { figure } = ways[0]!;
        const formula = parseAdditiveFormula(figure.cell.formula!);
        if (!formula || isAnotherWay(formula, ways)) {
          yield { kind: "skip", cells: [figure.at], why: "nothing-to-compare" };
          continue;
        }
        // A total may be added up down its column, over the subtotals or over the lines, or across its row: each will do.
        if (hasSubtotals && totals.has(figure.at.row)) {
          const index = table.counts.findIndex(({ at }) => at === figure.at.column);
          ways.push({ figure, parts: lines(table).map(({ figures: own }) => own[index]!), along: "column" });
        }
        const found = ways.map((way) => ({ way, departs: departures(formula, way, figures) }));
        const fits = (found.find((each) => !departs(each.departs)) ?? found.find((each) => each.departs.missed.length === 0))?.way;
        yield judgeFormula(fits ?? ways[0]!, formula, figures);
      }
    },
  };
}
