import { a1Range, contains, type Position, type Rectangle } from "../core/sheet/Address";
import { boundsOf, placesOf, rectanglesInSteps } from "../core/sheet/rectangles";
import { BLANK_CELL, contentOf, sameContent } from "../core/sheet/Cell";
import type { SheetRow } from "../core/sheet/Sheet";
import type { Edit, Progress, Refusal } from "../core/sheet/WorkbookPort";
import { paced, type Steps } from "../core/steps";
import { restNowAndThen } from "../page/rest";
import { isVanished } from "./excelTrouble";
import { CELLS_PER_SYNC, LoadedCells, loadBatch, loadBatches, type LoadJob } from "./loadCells";
import { sizeOf } from "./rectangles";
import { groupedBySheet, writeEdits, type BySheet, type Accepted } from "./writeEdits";

/**
 * Reads the cells again and writes the edits whose cells still hold what the edit expects: two round trips,
 * and one for every further 80,000 cells, or fewer where they stand alone in their rows or lie scattered. Gives back the other edits, in the order given.
 * Throws `Stopped` when told to stop before the first cell is written; from then on all are.
 */
export async function applyEdits(context: Excel.RequestContext, edits: readonly Edit[], progress: Progress): Promise<readonly Refusal[]> {
  if (edits.length === 0) return [];
  const rest = restNowAndThen();
  const bySheet = await paced(groupedBySheet(edits, ({ sheet }) => sheet), rest, progress);
  const sheets = await readAgain(context, bySheet, progress);
  const { accepted, refusals } = await paced(compared(edits, sheets), rest, progress);
  if (accepted.length === 0) return refusals;
  await writeEdits(context, accepted, new Set([...sheets].flatMap(([name, { allShown }]) => (allShown ? [] : [name]))), progress);
  return refusals;
}

function* compared(edits: readonly Edit[], sheets: ReadonlyMap<string, ReadAgain>): Steps<{ readonly accepted: readonly Accepted[]; readonly refusals: readonly Refusal[] }> {
  const refusals: Refusal[] = [];
  const accepted: Accepted[] = [];
  for (const edit of edits) {
    yield;
    const sheet = sheets.get(edit.sheet);
    const cell = sheet?.rows.get(edit.at.row)?.[edit.at.column] ?? BLANK_CELL;
    if (!sheet) refusals.push({ edit, why: "no-such-sheet" });
    else if (sheet.locks(edit.at)) refusals.push({ edit, why: "locked" });
    else if (!sameContent(contentOf(cell), edit.from)) refusals.push({ edit, why: "changed" });
    else accepted.push({ edit, cell });
  }
  return { accepted, refusals };
}

interface ReadAgain {
  /** Whether a cell may not be written. */
  readonly locks: (at: Position) => boolean;
  /** Whether none of the rows written is hidden. */
  readonly allShown: boolean;
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
  const asked: { readonly name: string; readonly sheet: Excel.Worksheet; readonly into: LoadedCells; readonly jobs: readonly LoadJob[]; readonly free: FreeCells }[] = [];
  for (const [name, own] of edits) {
    const blocks = await paced(blocksAround(own), restNowAndThen(), progress);
    const sheet = context.workbook.worksheets.getItem(name);
    sheet.load("name,protection/protected");
    const into = new LoadedCells();
    const free = askFree(sheet, await paced(rectanglesInSteps(placesOf(own)), restNowAndThen(), progress));
    asked.push({ name, sheet, into, free, jobs: blocks.map((rectangle) => ({ sheet, rectangle, into })) });
  }
  for (const batch of loadBatches(asked.flatMap(({ jobs }) => jobs))) await loadBatch(context, batch, progress);
  return new Map(
    asked.map(({ name, sheet, into, free }) => [name, { locks: (at) => sheet.protection.protected && !free(at), allShown: into.allShown, rows: into.rows() }]),
  );
}

/** Tells, once synced, whether a cell may be written though its sheet is protected. */
type FreeCells = (at: Position) => boolean;

/** Blocks whose cells are asked whether they are locked; of more than that a protected sheet takes nothing. */
const MOST_BLOCKS = 200;

/** Asks which blocks of cells are not locked, where they are not too many. */
function askFree(sheet: Excel.Worksheet, blocks: readonly Rectangle[]): FreeCells {
  const asked = (blocks.length > MOST_BLOCKS ? [] : blocks).map((block) => ({ block, protection: sheet.getRange(a1Range(block)).format.protection.load("locked") }));
  // Null where only some of a block's cells are.
  return (at) => asked.some(({ block, protection }) => contains(block, at) && protection.locked === false);
}

/** One block around all cells where that is affordable, for one range is cheaper than many; else the cells alone. */
function* blocksAround(cells: readonly { readonly at: Position }[]): Steps<readonly Rectangle[]> {
  const bounds = yield* boundsOf(placesOf(cells));
  if (!bounds) return [];
  return sizeOf(bounds) <= CELLS_PER_SYNC ? [bounds] : yield* rectanglesInSteps(placesOf(cells));
}
