import type { SumFormula, Terms } from "../sheet/Formula";
import type { FormulaGraph } from "../sheet/FormulaGraph";
import { circlesFrom } from "../circlesFrom";
import { a1, type Position } from "../sheet/Address";
import { contentOf } from "../sheet/Cell";
import { derivedIn, downColumn, liveSum, rowSums, type DerivedCell } from "../figures/derived";
import { valueIn } from "../figures/figureValue";
import { meantUnits } from "../figures/Reading";
import { isStacked } from "../figures/stackedLines";
import { figuresByPlace, figuresWithin, type Figure, type Table } from "../figures/Table";
import type { Phrase } from "../words/Phrase";
import type { Change, CheckKind, Verdict } from "./Check";
import { listCells } from "./columnWords";
import { departs, departures, type Departures, type FigureAt } from "./departures";
import { formulasOf, properFormula } from "./properFormula";

/**
 * Whether it works the cell out of others in its row, as `=C9-G9` does, takes it from elsewhere, or adds up its column where nothing says what is
 * to be added up there: that may be right, and is not ours to judge.
 */
function isAnotherWay(formulas: FormulaGraph, terms: Terms, ways: readonly DerivedCell[], table: Table): boolean {
  const { row, column } = ways[0]!.figure.at;
  if (ways.every(({ along }) => along === "row") && terms.every(({ range }) => range.left === column && range.right === column)) return true;
  const isOneOf = ({ parts, figure }: DerivedCell): boolean => [figure, ...parts].some(({ at }) => formulas.timesAdded(terms, at) !== 0);
  if (ways.some(isOneOf)) return false;
  return terms.every(({ range }) => range.top === row && range.bottom === row) || !terms.some(({ range }) => figuresWithin(table, range).length > 0);
}

/** A sum with what it should add up, and how it departs from that. */
interface JudgedFormula {
  readonly way: DerivedCell;
  readonly terms: Terms;
  readonly departures: Departures;
}

/** What a formula adds up as seen from its own cell: the same for those filled across a row. */
const shapeOf = ({ terms, way: { figure: { at } } }: JudgedFormula): string =>
  terms.map(({ times, range: { top, bottom, left, right } }) => `${times}:${top}:${bottom}:${left - at.column}:${right - at.column}`).join();

/**
 * Whether the formulas of a row come to the same as what was read to be added up there, in another way: over the sums below sections where those
 * above were expected, or over lines without parts. Then they are no fault; and where one column differs, its figures are.
 */
function isSameInRow(one: JudgedFormula, row: readonly JudgedFormula[]): boolean {
  if (one.way.along === "row") return false;
  const shape = shapeOf(one);
  const alike = row.filter((each) => each.way.along === "column" && shapeOf(each) === shape);
  // Where it is a guess what is to be added up, formulas that agree know better.
  if (!one.way.isSure && alike.length * 2 > row.length) return true;
  const isNought = ({ reading }: Figure): boolean => (meantUnits(reading) ?? 0) === 0;
  const differing = alike.filter(({ departures: { difference } }) => difference !== 0).length;
  const agreeing = alike.filter(({ departures: { difference, missed, surplus, repeated } }) => difference === 0 && ![...missed, ...surplus, ...repeated].every(isNought)).length;
  if (alike.length > 1 && (differing === 0 || agreeing > differing)) return true;
  // None of the row's formulas adds up what was expected, and this one adds up something else, or passes over rows amid those it adds up: some
  // row was taken for another. Where only an end was missed, that may be a slip in all of them.
  const down = row.filter((each) => each.way.along === "column");
  const { missed, surplus } = one.departures;
  const isAmid = ({ at }: Figure): boolean => one.terms.some(({ range }) => range.bottom < at.row) && one.terms.some(({ range }) => range.top > at.row);
  return down.length > 1 && (surplus.length > 0 || (missed.length > 0 && missed.every(isAmid))) && down.every((each) => departs(each.departures));
}

/** Numbers typed over sums that a formula would pass over, where they are all that it adds too much. */
function typedSums({ terms, departures: { missed, surplus, repeated, constant } }: JudgedFormula, derived: (figure: Figure) => readonly DerivedCell[]): readonly Figure[] {
  const isTypedSum = (figure: Figure): boolean => figure.cell.formula === undefined && derived(figure).some(({ along }) => along === "column");
  const isAll = missed.length + repeated.length === 0 && constant === 0 && terms.every(({ skips }) => skips?.nested);
  return isAll && surplus.every(isTypedSum) ? surplus : [];
}

