import type { Cost } from "./Cost";
import type { Model } from "./Model";
import type { Sum } from "./Problem";
import type { Standing } from "./standingOf";
import type { Fact } from "../../checks/Check";

/** Why a residual may stand, at a price: files were withdrawn, a statement is wrong, a cell was left empty for nothing. */
export type Soft =
  | { readonly kind: "withdrawn" }
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

/** The constraints of a table under one history. */
export interface Setting extends Standing {
  readonly model: Model;
  /** By number; there are those of which `failing` or `constraintsOf` has told. */
  readonly constraints: readonly Constraint[];
  /** The numbers of those that fail as the table stands. */
  readonly failing: readonly number[];
  /** The numbers of those a cell takes part in. */
  readonly constraintsOf: (cell: number) => readonly number[];
}

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
