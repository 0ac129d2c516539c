import type { Cell, Content } from "../core/sheet/Cell";
import { placesOf, rectanglesInSteps } from "../core/sheet/rectangles";
import type { CellStyle } from "../core/sheet/SheetPlan";
import { SILENT, type Edit, type Progress } from "../core/sheet/WorkbookPort";
import { paced, type Steps } from "../core/steps";
import { restNowAndThen } from "../page/rest";
import { alike, queueNumberFormat, queueStyles } from "./cellStyles";
import { isTooLarge } from "./excelTrouble";
import { setColumnWidth } from "./makeSheet";
import { bandsOf } from "./rectangles";
import { BYTES_OF_BLOCK, inputsOf, MOST_BYTES_BESIDE, queueWrites, send, writeBatches, type WriteJob } from "./writeCells";

/** An edit whose cell holds what the edit expects. */
export interface Accepted {
  readonly edit: Edit;
  readonly cell: Cell;
}

/**
 * Writes all edits, in as many requests as Excel's limit on their size asks for. On sheets with hidden rows, `unevenly`, each row is
 * written by itself: what is written to a block of which a filter hides rows comes to lie in other rows (OfficeDev/office-js #224).
 * Throws `Stopped` when told to stop before the first cell is written; from then on all are.
 */
export async function writeEdits(context: Excel.RequestContext, accepted: readonly Accepted[], unevenly: ReadonlySet<string>, progress: Progress): Promise<void> {
  let heeded = progress;
  for (const part of await paced(partsOf(accepted), restNowAndThen(), progress)) {
    await writePart(context, part, unevenly, heeded);
    heeded = SILENT;
  }
}

async function writePart(context: Excel.RequestContext, part: readonly Accepted[], unevenly: ReadonlySet<string>, progress: Progress): Promise<void> {
  const rest = restNowAndThen();
  const [first = [], ...further] = writeBatches(await paced(queueAround(context, part, unevenly), rest, progress));
  await paced(queueWrites(first), rest, progress);
  try {
    await send(context, first);
    for (const batch of further) {
      await paced(queueWrites(batch), rest, SILENT);
      await send(context, batch);
    }
  } catch (error) {
    if (!isTooLarge(error) || part.length < 2) throw error;
    // A request refused for its size was not run, and what was written before it may be written again.
    for (const half of halvesOf(part)) await writePart(context, half, unevenly, SILENT);
  }
}

const halvesOf = <Item>(items: readonly Item[]): readonly (readonly Item[])[] => [items.slice(0, items.length >> 1), items.slice(items.length >> 1)];

/** The edits in parts whose formats travel together with a request's contents. */
function* partsOf(accepted: readonly Accepted[]): Steps<readonly (readonly Accepted[])[]> {
  if (accepted.length < 2 || (yield* bytesAround(accepted)) <= MOST_BYTES_BESIDE) return [accepted];
  const parts: (readonly Accepted[])[] = [];
  for (const half of halvesOf(accepted)) parts.push(...(yield* partsOf(half)));
  return parts;
}

/** What `queueAround` adds to a request, roughly. */
function* bytesAround(accepted: readonly Accepted[]): Steps<number> {
  let blocks = accepted.filter(({ edit }) => edit.columnWidth !== undefined).length;
  for (const here of (yield* groupedBySheet(accepted, ({ edit }) => edit.sheet)).values()) {
    blocks += (yield* rectanglesInSteps(textsToBe(here))).length;
    for (const { style, positions } of yield* alike(styled(here))) {
      if (style.numberFormat !== undefined) blocks += (yield* rectanglesInSteps(positions)).length;
    }
  }
  return blocks * BYTES_OF_BLOCK;
}

/** A number written into a cell formatted as text would be a text again, and a formula would not calculate. */
function* textsToBe(here: readonly Accepted[]): Iterable<Edit["at"]> {
  for (const { edit: { at, to }, cell } of here) {
    if (cell.numberFormat === "@" && (to.kind === "number" || to.kind === "formula")) yield at;
  }
}

function* styled(here: readonly Accepted[]): Iterable<{ readonly at: Edit["at"]; readonly style: CellStyle }> {
  for (const { edit: { at, style } } of here) if (style) yield { at, style };
}

function* editsOf(here: readonly Accepted[]): Iterable<Edit> {
  for (const { edit } of here) yield edit;
}

function* contentsOf(here: readonly Accepted[]): Iterable<{ readonly at: Edit["at"]; readonly content: Content }> {
  for (const { edit: { at, to } } of here) yield { at, content: to };
}

/** Queues all but the contents, and gives back what is to be written. */
function* queueAround(context: Excel.RequestContext, accepted: readonly Accepted[], unevenly: ReadonlySet<string>): Steps<readonly WriteJob[]> {
  const jobs: WriteJob[] = [];
  for (const [name, here] of yield* groupedBySheet(accepted, ({ edit }) => edit.sheet)) {
    const sheet = context.workbook.worksheets.getItem(name);
    yield* queueNumberFormat(sheet, yield* rectanglesInSteps(textsToBe(here)), "General");
    yield* queueStyles(sheet, styled(here));
    for (const { edit: { at, columnWidth } } of here) {
      if (columnWidth !== undefined) setColumnWidth(sheet, at.column, columnWidth);
    }
    const inputs = yield* inputsOf(contentsOf(here));
    for (const block of yield* rectanglesInSteps(placesOf(editsOf(here)))) {
      for (const rectangle of unevenly.has(name) ? bandsOf(block, 1) : [block]) jobs.push({ sheet, rectangle, inputs });
    }
  }
  return jobs;
}

/** Things of each sheet, by its name. */
export type BySheet<Item> = ReadonlyMap<string, readonly Item[]>;

/** The things of each sheet, in the order given. */
export function* groupedBySheet<Item>(items: readonly Item[], sheetOf: (item: Item) => string): Steps<BySheet<Item>> {
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
