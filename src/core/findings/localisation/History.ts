import { costOf, type Cost } from "./Cost";
import type { Axis, Problem, Sum } from "./Problem";
import { isComputed } from "./Problem";

/**
 * How a table of bare numbers came about. A sum that was live when a slip was made followed it, and was pasted as
 * a value afterwards: it comes out, and yet it is wrong. Nobody can tell from the numbers; all histories are tried, and
 * their answers compete.
 */
export interface History {
  readonly id: "typed" | "totals-followed" | "all-followed";
  /** How rare such files are. */
  readonly cost: Cost;
  /** The sums that were live. */
  readonly followed: readonly Axis[];
}

/**
 * Nobody has counted how files come about. Totals typed or calculated by hand are the plainest case; live totals under typed rows
 * are what a template of the office gives; tables that were live throughout mostly still are, and then nothing need be guessed.
 */
const HISTORIES: readonly History[] = [
  { id: "typed", cost: costOf(0.5), followed: [] },
  { id: "totals-followed", cost: costOf(0.3), followed: ["column"] },
  { id: "all-followed", cost: costOf(0.2), followed: ["column", "row"] },
];

const isTyped = (problem: Problem, { hard, total }: Sum): boolean => hard && !isComputed(problem, total);

/** The histories that differ for this table: a sum that is a formula follows in all of them. */
export function historiesOf(problem: Problem): readonly History[] {
  const typed = new Set(problem.sums.filter((sum) => isTyped(problem, sum)).map(({ axis }) => axis));
  return HISTORIES.filter(({ followed }, index) => index === 0 || typed.has(followed.at(-1)!));
}
