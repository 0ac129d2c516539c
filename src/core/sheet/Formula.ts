import { type Rectangle, LAST_COLUMN, LAST_ROW } from "./Address";
import type { Block } from "./resolveReference";
import type { Value } from "./Cell";
import type { Hiding } from "./Sheet";

/** Cells of its blocks that a function passes over. */
export interface Skips {
  /** Rows that a filter leaves out, or all that are not shown. */
  readonly rows?: "filtered" | "hidden";
  /** Cells that are SUBTOTAL or AGGREGATE themselves. */
  readonly nested?: true;
  readonly errors?: true;
}

/** Only rows count in which a cell of another column is of a kind, or what the key says: a number, a text, or what stands in a cell. */
export type Condition = (Comparison | { readonly is: "number" | "text" | "filled" | "blank" }) & {
  /** As high as the block it speaks of; its first row belongs to that block's first. */
  readonly block: Block;
};

export interface Comparison {
  readonly compare: "=" | "<>" | "<" | "<=" | ">" | ">=";
  readonly key: string | number | Block;
  /** Whether digits in a text are no number: so in comparisons, unlike in SUMIF. */
  readonly strict?: true;
}

/** One operand of a sum: the cells of a block, each counted so many times. */
export interface Term extends Block {
  /** 1 where it is added, −1 where it is taken away; a whole number of halves. */
  readonly times: number;
  /** Inside SUM(…) Excel skips texts; with a bare "+" it converts them. */
  readonly summed: boolean;
  readonly skips?: Skips;
  readonly where?: readonly Condition[];
}

/** What a sum adds up. */
export type Terms = readonly Term[];

/** Something that may hold of cells: that a cell is blank, that cells add up to 0, that none of them holds a number, or that all are blank. */
export interface Test {
  readonly terms: Terms;
  readonly is: "blank" | "nought" | "without numbers";
}

/** A sum or difference of cells, such as `=D9+E9+F9`, `=SUBTOTAL(9,C9:C20)` or `=IF(D9="","",SUM(D9:F9))`. */
export interface SumFormula {
  readonly kind: "sum";
  readonly terms: Terms;
  /** A number added besides. */
  readonly constant: number;
  /** It is rounded to so many decimals. */
  readonly digits?: number;
  /** Shows something else while tests hold: all of them, or any. */
  readonly unless?: { readonly tests: readonly Test[]; readonly all: boolean; readonly shows: Value };
  /** What it shows where it comes to an error. */
  readonly otherwise?: Value;
}

/** A share of two sums in percent, blank where a sum, mostly the one to divide by, is 0: `=IF(G9=0,"",ROUND((H9+I9)*100/G9,2))`, as we write it. */
export interface ShareFormula {
  readonly kind: "share";
  readonly guard: Terms;
  readonly numerator: Terms;
  readonly denominator: Terms;
  readonly decimals: number;
}

/** A formula that is understood, so that it can be worked out. */
export type Formula = SumFormula | ShareFormula;

/** What is known of a formula. */
export interface Reading {
  /** Undefined for every shape that is left to Excel. */
  readonly formula: Formula | undefined;
  /** The cells it names, as far as they can be told. */
  readonly reads: readonly Block[];
  /** Whether it may read cells that cannot be told: by INDIRECT, OFFSET, or a name that nothing is known of. */
  readonly readsUnknown: boolean;
  /** Whether it reads another workbook. */
  readonly readsWorkbook: boolean;
}

/** All terms of a formula that is understood, whichever part they stand in. */
export function termsOf(formula: Formula): Terms {
  if (formula.kind === "share") return [...formula.guard, ...formula.numerator, ...formula.denominator];
  return formula.unless ? [...formula.terms, ...formula.unless.tests.flatMap(({ terms }) => terms)] : formula.terms;
}

/** What a formula adds up of its own sheet; undefined where it does more, or reads another. */
export function ownTerms(formula: Formula | undefined): Terms | undefined {
  if (formula?.kind !== "sum" || formula.constant !== 0) return undefined;
  return formula.terms.some(({ sheet }) => sheet !== undefined) ? undefined : formula.terms;
}

/** Whether a function that passes over such rows leaves a row out. */
export const isPassedOver = (why: Hiding | undefined, which: NonNullable<Skips["rows"]>): boolean => why === "filtered" || (why === "hidden" && which === "hidden");

export const isOneCell = ({ top, left, bottom, right }: Rectangle): boolean => top === bottom && left === right;

/** The block moved by so many rows and columns; undefined where it leaves the grid. */
export function movedBlock({ top, left, bottom, right }: Rectangle, down: number, across: number, height: number, width: number): Rectangle | undefined {
  const moved = { top: top + down, left: left + across, bottom: top + down + height - 1, right: left + across + width - 1 };
  const isOnGrid = moved.top >= 0 && moved.left >= 0 && moved.bottom <= LAST_ROW && moved.right <= LAST_COLUMN && height > 0 && width > 0;
  return isOnGrid && bottom >= top && right >= left ? moved : undefined;
}