/** Texts that SUM passes over although they mean a number. */
function skippedTexts(formulas: FormulaGraph, terms: Terms, { parts }: DerivedCell): readonly Figure[] {
  const summed = terms.filter((term) => term.summed);
  return parts.filter((part) => {
    const { at, cell, reading } = part;
    // Rows that hold several lines are told by themselves.
    return cell.value.kind === "text" && cell.formula === undefined && reading.kind === "figure" && reading.units !== 0 && !isStacked(part) && formulas.timesAdded(summed, at) !== 0;
  });
}

function sayDepartures(at: string, text: string, { missed, surplus, repeated, constant }: Departures): Phrase {
  const cells = (figures: readonly Figure[]) => listCells(figures, 5);
  const [vi, en] = [`Công thức ở ô ${at} (${text})`, `The formula in cell ${at} (${text})`];
  if (missed.length > 0) return { vi: `${vi} bỏ sót ô ${cells(missed)}.`, en: `${en} leaves out ${cells(missed)}.` };
  if (surplus.length === 0 && repeated.length === 0) return { vi: `${vi} cộng thêm số ${constant} gõ thẳng trong công thức.`, en: `${en} adds the number ${constant} typed into it.` };
  if (surplus.length > 0) return { vi: `${vi} cộng thừa ô ${cells(surplus)}.`, en: `${en} adds ${cells(surplus)} as well.` };
  return { vi: `${vi} không cộng đúng một lần ô ${cells(repeated)}.`, en: `${en} does not add ${cells(repeated)} exactly once.` };
}

