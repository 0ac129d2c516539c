import { NAT, type Cost } from "./Cost";
import type { Event, View } from "./Event";
import { slipProbability, slipsTo } from "./events/slipProbability";
import { IN_ONE_LINE, MANY_CELLS_KINDS, ONE_CELL_KINDS } from "./kinds";
import { isComputed } from "./Problem";
import { weightIn } from "./Setting";

/** In a sum of more cells than this only the total and the cells at which other failing constraints point are tried one by one. */
const LONG_SUM = 24;

/** When every event in a sum costs more than this, two slips in it are likelier. */
const FAR_FETCHED: Cost = 12 * NAT;

/**
 * The events that may settle a failing constraint, or one that fails beside it. `failing` are all that fail now.
 * Between them `undefined` says that a long sum was gone through: time for a pause.
 */
export function* proposals(index: number, failing: readonly number[], view: View): Generator<Event | undefined> {
  const { constraints, constraintsOf, problem } = view.setting;
  const constraint = constraints[index]!;
  const isLong = constraint.cells.length > LONG_SUM;
  const pointed = new Set(isLong ? failing.flatMap((other) => (constraints[other]!.cells.length > LONG_SUM ? [] : constraints[other]!.cells)) : []);
  let cheapest: Cost = Infinity;
  for (const cell of constraint.cells) {
    if (view.isChanged(cell) || isComputed(problem, cell)) continue;
    if (isLong && cell !== constraint.sum?.total && !pointed.has(cell)) continue;
    const from = view.value(cell);
    const aims: number[] = [];
    for (const each of constraintsOf(cell)) {
      const residual = view.residual(each);
      if (residual === 0 || constraints[each]!.soft?.kind === "odd-blank") continue;
      const to = from - residual / weightIn(constraints[each]!, cell);
      if (!aims.includes(to)) aims.push(to);
    }
    for (const to of aims) {
      const event = to >= 0 && to !== from && Number.isSafeInteger(to) ? oneCell(cell, from, to, view) : undefined;
      if (!event) continue;
      cheapest = Math.min(cheapest, event.cost);
      yield event;
    }
  }
  if (cheapest > FAR_FETCHED) yield* twoSlips(index, view);
  for (const kind of MANY_CELLS_KINDS) {
    yield* kind.propose(index, view);
    if (isLong) yield undefined;
  }
  if (constraint.sum?.axis !== "column") return;
  // Two events in one column hide each other there; each may show by itself in another.
  for (const other of failing) {
    if (other === index || constraints[other]!.sum?.axis !== "column") continue;
    for (const kind of IN_ONE_LINE) yield* kind.propose(other, view);
    if (isLong) yield undefined;
  }
}

/**
 * Two slips in one sum, of which no other sum tells the shares: the first of two such that the second is one slip as well.
 * The second follows by itself, as then it alone is out.
 */
function* twoSlips(index: number, view: View): Generator<Event> {
  const { constraints, problem } = view.setting;
  const constraint = constraints[index]!;
  const { cells, line, soft } = constraint;
  if (soft || line === undefined || cells.length > LONG_SUM || problem.totalRows.has(line)) return;
  const residual = view.residual(index);
  const free = cells.filter((cell) => view.value(cell) > 0 && !view.isChanged(cell) && !isComputed(problem, cell));
  for (const [place, cell] of free.entries()) {
    const from = view.value(cell);
    for (const to of slipsTo(from)) {
      const rest = residual + weightIn(constraint, cell) * (to - from);
      const completes = free.slice(place + 1).some((other) => slipProbability(view.value(other), view.value(other) - rest / weightIn(constraint, other)) > 0);
      const event = completes && rest !== 0 ? oneCell(cell, from, to, view) : undefined;
      if (event) yield event;
    }
  }
}

/** The likeliest thing that happened to a single cell. */
function oneCell(cell: number, from: number, to: number, view: View): Event | undefined {
  let best: Event | undefined;
  for (const kind of ONE_CELL_KINDS) {
    const explained = kind.explain(cell, from, to, view);
    if (explained && (!best || explained.cost < best.cost)) best = { kind: kind.id, what: explained.what, changes: [{ cell, to }], cost: explained.cost };
  }
  return best;
}
