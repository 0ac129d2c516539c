import { STEP, type Steps } from "../../steps";
import { costOf, type Cost } from "./Cost";
import type { History } from "./History";
import type { Model } from "./Model";
import { isComputed, type Problem, type Sum } from "./Problem";
import type { Constraint, Setting } from "./Setting";

/** One cell in four hundred is left empty by somebody who otherwise writes noughts. */
const ODD_BLANK = costOf(1 / 400);
/** A sum that was not live mostly counts what a person reads, and sometimes was made by SUM once, which passes over text. */
const COUNTED_BY_HAND = costOf(3 / 4);
const SUMMED_ONCE = costOf(1 / 4);
/** A live sum passes over text, unless the text was put there after it was pasted. */
const MADE_TEXT_LATER = costOf(1 / 10);
const NONE: readonly number[] = [];

/** The same for every history. */
const ordered = new WeakMap<Problem, readonly Sum[]>();

/** The sums that must come out, totals after the cells they add up; what runs in a circle comes in any order. */
function* hardInOrder(problem: Problem): Steps<readonly Sum[]> {
  const known = ordered.get(problem);
  if (known) return known;
  const hard = yield* inOrder(problem.sums.filter((sum) => sum.hard));
  ordered.set(problem, hard);
  return hard;
}

function* inOrder(sums: readonly Sum[]): Steps<readonly Sum[]> {
  const byTotal = new Map<number, Sum[]>();
  for (const [index, sum] of sums.entries()) {
    if (index % STEP === STEP - 1 || sum.parts.length > STEP) yield;
    const same = byTotal.get(sum.total);
    if (same) same.push(sum);
    else byTotal.set(sum.total, [sum]);
  }
  const seen = new Set<Sum>();
  const inTurn: Sum[] = [];
  const visit = (sum: Sum): void => {
    if (seen.has(sum)) return;
    seen.add(sum);
    for (const part of sum.parts) byTotal.get(part)?.forEach(visit);
    inTurn.push(sum);
  };
  for (const [index, sum] of sums.entries()) {
    if (index % STEP === STEP - 1 || sum.parts.length > STEP) yield;
    visit(sum);
  }
  return inTurn;
}

/** Counts as they would have been, which of them are not as they stand, and how rare that is. */
interface Unfolded {
  readonly values: readonly number[];
  readonly changed: ReadonlyMap<number, number>;
  readonly cost: Cost;
}

/**
 * Totals that Excel added up over text or over decimals which were meant as thousands: what they would have been.
 * A total that comes out by what is meant was not made so.
 */
function* unfolded(problem: Problem, sums: readonly Sum[], follows: (sum: Sum) => boolean): Steps<Unfolded> {
  const { counts, added } = problem;
  const values = [...counts];
  const changed = new Map<number, number>();
  let cost: Cost = 0;
  for (const [index, sum] of sums.entries()) {
    if (index % STEP === STEP - 1 || sum.parts.length > STEP) yield;
    const missing = sum.parts.reduce((difference, part) => difference + values[part]! * 1000 - added[part]!, 0);
    const { value } = problem.figures[sum.total]!.cell;
    // Where noughts are not shown, a blank total may have come to nought.
    if (missing === 0 || (value.kind !== "number" && value.kind !== "blank") || isComputed(problem, sum.total)) continue;
    const thousandths = added[sum.total]! + missing;
    if (thousandths % 1000 !== 0 || thousandths < 0) continue;
    const meant = sum.parts.reduce((count, part) => count + values[part]!, 0);
    const isOdd = added[sum.total]! % 1000 !== 0;
    const comesOut = thousandths / 1000 === meant;
    const countsMeant = values[sum.total] === meant;
    if (countsMeant) cost += follows(sum) ? MADE_TEXT_LATER : COUNTED_BY_HAND;
    else if ((comesOut || isOdd) && !follows(sum)) cost += SUMMED_ONCE;
    if (countsMeant || (!comesOut && !isOdd && !follows(sum))) continue;
    values[sum.total] = thousandths / 1000;
    changed.set(sum.total, thousandths / 1000);
  }
  return { values, changed, cost };
}

/** Typed totals that are wrong because Excel made them from text or from misread thousands, with what they come to when those are put right. */
export function* misaddedTotals(problem: Problem): Steps<ReadonlyMap<number, number>> {
  const hard = yield* hardInOrder(problem);
  return (yield* unfolded(problem, hard, () => false)).changed;
}

/** Whether a sum across a row of totals follows from the same sum in every line that its columns add up. */
function repeatsItsLines({ sums, sumsOf, figures }: Problem, { balance, total, parts }: Sum): boolean {
  const lines = (cell: number): readonly number[] | undefined => {
    const column = sumsOf[cell]!.map((index) => sums[index]!).find((sum) => sum.axis === "column" && sum.total === cell);
    return column?.parts.map((part) => figures[part]!.at.row);
  };
  const [first, ...others] = [total, ...parts].map(lines);
  if (!first || !others.every((each) => each?.length === first.length && each.every((row, at) => row === first[at]))) return false;
  const rows = new Set(sums.flatMap((sum) => (sum.balance.check === balance.check ? [figures[sum.total]!.at.row] : [])));
  return first.every((row) => rows.has(row));
}

