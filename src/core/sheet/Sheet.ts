import { firstFrom } from "../firstFrom";
import type { Position, Rectangle } from "./Address";
import { BLANK_CELL, type Cell } from "./Cell";

/** The cells of one row, indexed by zero-based column; holes and cells past the end are blank. */
export type SheetRow = readonly (Cell | undefined)[];

/** A table of Excel's own kind (Insert › Table). */
export interface NamedTable {
  readonly name: string;
  readonly sheet: string;
  /** Headings and totals row included. */
  readonly range: Rectangle;
  /** Left to right, as headed. */
  readonly columns: readonly string[];
  readonly hasHeadings: boolean;
  readonly hasTotals: boolean;
}

/** What formulas of a workbook may name besides cells; one for all its sheets. */
export interface Names {
  /** The sheets' names, in order. */
  readonly sheets: readonly string[];
  /** What names stand for, as formulas with "=": by the name in capitals; those of one sheet only by "SHEET!NAME" in capitals, too. */
  readonly defined: ReadonlyMap<string, string>;
  readonly tables: readonly NamedTable[];
  /** Excel calculates only when told to, by F9: what formulas show may be old. */
  readonly isManual?: true;
}

/** Why a row is not shown: by hand, or because a filter leaves it out. */
export type Hiding = "hidden" | "filtered";

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
  /** Rows that are not shown, by zero-based row. Absent where all are, or the host cannot tell. */
  readonly hiddenRows?: ReadonlyMap<number, Hiding>;
  /** Zero-based columns that are not shown. */
  readonly hiddenColumns?: ReadonlySet<number>;
  /** Absent where the host cannot tell. */
  readonly names?: Names;
}

/** The cell at a position; blank where nothing stands. */
export function cellAt(sheet: Sheet, { row, column }: Position): Cell {
  return sheet.rows.get(row)?.[column] ?? BLANK_CELL;
}

/** Rows that reach further than this are gone through by the cells that are there, not by their places. */
export const WIDE = 256;
/** The columns of rows that reach no further, by how far they reach. */
const narrow: (readonly number[])[] = [];
const wide = new WeakMap<SheetRow, readonly number[]>();

/**
 * The zero-based columns of a row in which something may stand, in ascending order: all up to its end, or of a wide row only those that hold
 * a cell, for a single value in column XFD must not cost 16,384 looks. The row must not get other cells afterwards.
 */
export function columnsOf(row: SheetRow): readonly number[] {
  const { length } = row;
  if (length <= WIDE) return (narrow[length] ??= Array.from({ length }, (_, column) => column));
  let columns = wide.get(row);
  if (!columns) wide.set(row, (columns = Object.keys(row).map(Number)));
  return columns;
}

/** Those of them that lie between two columns, both included. */
export function columnsWithin(row: SheetRow, left: number, right: number): readonly number[] {
  const columns = columnsOf(row);
  const [from, to] = [left, right + 1].map((column) => firstFrom(columns, column, (each) => each));
  return from === 0 && to === columns.length ? columns : columns.slice(from, to);
}

/** The cells of a row from left to right, without its holes. */
export function cellsOf(row: SheetRow): readonly Cell[] {
  const cells: Cell[] = [];
  for (const column of columnsOf(row)) {
    const cell = row[column];
    if (cell) cells.push(cell);
  }
  return cells;
}

/** A row to be changed; its holes stay holes. */
export function copyOfRow(row: SheetRow): (Cell | undefined)[] {
  return row.length <= WIDE ? [...row] : Object.assign<(Cell | undefined)[], SheetRow>([], row);
}

/** One value a cell, row by row: a single map of all the cells of a long table would hold the host while it grows. */
export class ByCell<Value> {
  private readonly rows = new Map<number, Value[]>();

  get({ row, column }: Position): Value | undefined {
    return this.rows.get(row)?.[column];
  }

  set({ row, column }: Position, value: Value): void {
    const line = this.rows.get(row);
    if (line) line[column] = value;
    else (this.rows.set(row, []).get(row)!)[column] = value;
  }

  /** The values of each row that has any, from left to right, with its zero-based row. */
  *lines(): Iterable<readonly [row: number, values: readonly Value[]]> {
    for (const row of Uint32Array.from(this.rows.keys()).sort()) yield [row, Object.values(this.rows.get(row)!)];
  }

  /** All values, down the rows and from left to right. */
  *inOrder(): Iterable<Value> {
    for (const [, values] of this.lines()) yield* values;
  }
}
