import { costOf } from "../Cost";
import { eventCost, KIND, type CellChange, type Event, type ManyCellsKind, type View } from "../Event";
import { weightAt, weightIn } from "../Setting";
import type { Phrase } from "../../../words";
import { isFree } from "./isFree";

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

/** A value typed one column or one row off: its own cell is empty, its neighbour holds it, over nothing or over what stood there. */
export const shiftedValue: ManyCellsKind = {
  id: "shifted-value",
  *propose(index, view) {
    const { constraints, problem, values } = view.setting;
    const constraint = constraints[index]!;
    const residual = view.residual(index);
    // Down a column: the lines come out as they are, so that the value stands over nothing.
    const inColumn = constraint.line === undefined;
    for (const cell of constraint.cells) {
      if (problem.isSubtotal[cell]) continue;
      const here = values[cell]!;
      const weight = weightIn(constraint, cell);
      for (const other of problem.beside[cell]!) {
        const there = values[other]!;
        const value = here + there;
        if ((here !== 0 && there !== 0) || value <= 0 || (inColumn && value !== Math.abs(residual)) || !isFree(cell, view) || !isFree(other, view)) continue;
        const [empty, holding] = here === 0 ? [cell, other] : [other, cell];
        const emptyWeight = weightAt(view.setting, index, empty);
        const holdingWeight = weightAt(view.setting, index, holding);
        // Both in one sum: told once, from the empty cell.
        if (emptyWeight !== 0 && holdingWeight !== 0 && holding === cell) continue;
        // What stood where the value is now: whatever makes the sum come out.
        const to = holdingWeight === 0 ? 0 : value - (residual + emptyWeight * value) / holdingWeight;
        if ((holdingWeight === 0 && emptyWeight * value !== -residual) || (inColumn && to !== 0)) continue;
        if (to < 0 || to === value || !Number.isInteger(to)) continue;
        const changes = [
          { cell: empty, to: value },
          { cell: holding, to },
        ];
        yield event(SIDEWAYS, ACROSS, changes, view);
      }
      if (inColumn || here !== 0 || !isFree(cell, view)) continue;
      const value = -residual / weight;
      if (value <= 0) continue;
      for (const other of rowNeighbours(cell, view)) {
        if (view.value(other) !== value || !isFree(other, view)) continue;
        const changes = [
          { cell, to: value },
          { cell: other, to: 0 },
        ];
        yield event(DOWNWARDS, DOWN, changes, view);
      }
    }
  },
};

/** The cells just above and below in the same column of figures. */
function rowNeighbours(cell: number, { setting: { problem } }: View): readonly number[] {
  return problem.sumsOf[cell]!.flatMap((index) => {
    const { axis, parts } = problem.sums[index]!;
    const at = axis === "column" ? parts.indexOf(cell) : -1;
    return at < 0 ? [] : [parts[at - 1], parts[at + 1]].filter((each) => each !== undefined);
  });
}
