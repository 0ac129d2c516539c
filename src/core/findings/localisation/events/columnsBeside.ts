import { isComputed, type Problem, type Sum } from "../Problem";
import { onceAView } from "./remembered";

/** A sum down a column with what it is out by. */
export interface Column {
  readonly constraint: number;
  readonly sum: Sum;
  readonly residual: number;
}

/** The failing column sums that end in the same row as this one. */
export const columnsBeside = onceAView((index, view): readonly Column[] => {
  const { constraints, problem, constraintsOf, followedSum } = view.setting;
  const { sum } = constraints[index]!;
  if (sum?.axis !== "column") return [];
  return problem.lines.get(problem.figures[sum.total]!.at.row)!.flatMap((cell) => {
    if (isComputed(problem, cell) || view.isChanged(cell)) return [];
    return constraintsOf(cell).flatMap((constraint) => {
      const other = constraints[constraint]!.sum;
      if (other?.axis !== "column" || other.total !== cell || (followedSum(cell) && followedSum(cell) !== other)) return [];
      return [{ constraint, sum: other, residual: view.residual(constraint) }];
    });
  });
});

/** The part of a sum down a column that stands in this row of the sheet; undefined where the row is no part of it. */
export function partIn(problem: Problem, { balance, total }: Sum, row: number): number | undefined {
  const { column } = balance.total.at;
  return problem.lines.get(row)?.find((cell) => cell !== total && problem.figures[cell]!.at.column === column);
}
