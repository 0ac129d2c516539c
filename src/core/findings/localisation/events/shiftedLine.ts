import { costOf } from "../Cost";
import { eventCost, RARE, type CellChange, type ManyCellsKind, type View } from "../Event";
import { isComputed } from "../Problem";
import type { Phrase } from "../../../words/Phrase";
import { excessOf, sumsAcross } from "./sumsAcross";

const RIGHTWARDS: Phrase = { vi: "cả dòng gõ lệch sang phải một cột", en: "the whole row typed one column too far right" };
const LEFTWARDS: Phrase = { vi: "cả dòng gõ lệch sang trái một cột", en: "the whole row typed one column too far left" };

/** To the right or to the left. */
const WAYS = 2;
/** In a shorter row a shift is the same as a few values in the wrong places. */
const FEWEST_CELLS = 5;

/** The line's own counts, were they written so many columns further right; the one that fell out of the table follows from its sum. */
function movedBack(cells: readonly number[], by: 1 | -1, view: View): readonly CellChange[] | undefined {
  const lost = by === 1 ? cells.length - 1 : 0;
  const right = new Map(cells.flatMap((cell, at) => (at === lost ? [] : [[cell, view.value(cells[at + by]!)]])));
  const across = sumsAcross(view.setting.problem, cells);
  const own = across.find(({ total, parts }) => total === cells[lost] || parts.includes(cells[lost]!));
  if (!own) return undefined;
  const rest = excessOf(own, (cell) => right.get(cell) ?? 0);
  right.set(cells[lost]!, own.total === cells[lost] ? -rest : rest);
  const holds = across.every((sum) => excessOf(sum, (cell) => right.get(cell)!) === 0);
  const changes = cells.flatMap((cell) => (right.get(cell) === view.value(cell) ? [] : [{ cell, to: right.get(cell)! }]));
  return holds && across.length > 1 && changes.every(({ to }) => to >= 0 && Number.isSafeInteger(to)) ? changes : undefined;
}

/** All counts of a row one column off, as when a cell was skipped or typed twice at its beginning. */
export const shiftedLine: ManyCellsKind = {
  id: "shifted-line",
  *propose(index, view) {
    const { constraints, problem, model, followedSum } = view.setting;
    const { line, soft, sum } = constraints[index]!;
    if (line === undefined || soft || sum?.axis !== "row" || problem.totalRows.has(line)) return;
    const cells = problem.lines.get(line)!;
    if (cells.length < FEWEST_CELLS || cells.some((cell) => view.isChanged(cell) || isComputed(problem, cell) || followedSum(cell))) return;
    // A row that was moved to the right begins with nothing, one moved to the left ends so.
    for (const [by, what] of [
      [1, RIGHTWARDS],
      [-1, LEFTWARDS],
    ] as const) {
      if (view.value(by === 1 ? cells[0]! : cells.at(-1)!) !== 0) continue;
      const changes = movedBack(cells, by, view);
      if (changes && changes.length > 2) yield { kind: this.id, what, changes, cost: eventCost(RARE, model.lines) + costOf(1 / WAYS) };
    }
  },
};
