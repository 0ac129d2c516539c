import { eventCost, KIND, type Event, type ManyCellsKind, type View } from "../Event";
import { weightAt, weightIn } from "../Setting";
import type { Phrase } from "../../../words";
import { isFree } from "./isFree";

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

/** Two figures of a row, or of a column, that changed places. */
export const exchangedCells: ManyCellsKind = {
  id: "exchanged-cells",
  *propose(index, view) {
    const { constraints, problem, model, constraintsOf, values } = view.setting;
    const constraint = constraints[index]!;
    const residual = view.residual(index);
    for (const cell of constraint.cells) {
      // Cells that an event has changed already stay out of it: the table's own counts are the ones to compare.
      if (problem.isTotal[cell] || view.isChanged(cell)) continue;
      const line = problem.lines.get(problem.figures[cell]!.at.row)!;
      const value = values[cell]!;
      const weight = weightIn(constraint, cell);
      for (const other of line) {
        const by = values[other]! - value;
        if (by === 0 || (constraint.weights === undefined && by !== residual && by !== -residual && 2 * by !== residual && 2 * by !== -residual)) continue;
        const otherWeight = weightAt(view.setting, index, other);
        if (!isFree(cell, view)) break;
        if ((weight - otherWeight) * by !== -residual || (otherWeight !== 0 && other < cell) || !isFree(other, view)) continue;
        const filled = line.filter((each) => view.value(each) > 0 && !view.setting.followedSum(each)).length;
        yield exchange(cell, other, EXCHANGED, eventCost(KIND * ACROSS, (model.lines * filled * Math.max(1, filled - 1)) / 2), view);
      }
      // Down a column both rows are out, by the same count and opposite ways.
      if (constraint.line === undefined || !isFree(cell, view)) continue;
      for (const column of problem.sumsOf[cell]!) {
        const sum = problem.sums[column]!;
        if (sum.axis !== "column" || sum.total === cell) continue;
        for (const other of sum.parts) {
          const by = values[other]! - value;
          if (by === 0 || weight * by !== -residual || !isFree(other, view)) continue;
          if (!constraintsOf(other).some((each) => constraints[each]!.line !== undefined && view.residual(each) === weightIn(constraints[each]!, other) * by))
            continue;
          const isNext = Math.abs(sum.parts.indexOf(cell) - sum.parts.indexOf(other)) === 1;
          const places = isNext ? model.filled : (model.filled * model.lines) / 2;
          yield exchange(cell, other, EXCHANGED_ROWS, eventCost(KIND * DOWN * (isNext ? NEXT_ROW : 1 - NEXT_ROW), places), view);
        }
      }
    }
  },
};
