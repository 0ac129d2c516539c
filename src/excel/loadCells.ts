import { a1Range, type Rectangle } from "../core/sheet/Address";
import type { Cell } from "../core/sheet/Cell";
import type { SheetRow } from "../core/sheet/Sheet";
import { breather } from "./breathe";
import { cellFrom } from "./excelContent";
import { isTooLarge } from "./excelTrouble";
import { bandsOf, batchesOf, sizeOf } from "./rectangles";

/**
 * Cells that travel in one round trip. A cell costs 25 to 50 bytes with its type, formula and number format,
 * and Excel on the web refuses answers of more than 5 MB.
 */
export const CELLS_PER_SYNC = 80_000;
/** Below this, an answer that is still too large is not for its cells. */
const FEWEST_CELLS = 2_000;

const ROWS_BETWEEN_BREATHS = 256;

/** What is loaded of a range to know its cells. */
export const CELL_PROPERTIES = "rowIndex,columnIndex,values,valueTypes,formulas,numberFormat";

/** Cells of one sheet as they arrive, in any order. */
export class LoadedCells {
  private readonly lines = new Map<number, (Cell | undefined)[]>();

  /** Takes over what a synced range holds, breathing now and then. Throws where Excel left the values out because they were too many. */
  async take(range: Excel.Range): Promise<void> {
    const { rowIndex, columnIndex, values, valueTypes, formulas, numberFormat } = range;
    if (values === null || formulas === null) throw new TooManyCells();
    const breathe = breather();
    for (const [down, line] of values.entries()) {
      line.forEach((value, across) => {
        const cell = cellFrom(value, valueTypes[down]?.[across], formulas[down]?.[across], numberFormat?.[down]?.[across]);
        if (!cell) return;
        const row = rowIndex + down;
        let cells = this.lines.get(row);
        if (!cells) this.lines.set(row, (cells = []));
        cells[columnIndex + across] = cell;
      });
      if (down % ROWS_BETWEEN_BREATHS === ROWS_BETWEEN_BREATHS - 1) await breathe();
    }
  }

  /** Rows that hold anything, in ascending order. */
  rows(): ReadonlyMap<number, SheetRow> {
    return new Map([...this.lines].sort(([first], [second]) => first - second));
  }
}

class TooManyCells extends Error {
  readonly code = "ResponsePayloadSizeLimitExceeded";
}

/** A block to be loaded, and where its cells go. */
export interface LoadJob {
  readonly sheet: Excel.Worksheet;
  readonly rectangle: Rectangle;
  readonly into: LoadedCells;
}

/** The jobs as batches of one round trip each. */
export function loadBatches(jobs: readonly LoadJob[]): readonly (readonly LoadJob[])[] {
  const bands = jobs.flatMap((job) => bandsOf(job.rectangle, CELLS_PER_SYNC).map((rectangle) => ({ ...job, rectangle })));
  return batchesOf(bands, CELLS_PER_SYNC);
}

/** Loads one batch in one round trip, or in halves where Excel says it is too large. */
export async function loadBatch(context: Excel.RequestContext, batch: readonly LoadJob[]): Promise<void> {
  const ranges = batch.map(({ sheet, rectangle }) => sheet.getRange(a1Range(rectangle)).load(CELL_PROPERTIES));
  try {
    await context.sync();
    for (const [index, { into }] of batch.entries()) await into.take(ranges[index]!);
  } catch (error) {
    const cells = batch.reduce((sum, { rectangle }) => sum + sizeOf(rectangle), 0);
    if (!isTooLarge(error) || cells < FEWEST_CELLS) throw error;
    const half = Math.ceil(cells / 2);
    const smaller = batchesOf(batch.flatMap((job) => bandsOf(job.rectangle, half).map((rectangle) => ({ ...job, rectangle }))), half);
    if (smaller.length < 2) throw error;
    for (const part of smaller) await loadBatch(context, part);
  }
}
