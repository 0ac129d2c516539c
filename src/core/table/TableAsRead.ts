import type { Position, Rectangle } from "../sheet/Address";
import type { SheetRow } from "../sheet/Sheet";

/** A table as it stands on a sheet, read without knowing any form. Rows and columns are zero-based. */
export interface TableAsRead {
  readonly sheet: string;
  /** From the first header row to the last body row, over all columns. */
  readonly range: Rectangle;
  /** The numbering row included. */
  readonly headerRows: readonly [first: number, last: number];
  readonly numberingRow?: number;
  /** Left to right. */
  readonly columns: readonly ColumnAsRead[];
  /** Top down, repeated page headers left out. */
  readonly rows: readonly RowAsRead[];
  /** Texts above that belong to no other table, top down: marks, titles, captions, period, unit. */
  readonly above: readonly Caption[];
  /** Texts below: notes, signatures. */
  readonly below: readonly Caption[];
}

/** A header text over some columns, kept with its identity: "Tổng số" of two groups is two labels. */
export interface HeaderLabel {
  readonly text: string;
  readonly at: Position;
  readonly left: number;
  readonly right: number;
}

export interface ColumnAsRead {
  readonly at: number;
  readonly path: readonly HeaderLabel[];
  /** As printed in the numbering row: "(3)=(4)+(5)"; a number Excel made negative is put back in brackets. */
  readonly mark?: string;
}

export interface RowAsRead {
  readonly row: number;
  readonly cells: SheetRow;
  readonly ordinal: string;
  readonly label: string;
  readonly labelAt: Position;
}

export interface Caption {
  readonly text: string;
  readonly at: Position;
}
