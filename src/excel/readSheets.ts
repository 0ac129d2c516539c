import { a1Range, LAST_COLUMN, LAST_ROW, type Rectangle } from "../core/sheet/Address";
import type { Sheet } from "../core/sheet/Sheet";
import { Stopped, type Progress } from "../core/sheet/WorkbookPort";
import { isTooLarge, isVanished, mayPassWithLess } from "./excelTrouble";
import { CELL_PROPERTIES, CELLS_PER_SYNC, LoadedCells, loadBatch, loadBatches, type LoadJob } from "./loadCells";
import { markedSheet, queueFormats, SHEET_PROPERTIES, type MarkedSheet } from "./overlay";
import { sizeOf } from "./rectangles";
import { hasExcelApi } from "./runExcel";

/** What was read, and which of our marks were seen to stand meanwhile (where Excel told, and all sheets were read). */
export interface ReadSheets {
  readonly sheets: readonly Sheet[];
  readonly marked: readonly MarkedSheet[] | undefined;
}

/** Wide enough for any official form; sheets that are wider, or longer, cost one round trip more. */
const WINDOW_COLUMNS = 32;
const FEWEST_WINDOW_ROWS = 20;

const EXTENT = "rowIndex,columnIndex,rowCount,columnCount";

/**
 * Reads all sheets in two round trips: what sheets there are, then a first window of each. Sheets larger than their window
 * follow in chunks, one round trip each. The sheet in front is measured with the first round trip and so gets a window that fits.
 */
export async function readSheets(context: Excel.RequestContext, progress: Progress, only?: readonly string[]): Promise<ReadSheets> {
  const rest = restWith(progress);
  rest(0, 2);
  const { found, front } = await findSheets(context, only);
  rest(1, 2);
  const windows = await readWindows(context, found, front);
  const jobs = found.flatMap((sheet, index) => remainder(sheet, windows[index]!));
  const batches = loadBatches(jobs);
  for (const [index, batch] of batches.entries()) {
    rest(2 + index, 2 + batches.length);
    await loadBatch(context, batch);
  }
  progress.report(2 + batches.length, 2 + batches.length);
  return {
    sheets: found.map((sheet, index) => asSheet(sheet, windows[index]!)),
    marked: only ? undefined : marksSeen(found, windows),
  };
}

function restWith(progress: Progress): (done: number, total: number) => void {
  return (done, total) => {
    if (progress.stopped) throw new Stopped();
    progress.report(done, total);
  };
}

interface FoundSheets {
  readonly found: readonly Excel.Worksheet[];
  /** The used block of the sheet in front, by the sheet's id. */
  readonly front: ReadonlyMap<string, Rectangle>;
}

async function findSheets(context: Excel.RequestContext, only: readonly string[] | undefined): Promise<FoundSheets> {
  const { items, front } = await listSheets(context);
  const wanted = only && new Set(only);
  return { found: wanted ? items.filter(({ name }) => wanted.has(name)) : items, front };
}

async function listSheets(context: Excel.RequestContext): Promise<{ readonly items: readonly Excel.Worksheet[]; readonly front: FoundSheets["front"] }> {
  const { worksheets } = context.workbook;
  try {
    const active = worksheets.getActiveWorksheet().load("id");
    const used = active.getUsedRangeOrNullObject(true).load(EXTENT);
    const sheets = worksheets.load(SHEET_PROPERTIES);
    await context.sync();
    return { items: sheets.items, front: new Map(used.isNullObject ? [] : [[active.id, extentOf(used)]]) };
  } catch (error) {
    if (!mayPassWithLess(error)) throw error;
    // A chart sheet is in front, which is no worksheet.
    const sheets = worksheets.load(SHEET_PROPERTIES);
    await context.sync();
    return { items: sheets.items, front: new Map() };
  }
}

