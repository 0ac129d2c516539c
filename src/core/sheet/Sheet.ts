import type { Position, Rectangle } from "./Address";
import { BLANK_CELL, type Cell } from "./Cell";

/** The cells of one row, indexed by zero-based column; holes and cells past the end are blank. */
export type SheetRow = readonly (Cell | undefined)[];

/** A worksheet as read: plain data, only what is not blank. */
export interface Sheet {
  readonly name: string;
  /** False for hidden and very hidden sheets. */
  readonly visible: boolean;
  /** True when the sheet is locked against editing. */
  readonly locked: boolean;
  /** Rows that hold anything, by zero-based row, in ascending order. */
  readonly rows: ReadonlyMap<number, SheetRow>;
  /** Merged blocks; only their top left cell holds a value. Empty where the host cannot tell. */
  readonly merges: readonly Rectangle[];
}

/** The cell at a position; blank where nothing stands. */
export function cellAt(sheet: Sheet, { row, column }: Position): Cell {
  return sheet.rows.get(row)?.[column] ?? BLANK_CELL;
}
