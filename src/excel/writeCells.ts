import { a1Range, type Position, type Rectangle } from "../core/sheet/Address";
import { plainText, type Content } from "../core/sheet/Cell";
import type { Steps } from "../core/steps";
import { CELLS_AT_ONCE, CELLS_PER_SYNC, turnFor } from "./loadCells";
import { bandsOf, batchesOf, cellsOf, sizeOf } from "./rectangles";

/** What is typed into cells, by zero-based row and column. */
export interface Inputs {
  readonly rows: ReadonlyMap<number, readonly (string | number | undefined)[]>;
  /** What a cell costs in a request, on average. */
  readonly bytes: number;
}

/** What goes into one block of a sheet, row by row. */
export interface WriteJob {
  readonly sheet: Excel.Worksheet;
  readonly rectangle: Rectangle;
  readonly inputs: Inputs;
}

/** What Excel might read as a number, date, formula, error or truth value if it were typed. "(4)" would become −4. */
const INTERPRETED = /\d|^\s*['=+\-@#]|^\s*(?:true|false)\s*$/i;

/** What to write into `formulas` so that the cell holds the content. Texts keep being texts by the apostrophe typed before them. */
function inputFor(content: Content): string | number {
  if (content.kind === "number") return content.number;
  if (content.kind === "formula") return content.formula;
  return content.kind === "text" && INTERPRETED.test(content.text) ? `'${content.text}` : plainText(content);
}

/** What to type so that cells hold their contents. Of two contents for one cell the last counts. */
export function* inputsOf(cells: Iterable<{ readonly at: Position; readonly content: Content }>): Steps<Inputs> {
  const rows = new Map<number, (string | number | undefined)[]>();
  let bytes = 0;
  let count = 0;
  for (const { at, content } of cells) {
    const input = inputFor(content);
    const line = rows.get(at.row);
    if (line) line[at.column] = input;
    else (rows.set(at.row, []).get(at.row)!)[at.column] = input;
    // Its characters, some of two or three bytes in Vietnamese, and quotes and a comma.
    bytes += (content.kind === "text" ? 2 : 1) * String(input).length + 3;
    count++;
    yield;
  }
  return { rows, bytes: count === 0 ? 1 : bytes / count };
}

/** Excel on the web refuses requests of more than 5 MB; so much of one may be contents, */
const MOST_BYTES = 3_500_000;
/** and so much may be formats and the like beside them. */
export const MOST_BYTES_BESIDE = 1_200_000;
/** What naming a block of cells and setting it costs in a request, besides its cells. */
export const BYTES_OF_BLOCK = 480;

/** The jobs as batches of one round trip each: as many cells as for reading, fewer where they hold long texts or formulas, or lie scattered. */
export function writeBatches(jobs: readonly WriteJob[]): readonly (readonly WriteJob[])[] {
  const bytes = Math.max(1, ...jobs.map(({ inputs }) => inputs.bytes));
  const cells = Math.min(CELLS_PER_SYNC, Math.max(1, Math.floor(MOST_BYTES / bytes)));
  const bands = jobs.flatMap((job) => bandsOf(job.rectangle, cells).map((rectangle) => ({ ...job, rectangle })));
  return batchesOf(bands, MOST_BYTES, ({ rectangle }) => Math.max(sizeOf(rectangle) * bytes + BYTES_OF_BLOCK, (sizeOf(rectangle) / cells) * MOST_BYTES));
}

/** Queues the writing of one batch, for whoever syncs next; cells of a block for which there is no content are emptied. */
export function* queueWrites(batch: readonly WriteJob[]): Steps<void> {
  for (const { sheet, rectangle, inputs } of batch) {
    for (const slice of bandsOf(rectangle, CELLS_AT_ONCE)) {
      const lines: (string | number)[][] = [];
      for (let row = slice.top; row <= slice.bottom; row++) {
        const line = inputs.rows.get(row);
        lines.push(Array.from({ length: slice.right - slice.left + 1 }, (_, index) => line?.[slice.left + index] ?? ""));
      }
      yield;
      const range = sheet.getRange(a1Range(slice));
      // Plain values go by `values`: some Excels forget the user's undo steps when `formulas` is set (OfficeDev/office-js #6170).
      if (lines.some((line) => line.some(isFormula))) range.formulas = lines;
      else range.values = lines;
      yield;
    }
  }
}

/** A text that begins like a formula is typed with an apostrophe before it. */
const isFormula = (input: string | number): boolean => typeof input === "string" && input.startsWith("=");

/** Sends a batch that was queued, with whatever was queued besides. */
export async function send(context: Excel.RequestContext, batch: readonly WriteJob[]): Promise<void> {
  await turnFor(cellsOf(batch));
  await context.sync();
}
