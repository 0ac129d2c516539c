import type { Rectangle } from "../core/sheet/Address";
import { BLANK_CELL, contentOf, sameContent, type Cell } from "../core/sheet/Cell";
import type { SheetRow } from "../core/sheet/Sheet";
import type { Edit, Refusal } from "../core/sheet/WorkbookPort";
import { breather } from "./breathe";
import { applyNumberFormat, applyStyles } from "./cellStyles";
import { isVanished } from "./excelTrouble";
import { CELLS_PER_SYNC, LoadedCells, loadBatch, loadBatches } from "./loadCells";
import { setColumnWidth } from "./makeSheet";
import { boundsOf, rectanglesOf, sizeOf } from "./rectangles";
import { contentsByPosition, writeBatch, writeBatches, type WriteJob } from "./writeCells";

const EDITS_BETWEEN_BREATHS = 1_024;

/**
 * Reads the cells again and writes the edits whose cells still hold what the edit expects: two round trips,
 * and one for every further 80,000 cells. Gives back the other edits, in the order given.
 */
export async function applyEdits(context: Excel.RequestContext, edits: readonly Edit[]): Promise<readonly Refusal[]> {
  if (edits.length === 0) return [];
  const sheets = await readAgain(context, edits);
  const refusals: Refusal[] = [];
  const accepted: { readonly edit: Edit; readonly cell: Cell }[] = [];
  const breathe = breather();
  for (const [index, edit] of edits.entries()) {
    if (index % EDITS_BETWEEN_BREATHS === 0) await breathe();
    const sheet = sheets.get(edit.sheet);
    const cell = sheet?.rows.get(edit.at.row)?.[edit.at.column] ?? BLANK_CELL;
    if (!sheet) refusals.push({ edit, why: "no-such-sheet" });
    else if (sheet.locked) refusals.push({ edit, why: "locked" });
    else if (!sameContent(contentOf(cell), edit.from)) refusals.push({ edit, why: "changed" });
    else accepted.push({ edit, cell });
  }
  if (accepted.length > 0) await write(context, accepted);
  return refusals;
}

interface ReadAgain {
  readonly locked: boolean;
  readonly rows: ReadonlyMap<number, SheetRow>;
}

/** The sheets of the edits with the cells edited. Sheets that are gone are left out, at the price of two more round trips. */
async function readAgain(context: Excel.RequestContext, edits: readonly Edit[]): Promise<ReadonlyMap<string, ReadAgain>> {
  const names = [...new Set(edits.map(({ sheet }) => sheet))];
  try {
    return await readCellsOf(context, edits, names);
  } catch (error) {
    if (!isVanished(error)) throw error;
    const worksheets = context.workbook.worksheets.load("items/name");
    await context.sync();
    const standing = new Set(worksheets.items.map(({ name }) => name));
    return readCellsOf(context, edits, names.filter((name) => standing.has(name)));
  }
}

async function readCellsOf(context: Excel.RequestContext, edits: readonly Edit[], names: readonly string[]): Promise<ReadonlyMap<string, ReadAgain>> {
  const asked = names.map((name) => {
    const positions = edits.filter(({ sheet }) => sheet === name).map(({ at }) => at);
    const sheet = context.workbook.worksheets.getItem(name);
    sheet.load("name,protection/protected");
    const into = new LoadedCells();
    return { name, sheet, into, jobs: blocksAround(positions).map((rectangle) => ({ sheet, rectangle, into })) };
  });
  for (const batch of loadBatches(asked.flatMap(({ jobs }) => jobs))) await loadBatch(context, batch);
  return new Map(asked.map(({ name, sheet, into }) => [name, { locked: sheet.protection.protected, rows: into.rows() }]));
}

/** One block around all cells where that is affordable, for one range is cheaper than many; else the cells alone. */
function blocksAround(positions: readonly Edit["at"][]): readonly Rectangle[] {
  const bounds = boundsOf(positions);
  if (!bounds) return [];
  return sizeOf(bounds) <= CELLS_PER_SYNC ? [bounds] : rectanglesOf(positions);
}

async function write(context: Excel.RequestContext, accepted: readonly { readonly edit: Edit; readonly cell: Cell }[]): Promise<void> {
  const names = [...new Set(accepted.map(({ edit }) => edit.sheet))];
  const breathe = breather();
  const jobs: WriteJob[] = [];
  for (const name of names) {
    const sheet = context.workbook.worksheets.getItem(name);
    const here = accepted.filter(({ edit }) => edit.sheet === name);
    // A number written into a cell formatted as text would be a text again, and a formula would not calculate.
    const asText = here.filter(({ edit: { to }, cell }) => cell.numberFormat === "@" && (to.kind === "number" || to.kind === "formula"));
    applyNumberFormat(sheet, rectanglesOf(asText.map(({ edit }) => edit.at)), "General");
    await applyStyles(sheet, here.flatMap(({ edit: { at, style } }) => (style ? [{ at, style }] : [])), breathe);
    await breathe();
    for (const { edit: { at, columnWidth } } of here) {
      if (columnWidth !== undefined) setColumnWidth(sheet, at.column, columnWidth);
    }
    const contents = contentsByPosition(here.map(({ edit }) => ({ at: edit.at, content: edit.to })));
    await breathe();
    for (const rectangle of rectanglesOf(here.map(({ edit }) => edit.at))) jobs.push({ sheet, rectangle, contents });
    await breathe();
  }
  for (const batch of writeBatches(jobs)) await writeBatch(context, batch);
}
