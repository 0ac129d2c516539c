import { a1Range, LAST_COLUMN, LAST_ROW, type Rectangle } from "../core/sheet/Address";
import type { Sheet } from "../core/sheet/Sheet";
import { report, type Progress } from "../core/sheet/WorkbookPort";
import { paced } from "../core/steps";
import { restNowAndThen } from "../page/rest";
import { isTooLarge, isVanished, mayPassWithLess } from "./excelTrouble";
import { KeptReading } from "./keptPart";
import { CELL_PROPERTIES, CELLS_PER_SYNC, LoadedCells, loadBatch, loadBatches, turnFor, type LoadJob } from "./loadCells";
import { markedSheet, queueFormats, SHEET_PROPERTIES, type MarkedSheet } from "./overlay";
import { rectangleOf, sizeOf } from "./rectangles";
import { askNames, NamesReading, SHEET_NAMES, type KnownNames } from "./NamesReading";
import { hasExcelApi } from "./runExcel";
import { ShownReading } from "./ShownReading";

/** What was read, and what was seen meanwhile. */
export interface ReadSheets {
  readonly sheets: readonly Sheet[];
  /** Which of our marks stand on the sheets read, where Excel told. */
  readonly marked: readonly MarkedSheet[] | undefined;
  /** What later readings of some of these sheets need to know. */
  readonly measured: Measured;
  /** The text the workbook keeps for us; undefined where only some sheets were read, or Excel did not tell. */
  readonly kept: { readonly text: string | undefined } | undefined;
}

/** What was learned of sheets, by their names. */
export interface Measured {
  /** The used block of each sheet; undefined for a sheet on which nothing stands. */
  readonly extents: ReadonlyMap<string, Rectangle | undefined>;
  /** Sheets read without their merges because Excel refused to tell them, of one or of several that were asked about together. */
  readonly refused: ReadonlySet<string>;
  /** What formulas may name, where Excel told. */
  readonly names: KnownNames | undefined;
}

const NOTHING_MEASURED: Measured = { extents: new Map(), refused: new Set(), names: undefined };

/** Wide enough for any official form; sheets that are wider, or longer, cost one round trip more. */
const WINDOW_COLUMNS = 32;
const FEWEST_WINDOW_ROWS = 20;
/** How far a sheet may have grown since it was last measured without costing another round trip. */
const GROWTH = { rows: 50, columns: 4 };

const EXTENT = "rowIndex,columnIndex,rowCount,columnCount";

/**
 * Reads all sheets in two round trips: what sheets there are, then a first window of each. Sheets larger than their window
 * follow in chunks, one round trip each. The sheet in front is measured with the first round trip and so gets a window that fits.
 * Sheets named in `only` that were measured before take but one round trip, in which they are measured again; merges that Excel
 * refused to tell then are not asked for.
 */
export async function readSheets(context: Excel.RequestContext, progress: Progress, only?: readonly string[], known: Measured = NOTHING_MEASURED): Promise<ReadSheets> {
  const again = only && only.length > 0 && only.every((name) => known.extents.has(name)) ? await readAgain(context, progress, only, known) : undefined;
  const { found, windows, syncs, kept, names } = again ?? (await readAnew(context, progress, only));
  const jobs = found.flatMap((sheet, index) => remainder(sheet, windows[index]!));
  const batches = loadBatches(jobs);
  for (const [index, batch] of batches.entries()) {
    report(progress, syncs + index, syncs + batches.length);
    await loadBatch(context, batch, progress);
  }
  progress.report(syncs + batches.length, syncs + batches.length);
  const told = names?.told();
  return {
    sheets: found.map((sheet, index) => ({ ...asSheet(sheet, windows[index]!, names), ...(told ? { names: told } : {}) })),
    marked: marksSeen(found, windows),
    measured: {
      extents: new Map(found.map((sheet, index) => [sheet.name, windows[index]!.used])),
      refused: new Set(found.filter((_, index) => windows[index]!.refused).map(({ name }) => name)),
      names: names?.known,
    },
    kept: kept?.seen(),
  };
}

/** Sheets with their first windows, and how many round trips that took. */
interface FirstWindows {
  readonly found: readonly Excel.Worksheet[];
  readonly windows: readonly Window[];
  readonly syncs: number;
  readonly kept?: KeptReading;
  readonly names?: NamesReading | undefined;
}

async function readAnew(context: Excel.RequestContext, progress: Progress, only: readonly string[] | undefined): Promise<FirstWindows> {
  report(progress, 0, 2);
  const { found, front, kept, known } = await findSheets(context, only);
  kept?.askText();
  report(progress, 1, 2);
  const extents = found.map(({ id }) => front.get(id));
  return { found, ...(await readWindows(context, progress, found, extents, known)), syncs: 2, ...(kept ? { kept } : {}) };
}

