import { costOf } from "../Cost";
import { eventCost, KIND, type CellChange, type Event, type ManyCellsKind, type View } from "../Event";
import { isComputed } from "../Problem";
import { weightAt } from "../Setting";
import type { Phrase } from "../../../words";

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

const isFree = (cell: number, view: View): boolean =>
  !view.isChanged(cell) && !isComputed(view.setting.problem, cell) && !view.setting.followedSum(cell) && !view.setting.problem.isTotal[cell];

function event(what: Phrase, share: number, changes: readonly CellChange[], view: View): Event {
  const over = changes[1]!.to === 0 ? OVER_NOTHING : OVER_SOMETHING;
  return { kind: "shifted-value", what, changes, cost: eventCost(KIND * share * over, view.setting.model.filledLeaves) + costOf(1 / WAYS) };
}

/** A value typed one column or one row off: its own cell is empty, its neighbour holds it, over nothing or over what stood there. */
export const shiftedValue: ManyCellsKind = {
  id: "shifted-value",
  *propose(index, view) {
    const { constraints, problem } = view.setting;
    const constraint = constraints[index]!;
    const residual = view.residual(index);
    for (const cell of constraint.cells) {
      if (problem.isSubtotal[cell] || !isFree(cell, view)) continue;
      const weight = weightAt(view.setting, index, cell);
      for (const other of problem.beside[cell]!) {
        if (view.value(cell) === view.value(other) || !isFree(other, view)) continue;
        for (const [empty, holding] of [
          [cell, other],
          [other, cell],
        ] as const) {
          const value = view.value(holding);
          if (view.value(empty) !== 0 || value <= 0) continue;
          const emptyWeight = weightAt(view.setting, index, empty);
          const holdingWeight = weightAt(view.setting, index, holding);
          // What stood where the value is now: whatever makes the sum come out.
          const stood = holdingWeight === 0 ? undefined : value - (residual + emptyWeight * value) / holdingWeight;
          if (stood === undefined && emptyWeight * value !== -residual) continue;
          const to = stood ?? 0;
          if (to < 0 || to === value || !Number.isInteger(to)) continue;
          if (holding === other && holdingWeight !== 0)
            yield event(
              SIDEWAYS,
              ACROSS,
              [
                { cell: empty, to: value },
                { cell: holding, to },
              ],
              view,
            );
          else if (holdingWeight === 0)
            yield event(
              SIDEWAYS,
              ACROSS,
              [
                { cell: empty, to: value },
                { cell: holding, to: 0 },
              ],
              view,
            );
          else if (emptyWeight === 0)
            yield event(
              SIDEWAYS,
              ACROSS,
              [
                { cell: empty, to: value },
                { cell: holding, to },
              ],
              view,
            );
        }
      }
      if (constraint.line === undefined || view.value(cell) !== 0 || weight === 0) continue;
      const value = -residual / weight;
      if (value <= 0) continue;
      for (const other of rowNeighbours(cell, view)) {
        if (view.value(other) === value && isFree(other, view))
          yield event(
            DOWNWARDS,
            DOWN,
            [
              { cell, to: value },
              { cell: other, to: 0 },
            ],
            view,
          );
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
