import { costOf } from "../Cost";
import { eventCost, isFree, KIND, type CellChange, type Event, type View } from "../Event";
import { neighboursAlong, rowOf } from "../Problem";
import { weightAt, weightIn, type Setting } from "../Setting";
import type { Phrase } from "../../../words/Phrase";

const SIDEWAYS: Phrase = { vi: "số gõ lệch sang cột bên cạnh", en: "typed one column off" };
const DOWNWARDS: Phrase = { vi: "số gõ lệch sang dòng bên cạnh", en: "typed one row off" };

/** A form is filled row by row: one stray count in ten lands in another row. */
const DOWN = 1 / 10;
const ACROSS = 1 - DOWN;
/** Left or right. */
const WAYS = 2;
/** Whoever fills a row writes the neighbour's own count over a stray one, or sees that it is gone: mostly the neighbour was empty. */
const OVER_NOTHING = 3 / 4;
const OVER_SOMETHING = 1 - OVER_NOTHING;

function event(what: Phrase, share: number, changes: readonly CellChange[], view: View): Event {
  const over = changes[1]!.to === 0 ? OVER_NOTHING : OVER_SOMETHING;
  return { kind: "shifted-value", what, changes, cost: eventCost(KIND * share * over, view.setting.model.filledLeaves) + costOf(1 / WAYS) };
}

/** An empty cell, and its neighbour in a sum that may hold its value. */
interface Neighbours {
  readonly empty: number;
  readonly holding: number;
  readonly emptyWeight: number;
  readonly holdingWeight: number;
}

/** Neighbours of which one at least stands in the constraint. */
const neighboursOf = (setting: Setting, index: number, residual: number): readonly Neighbours[] =>
  setting.once(`neighbours ${index} ${residual}`, () => findNeighbours(setting, index, residual));

function findNeighbours(setting: Setting, index: number, residual: number): readonly Neighbours[] {
  const { constraints, problem, values } = setting;
  const { cells, line } = constraints[index]!;
  const size = line === undefined ? Math.abs(residual) : undefined;
  const holds = (row: readonly number[], count: number): boolean => row.some((each) => values[each] === count);
  const found: Neighbours[] = [];
  for (const cell of cells) {
    if (problem.isSubtotal[cell]) continue;
    const here = values[cell]!;
    // Down a column the lines come out as they are, so that the value stands over nothing: it is what the column is out by.
    if (size !== undefined && here !== size && (here !== 0 || !holds(problem.lines.get(rowOf(problem, cell))!, size))) continue;
    for (const other of neighboursAlong(problem, cell, "row")) {
      const there = values[other]!;
      if ((here !== 0 && there !== 0) || here + there <= 0 || (size !== undefined && here + there !== size)) continue;
      const [empty, holding] = here === 0 ? [cell, other] : [other, cell];
      const [emptyWeight, holdingWeight] = [weightAt(setting, index, empty), weightAt(setting, index, holding)];
      // Both in one sum: told once, from the empty cell.
      if (emptyWeight === 0 || holdingWeight === 0 || holding !== cell) found.push({ empty, holding, emptyWeight, holdingWeight });
    }
  }
  return found;
}

/** A value typed one column off, where nothing stood: one of the two cells holds it, the other is empty. Undefined of any other two. */
export function shiftedIntoNothing(cell: number, other: number, view: View): Event | undefined {
  const [here, there] = [view.value(cell), view.value(other)];
  if ((here > 0) === (there > 0) || !neighboursAlong(view.setting.problem, cell, "row").includes(other)) return undefined;
  const [empty, holding] = here === 0 ? [cell, other] : [other, cell];
  const changes = [
    { cell: empty, to: here + there },
    { cell: holding, to: 0 },
  ];
  return event(SIDEWAYS, ACROSS, changes, view);
}

/** A value typed one column or one row off: its own cell is empty, its neighbour holds it, over nothing or over what stood there. */
export function* shiftedValue(index: number, view: View): Iterable<Event> {
  const { constraints, values } = view.setting;
  const constraint = constraints[index]!;
  const residual = view.residual(index);
  const inColumn = constraint.line === undefined;
  for (const { empty, holding, emptyWeight, holdingWeight } of neighboursOf(view.setting, index, residual)) {
    const value = values[holding]!;
    // What stood where the value is now: whatever makes the sum come out.
    const to = holdingWeight === 0 ? 0 : value - (residual + emptyWeight * value) / holdingWeight;
    if ((holdingWeight === 0 && emptyWeight * value !== -residual) || (inColumn && to !== 0)) continue;
    if (to < 0 || to === value || !Number.isInteger(to) || !isFree(empty, view) || !isFree(holding, view)) continue;
    const changes = [
      { cell: empty, to: value },
      { cell: holding, to },
    ];
    yield event(SIDEWAYS, ACROSS, changes, view);
  }
  if (inColumn) return;
  for (const cell of constraint.cells) {
    const value = -residual / weightIn(constraint, cell);
    if (values[cell] !== 0 || value <= 0 || view.setting.problem.isSubtotal[cell] || !isFree(cell, view)) continue;
    for (const other of neighboursAlong(view.setting.problem, cell, "column")) {
      if (view.value(other) !== value || !isFree(other, view)) continue;
      const changes = [
        { cell, to: value },
        { cell: other, to: 0 },
      ];
      yield event(DOWNWARDS, DOWN, changes, view);
    }
  }
}
