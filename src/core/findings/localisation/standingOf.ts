import type { Steps } from "../../steps";
import type { History } from "./History";
import { isComputed, type Addend, type Problem, type Sum } from "./Problem";
import { unfolded } from "./unfolded";

/** A table as it stands by one history: which cells followed their parts, and by how much each sum is out. */
export interface Standing {
  readonly problem: Problem;
  readonly history: History;
  /** The counts as they stand, totals that added up misread cells unfolded. */
  readonly values: readonly number[];
  /** Those totals, with what they come to. */
  readonly unfolded: ReadonlyMap<number, number>;
  /** By how much each sum's total is more than its parts, in these counts. */
  readonly residuals: readonly number[];
  /** The sum whose result the cell is, where it followed its parts. */
  readonly followedSum: (cell: number) => Sum | undefined;
  /** The same, where it comes out: then the cell says nothing that its parts do not. */
  readonly substituted: (cell: number) => Sum | undefined;
}

function residualsAfter({ sums, sumsOf, residuals }: Problem, values: readonly number[], changed: ReadonlyMap<number, number>): readonly number[] {
  if (changed.size === 0) return residuals;
  const moved = [...residuals];
  for (const index of new Set([...changed.keys()].flatMap((cell) => sumsOf(cell)))) {
    const { total, parts } = sums[index]!;
    moved[index] = parts.reduce((rest, part) => rest - values[part]!, values[total]!);
  }
  return moved;
}

/** Looks up which cells followed only when asked. */
export function* standingOf(problem: Problem, history: History): Steps<Standing> {
  const { sums, sumsOf } = problem;
  const known = new Map<number, Sum | undefined>();
  const followedSum = (cell: number): Sum | undefined => {
    if (history.followed.length === 0 || isComputed(problem, cell)) return undefined;
    if (!known.has(cell)) {
      const ofCell = sumsOf(cell).map((index) => sums[index]!).filter(({ total, hard }) => total === cell && hard);
      known.set(cell, history.followed.map((followed) => ofCell.find(({ axis }) => axis === followed)).find((sum) => sum !== undefined));
    }
    return known.get(cell);
  };
  const { values, changed, cost } = yield* unfolded(problem, (sum) => followedSum(sum.total) === sum);
  const residuals = residualsAfter(problem, values, changed);
  return {
    problem,
    history: { ...history, cost: history.cost + cost },
    values,
    unfolded: changed,
    residuals,
    followedSum,
    substituted(cell) {
      const sum = followedSum(cell);
      return sum && residuals[sumsOf(cell).find((index) => sums[index] === sum)!] === 0 ? sum : undefined;
    },
  };
}

/** Whether other cells say what the cell does: those it adds up, or added up. */
export const isExpanded = ({ substituted, problem: { liveSums } }: Standing, cell: number): boolean => substituted(cell) !== undefined || liveSums.isLive(cell);

/** Whether there are such cells at all: of bare numbers that were typed there are none. */
export const mayExpand = ({ history, problem: { liveSums } }: Standing): boolean => history.followed.length > 0 || liveSums.any;

/** Notes how often the cells that stand for this one count, `sign` times each. */
export function expand(standing: Standing, cell: number, sign: number, into: Map<number, number>): void {
  const { substituted, problem } = standing;
  const addends: readonly Addend[] | undefined = substituted(cell)?.parts.map((part) => ({ cell: part, sign: 1 })) ?? problem.liveSums.addends(cell);
  if (addends === undefined) into.set(cell, (into.get(cell) ?? 0) + sign);
  else for (const addend of addends) if (addend.cell !== cell) expand(standing, addend.cell, sign * addend.sign, into);
}
