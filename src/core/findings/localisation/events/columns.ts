import { columnSum, type View } from "../Event";
import { isComputed, rowOf, type Problem, type Sum } from "../Problem";

/** A sum down a column with what it is out by. */
export interface Column {
  readonly constraint: number;
  readonly sum: Sum;
  readonly residual: number;
}

/** The column sums that end in the same row as this one. */
export const columnsBeside = (index: number, view: View): readonly Column[] => view.once(`columns beside ${index}`, () => findBeside(index, view));

function findBeside(index: number, view: View): readonly Column[] {
  const { setting } = view;
  const { problem, constraintsOf, followedSum } = setting;
  const sum = columnSum(setting, index);
  return (sum ? problem.lines.get(rowOf(problem, sum.total))! : []).flatMap((cell) => {
    if (isComputed(problem, cell) || view.isChanged(cell)) return [];
    return constraintsOf(cell).flatMap((constraint) => {
      const other = columnSum(setting, constraint);
      if (other?.total !== cell || (followedSum(cell) && followedSum(cell) !== other)) return [];
      return [{ constraint, sum: other, residual: view.residual(constraint) }];
    });
  });
}

/** The part of a sum down a column that stands in this row of the sheet; undefined where the row is no part of it. */
export function partIn(problem: Problem, { total }: Sum, row: number): number | undefined {
  const { column } = problem.figures[total]!.at;
  return problem.lines.get(row)?.find((cell) => cell !== total && problem.figures[cell]!.at.column === column);
}

/** The parts of a sum that hold this count, in the order of their rows: a long column is gone through once for each count. */
export function partsHolding({ total, parts }: Sum, count: number, { setting, value, changed }: View): readonly number[] {
  const { values, once, problem } = setting;
  const holding = once(`holding ${count} ${parts[0]} ${total}`, () => parts.filter((part) => values[part] === count));
  const others = changed.filter((cell) => value(cell) === count && !holding.includes(cell) && parts.includes(cell));
  const rest = holding.filter((cell) => value(cell) === count);
  return others.length === 0 ? rest : [...rest, ...others].sort((one, other) => rowOf(problem, one) - rowOf(problem, other));
}