/** Undefined where a sheet is gone by now, or Excel would tell less than asked. */
async function readAgain(context: Excel.RequestContext, progress: Progress, names: readonly string[], { extents, refused, names: known }: Measured): Promise<FirstWindows | undefined> {
  report(progress, 0, 1);
  const sheets = names.map((name) => context.workbook.worksheets.getItem(name).load("id,name,position,visibility,protection/protected,protection/options"));
  try {
    const { windows, names: told } = await askWindows(context, progress, sheets, windowsFor(names.map((name) => extents.get(name))), {
      beside: true,
      refused: names.map((name) => refused.has(name)),
      known,
    });
    const inOrder = sheets.map((sheet, index) => ({ sheet, window: windows[index]! })).sort((one, other) => one.sheet.position - other.sheet.position);
    return { found: inOrder.map(({ sheet }) => sheet), windows: inOrder.map(({ window }) => window), syncs: 1, names: told };
  } catch (error) {
    if (!mayPassWithLess(error)) throw error;
    return undefined;
  }
}

interface FoundSheets {
  readonly found: readonly Excel.Worksheet[];
  /** The used block of the sheet in front, by the sheet's id. */
  readonly front: ReadonlyMap<string, Rectangle>;
  /** Absent where it is not wanted, or cannot be had. */
  readonly kept?: KeptReading;
  readonly known: KnownNames | undefined;
}

async function findSheets(context: Excel.RequestContext, only: readonly string[] | undefined): Promise<FoundSheets> {
  const { items, kept, ...others } = await listSheets(context);
  const wanted = only && new Set(only);
  return wanted ? { found: items.filter(({ name }) => wanted.has(name)), ...others } : { found: items, ...others, ...(kept ? { kept } : {}) };
}

async function listSheets(context: Excel.RequestContext): Promise<Omit<FoundSheets, "found"> & { readonly items: readonly Excel.Worksheet[] }> {
  const { worksheets } = context.workbook;
  try {
    const active = worksheets.getActiveWorksheet().load("id");
    const used = active.getUsedRangeOrNullObject(true).load(EXTENT);
    const kept = new KeptReading(context);
    const sheets = worksheets.load(`${SHEET_PROPERTIES},${SHEET_NAMES}`);
    const known = askNames(context, sheets);
    await context.sync();
    return { items: sheets.items, front: new Map(used.isNullObject ? [] : [[active.id, rectangleOf(used)]]), kept, known: known() };
  } catch (error) {
    if (!mayPassWithLess(error)) throw error;
    // A chart sheet is in front, which is no worksheet; or there are names beyond number.
    const sheets = worksheets.load(SHEET_PROPERTIES);
    await context.sync();
    return { items: sheets.items, front: new Map(), known: undefined };
  }
}

/** One sheet's answers to the second round trip. */
interface Window {
  /** Undefined where nothing stands on the sheet. */
  readonly used: Rectangle | undefined;
  /** What of the sheet `cells` covers; undefined for nothing. */
  readonly covered: Rectangle | undefined;
  readonly cells: LoadedCells;
  readonly merges: readonly Rectangle[];
  /** Whether the merges were not asked for because Excel had refused to tell them. */
  readonly refused: boolean;
  readonly formats: Excel.ConditionalFormatCollection | undefined;
  /** Undefined where Excel would not tell. */
  readonly shown: ShownReading | undefined;
}

async function readWindows(
  context: Excel.RequestContext,
  progress: Progress,
  sheets: readonly Excel.Worksheet[],
  extents: readonly (Rectangle | undefined)[],
  known: KnownNames | undefined,
): Promise<Pick<FirstWindows, "windows" | "names">> {
  if (sheets.length === 0) return { windows: [] };
  try {
    return await askWindows(context, progress, sheets, windowsFor(extents), { beside: true, refused: [], known });
  } catch (error) {
    if (!mayPassWithLess(error) || isVanished(error)) throw error;
    // Excel gives no merges at all where there are more than 512, and some cannot tell conditional formats.
    const windows = isTooLarge(error) ? sheets.map(() => undefined) : windowsFor(extents);
    return askWindows(context, progress, sheets, windows, { beside: false, refused: sheets.map(() => true), known: undefined });
  }
}

