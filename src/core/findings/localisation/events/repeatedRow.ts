import { costOf } from "../Cost";
import { eventCost, KIND, type ManyCellsKind } from "../Event";
import { isComputed, type Problem } from "../Problem";
import type { Phrase } from "../../../words/Phrase";
import { columnsBeside, partIn } from "./columnsBeside";

const REPEATED: Phrase = { vi: "dòng bị dán lặp lại, dòng tổng chỉ tính một lần", en: "a row pasted twice, which the total row counts once" };

/** Whoever pastes a row pastes its name as well, and hardly ever changes it. */
const WITH_ITS_NAME = 0.98;

const known = new WeakMap<Problem, ReadonlySet<number>>();

/** The rows that have the name of another. */
function namesakes(problem: Problem): ReadonlySet<number> {
  const found = known.get(problem);
  if (found) return found;
  const first = new Map<string, number>();
  const named = new Set<number>();
  for (const [row, name] of problem.names) {
    const earlier = first.get(name);
    if (earlier === undefined) first.set(name, row);
    else named.add(earlier).add(row);
  }
  known.set(problem, named);
  return named;
}

/**
 * A row pasted twice: every column is out by the second copy, which should not be there. That two rows agree figure for
 * figure is no wonder then; what they hold tells it from a total that leaves a row out.
 */
export const repeatedRow: ManyCellsKind = {
  id: "repeated-row",
  *propose(index, view) {
    const { constraints, problem, model, followedSum } = view.setting;
    const sum = constraints[index]!.sum;
    const residual = view.residual(index);
    if (sum?.axis !== "column" || residual >= 0) return;
    const rowOf = (part: number): number => problem.figures[part]!.at.row;
    const named = namesakes(problem);
    // Where several rows were pasted twice, no copy shows by itself; its name must speak for it.
    const holding = sum.parts.filter((part) => {
      const count = view.value(part);
      return count === -residual || (count > 0 && count < -residual && named.has(rowOf(part)));
    });
    if (holding.length < 2) return;
    const columns = columnsBeside(index, view);
    const inRow = (row: number): readonly number[] => columns.flatMap((column) => partIn(problem, column.sum, row) ?? []);
    const speaksFor = (out: number, count: number, row: number): boolean => out === -count || (named.has(row) && out < -count);
    for (const [place, part] of holding.entries()) {
      const copy = inRow(rowOf(part));
      if (copy.length !== columns.length || copy.some((cell) => view.isChanged(cell) || isComputed(problem, cell) || followedSum(cell))) continue;
      const filled = copy.flatMap((cell, at) => (view.value(cell) > 0 ? [{ cell, speaks: speaksFor(columns[at]!.residual, view.value(cell), rowOf(part)) }] : []));
      if (filled.length < 2 || filled.filter(({ speaks }) => speaks).length * 2 <= filled.length) continue;
      const originals = holding.slice(0, place).filter((earlier) => inRow(rowOf(earlier)).every((cell, at) => view.value(cell) === view.value(copy[at]!)));
      if (originals.length === 0) continue;
      const name = problem.names.get(rowOf(part));
      const isNamesake = name !== undefined && originals.some((earlier) => problem.names.get(rowOf(earlier)) === name);
      // Two rows merged are the other half of the kind.
      const cost = eventCost(KIND / 2, model.lines) + costOf(isNamesake ? WITH_ITS_NAME : 1 - WITH_ITS_NAME);
      yield { kind: this.id, what: REPEATED, changes: filled.map(({ cell }) => ({ cell, to: 0 })), cost };
    }
  },
};
