import type { Fact } from "../../checks/Check";
import type { Gap } from "../../form/Form";
import { STEP, type Steps } from "../../steps";
import { costOf, type Cost } from "./Cost";
import { unfolded, type History } from "./History";
import type { Model } from "./Model";
import { excessOf, isComputed, rowOf, type Addend, type Problem, type Sum } from "./Problem";

/** Why a residual may stand, at a price: the gap asks a question, a statement is wrong, a cell was left empty for nothing. */
export type Soft =
  | { readonly kind: "gap"; readonly gap: Gap }
  | { readonly kind: "fact"; readonly fact: Fact }
  /** Any change of the cell explains its being empty. */
  | { readonly kind: "odd-blank"; readonly cost: Cost };

/** A linear constraint over cells that can be at fault: the weighted counts must add up to nothing. */
export interface Constraint {
  readonly cells: readonly number[];
  /** How each counts; undefined where the first counts +1 and all others −1. */
  readonly weights: ReadonlyMap<number, number> | undefined;
  /** What the weighted counts add up to as the table stands. */
  readonly residual: number;
  readonly sum?: Sum;
  /** The row of the sheet it belongs to; undefined for sums down a column. */
  readonly line?: number;
  readonly soft?: Soft;
}

/** A table as it stands by one history: which cells followed their parts, by how much each sum is out, and what is asked of its cells. */
export interface Setting {
  readonly problem: Problem;
  readonly history: History;
  readonly model: Model;
  /** The counts as they stand, totals that added up misread cells unfolded. */
  readonly values: Float64Array;
  /** Those totals, with what they come to. */
  readonly unfolded: ReadonlyMap<number, number>;
  /** The sum whose result the cell is, where it followed its parts. */
  readonly followedSum: (cell: number) => Sum | undefined;
  /** By number; there are those of which `failing` or `constraintsOf` has told. */
  readonly constraints: readonly Constraint[];
  /** The numbers of those that fail as the table stands. */
  readonly failing: readonly number[];
  /** The numbers of those a cell takes part in. */
  readonly constraintsOf: (cell: number) => readonly number[];
  /** Looks something up in the table as it stands once: the search asks for the same again and again. */
  readonly once: <Found>(key: string, find: () => Found) => Found;
}

/** One cell in four hundred is left empty by somebody who otherwise writes noughts. */
const ODD_BLANK = costOf(1 / 400);

/** How a cell of a constraint counts in it. */
export function weightIn({ cells, weights }: Constraint, cell: number): number {
  if (weights) return weights.get(cell)!;
  return cells[0] === cell ? 1 : -1;
}

/** How any cell counts in the constraint of that number: 0 where it takes no part. */
export function weightAt({ constraints, problem }: Setting, index: number, cell: number): number {
  const constraint = constraints[index]!;
  if (constraint.weights) return constraint.weights.get(cell) ?? 0;
  return problem.sumsOf(cell).includes(index) ? weightIn(constraint, cell) : 0;
}

/** Remembers by key what was found. */
export function remembering(): Setting["once"] {
  const known = new Map<string, unknown>();
  return <Found>(key: string, find: () => Found): Found => {
    if (!known.has(key)) known.set(key, find());
    return known.get(key) as Found;
  };
}

/** The residuals of the sums with these counts in place of the table's own. */
function residualsAfter({ sums, sumsOf, residuals }: Problem, values: Float64Array, changed: ReadonlyMap<number, number>): Float64Array {
  if (changed.size === 0) return residuals;
  const moved = Float64Array.from(residuals);
  for (const index of new Set([...changed.keys()].flatMap((cell) => sumsOf(cell)))) {
    moved[index] = excessOf(sums[index]!, (cell) => values[cell]!);
  }
  return moved;
}

/**
 * Sets up the constraints of a table as one history has them; `byLines`, each line is judged by itself, whatever its columns say.
 * They are numbered: the sums, what is stated elsewhere, the cells left empty. Only what fails is looked at before it is asked for:
 * of a long table little else ever is.
 */