function extentOf({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Rectangle {
  return { top: rowIndex, left: columnIndex, bottom: rowIndex + rowCount - 1, right: columnIndex + columnCount - 1 };
}

/** One sheet's answers to the second round trip. */
interface Window {
  /** Undefined where nothing stands on the sheet. */
  readonly used: Rectangle | undefined;
  /** What of the sheet `cells` covers; undefined for nothing. */
  readonly covered: Rectangle | undefined;
  readonly cells: LoadedCells;
  readonly merges: readonly Rectangle[];
  readonly formats: Excel.ConditionalFormatCollection | undefined;
}

async function readWindows(context: Excel.RequestContext, sheets: readonly Excel.Worksheet[], front: ReadonlyMap<string, Rectangle>): Promise<readonly Window[]> {
  if (sheets.length === 0) return [];
  try {
    return await askWindows(context, sheets, windowsFor(sheets, front), true);
  } catch (error) {
    if (!mayPassWithLess(error) || isVanished(error)) throw error;
    // Excel gives no merges at all where there are more than 512, and some cannot tell conditional formats.
    const windows = isTooLarge(error) ? sheets.map(() => undefined) : windowsFor(sheets, front);
    return askWindows(context, sheets, windows, false);
  }
}

function windowsFor(sheets: readonly Excel.Worksheet[], front: ReadonlyMap<string, Rectangle>): readonly Rectangle[] {
  const fitting = sheets.map(({ id }) => {
    const used = front.get(id);
    return used && sizeOf(used) <= CELLS_PER_SYNC ? used : undefined;
  });
  const spent = fitting.reduce((sum, each) => sum + (each ? sizeOf(each) : 0), 0);
  const others = fitting.filter((each) => each === undefined).length;
  const rows = Math.max(FEWEST_WINDOW_ROWS, Math.floor((CELLS_PER_SYNC - spent) / Math.max(1, others) / WINDOW_COLUMNS));
  return fitting.map((each) => each ?? { top: 0, left: 0, bottom: rows - 1, right: WINDOW_COLUMNS - 1 });
}

async function askWindows(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
  windows: readonly (Rectangle | undefined)[],
  extras: boolean,
): Promise<readonly Window[]> {
  const withMerges = extras && hasExcelApi("1.13");
  const asked = sheets.map((sheet, index) => {
    const window = windows[index];
    return {
      used: sheet.getUsedRangeOrNullObject(true).load(EXTENT),
      // The used part of the window, so that the answer is never larger than what stands there.
      part: window && sheet.getRange(a1Range(window)).getUsedRangeOrNullObject(true).load(CELL_PROPERTIES),
      merged: withMerges
        ? sheet.getRange().getMergedAreasOrNullObject().load("areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount")
        : undefined,
      formats: extras ? queueFormats(sheet) : undefined,
    };
  });
  await context.sync();
  return asked.map(({ used, part, merged, formats }, index) => {
    const cells = new LoadedCells();
    if (part && !part.isNullObject) cells.take(part);
    return {
      used: used.isNullObject ? undefined : extentOf(used),
      covered: windows[index],
      cells,
      merges: merged && !merged.isNullObject ? merged.areas.items.map(extentOf) : [],
      formats,
    };
  });
}

/** What is left to be loaded of a sheet: the rows below its window, or all of it where the window was too narrow. */
function remainder(sheet: Excel.Worksheet, { used, covered, cells }: Window): readonly LoadJob[] {
  if (!used) return [];
  const wideEnough = covered !== undefined && covered.left <= used.left && covered.right >= used.right && covered.top <= used.top;
  const top = wideEnough ? Math.max(used.top, covered.bottom + 1) : used.top;
  if (top > used.bottom || used.bottom > LAST_ROW || used.right > LAST_COLUMN) return [];
  return [{ sheet, rectangle: { ...used, top }, into: cells }];
}

function asSheet(sheet: Excel.Worksheet, { cells, merges }: Window): Sheet {
  return { name: sheet.name, visible: sheet.visibility === "Visible", locked: sheet.protection.protected, rows: cells.rows(), merges };
}

function marksSeen(sheets: readonly Excel.Worksheet[], windows: readonly Window[]): readonly MarkedSheet[] | undefined {
  if (windows.some(({ formats }) => formats === undefined)) return undefined;
  return sheets.map((sheet, index) => markedSheet(sheet, windows[index]!.formats!));
}
