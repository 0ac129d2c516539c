import { STEP, type Steps } from "../../steps";
import { costOf } from "./Cost";
import type { History } from "./History";
import type { Model } from "./Model";
import { isComputed, type Addend, type Problem, type Sum } from "./Problem";
import type { Constraint, Setting } from "./Setting";
import { unfolded } from "./unfolded";

/** One cell in four hundred is left empty by somebody who otherwise writes noughts. */
const ODD_BLANK = costOf(1 / 400);
const NONE: readonly number[] = [];

/** Whether a sum across a row of totals follows from the same sum in every line that its columns add up. */
function repeatsItsLines({ sums, sumsOf, figures }: Problem, { balance, total, parts }: Sum): boolean {
  const linesOf = (cell: number): readonly number[] | undefined => sumsOf[cell]!.map((index) => sums[index]!).find((sum) => sum.axis === "column" && sum.total === cell)?.parts;
  const rowOf = (cell: number): number => figures[cell]!.at.row;
  const lines = linesOf(total);
  if (!lines?.every((line) => sumsOf[line]!.some((index) => sums[index]!.balance.check === balance.check && sums[index]!.total === line))) return false;
  return parts.every((part) => {
    const others = linesOf(part);
    return others?.length === lines.length && others.every((other, at) => rowOf(other) === rowOf(lines[at]!));
  });
}

/**
 * Sets up the constraints of a table as one history has them; `byLines`, each line is judged by itself, whatever its columns say.
 * Only what fails is looked at before it is asked for: of a long table little else ever is.
 */