export function* settingOf(problem: Problem, history: History, model: Model, byLines = false): Steps<Setting> {
  const { sums, sumsOf, facts, oddBlanks, liveSums, totalRows, isSubtotal, isTotal } = problem;
  const once = remembering();
  const followers = new Map<number, Sum | undefined>();
  const [mayFollowRows, mayFollowColumns] = [history.followed.includes("row"), history.followed.includes("column")];
  const followedSum = (cell: number): Sum | undefined => {
    // Of the cells of a long table hardly any adds up others.
    if (!(mayFollowRows && isSubtotal[cell]) && !(mayFollowColumns && isTotal[cell])) return undefined;
    if (isComputed(problem, cell)) return undefined;
    if (!followers.has(cell)) {
      const ofCell = sumsOf(cell).map((index) => sums[index]!).filter(({ total, hard, axis }) => total === cell && hard && axis !== "other");
      followers.set(cell, history.followed.map((followed) => ofCell.find(({ axis }) => axis === followed)).find((sum) => sum !== undefined));
    }
    return followers.get(cell);
  };
  const { values, changed, cost } = yield* unfolded(problem, (sum) => followedSum(sum.total) === sum);
  const residuals = residualsAfter(problem, values, changed);

  /** The sum a cell followed, where it comes out: then the cell says nothing that its parts do not. */
  const substituted = (cell: number): Sum | undefined => {
    const sum = followedSum(cell);
    return sum && residuals[sumsOf(cell).find((index) => sums[index] === sum)!] === 0 ? sum : undefined;
  };
  /** Whether other cells say what the cell does: those it adds up, or added up. Of bare numbers that were typed there are none. */
  const isExpanded = (cell: number): boolean => substituted(cell) !== undefined || liveSums.isLive(cell);
  const mayExpand = history.followed.length > 0 || liveSums.any;

  /** Notes how often the cells that stand for this one count, `sign` times each. */
  function expand(cell: number, sign: number, into: Map<number, number>, way = new Set<number>()): void {
    // A formula may lead back to a sum that followed it: there the cell stands for itself.
    const addends: readonly Addend[] | undefined = way.has(cell) ? undefined : (substituted(cell)?.parts.map((part) => ({ cell: part, sign: 1 })) ?? liveSums.addends(cell));
    if (addends === undefined) into.set(cell, (into.get(cell) ?? 0) + sign);
    else {
      way.add(cell);
      for (const addend of addends) if (addend.cell !== cell) expand(addend.cell, sign * addend.sign, into, way);
      way.delete(cell);
    }
  }

  /** Whether a sum across a row of totals follows from the same sum in every line that its columns add up. */
  function repeatsItsLines({ check, total, parts }: Sum): boolean {
    const linesOf = (cell: number): readonly number[] | undefined => sumsOf(cell).map((index) => sums[index]!).find((sum) => sum.axis === "column" && sum.total === cell)?.parts;
    const lines = linesOf(total);
    if (!lines) return false;
    const totals = new Set<number>();
    for (const sum of sums) if (sum.check === check) totals.add(sum.total);
    if (!lines.every((line) => totals.has(line))) return false;
    return parts.every((part) => {
      const others = linesOf(part);
      return others?.length === lines.length && others.every((other, at) => rowOf(problem, other) === rowOf(problem, lines[at]!));
    });
  }

  /** What a sum asks for; nothing where it cannot fail, or says what others say. */
  function ofSum(sum: Sum, residual: number): Constraint | undefined {
    if (Number.isNaN(residual)) return undefined;
    const { gap, total, parts, taken, axis, row } = sum;
    const line = axis === "row" ? row : undefined;
    const base = { residual, sum, ...(line === undefined ? {} : { line }), ...(gap ? { soft: { kind: "gap", gap } as const } : {}) };
    // It was live: its parts are not to blame when it does not come out, whoever wrote over it is.
    if (followedSum(total) === sum) return residual === 0 ? undefined : { ...base, cells: [total], weights: new Map([[total, 1]]) };
    const cells = [total].concat(parts, taken);
    const inTotals = line !== undefined && totalRows.has(line);
    if (inTotals && (history.followed.includes("column") || cells.every((cell) => isComputed(problem, cell)))) return undefined;
    if ((gap && repeatsItsLines(sum)) || (taken.length === 0 && liveSums.adds(total, parts))) return undefined;
    if (taken.length === 0 && (!mayExpand || !cells.some(isExpanded))) return { ...base, cells, weights: undefined };
    const weights = new Map<number, number>();
    expand(total, 1, weights);
    for (const part of parts) expand(part, -1, weights);
    for (const each of taken) expand(each, 1, weights);
    for (const [cell, weight] of weights) if (weight === 0) weights.delete(cell);
    return weights.size === 0 ? undefined : { ...base, cells: [...weights.keys()], weights };
  }

  /** The constraint of that number; undefined where there is nothing to ask for. */
  function constraintOf(index: number): Constraint | undefined {
    const sum = sums[index];
    if (sum) return byLines && sum.axis !== "row" ? undefined : ofSum(sum, residuals[index]!);
    const stated = facts[index - sums.length];
    if (stated) {
      const weights = new Map<number, number>();
      expand(stated.cell, 1, weights);
      return { cells: [...weights.keys()], weights, residual: values[stated.cell]! - stated.fact.count, soft: { kind: "fact", fact: stated.fact } };
    }
    const cell = oddBlanks[index - sums.length - facts.length]!;
    return { cells: [cell], weights: new Map([[cell, 1]]), residual: -1, line: rowOf(problem, cell), soft: { kind: "odd-blank", cost: ODD_BLANK } };
  }

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
  for (let index = 0; index < sums.length + facts.length + oddBlanks.length; index++) {
    if (residuals[index] === 0 || !isThere(index) || constraints[index]!.residual === 0) continue;
    failing.push(index);
    if (failing.length % STEP === 0) yield;
  }

  const elsewhere = new Map<number, number[]>();
  for (const [place, cell] of [...facts.map((each) => each.cell), ...oddBlanks].entries()) elsewhere.set(cell, [...(elsewhere.get(cell) ?? []), sums.length + place]);
  /** The numbers of the constraints that may hold a cell: its own, and those of what it was added up into. */
  const mayHold = (cell: number): readonly number[] => {
    if (!mayExpand && !elsewhere.has(cell)) return sumsOf(cell);
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
  const ofCells: (readonly number[])[] = [];
  const holding = (cell: number): readonly number[] =>
    isExpanded(cell) ? [] : mayHold(cell).filter((index) => isThere(index) && (constraints[index]!.weights?.has(cell) ?? true));
  return {
    problem,
    history: { ...history, cost: history.cost + cost },
    model,
    values,
    unfolded: changed,
    followedSum,
    constraints,
    failing,
    constraintsOf: (cell) => (ofCells[cell] ??= holding(cell)),
    once,
  };
}
