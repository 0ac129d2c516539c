import { NAT, type Cost } from "./Cost";
import { columnSum, type Event, type ManyCellsKind, type View } from "./Event";
import { blankParts } from "./events/blankParts";
import { exchangedCells, exchangesTogether } from "./events/exchanges";
import { oneCell } from "./events/oneCell";
import { shiftedLine } from "./events/shiftedRows";
import { shiftedValue } from "./events/shiftedValue";
import { slipProbability, slipsTo } from "./events/slips";
import { staleSubtotalInTotal, staleTotal } from "./events/staleSums";
import { mergedRows, missedRow, repeatedRow } from "./events/wholeRows";
import { decimalsAt, isComputed, mayHold, type Problem } from "./Problem";
import { weightIn, type Constraint } from "./Setting";

/** What may have happened to several cells at once. */
const MANY_CELLS_KINDS: readonly ManyCellsKind[] = [exchangedCells, shiftedValue, exchangesTogether, blankParts, staleSubtotalInTotal, staleTotal, missedRow, repeatedRow, mergedRows, shiftedLine];

/** Those that leave a line's sums as they are, so that only the columns tell of them. */
const IN_ONE_LINE: readonly ManyCellsKind[] = [exchangedCells, shiftedValue];

/** In a sum of more cells than this only the total and the cells at which other failing constraints point are tried one by one. */
const LONG_SUM = 24;

/** When every event in a sum costs more than this, two slips in it are likelier. */
const FAR_FETCHED: Cost = 12 * NAT;

/** The events that may settle a failing constraint, or one of `failing` beside it; `undefined` after a long sum: time for a pause. */
export function* proposals(index: number, failing: readonly number[], view: View): Generator<Event | undefined> {
  const { constraints, constraintsOf, problem } = view.setting;
  const constraint = constraints[index]!;
  const isLong = constraint.cells.length > LONG_SUM;
  const pointed = new Set(isLong ? failing.flatMap((other) => (constraints[other]!.cells.length > LONG_SUM ? [] : constraints[other]!.cells)) : []);
  let cheapest: Cost = Infinity;
  for (const cell of constraint.cells) {
    if (isLong && cell !== constraint.sum?.total && !pointed.has(cell)) continue;
    if (view.isChanged(cell) || isComputed(problem, cell)) continue;
    const from = view.value(cell);
    const aims: number[] = [];
    for (const each of constraintsOf(cell)) {
      const residual = view.residual(each);
      if (residual === 0 || constraints[each]!.soft?.kind === "odd-blank") continue;
      const to = from - residual / weightIn(constraints[each]!, cell);
      if (!aims.includes(to)) aims.push(to);
    }
    for (const to of aims) {
      if (to === from || !mayHold(problem, cell, to)) continue;
      const event = oneCell(cell, from, to, view);
      cheapest = Math.min(cheapest, event.cost);
      yield event;
    }
  }
  if (cheapest > FAR_FETCHED) yield* twoSlips(index, view);
  for (const kind of MANY_CELLS_KINDS) {
    yield* possible(kind(index, view), problem);
    if (isLong) yield undefined;
  }
  if (!columnSum(view.setting, index)) return;
  // Two events in one column hide each other there; each may show by itself in another.
  for (const other of failing) {
    if (other === index || !columnSum(view.setting, other)) continue;
    for (const kind of IN_ONE_LINE) yield* possible(kind(other, view), problem);
    if (isLong) yield undefined;
  }
}

/** Those after which every cell holds what its column can. */
function* possible(events: Iterable<Event>, problem: Problem): Iterable<Event> {
  for (const event of events) if (event.changes.every(({ cell, to }) => mayHold(problem, cell, to))) yield event;
}

/** Two slips in one sum of which no other tells the shares: the first of two such that the second is one slip as well, and follows by itself. */
function twoSlips(index: number, view: View): readonly Event[] {
  const { constraints, problem, once } = view.setting;
  const { cells, line, soft } = constraints[index]!;
  if (soft || line === undefined || cells.length > LONG_SUM || problem.totalRows.has(line)) return [];
  const changed = cells.filter(view.isChanged).map((cell) => `${cell}=${view.value(cell)}`);
  return once(`two slips ${index} ${view.residual(index)} ${changed.join()}`, () => findTwoSlips(index, view));
}

function findTwoSlips(index: number, view: View): readonly Event[] {
  const { constraints, problem } = view.setting;
  const constraint = constraints[index]!;
  const residual = view.residual(index);
  const free = constraint.cells.filter((cell) => view.value(cell) > 0 && !view.isChanged(cell) && !isComputed(problem, cell));
  // The same in all histories in which the cells hold, and count, the same.
  const key = free.map((cell) => `${cell}=${view.value(cell)}*${weightIn(constraint, cell)}`).join();
  return problem.once(`two slips ${residual} ${key}`, () => firstSlips(free, residual, constraint, view)).map(([cell, to]) => oneCell(cell, view.value(cell), to, view));
}

/** The first of two slips, by its cell and what it must have held, for each such two. */
function firstSlips(free: readonly number[], residual: number, constraint: Constraint, view: View): readonly (readonly [cell: number, to: number])[] {
  const { problem } = view.setting;
  const mayBeSlip = (cell: number, out: number): boolean => {
    const shown = view.value(cell);
    return slipProbability(shown, shown - out / weightIn(constraint, cell), decimalsAt(problem, cell)) > 0;
  };
  return free.flatMap((cell, place) => {
    const from = view.value(cell);
    return [...slipsTo(from, decimalsAt(problem, cell))].flatMap((to): readonly (readonly [number, number])[] => {
      const rest = residual + weightIn(constraint, cell) * (to - from);
      const isCompleted = rest !== 0 && mayHold(problem, cell, to) && free.slice(place + 1).some((other) => mayBeSlip(other, rest));
      return isCompleted ? [[cell, to]] : [];
    });
  });
}
