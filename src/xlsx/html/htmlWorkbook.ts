import { LAST_COLUMN, LAST_ROW } from "../../core/sheet/Address";
import { textValue } from "../../core/sheet/Cell";
import type { CellStyle, PlannedCell } from "../../core/sheet/SheetPlan";
import { newWorkbook } from "../newWorkbook";
import { EMPTY_SHEET } from "../sheet/sheetXml";
import { fileTrouble } from "../troubles";
import type { XlsxWorkbook } from "../XlsxWorkbook";
import { readHtmlTables, TooDeep, type HtmlCell, type HtmlSheet } from "./readHtmlTables";

const NARROWEST = 8;
const WIDEST = 40;

/**
 * A page with tables, as one-stop systems export it under the name .xls, made into a workbook of one sheet.
 * Every value stays the text it is: "1.652" is not 1.652. Throws `TroubleError` for a page without tables, and for one nested beyond all measure.
 */
export async function htmlWorkbook(html: string, name: string): Promise<XlsxWorkbook> {
  const page = pageOf(html, name);
  if (page.tables === 0) throw fileTrouble("noTable", name);
  const cells = page.cells.filter(({ at }) => at.row <= LAST_ROW && at.column <= LAST_COLUMN);
  const stem = name.replace(/^.*[\\/]/, "").replace(/\.\w+$/, "");
  const workbook = newWorkbook(`${stem}.xlsx`);
  await workbook.addSheet({
    ...EMPTY_SHEET,
    name: page.name ?? stem,
    cells: cells.map(plannedCell),
    merges: page.merges.filter(({ bottom, right }) => bottom <= LAST_ROW && right <= LAST_COLUMN),
    columnWidths: widths(cells, new Set(page.merges.filter(({ left, right }) => right > left).map(({ top, left }) => `${top} ${left}`))),
    // A row without height is one that is not shown.
    rowHeights: new Map([...page.hiddenRows].filter((row) => row <= LAST_ROW).map((row) => [row, 0])),
  });
  return workbook;
}

function pageOf(html: string, name: string): HtmlSheet {
  try {
    return readHtmlTables(html);
  } catch (error) {
    throw error instanceof TooDeep ? fileTrouble("tooDeep", name) : error;
  }
}

function plannedCell({ at, text, bold, italic, font, border, align }: HtmlCell): PlannedCell {
  const style: CellStyle = {
    vertical: "center",
    wrap: true,
    ...(bold && { bold }),
    ...(italic && { italic }),
    ...(font && { fontName: font }),
    ...(border && { border }),
    ...(align && { horizontal: align }),
  };
  return { at, content: textValue(text), style };
}

/** Columns as wide as their words, within reason; cells that span several columns do not count. */
function widths(cells: readonly HtmlCell[], spanning: ReadonlySet<string>): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const { at, text, border } of cells) {
    if (!border || spanning.has(`${at.row} ${at.column}`)) continue;
    const longest = Math.max(...text.split("\n").map((line) => line.length));
    found.set(at.column, Math.min(WIDEST, Math.max(NARROWEST, found.get(at.column) ?? 0, longest + 1)));
  }
  return found;
}
