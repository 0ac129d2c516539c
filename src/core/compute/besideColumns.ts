import type { Table } from "../figures/Table";
import { LAST_COLUMN, type Position } from "../sheet/Address";
import { contentOf, textValue } from "../sheet/Cell";
import { cellAt, type Sheet } from "../sheet/Sheet";
import type { CellStyle } from "../sheet/SheetPlan";
import { widthFor } from "../sheet/textSize";
import type { Edit } from "../sheet/WorkbookPort";

/** How far to the right of the table a free column is looked for: past a column of remarks, not across the sheet. */
const FARTHEST = 8;

/** How cells of such columns look. */
export const BESIDE: CellStyle = { fontName: "Times New Roman", fontSize: 12, horizontal: "center", vertical: "center", border: true };
/** Small, so that name and formula fit a header row made for shorter words. */
const HEAD: CellStyle = { ...BESIDE, fontSize: 9, bold: true, wrap: true };
/** In so many lines. */
const HEAD_LINES = 3;

/** What keeps a column from being written into, over the rows of the table. */
function inTheWay(sheet: Sheet, { range }: Table, column: number): Position | undefined {
  for (let row = range.top; row <= range.bottom; row++) {
    const cell = cellAt(sheet, { row, column });
    if (cell.value.kind !== "blank" || cell.formula !== undefined) return { row, column };
  }
  const merge = sheet.merges.find(
    ({ top, left, bottom, right }) => left <= column && column <= right && top <= range.bottom && bottom >= range.top,
  );
  return merge && { row: merge.top, column: merge.left };
}

/** The first so many columns that are free side by side from one on; or what is in the way. */
export function freeColumns(sheet: Sheet, table: Table, from: number, count: number): { readonly column: number } | { readonly obstacle: Position } {
  let obstacle: Position | undefined;
  const last = Math.min(from + FARTHEST + count - 1, LAST_COLUMN);
  for (let column = from, free = 0; column <= last; column++) {
    const found = inTheWay(sheet, table, column);
    obstacle ??= found;
    free = found ? 0 : free + 1;
    if (free === count) return { column: column - count + 1 };
  }
  return { obstacle: obstacle ?? { row: table.range.top, column: from } };
}

/** The zero-based row in which the headings of such columns stand: above the numbers of the form's columns. */
export const headRowOf = ({ numberingRow, headerRows }: Pick<Table, "numberingRow" | "headerRows">): number =>
  numberingRow === undefined ? headerRows[1] : Math.max(headerRows[0], numberingRow - 1);

/** Puts a heading above a column beside the table, and makes the column wide enough for it. */
export function headEdit(sheet: Sheet, table: Table, column: number, title: string): Edit {
  const at = { row: headRowOf(table), column };
  return { sheet: table.sheet, at, from: contentOf(cellAt(sheet, at)), to: textValue(title), style: HEAD, columnWidth: Math.ceil(widthFor(title, HEAD) / HEAD_LINES) + 1 };
}
