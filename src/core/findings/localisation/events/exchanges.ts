import { columnSum, eventCost, isFree, KIND, type Event, type View } from "../Event";
import { areAlike, rowOf, sumsAcross, type Sum } from "../Problem";
import { weightAt, weightIn, type Setting } from "../Setting";
import type { Phrase } from "../../../words/Phrase";
import { columnsBeside, partIn } from "./columns";
import { shiftedIntoNothing } from "./shiftedValue";

const EXCHANGED: Phrase = { vi: "hai ô cùng dòng đổi chỗ cho nhau", en: "two cells of a row changed places" };
const EXCHANGED_ROWS: Phrase = { vi: "hai ô cùng cột đổi chỗ cho nhau", en: "two cells of a column changed places" };

/** A form is filled row by row: one exchange in ten reaches another row, mostly the next one. */
const DOWN = 1 / 10;
const ACROSS = 1 - DOWN;
const NEXT_ROW = 3 / 4;

function exchange(one: number, other: number, what: Phrase, cost: number, view: View): Event {
  const changes = [
    { cell: one, to: view.value(other) },
    { cell: other, to: view.value(one) },
  ];
  return { kind: "exchanged-cells", what, changes, cost };
}

/** Two cells whose exchange would settle a constraint; down a column, whether their rows are next to each other. */
interface Pair {
  readonly cell: number;
  readonly other: number;
  readonly isNext?: boolean;
}

/** In a column of more cells chance alone makes so many pairs that only those are looked at of which both columns speak. */
const LONG_COLUMN = 2_000;

/** Under two columns that are out by the same count, one too much and one too little. */
function pairsUnder(setting: Setting, { parts }: Sum, residual: number): readonly Pair[] {
  const { constraints, failing, problem, values } = setting;
  return failing.flatMap((index) => {
    const sum = constraints[index]!.residual === -residual ? columnSum(setting, index) : undefined;
    if (!sum) return [];
    return parts.flatMap((cell, place): readonly Pair[] => {
      const other = sum.parts[place];
      return other !== undefined && values[other]! - values[cell]! === residual && rowOf(problem, other) === rowOf(problem, cell) && areAlike(problem, cell, other) ? [{ cell, other }] : [];
    });
  });
}

/** By the table's own counts: cells that an event has changed already stay out of it. */
const pairsOf = (setting: Setting, index: number, residual: number): readonly Pair[] => setting.once(`pairs ${index} ${residual}`, () => findPairs(setting, index, residual));

function findPairs(setting: Setting, index: number, residual: number): readonly Pair[] {
  const { constraints, problem, values } = setting;
  const constraint = constraints[index]!;
  if (constraint.sum?.axis === "column" && constraint.cells.length > LONG_COLUMN) return pairsUnder(setting, constraint.sum, residual);
  const size = Math.abs(residual);
  const mayMove = (by: number): boolean => by !== 0 && (constraint.weights !== undefined || Math.abs(by) === size || 2 * Math.abs(by) === size);
  const pairs: Pair[] = [];
  for (const cell of constraint.cells) {
    if (problem.isTotal[cell]) continue;
    const value = values[cell]!;
    const weight = weightIn(constraint, cell);
    for (const other of problem.lines.get(rowOf(problem, cell))!) {
      const by = values[other]! - value;
      if (!mayMove(by) || !areAlike(problem, cell, other)) continue;
      const otherWeight = weightAt(setting, index, other);
      if ((weight - otherWeight) * by === -residual && (otherWeight === 0 || other > cell)) pairs.push({ cell, other });
    }
    if (constraint.line !== undefined) pairs.push(...pairsDown(setting, cell, -residual / weight));
  }
  return pairs;
}

/** Down a column both rows are out, by the same count and opposite ways: only rows that fail come into question. */
function pairsDown({ problem, values, failing, constraints, once }: Setting, cell: number, by: number): readonly Pair[] {
  const rows = once("failing rows", () => [...new Set(failing.flatMap((index) => constraints[index]!.line ?? []))].sort((one, other) => one - other));
  return problem.sumsOf(cell).flatMap((column) => {
    const sum = problem.sums[column]!;
    if (sum.axis !== "column" || sum.total === cell) return [];
    return rows.flatMap((row) => {
      const other = partIn(problem, sum, row);
      if (other === undefined || by === 0 || values[other]! - values[cell]! !== by) return [];
      return [{ cell, other, isNext: Math.abs(sum.parts.indexOf(cell) - sum.parts.indexOf(other)) === 1 }];
    });
  });
}

