import { perOwner } from "../../perOwner";
import { costOf } from "./Cost";
import { isComputed, type Problem, type Sum } from "./Problem";
import type { Constraint } from "./Setting";
import { expand, isExpanded, mayExpand, type Standing } from "./standingOf";

/** One cell in four hundred is left empty by somebody who otherwise writes noughts. */
const ODD_BLANK = costOf(1 / 400);

/** How many constraints a table may have. They are numbered: the sums, what is stated elsewhere, the cells left empty. */
export const constraintCount = ({ sums, facts, oddBlanks }: Problem): number => sums.length + facts.length + oddBlanks.length;

const once = perOwner<Problem, string, ReadonlySet<number>>();

/** The totals of all sums of a check. */
const totalsOf = (problem: Problem, check: string): ReadonlySet<number> =>
  once(problem, check, () => new Set(problem.sums.flatMap(({ balance, total }) => (balance.check === check ? [total] : []))));

/** Whether a sum across a row of totals follows from the same sum in every line that its columns add up. */
function repeatsItsLines(problem: Problem, { balance, total, parts }: Sum): boolean {
  const { sums, sumsOf, figures } = problem;
  const linesOf = (cell: number): readonly number[] | undefined => sumsOf(cell).map((index) => sums[index]!).find((sum) => sum.axis === "column" && sum.total === cell)?.parts;
  const rowOf = (cell: number): number => figures[cell]!.at.row;
  const lines = linesOf(total);
  const totals = totalsOf(problem, balance.check);
  if (!lines?.every((line) => totals.has(line))) return false;
  return parts.every((part) => {
    const others = linesOf(part);
    return others?.length === lines.length && others.every((other, at) => rowOf(other) === rowOf(lines[at]!));
  });
}

/** What a sum asks for; nothing where it cannot fail, or says what others say. */
function ofSum(standing: Standing, sum: Sum, residual: number): Constraint | undefined {
  if (Number.isNaN(residual)) return undefined;
  const { problem, history, followedSum } = standing;
  const line = sum.axis === "row" ? problem.figures[sum.total]!.at.row : undefined;
  const base = { residual, sum, ...(line === undefined ? {} : { line }), ...(sum.hard ? {} : { soft: { kind: "withdrawn" } as const }) };
  // It was live: its parts are not to blame when it does not come out, whoever wrote over it is.
  if (followedSum(sum.total) === sum) return residual === 0 ? undefined : { ...base, cells: [sum.total], weights: new Map([[sum.total, 1]]) };
  const cells = [sum.total, ...sum.parts];
  const inTotals = line !== undefined && problem.totalRows.has(line);
  if (inTotals && (history.followed.includes("column") || cells.every((cell) => isComputed(problem, cell)))) return undefined;
  if ((!sum.hard && repeatsItsLines(problem, sum)) || problem.liveSums.adds(sum.total, sum.parts)) return undefined;
  if (!mayExpand(standing) || !cells.some((cell) => isExpanded(standing, cell))) return { ...base, cells, weights: undefined };
  const weights = new Map<number, number>();
  expand(standing, sum.total, 1, weights);
  for (const part of sum.parts) expand(standing, part, -1, weights);
  for (const [cell, weight] of weights) if (weight === 0) weights.delete(cell);
  return weights.size === 0 ? undefined : { ...base, cells: [...weights.keys()], weights };
}

/** The constraint of that number; undefined where there is nothing to ask for. */
export function constraintOf(standing: Standing, index: number): Constraint | undefined {
  const { sums, facts, oddBlanks, figures } = standing.problem;
  const sum = sums[index];
  if (sum) return ofSum(standing, sum, standing.residuals[index]!);
  const stated = facts[index - sums.length];
  if (stated) {
    const weights = new Map<number, number>();
    expand(standing, stated.cell, 1, weights);
    return { cells: [...weights.keys()], weights, residual: standing.values[stated.cell]! - stated.fact.count, soft: { kind: "fact", fact: stated.fact } };
  }
  const cell = oddBlanks[index - sums.length - facts.length]!;
  return { cells: [cell], weights: new Map([[cell, 1]]), residual: -1, line: figures[cell]!.at.row, soft: { kind: "odd-blank", cost: ODD_BLANK } };
}
