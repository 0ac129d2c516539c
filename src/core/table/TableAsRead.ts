import type { Position, Rectangle } from "../sheet/Address";
import type { Cell } from "../sheet/Cell";
import type { SheetRow } from "../sheet/Sheet";
import type { EncodingRead } from "./asMeant";

/** A header text over some columns, kept with its identity: "Tổng số" of two groups is two labels. Columns are zero-based, both included. */
export interface HeaderLabel {
  readonly text: string;
  readonly at: Position;
  readonly left: number;
  readonly right: number;
}

/** A column of a table, whatever it holds. */
export interface ColumnAsRead {
  /** Zero-based column of the sheet. */
  readonly at: number;
  /** The header's words over it, top down: groups, then its own. Empty where nothing stands over it. */
  readonly path: readonly HeaderLabel[];
  /** As printed in the numbering row: "(3)=(4)+(5)"; a number that Excel made negative is put back in brackets. */
  readonly mark?: string;
}

/** What the words of a row say it is: a total of the table, a sum of some of it, the heading of a section. */
export type RowWords = "total" | "sum" | "section";

/** A row under the header that belongs to the table. */
export interface RowAsRead {
  /** Zero-based row of the sheet. */
  readonly row: number;
  /** The whole row of the sheet. */
  readonly cells: SheetRow;
  /** As printed in the ordinal column, trimmed: "1", "II", "1.1", "--", or "". */
  readonly ordinal: string;
  /** As printed in the label column, trimmed; what is merged across the first columns is the label. */
  readonly label: string;
  readonly labelAt: Position;
  readonly says: RowWords | undefined;
  /** How deep its ordinal lies: 0 for the outermost kind, such as I above 1 above a. Rows without one have none. */
  readonly level: number | undefined;
  /** Blanks before its label. */
  readonly indent: number;
  /** Whether any cell but those two holds a figure. */
  readonly hasFigures: boolean;
}

/** A text near a table. */
export interface Caption {
  readonly text: string;
  readonly at: Position;
  /** The next cell right of it, where that holds no text: the figure of "Số phiếu: | 103". */
  readonly beside?: { readonly at: Position; readonly cell: Cell };
}

/** A table as it stands on a sheet, read without knowing any form. Rows and columns are zero-based. */
export interface TableAsRead {
  readonly sheet: string;
  /** The old encoding its texts are written in; they are given in Unicode. */
  readonly encoding?: EncodingRead;
  /** From the first header row to the last body row, over all columns. */
  readonly range: Rectangle;
  /** The numbering row counts as header. */
  readonly headerRows: readonly [first: number, last: number];
  readonly numberingRow?: number;
  /** Left to right. */
  readonly columns: readonly ColumnAsRead[];
  readonly ordinalColumn?: number;
  /** Where rows are named; tables of figures alone have none. */
  readonly labelColumn?: number;
  /** Top down; headers printed again on the next page are left out. */
  readonly rows: readonly RowAsRead[];
  /** Texts above that belong to no table, top down: marks, titles, captions, period, unit. Between two tables they are above the one and below the other. */
  readonly above: readonly Caption[];
  /** Texts below that belong to no table, top down: notes, signatures. */
  readonly below: readonly Caption[];
}
