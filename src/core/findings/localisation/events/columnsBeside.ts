import type { View } from "../Event";
import { isComputed, type Sum } from "../Problem";

/** A sum down a column with what it is out by. */
export interface Column {
  readonly constraint: number;
  readonly sum: Sum;
  readonly residual: number;
}

/** The failing column sums that end in the same row as this one. */
export function columnsBeside(index: number, view: View): readonly Column[] {
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
}
