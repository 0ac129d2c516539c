import { eventCost, KIND, type Event, type ManyCellsKind, type View } from "../Event";
import type { Sum } from "../Problem";
import { weightAt, weightIn, type Setting } from "../Setting";
import type { Phrase } from "../../../words/Phrase";
import { partIn } from "./columnsBeside";
import { isFree } from "./isFree";
import { remembered } from "./remembered";

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
function pairsUnder({ constraints, failing, problem, values }: Setting, { parts }: Sum, residual: number): readonly Pair[] {
  const rowOf = (cell: number): number => problem.figures[cell]!.at.row;
  return failing.flatMap((index) => {
    const { sum, residual: out } = constraints[index]!;
    if (sum?.axis !== "column" || out !== -residual) return [];
    return parts.flatMap((cell, place): readonly Pair[] => {
      const other = sum.parts[place];
      return other !== undefined && values[other]! - values[cell]! === residual && rowOf(other) === rowOf(cell) ? [{ cell, other }] : [];
    });
  });
}

/** By the table's own counts: cells that an event has changed already stay out of it. */
const pairsOf = remembered((setting, index, residual): readonly Pair[] => {
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
    for (const other of problem.lines.get(problem.figures[cell]!.at.row)!) {
      const by = values[other]! - value;
      if (!mayMove(by)) continue;
      const otherWeight = weightAt(setting, index, other);
      if ((weight - otherWeight) * by === -residual && (otherWeight === 0 || other > cell)) pairs.push({ cell, other });
    }
    if (constraint.line !== undefined) pairs.push(...pairsDown(setting, cell, -residual / weight));
  }
  return pairs;
});

/** Down a column both rows are out, by the same count and opposite ways: only rows that fail come into question. */
function pairsDown({ problem, values, failing, constraints }: Setting, cell: number, by: number): readonly Pair[] {
  const rows = [...new Set(failing.flatMap((index) => constraints[index]!.line ?? []))].sort((one, other) => one - other);
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
  const filled = problem.lines.get(problem.figures[cell]!.at.row)!.filter((each) => view.value(each) > 0 && !followedSum(each)).length;
  return exchange(cell, other, EXCHANGED, eventCost(KIND * ACROSS, (model.lines * filled * Math.max(1, filled - 1)) / 2), view);
}

/** Two figures of a row, or of a column, that changed places. */
export const exchangedCells: ManyCellsKind = {
  id: "exchanged-cells",
  *propose(index, view) {
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
  },
};