export function* settingOf(problem: Problem, history: History, model: Model, byLines = false): Steps<Setting> {
  const { sums, sumsOf, totalRows, figures, liveSums, facts, oddBlanks } = problem;
  const follows = new Map<number, Sum | undefined>();
  const followedSum = (cell: number): Sum | undefined => {
    if (history.followed.length === 0 || isComputed(problem, cell)) return undefined;
    if (!follows.has(cell)) {
      const ofCell = sumsOf[cell]!.map((index) => sums[index]!).filter(({ total, hard }) => total === cell && hard);
      follows.set(cell, history.followed.map((followed) => ofCell.find(({ axis }) => axis === followed)).find((sum) => sum !== undefined));
    }
    return follows.get(cell);
  };
  const { values, changed, cost } = yield* unfolded(problem, (sum) => followedSum(sum.total) === sum);
  let { residuals } = problem;
  if (changed.size > 0) {
    const moved = [...residuals];
    for (const index of new Set([...changed.keys()].flatMap((cell) => sumsOf[cell]!))) {
      const { total, parts } = sums[index]!;
      moved[index] = parts.reduce((rest, part) => rest - values[part]!, values[total]!);
    }
    residuals = moved;
  }

  /** The sum that gives what a cell shows, where it was live and comes out: then the cell says nothing that its parts do not. */
  const substituted = (cell: number): Sum | undefined => {
    const sum = followedSum(cell);
    return sum && residuals[sumsOf[cell]!.find((index) => sums[index] === sum)!] === 0 ? sum : undefined;
  };
  const isExpanded = (cell: number): boolean => substituted(cell) !== undefined || liveSums.isLive(cell);
  const expand = (cell: number, sign: number, into: Map<number, number>): void => {
    const addends: readonly Addend[] | undefined = substituted(cell)?.parts.map((part) => ({ cell: part, sign: 1 })) ?? liveSums.addends(cell);
    if (addends === undefined) into.set(cell, (into.get(cell) ?? 0) + sign);
    else for (const addend of addends) if (addend.cell !== cell) expand(addend.cell, sign * addend.sign, into);
  };
  const columnsFollow = history.followed.includes("column");

  /** What a sum asks for; nothing where it cannot fail, or says what others say. */
  const ofSum = (sum: Sum, residual: number): Constraint | undefined => {
    if (Number.isNaN(residual) || (byLines && sum.axis !== "row")) return undefined;
    const line = sum.axis === "row" ? figures[sum.total]!.at.row : undefined;
    const base = { residual, sum, ...(line === undefined ? {} : { line }), ...(sum.hard ? {} : { soft: { kind: "withdrawn" } as const }) };
    // It was live: its parts are not to blame when it does not come out, whoever wrote over it is.
    if (followedSum(sum.total) === sum) return residual === 0 ? undefined : { ...base, cells: [sum.total], weights: new Map([[sum.total, 1]]) };
    const cells = [sum.total, ...sum.parts];
    const repeatsItsColumns = line !== undefined && totalRows.has(line) && (columnsFollow || cells.every((cell) => isComputed(problem, cell)));
    if (repeatsItsColumns || (!sum.hard && repeatsItsLines(problem, sum)) || liveSums.adds(sum.total, sum.parts)) return undefined;
    if (!cells.some(isExpanded)) return { ...base, cells, weights: undefined };
    const weights = new Map<number, number>();
    expand(sum.total, 1, weights);
    for (const part of sum.parts) expand(part, -1, weights);
    for (const [cell, weight] of weights) if (weight === 0) weights.delete(cell);
    return weights.size === 0 ? undefined : { ...base, cells: [...weights.keys()], weights };
  };

  // Numbered in this order: the sums, what is stated elsewhere, the cells left empty.
  const [firstFact, firstBlank] = [sums.length, sums.length + facts.length];
  const constraintOf = (index: number): Constraint | undefined => {
    if (index < firstFact) return ofSum(sums[index]!, residuals[index]!);
    if (index < firstBlank) {
      const { cell, fact } = facts[index - firstFact]!;
      const weights = new Map<number, number>();
      expand(cell, 1, weights);
      return { cells: [...weights.keys()], weights, residual: values[cell]! - fact.count, soft: { kind: "fact", fact } };
    }
    const cell = oddBlanks[index - firstBlank]!;
    return { cells: [cell], weights: new Map([[cell, 1]]), residual: -1, line: figures[cell]!.at.row, soft: { kind: "odd-blank", cost: ODD_BLANK } };
  };
  const constraints: Constraint[] = [];
  const looked = new Set<number>();
  /** Whether there is a constraint of that number; from then on it is among them. */
  const isThere = (index: number): boolean => {
    if (!looked.has(index)) {
      looked.add(index);
      const constraint = constraintOf(index);
      if (constraint) constraints[index] = constraint;
    }
    return constraints[index] !== undefined;
  };

  const failing: number[] = [];
  for (let index = 0; index < firstBlank + oddBlanks.length; index++) {
    if (index % STEP === STEP - 1) yield;
    const fails = index >= firstFact || residuals[index] !== 0;
    if (fails && isThere(index) && constraints[index]!.residual !== 0) failing.push(index);
  }

  const elsewhere = new Map<number, number[]>();
  for (const [place, cell] of [...facts.map((each) => each.cell), ...oddBlanks].entries()) elsewhere.set(cell, [...(elsewhere.get(cell) ?? []), firstFact + place]);

  /** The sums and statements that may ask something of a cell: its own, and those of what it was added up into. */
  const asking = (cell: number): readonly number[] => {
    const found = new Set<number>();
    const reached = new Set([cell]);
    for (const each of reached) {
      for (const index of elsewhere.get(each) ?? []) found.add(index);
      for (const index of sumsOf[each]!) {
        found.add(index);
        const { total } = sums[index]!;
        if (substituted(total) === sums[index]) reached.add(total);
      }
      for (const dependent of liveSums.dependents(each)) reached.add(dependent.cell);
    }
    return [...found].sort((one, other) => one - other);
  };
  const constraintsOf: (readonly number[])[] = [];
  return {
    problem,
    model,
    history: { ...history, cost: history.cost + cost },
    values,
    unfolded: changed,
    constraints,
    failing,
    constraintsOf: (cell) =>
      (constraintsOf[cell] ??= isExpanded(cell) ? NONE : asking(cell).filter((index) => isThere(index) && (constraints[index]!.weights?.has(cell) ?? true))),
    followedSum,
  };
}
