import type { Position, Rectangle } from "../core/sheet/Address";
import { BLANK_CELL, contentOf, sameContent, type Cell } from "../core/sheet/Cell";
import type { SheetRow } from "../core/sheet/Sheet";
import { SILENT, type Edit, type Progress, type Refusal } from "../core/sheet/WorkbookPort";
import { paced, type Steps } from "../core/steps";
import { restNowAndThen } from "../page/rest";
import { queueNumberFormat, queueStyles } from "./cellStyles";
import { isVanished } from "./excelTrouble";
import { CELLS_PER_SYNC, LoadedCells, loadBatch, loadBatches, type LoadJob } from "./loadCells";
import { setColumnWidth } from "./makeSheet";
import { boundsOf, rectanglesInSteps, sizeOf } from "./rectangles";
import { inputsOf, queueWrites, send, writeBatches, type WriteJob } from "./writeCells";

/** The edits of each sheet, by its name. */
type BySheet<Item> = ReadonlyMap<string, readonly Item[]>;

/** An edit whose cell holds what the edit expects. */
interface Accepted {
  readonly edit: Edit;
  readonly cell: Cell;
}

/**
 * Reads the cells again and writes the edits whose cells still hold what the edit expects: two round trips,
 * and one for every further 80,000 cells. Gives back the other edits, in the order given.
 * Throws `Stopped` when told to stop before the first cell is written; from then on all are.
 */
export async function applyEdits(context: Excel.RequestContext, edits: readonly Edit[], progress: Progress): Promise<readonly Refusal[]> {
  if (edits.length === 0) return [];
  const rest = restNowAndThen();
  const bySheet = await paced(groupedBySheet(edits, ({ sheet }) => sheet), rest, progress);
  const sheets = await readAgain(context, bySheet, progress);
  const { accepted, refusals } = await paced(compared(edits, sheets), rest, progress);
  if (accepted.length === 0) return refusals;
  const [first = [], ...further] = writeBatches(await paced(queueAround(context, accepted), rest, progress));
  await paced(queueWrites(first), rest, progress);
  await send(context, first);
  for (const batch of further) {
    await paced(queueWrites(batch), rest, SILENT);
    await send(context, batch);
  }
  return refusals;
}

function* groupedBySheet<Item>(items: readonly Item[], sheetOf: (item: Item) => string): Steps<BySheet<Item>> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const name = sheetOf(item);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
    yield;
  }
  return groups;
}

function* compared(edits: readonly Edit[], sheets: ReadonlyMap<string, ReadAgain>): Steps<{ readonly accepted: readonly Accepted[]; readonly refusals: readonly Refusal[] }> {
  const refusals: Refusal[] = [];
  const accepted: Accepted[] = [];
  for (const edit of edits) {
    yield;
    const sheet = sheets.get(edit.sheet);
    const cell = sheet?.rows.get(edit.at.row)?.[edit.at.column] ?? BLANK_CELL;
    if (!sheet) refusals.push({ edit, why: "no-such-sheet" });
    else if (sheet.locked) refusals.push({ edit, why: "locked" });
    else if (!sameContent(contentOf(cell), edit.from)) refusals.push({ edit, why: "changed" });
    else accepted.push({ edit, cell });
  }
  return { accepted, refusals };
}

interface ReadAgain {
  readonly locked: boolean;
  readonly rows: ReadonlyMap<number, SheetRow>;
}

/** The sheets of the edits with the cells edited. Sheets that are gone are left out, at the price of two more round trips. */
async function readAgain(context: Excel.RequestContext, edits: BySheet<Edit>, progress: Progress): Promise<ReadonlyMap<string, ReadAgain>> {
  try {
    return await readCellsOf(context, edits, progress);
  } catch (error) {
    if (!isVanished(error)) throw error;
    const worksheets = context.workbook.worksheets.load("items/name");
    await context.sync();
    const standing = new Set(worksheets.items.map(({ name }) => name));
    return readCellsOf(context, new Map([...edits].filter(([name]) => standing.has(name))), progress);
  }
}

async function readCellsOf(context: Excel.RequestContext, edits: BySheet<Edit>, progress: Progress): Promise<ReadonlyMap<string, ReadAgain>> {
  const asked: { readonly name: string; readonly sheet: Excel.Worksheet; readonly into: LoadedCells; readonly jobs: readonly LoadJob[] }[] = [];
  for (const [name, own] of edits) {
    const blocks = await paced(blocksAround(own.map(({ at }) => at)), restNowAndThen(), progress);
    const sheet = context.workbook.worksheets.getItem(name);
    sheet.load("name,protection/protected");
    const into = new LoadedCells();
    asked.push({ name, sheet, into, jobs: blocks.map((rectangle) => ({ sheet, rectangle, into })) });
  }
  for (const batch of loadBatches(asked.flatMap(({ jobs }) => jobs))) await loadBatch(context, batch, progress);
  return new Map(asked.map(({ name, sheet, into }) => [name, { locked: sheet.protection.protected, rows: into.rows() }]));
}

/** One block around all cells where that is affordable, for one range is cheaper than many; else the cells alone. */
function* blocksAround(positions: readonly Position[]): Steps<readonly Rectangle[]> {
  const bounds = boundsOf(positions);
  if (!bounds) return [];
  return sizeOf(bounds) <= CELLS_PER_SYNC ? [bounds] : yield* rectanglesInSteps(positions);
}

/** Queues all but the contents, and gives back what is to be written. */
function* queueAround(context: Excel.RequestContext, accepted: readonly Accepted[]): Steps<readonly WriteJob[]> {
  const jobs: WriteJob[] = [];
  for (const [name, here] of yield* groupedBySheet(accepted, ({ edit }) => edit.sheet)) {
    const sheet = context.workbook.worksheets.getItem(name);
    // A number written into a cell formatted as text would be a text again, and a formula would not calculate.
    const asText = here.filter(({ edit: { to }, cell }) => cell.numberFormat === "@" && (to.kind === "number" || to.kind === "formula"));
    yield* queueNumberFormat(sheet, yield* rectanglesInSteps(asText.map(({ edit }) => edit.at)), "General");
    yield* queueStyles(sheet, here.flatMap(({ edit: { at, style } }) => (style ? [{ at, style }] : [])));
    for (const { edit: { at, columnWidth } } of here) {
      if (columnWidth !== undefined) setColumnWidth(sheet, at.column, columnWidth);
    }
    const inputs = yield* inputsOf(here.map(({ edit }) => ({ at: edit.at, content: edit.to })));
    for (const rectangle of yield* rectanglesInSteps(here.map(({ edit }) => edit.at))) jobs.push({ sheet, rectangle, inputs });
  }
  return jobs;
}
