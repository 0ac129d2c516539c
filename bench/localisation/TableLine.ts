/** A cell as a file shows it: a number (perhaps a decimal), a text, or nothing. */
export type Value = number | string | null;

/** Where a cell stands: the number of its row, from 1, or the total row; the number printed over its column, 3 to 13. */
export interface Place {
  readonly row: number | "total";
  readonly col: number;
}

/** A table II.06a as one line of a `.jsonl`: each row its number, its name and the columns (3) to (13). */
export interface TableLine {
  readonly id: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
  readonly total: readonly Value[];
}

/** Which sums were live when the errors were made: none, those of the total row, or those of the rows too. */
export type Regime = "typed" | "pasted_totals" | "pasted_all";

export type Kind =
  | "digit_replace"
  | "digit_transpose"
  | "digit_drop"
  | "digit_add"
  | "shift"
  | "swap"
  | "blank"
  | "stale_total"
  | "sep_decimal"
  | "text"
  | "grand_total"
  | "stale_subtotal";

export interface WrongCell extends Place {
  readonly original: number;
  readonly corrupted: Value;
  readonly kind: Kind;
  readonly variant: string;
  /** Index into the truth's kinds. */
  readonly event: number;
  /** Wrong only because a sum followed the error. */
  readonly derived?: true;
}

export interface Truth {
  readonly k: number;
  readonly regime: Regime;
  readonly kinds: readonly Kind[];
  readonly cells: readonly WrongCell[];
  /** Rows with (3) > (7) + (11) rightly: so many files were withdrawn. */
  readonly withdrawn: readonly { readonly row: number; readonly files: number }[];
  readonly zeroStyle: "zero" | "blank";
}

export interface KnownTable extends TableLine {
  readonly truth: Truth;
}

/** What a tool says of a table: the wrong cells with their right values, how sure it is, and the runners-up. */
export interface Prediction {
  readonly id: string | number;
  readonly cells: readonly FoundCell[];
  readonly p?: number;
  readonly alternatives?: readonly (readonly FoundCell[])[];
  readonly ms?: number;
  readonly sure?: "certain" | "likely" | "choose";
  readonly complete?: boolean;
}

export interface FoundCell extends Place {
  readonly value?: number;
}

/** The columns that hold counts, by the number printed over them. */
export const COLUMNS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13] as const;

/** The parts of each sum column. */
export const PARTS: Readonly<Record<number, readonly number[]>> = { 3: [4, 5, 6], 7: [8, 9, 10], 11: [12, 13] };

export const SUMS: readonly number[] = [3, 7, 11];

/** The sum column a column belongs to, itself for a sum. */
export function groupOf(column: number): number {
  return column < 7 ? 3 : column < 11 ? 7 : 11;
}

/** What SUM makes of a cell: text and nothing count as 0. */
export function counted(value: Value | undefined): number {
  return typeof value === "number" ? value : 0;
}