/** Sets up the constraints of a table as one history has them; `byLines`, each line is judged by itself, whatever its columns say. */
export function* settingOf(problem: Problem, history: History, model: Model, byLines = false): Steps<Setting> {
  const { sums, totalRows, figures } = problem;
  const hard = yield* hardInOrder(problem);
  yield;
  const followed = new Map<number, Sum>();
  for (const axis of history.followed) {
    for (const [index, sum] of hard.entries()) {
      if (index % STEP === STEP - 1) yield;
      if (sum.axis === axis && !followed.has(sum.total) && !isComputed(problem, sum.total)) followed.set(sum.total, sum);
    }
  }
  const { values, changed, cost } = yield* unfolded(problem, hard, (sum) => followed.get(sum.total) === sum);
  yield;
  const residualOf = ({ total, parts }: Sum): number => parts.reduce((rest, part) => rest - values[part]!, values[total]!);
  const residuals = new Map<Sum, number>();
  for (const [index, sum] of sums.entries()) {
    if (index % STEP === STEP - 1 || sum.parts.length > STEP) yield;
    residuals.set(sum, residualOf(sum));
  }
  const isSubstituted = (cell: number): boolean => {
    const sum = followed.get(cell);
    return sum !== undefined && residuals.get(sum) === 0;
  };

  const expand = (cell: number, sign: number, into: Map<number, number>): void => {
    const addends = isSubstituted(cell) ? followed.get(cell)!.parts.map((part) => ({ cell: part, sign: 1 })) : problem.addends(cell);
    if (addends === undefined) into.set(cell, (into.get(cell) ?? 0) + sign);
    else for (const addend of addends) if (addend.cell !== cell) expand(addend.cell, sign * addend.sign, into);
  };

  const columnsFollow = history.followed.includes("column");
  const constraints: Constraint[] = [];
  for (const [index, sum] of sums.entries()) {
    if (index % STEP === STEP - 1 || sum.parts.length > STEP) yield;
    const residual = residuals.get(sum)!;
    if (Number.isNaN(residual) || (byLines && sum.axis !== "row")) continue;
    const line = sum.axis === "row" ? figures[sum.total]!.at.row : undefined;
    const base = { residual, sum, ...(line === undefined ? {} : { line }), ...(sum.hard ? {} : { soft: { kind: "withdrawn" } as const }) };
    if (followed.get(sum.total) === sum) {
      // It was live: its parts are not to blame when it does not come out, whoever wrote over it is.
      if (residual !== 0) constraints.push({ ...base, cells: [sum.total], weights: new Map([[sum.total, 1]]) });
      continue;
    }
    const cells = [sum.total, ...sum.parts];
    const repeatsItsColumns = line !== undefined && totalRows.has(line) && (columnsFollow || cells.every((cell) => isComputed(problem, cell)));
    if (repeatsItsColumns || (!sum.hard && repeatsItsLines(problem, sum))) continue;
    if (!cells.some((cell) => isSubstituted(cell) || problem.addends(cell) !== undefined)) {
      constraints.push({ ...base, cells, weights: undefined });
      continue;
    }
    const weights = new Map<number, number>();
    expand(sum.total, 1, weights);
    for (const part of sum.parts) expand(part, -1, weights);
    for (const [cell, weight] of weights) if (weight === 0) weights.delete(cell);
    if (weights.size > 0) constraints.push({ ...base, cells: [...weights.keys()], weights });
  }
  for (const { cell, fact } of problem.facts) {
    const weights = new Map<number, number>();
    expand(cell, 1, weights);
    constraints.push({ cells: [...weights.keys()], weights, residual: values[cell]! - fact.count, soft: { kind: "fact", fact } });
  }
  for (const cell of problem.oddBlanks) {
    constraints.push({ cells: [cell], weights: new Map([[cell, 1]]), residual: -1, line: figures[cell]!.at.row, soft: { kind: "odd-blank", cost: ODD_BLANK } });
  }
  yield;
  const byCell: (number[] | undefined)[] = Array.from({ length: figures.length });
  for (const [index, { cells }] of constraints.entries()) {
    if (index % STEP === STEP - 1 || cells.length > STEP) yield;
    for (const cell of cells) (byCell[cell] ??= []).push(index);
  }
  return { problem, model, history: { ...history, cost: history.cost + cost }, values,
    unfolded: changed, constraints, constraintsOf: (cell) => byCell[cell] ?? NONE, followedSum: (cell) => followed.get(cell) };
}