function judgeFormula(derived: DerivedCell, terms: Terms, found: Departures, table: Table, formulas: FormulaGraph): Verdict {
  const { figure, isSure } = derived;
  const at = a1(figure.at);
  const text = figure.cell.formula!;
  if (departs(found)) {
    return {
      kind: "fail",
      cells: [figure.at],
      // Where it is a guess what is to be added up, so is this.
      ...(isSure ? { spoils: [figure.at] } : { severity: "warning" as const }),
      phrase: sayDepartures(at, text, found),
      suggestions: [properFormula(derived, isSure ? "certain" : "possible", table, formulas, (proper) => ({ vi: `Sửa công thức thành ${proper}`, en: `Make the formula ${proper}` }))],
    };
  }
  const texts = skippedTexts(formulas, terms, derived);
  if (texts.length === 0) return { kind: "pass" };
  const changes = texts.map(
    ({ at: place, cell, reading, column }): Change => ({ at: place, from: contentOf(cell), to: valueIn({ cell, column }, meantUnits(reading)!) }),
  );
  return {
    kind: "fail",
    cells: texts.map((each) => each.at) as [Position, ...Position[]],
    spoils: [figure.at],
    phrase: {
      vi: `Công thức ở ô ${at} (${text}) không cộng ô ${listCells(texts, 5)} vì ở đó số được lưu ở dạng chữ.`,
      en: `The formula in cell ${at} (${text}) does not add ${listCells(texts, 5)}, where a number is stored as text.`,
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

/** A total that is wrong because of what was typed over a sum it passes over: it comes out again with that one. */
function tellTypedSums(typed: readonly Figure[], way: DerivedCell): Verdict {
  const { at: total, cell } = way.figure;
  const [cells, by, text] = [listCells(typed, 5), a1(total), cell.formula!];
  return {
    kind: "fail",
    cells: [total],
    spoils: [total],
    asIf: [{ at: total, from: contentOf(cell), to: liveSum(way) }],
    severity: "warning",
    phrase: {
      vi: `Công thức ở ô ${by} (${text}) bỏ qua các dòng cộng bằng SUBTOTAL, nhưng cộng cả ô ${cells} vì ở đó là số gõ tay. Hãy đặt lại công thức ở ô ${cells}.`,
      en: `The formula in cell ${by} (${text}) passes over sums by SUBTOTAL, but adds ${cells}, where a number was typed. Put the formula back there.`,
    },
  };
}

/** Sum formulas add up exactly their parts: no row left out, none twice, no text passed over. */
export const formulaRange: CheckKind = {
  role: "fault",
  justifiable: false,
  severity: "error",
  title: { vi: "Công thức cộng đủ và đúng các ô thành phần", en: "Sum formulas add up exactly their parts" },
  *judge(table, context) {
    const formulas = formulasOf(table, context);
    if (formulas.formulasIn(table.range).next().done) return;
    const derived = derivedIn(table);
    const figureAt = figuresByPlace(table);
    const sums = new Map(rowSums(table).map((each) => [each.sum, each]));
    /** Formulas that go their own way: only they can lead back to themselves. */
    const apart = new Set<Figure>();
    for (const row of table.rows) {
      const judged: JudgedFormula[] = [];
      for (const [index, figure] of row.figures.entries()) {
        const number = figure.cell.formula === undefined ? undefined : formulas.numberAt(figure.at.row, figure.at.column);
        if (number === undefined) continue;
        const [first, ...others] = derived(figure);
        if (!first) {
          apart.add(figure);
          continue;
        }
        const ways = [first, ...others];
        const formula = formulas.formulaOf(number);
        const terms = formula?.kind === "sum" && formula.terms.every(({ sheet }) => sheet === undefined) ? formula.terms : [];
        if (terms.length === 0 || isAnotherWay(formulas, terms, ways, table)) {
          apart.add(figure);
          yield { kind: "skip", cells: [figure.at], why: "nothing-to-compare" };
          continue;
        }
        // A total may be added up down its column, over the subtotals or over the lines, or across its row: each will do.
        const sum = sums.get(row);
        if (sum?.lines) ways.push(downColumn({ ...sum, parts: sum.lines }, index));
        const found = ways.map((way) => ({ way, departures: departures(formula as SumFormula, way, figureAt, formulas) }));
        const fit = found.find((each) => !departs(each.departures)) ?? found.find((each) => each.departures.missed.length === 0) ?? found[0]!;
        judged.push({ ...fit, terms });
      }
      for (const each of judged) {
        if (departs(each.departures) && isSameInRow(each, judged)) yield { kind: "skip", cells: [each.way.figure.at], why: "nothing-to-compare" };
        else {
          const typed = typedSums(each, derived);
          if (typed.length > 0) yield tellTypedSums(typed, each.way);
          else yield judgeFormula(each.way, each.terms, each.departures, table, formulas);
        }
      }
    }
    yield* circular(apart, derived, figureAt, formulas);
  },
};

/** Slips of one hand in one row; more of them are no slips. */
const MOST_CIRCLES = 3;

/** Formulas that take a sum of which they are a part: each makes the other larger, whenever either is worked out. */
function* circular(apart: ReadonlySet<Figure>, derived: (figure: Figure) => readonly DerivedCell[], figureAt: FigureAt, formulas: FormulaGraph): Iterable<Verdict> {
  const next = (figure: Figure): readonly Figure[] => {
    const { at, cell } = figure;
    if (cell.formula === undefined) return derived(figure).flatMap(({ parts, isSure }) => (isSure ? parts : []));
    const number = formulas.numberAt(at.row, at.column);
    const reads = number === undefined ? [] : formulas.reading(number).reads.filter(({ sheet }) => sheet === undefined);
    const found: Figure[] = [];
    formulas.eachCell(reads.map(({ range }) => ({ range, times: 1, summed: true })), (_cell, row, column) => {
      const each = figureAt(row, column);
      if (each) found.push(each);
      return true;
    });
    return found;
  };
  const circles = circlesFrom(apart, next);
  const inRow = new Map<number, number>();
  for (const circle of circles) for (const row of new Set(circle.map(({ at }) => at.row))) inRow.set(row, (inRow.get(row) ?? 0) + 1);
  const told = new Set<Figure>();
  for (const circle of circles) {
    const figure = circle.find((each) => apart.has(each) && !told.has(each));
    if (!figure) continue;
    told.add(figure);
    // Where most of a row's formulas do so, they say what the row is: it was taken for another.
    if (inRow.get(figure.at.row)! > MOST_CIRCLES) continue;
    const others = listCells(circle.filter((each) => each !== figure), 5);
    const [at, text] = [a1(figure.at), figure.cell.formula!];
    yield {
      kind: "fail",
      cells: [figure.at],
      phrase: others
        ? {
            vi: `Công thức ở ô ${at} (${text}) lấy số từ ô ${others}, mà các ô đó lại cộng chính ô ${at}: vòng lặp. Hãy ghi số liệu của dòng vào ô này.`,
            en: `The formula in cell ${at} (${text}) takes its figure from ${others}, which add up ${at} again: a circle. Put the line's own figure there.`,
          }
        : { vi: `Công thức ở ô ${at} (${text}) lấy chính ô này: vòng lặp.`, en: `The formula in cell ${at} (${text}) takes its own figure: a circle.` },
    };
  }
}