/** Two figures of a row that changed places. */
export function exchangeInRow(cell: number, other: number, view: View): Event {
  const { problem, model, followedSum } = view.setting;
  const filled = problem.lines.get(rowOf(problem, cell))!.filter((each) => view.value(each) > 0 && !followedSum(each)).length;
  return exchange(cell, other, EXCHANGED, eventCost(KIND * ACROSS, (model.lines * filled * Math.max(1, filled - 1)) / 2), view);
}

/** Two figures of a row, or of a column, that changed places. */
export function* exchangedCells(index: number, view: View): Iterable<Event> {
  const { setting } = view;
  const { model, constraints, constraintsOf, values } = setting;
  for (const { cell, other, isNext } of pairsOf(setting, index, view.residual(index))) {
    if (!isFree(cell, view) || !isFree(other, view)) continue;
    if (isNext === undefined) {
      yield exchangeInRow(cell, other, view);
      continue;
    }
    const by = values[other]! - values[cell]!;
    if (!constraintsOf(other).some((each) => constraints[each]!.line !== undefined && view.residual(each) === weightIn(constraints[each]!, other) * by)) continue;
    const places = isNext ? model.filled : (model.filled * model.lines) / 2;
    yield exchange(cell, other, EXCHANGED_ROWS, eventCost(KIND * DOWN * (isNext ? NEXT_ROW : 1 - NEXT_ROW), places), view);
  }
}

/** Of more pairs of rows that would do none stands out. */
const MOST_PAIRS = 4;
/** Among more rows chance alone makes more pairs than that. */
const MOST_ROWS = 500;

/** Two parts of one sum in a row, under the two columns. */
interface Place {
  readonly cell: number;
  readonly other: number;
  /** What the first column gains when they change places. */
  readonly by: number;
}

/** The places under two columns at which an exchange, or a value in the wrong one of them, leaves every sum across as it is. */
export function placesIn(sum: Sum, beside: Sum, view: View): readonly Place[] {
  const { problem } = view.setting;
  return sum.parts.flatMap((cell) => {
    const other = partIn(problem, beside, rowOf(problem, cell));
    if (other === undefined || view.value(cell) === view.value(other) || !isFree(cell, view) || !isFree(other, view)) return [];
    const areParts = sumsAcross(problem, [cell]).some(({ parts }) => parts.includes(cell) && parts.includes(other));
    return areParts ? [{ cell, other, by: view.value(other) - view.value(cell) }] : [];
  });
}

/** The pairs of places that together move so much from one column to the other; none where a single place does. */
function pairsOfPlaces(places: readonly Place[], moved: number): readonly (readonly [Place, Place])[] {
  const byGain = new Map<number, Place[]>();
  const pairs: [Place, Place][] = [];
  for (const place of places) {
    if (place.by === moved) return [];
    for (const earlier of byGain.get(moved - place.by) ?? []) pairs.push([earlier, place]);
    if (pairs.length > MOST_PAIRS) return [];
    const same = byGain.get(place.by);
    if (same) same.push(place);
    else byGain.set(place.by, [place]);
  }
  return pairs;
}

const likeliest = ({ cell, other }: Place, view: View): Event => {
  const exchange = exchangeInRow(cell, other, view);
  const shift = shiftedIntoNothing(cell, other, view);
  return shift && shift.cost < exchange.cost ? shift : exchange;
};

/** Exchanges or shifts in two rows under the same two columns, neither of which shows by itself. The first is proposed; then the second shows. */
export function* exchangesTogether(index: number, view: View): Iterable<Event> {
  const { constraints } = view.setting;
  const sum = columnSum(view.setting, index);
  const residual = view.residual(index);
  if (!sum || sum.parts.length > MOST_ROWS || constraints[index]!.weights || residual === 0) return;
  for (const column of columnsBeside(index, view)) {
    if (column.residual !== -residual || constraints[column.constraint]!.weights) continue;
    for (const [first] of pairsOfPlaces(placesIn(sum, column.sum, view), residual)) yield likeliest(first, view);
  }
}
