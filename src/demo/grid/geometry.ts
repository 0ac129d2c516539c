import type { Rectangle } from "../../core/sheet/Address";
import type { Sheet } from "../../core/sheet/Sheet";
import type { SheetLook } from "../../xlsx/look/readLook";

/** Sheets are made for paper; this much smaller, a form of 13 columns fits beside the pane. */
export const ZOOM = 0.8;
/** A character of Excel's default font, and the margins of its cell, in CSS pixels at full size. */
const CHARACTER = 7;
const CELL_MARGIN = 5;
export const ROW_HEADER_WIDTH = 34;
export const COLUMN_HEADER_HEIGHT = 22;

const LEAST_COLUMNS = 14;
const MOST_COLUMNS = 120;
const LEAST_ROWS = 30;
/** Blank rows and columns to type on. */
const ROOM = 8;

/** How many rows and columns to show. */
export function extentOf({ rows, merges }: Sheet): { readonly rows: number; readonly columns: number } {
  let [lastRow, lastColumn] = [-1, -1];
  for (const [row, cells] of rows) {
    lastRow = Math.max(lastRow, row);
    lastColumn = Math.max(lastColumn, cells.length - 1);
  }
  for (const { right } of merges) lastColumn = Math.max(lastColumn, right);
  return {
    rows: Math.max(LEAST_ROWS, lastRow + 1 + ROOM),
    columns: Math.min(MOST_COLUMNS, Math.max(LEAST_COLUMNS, lastColumn + 2)),
  };
}

/** CSS pixels of a column. */
export function columnWidth(look: SheetLook | undefined, column: number): number {
  if (look?.hiddenColumns.has(column)) return 0;
  const characters = look?.columnWidths.get(column) ?? look?.defaultColumnWidth ?? 9;
  return Math.round((characters * CHARACTER + CELL_MARGIN) * ZOOM);
}

/** CSS pixels of a row; it grows where its texts need more. */
export function rowHeight(look: SheetLook | undefined, row: number): number {
  return Math.round((look?.rowHeights.get(row) ?? 15) * (4 / 3) * ZOOM);
}

/** How a cell stands in the rows that are on the page: by itself, as the corner of a joined block, or below one. */
export type Place = { readonly kind: "cell"; readonly rowSpan: number; readonly columnSpan: number } | { readonly kind: "covered" };

const ALONE: Place = { kind: "cell", rowSpan: 1, columnSpan: 1 };

/**
 * Places cells among joined blocks. A block of which only a part is on the page is shown by that part:
 * its corner is then the first row that is.
 */
export function placing(merges: readonly Rectangle[], firstRow: number, lastRow: number): (row: number, column: number) => Place {
  const byRow = new Map<number, Rectangle[]>();
  for (const merge of merges) {
    for (let row = Math.max(merge.top, firstRow); row <= Math.min(merge.bottom, lastRow); row++) {
      const known = byRow.get(row);
      if (known) known.push(merge);
      else byRow.set(row, [merge]);
    }
  }
  return (row, column) => {
    const merge = byRow.get(row)?.find(({ left, right }) => column >= left && column <= right);
    if (!merge) return ALONE;
    const top = Math.max(merge.top, firstRow);
    if (row !== top || column !== merge.left) return { kind: "covered" };
    return { kind: "cell", rowSpan: Math.min(merge.bottom, lastRow) - top + 1, columnSpan: merge.right - merge.left + 1 };
  };
}
