import { STEP, type Steps } from "../../steps";
import { constraintCount, constraintOf } from "./constraintOf";
import type { History } from "./History";
import type { Model } from "./Model";
import type { Problem } from "./Problem";
import type { Constraint, Setting } from "./Setting";
import { isExpanded, standingOf, type Standing } from "./standingOf";

const NONE: readonly number[] = [];

/** Looks up, cell by cell, the numbers of the constraints that may hold it: its own, and those of what it was added up into. */
function mayHold({ problem, substituted }: Standing): (cell: number) => readonly number[] {
  const { sums, sumsOf, facts, oddBlanks, liveSums } = problem;
  const elsewhere = new Map<number, number[]>();
  for (const [place, cell] of [...facts.map((each) => each.cell), ...oddBlanks].entries()) elsewhere.set(cell, [...(elsewhere.get(cell) ?? []), sums.length + place]);
  return (cell) => {
    const found = new Set<number>();
    const reached = new Set([cell]);
    for (const each of reached) {
      for (const index of elsewhere.get(each) ?? []) found.add(index);
      for (const index of sumsOf(each)) {
        found.add(index);
        const { total } = sums[index]!;
        if (substituted(total) === sums[index]) reached.add(total);
      }
      for (const dependent of liveSums.dependents(each)) reached.add(dependent.cell);
    }
    return [...found].sort((one, other) => one - other);
  };
}

/**
 * Sets up the constraints of a table as one history has them; `byLines`, each line is judged by itself, whatever its columns say.
 * Only what fails is looked at before it is asked for: of a long table little else ever is.
 */
export function* settingOf(problem: Problem, history: History, model: Model, byLines = false): Steps<Setting> {
  const standing = yield* standingOf(problem, history);
  const { sums } = problem;
  const constraints: Constraint[] = [];
  const looked = new Set<number>();
  /** Whether there is a constraint of that number; from then on it is among them. */
  const isThere = (index: number): boolean => {
    if (!looked.has(index)) {
      looked.add(index);
      const constraint = byLines && index < sums.length && sums[index]!.axis !== "row" ? undefined : constraintOf(standing, index);
      if (constraint) constraints[index] = constraint;
    }
    return constraints[index] !== undefined;
  };
  const failing: number[] = [];
  for (let index = 0; index < constraintCount(problem); index++) {
    if (index % STEP === STEP - 1) yield;
    if (standing.residuals[index] !== 0 && isThere(index) && constraints[index]!.residual !== 0) failing.push(index);
  }
  const holding = mayHold(standing);
  const constraintsOf: (readonly number[])[] = [];
  return {
    ...standing,
    model,
    constraints,
    failing,
    constraintsOf: (cell) =>
      (constraintsOf[cell] ??= isExpanded(standing, cell) ? NONE : holding(cell).filter((index) => isThere(index) && (constraints[index]!.weights?.has(cell) ?? true))),
  };
}
