import { a1Range, positionKey, type Position, type Rectangle } from "../core/sheet/Address";
import type { Content } from "../core/sheet/Cell";
import { inputFor } from "./excelContent";
import { CELLS_PER_SYNC } from "./loadCells";
import { bandsOf, batchesOf } from "./rectangles";

/** What goes into one block of a sheet, row by row. */
export interface WriteJob {
  readonly sheet: Excel.Worksheet;
  readonly rectangle: Rectangle;
  readonly contents: ReadonlyMap<number, Content>;
}

/** Contents by `positionKey`, for `WriteJob`. Of two for one cell the last counts. */
export function contentsByPosition(cells: readonly { readonly at: Position; readonly content: Content }[]): ReadonlyMap<number, Content> {
  return new Map(cells.map(({ at, content }) => [positionKey(at), content]));
}

/** Excel on the web refuses requests of more than 5 MB; formats travel in them too. */
const MOST_BYTES = 3_500_000;

/** The jobs as batches of one round trip each: as many cells as for reading, fewer where they hold long texts or formulas. */
export function writeBatches(jobs: readonly WriteJob[]): readonly (readonly WriteJob[])[] {
  const cells = Math.min(CELLS_PER_SYNC, Math.max(1, Math.floor(MOST_BYTES / averageBytes(jobs))));
  const bands = jobs.flatMap((job) => bandsOf(job.rectangle, cells).map((rectangle) => ({ ...job, rectangle })));
  return batchesOf(bands, cells);
}

/** What a cell's content costs in a request: its characters, some of two or three bytes in Vietnamese, and quotes and a comma. */
function averageBytes(jobs: readonly WriteJob[]): number {
  let bytes = 0;
  let count = 0;
  for (const contents of new Set(jobs.map((job) => job.contents))) {
    count += contents.size;
    for (const content of contents.values()) bytes += (content.kind === "text" ? 2 : 1) * String(inputFor(content)).length + 3;
  }
  return count === 0 ? 1 : bytes / count;
}

/** Writes one batch in one round trip, with whatever was queued before. */
export async function writeBatch(context: Excel.RequestContext, batch: readonly WriteJob[]): Promise<void> {
  queueWrites(batch);
  await context.sync();
}

/** Queues the writing of one batch; cells of a block for which there is no content are emptied. */
export function queueWrites(batch: readonly WriteJob[]): void {
  for (const { sheet, rectangle, contents } of batch) {
    let formulas = false;
    const inputs: (string | number)[][] = [];
    for (let row = rectangle.top; row <= rectangle.bottom; row++) {
      const line: (string | number)[] = [];
      for (let column = rectangle.left; column <= rectangle.right; column++) {
        const content = contents.get(positionKey({ row, column })) ?? { kind: "blank" };
        formulas ||= content.kind === "formula";
        line.push(inputFor(content));
      }
      inputs.push(line);
    }
    const range = sheet.getRange(a1Range(rectangle));
    // Plain values go by `values`: some Excels forget the user's undo steps when `formulas` is set (OfficeDev/office-js #6170).
    if (formulas) range.formulas = inputs;
    else range.values = inputs;
  }
}
