/** What a row of a table is. */
export type RowKind = "line" | "part" | "memo" | "heading" | "sum" | "total" | "note" | "unit" | "lead" | "blank" | "header" | "page";

/** A row in the making. */
export interface Row {
  readonly kind: RowKind;
  /** What stands in the first column. */
  readonly ordinal?: string | number;
  /** What stands in the second column. */
  readonly label?: string;
  /** Figures that are typed; a row that adds up has none of its own. */
  readonly figures?: readonly number[];
  /** The rows it adds up. */
  readonly members?: readonly Row[];
  /** Whether it stands out, as sums and headings do. */
  readonly strong?: boolean;
  readonly indent?: number;
  /** What stands across all columns, of a header printed again. */
  readonly cells?: readonly string[];
  readonly isHidden?: boolean;
}

/** Whether a row has figures, typed or added up. */
export const hasFigures = ({ figures, members }: Row): boolean => figures !== undefined || members !== undefined;

/** Adds up figures place by place. */
export const added = (rows: readonly (readonly number[])[]): readonly number[] => rows.reduce((sums, row) => sums.map((sum, at) => sum + row[at]!));

/** What a row's figures come to, hidden rows counted. */
export function rowFigures(row: Row): readonly number[] {
  return row.figures ?? added(row.members!.map(rowFigures));
}
