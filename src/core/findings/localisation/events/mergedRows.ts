import type { Phrase } from "../../../words/Phrase";
import { eventCost, KIND, type CellChange, type ManyCellsKind, type View } from "../Event";
import { isComputed } from "../Problem";
import { partIn } from "./columnsBeside";
import { leftOutRows, type LeftOutRow } from "./leftOutRows";

const MERGED: Phrase = { vi: "gộp hai dòng, đã cộng thêm số liệu của dòng", en: "two rows merged, it includes the figures of" };

/** Half of the kind is a row pasted twice. Whoever puts one row into another mostly takes the row away: one in ten leaves it standing. */
const STILL_STANDING = 1 / 10;
/** In a longer table the choice of a pair alone makes it far less likely than a total that leaves the row out. */
const MOST_LINES = 200;

/** The figures of a row without those of the other; undefined where they cannot be among them. */
function withoutThose(row: number, { figures }: LeftOutRow, view: View): readonly CellChange[] | undefined {
  const { problem, followedSum } = view.setting;
  const changes: CellChange[] = [];
  let rest = 0;
  for (const { column, count } of figures) {
    const cell = partIn(problem, column.sum, row);
    if (cell === undefined || view.isChanged(cell) || view.value(cell) < count || followedSum(column.sum.total)) return undefined;
    rest += view.value(cell) - count;
    // Live sums of the row follow.
    if (!isComputed(problem, cell) && !followedSum(cell)) changes.push({ cell, to: view.value(cell) - count });
  }
  // Nothing of its own left: that is the other row once more.
  return rest > 0 && changes.length > 1 ? changes : undefined;
}

/**
 * One row's figures added into another's, while the row itself was left standing: every total lacks just that row. A total that
 * leaves the row out looks the same down the columns; how the rows look, and what is stated of them elsewhere, decides.
 */
export const mergedRows: ManyCellsKind = {
  id: "merged-rows",
  *propose(index, view) {
    const { constraints, problem, model } = view.setting;
    const { sum } = constraints[index]!;
    if (sum?.axis !== "column" || model.lines > MOST_LINES) return;
    const cost = eventCost((KIND / 2) * STILL_STANDING, model.lines * Math.max(1, model.lines - 1));
    for (const other of leftOutRows(index, view)) {
      for (const part of sum.parts) {
        const { row } = problem.figures[part]!.at;
        const changes = row === other.row ? undefined : withoutThose(row, other, view);
        if (changes) yield { kind: this.id, what: MERGED, changes, cost, other: other.figures[0]!.cell };
      }
    }
  },
};