/** A window for each sheet, given the blocks that are known to be used: together no more cells than one round trip carries. */
function windowsFor(known: readonly (Rectangle | undefined)[]): readonly Rectangle[] {
  let spent = 0;
  const fitting = known.map((used) => {
    if (!used || spent + sizeOf(used) > CELLS_PER_SYNC) return undefined;
    spent += sizeOf(used);
    return { top: 0, left: 0, bottom: Math.min(used.bottom + GROWTH.rows, LAST_ROW), right: Math.min(used.right + GROWTH.columns, LAST_COLUMN) };
  });
  const others = fitting.filter((each) => each === undefined).length;
  const share = (CELLS_PER_SYNC - spent) / Math.max(1, others);
  return fitting.map((each, index) => {
    if (each) return each;
    const used = known[index];
    const right = used ? Math.min(used.right + GROWTH.columns, LAST_COLUMN) : WINDOW_COLUMNS - 1;
    const width = used ? used.right - used.left + 1 : WINDOW_COLUMNS;
    const rows = Math.max(FEWEST_WINDOW_ROWS, Math.floor(share / width));
    return { top: 0, left: 0, bottom: Math.min((used?.top ?? 0) + rows - 1, LAST_ROW), right };
  });
}

/** What is asked of sheets besides their cells. */
interface Extras {
  /** Conditional formats, and what is shown and how. */
  readonly beside: boolean;
  /** For each sheet, whether Excel refuses to tell its merges. */
  readonly refused: readonly boolean[];
  /** Names whose tables are looked for. */
  readonly known: KnownNames | undefined;
}

async function askWindows(
  context: Excel.RequestContext,
  progress: Progress,
  sheets: readonly Excel.Worksheet[],
  windows: readonly (Rectangle | undefined)[],
  extras: Extras,
): Promise<Pick<FirstWindows, "windows" | "names">> {
  const names = extras.known && new NamesReading(context, extras.known);
  const tellsMerges = hasExcelApi("1.13");
  const asked = sheets.map((sheet, index) => {
    const window = windows[index];
    return {
      used: sheet.getUsedRangeOrNullObject(true).load(EXTENT),
      // The used part of the window, so that the answer is never larger than what stands there.
      part: window && sheet.getRange(a1Range(window)).getUsedRangeOrNullObject(true).load(CELL_PROPERTIES),
      merged: tellsMerges && !extras.refused[index]
        ? sheet.getRange().getMergedAreasOrNullObject().load("areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount")
        : undefined,
      formats: extras.beside ? queueFormats(sheet) : undefined,
      shown: extras.beside && window ? new ShownReading(sheet, window, extras.known?.names.sheets.length ?? sheets.length) : undefined,
    };
  });
  await context.sync();
  await turnFor(asked.reduce((sum, { part }) => sum + (part && !part.isNullObject ? part.values.length * (part.values[0]?.length ?? 0) : 0), 0));
  const loaded: Window[] = [];
  for (const [index, { used, part, merged, formats, shown }] of asked.entries()) {
    const cells = new LoadedCells();
    shown?.take();
    if (part && !part.isNullObject) await paced(cells.take(part), restNowAndThen(), progress);
    loaded.push({
      used: used.isNullObject ? undefined : rectangleOf(used),
      covered: windows[index],
      cells,
      merges: merged && !merged.isNullObject ? merged.areas.items.map(rectangleOf) : [],
      refused: extras.refused[index] ?? false,
      formats,
      shown,
    });
  }
  return { windows: loaded, names };
}

/** What is left to be loaded of a sheet: the rows below its window, or all of it where the window was too narrow. */
function remainder(sheet: Excel.Worksheet, { used, covered, cells, shown }: Window): readonly LoadJob[] {
  if (!used) return [];
  const wideEnough = covered !== undefined && covered.left <= used.left && covered.right >= used.right && covered.top <= used.top;
  const top = wideEnough ? Math.max(used.top, covered.bottom + 1) : used.top;
  if (top > used.bottom || used.bottom > LAST_ROW || used.right > LAST_COLUMN) return [];
  return [{ sheet, rectangle: { ...used, top }, into: cells, ...(shown ? { hidden: shown.hidden } : {}) }];
}

function asSheet({ name, visibility, protection }: Excel.Worksheet, { used, cells, merges, shown }: Window, names: NamesReading | undefined): Sheet {
  const rows = shown ? shown.dressed(cells.rows(), used) : cells.rows();
  const tables = names?.filteredOn(name).map(({ range }) => range) ?? [];
  return { name, visible: visibility === "Visible", locked: protection.protected, rows, merges, ...shown?.told(tables) };
}

function marksSeen(sheets: readonly Excel.Worksheet[], windows: readonly Window[]): readonly MarkedSheet[] | undefined {
  if (windows.some(({ formats }) => formats === undefined)) return undefined;
  return sheets.map((sheet, index) => markedSheet(sheet, windows[index]!.formats!));
}
