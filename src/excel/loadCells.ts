import { a1Range, type Rectangle } from "../core/sheet/Address";
import { textValue, type Cell, type Value } from "../core/sheet/Cell";
import type { SheetRow } from "../core/sheet/Sheet";
import type { Progress } from "../core/sheet/WorkbookPort";
import { paced, type Steps } from "../core/steps";
import { nextTurn, restNowAndThen } from "../page/rest";
import { isTooLarge } from "./excelTrouble";
import { bandsOf, batchesOf, cellsOf, sizeOf } from "./rectangles";

/**
 * Cells that travel in one round trip. A cell costs 25 to 50 bytes with its type, formula and number format,
 * and Excel on the web refuses answers of more than 5 MB.
 */
export const CELLS_PER_SYNC = 80_000;
/** Below this, an answer that is still too large is not for its cells. */
const FEWEST_CELLS = 2_000;
/** Asking for a block costs as much of a request as so many cells of an answer. */
const CELLS_OF_BLOCK = 16;
/**
 * Each row of an answer is a list of its own, which the client library copies: a narrow block costs it as much as one of five
 * columns. Where half of that lets all travel at once, a round trip is spared.
 */
const NARROWEST = 5;

/** The client library builds and reads its messages in one piece; so many cells cost it a few milliseconds. */
export const CELLS_AT_ONCE = 4_000;

/** Where a message holds more cells than that, it is a task of its own: the page has a turn between it and our work. */
export async function turnFor(cells: number): Promise<void> {
  if (cells > CELLS_AT_ONCE) await nextTurn();
}

/** What is loaded of a range to know its cells. */
export const CELL_PROPERTIES = "rowIndex,columnIndex,values,valueTypes,formulas,numberFormat,rowHidden";

/**
 * A cell from what Excel says of it; undefined when it is blank. Blanks are told from empty texts by their type,
 * formulas from texts that begin with "=" by the text being the value too.
 */
function cellFrom(value: unknown, type: unknown, formula: unknown, numberFormat: unknown): Cell | undefined {
  const isFormula = typeof formula === "string" && formula.startsWith("=") && !(type === "String" && value === formula);
  if (type === "Empty" && !isFormula) return undefined;
  const held = valueFrom(value, type);
  if (held.kind === "blank" && !isFormula) return undefined;
  return {
    value: held,
    ...(isFormula ? { formula } : {}),
    ...(typeof numberFormat === "string" && numberFormat !== "General" ? { numberFormat } : {}),
  };
}

function valueFrom(value: unknown, type: unknown): Value {
  if (type === "Error") return { kind: "error", code: String(value) };
  if (typeof value === "number") return { kind: "number", number: value };
  if (typeof value === "boolean") return textValue(value ? "TRUE" : "FALSE");
  return textValue(typeof value === "string" ? value : "");
}

/** Cells of one sheet as they arrive, in any order. */
export class LoadedCells {
  private readonly lines = new Map<number, (Cell | undefined)[]>();
  private ascending = true;
  private last = -1;
  /** Whether no row of what was taken over is hidden. */
  allShown = true;

  /** Takes over what a synced range holds. Throws where Excel left the values out because they were too many. */
  *take(range: Excel.Range): Steps<void> {
    const { rowIndex, columnIndex, values, valueTypes, formulas, numberFormat } = range;
    if (values === null || formulas === null) throw new TooManyCells();
    // Null where only some are.
    this.allShown &&= range.rowHidden === false;
    for (const [down, line] of values.entries()) {
      yield;
      const row = rowIndex + down;
      line.forEach((value, across) => {
        const cell = cellFrom(value, valueTypes[down]?.[across], formulas[down]?.[across], numberFormat?.[down]?.[across]);
        if (cell) this.lineOf(row)[columnIndex + across] = cell;
      });
    }
  }

  private lineOf(row: number): (Cell | undefined)[] {
    const known = this.lines.get(row);
    if (known) return known;
    this.ascending &&= row > this.last;
    this.last = row;
    const line: (Cell | undefined)[] = [];
    this.lines.set(row, line);
    return line;
  }

  /** Rows that hold anything, in ascending order. */
  rows(): ReadonlyMap<number, SheetRow> {
    return this.ascending ? this.lines : new Map([...this.lines].sort(([first], [second]) => first - second));
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
  /** Where it is to be noted which of its rows are hidden. */
  readonly hidden?: Set<number>;
}

/** What a block costs, in cells of a wide one. */
const weightOf = (rectangle: Rectangle, narrowest: number): number =>
  Math.max(sizeOf(rectangle), (rectangle.bottom - rectangle.top + 1) * narrowest, CELLS_OF_BLOCK);

/** The jobs as batches of one round trip each. */
export function loadBatches(jobs: readonly LoadJob[]): readonly (readonly LoadJob[])[] {
  const atOnce = jobs.reduce((sum, { rectangle }) => sum + weightOf(rectangle, NARROWEST / 2), 0) <= CELLS_PER_SYNC;
  const narrowest = atOnce ? NARROWEST / 2 : NARROWEST;
  const bands = jobs.flatMap((job) => {
    const { left, right } = job.rectangle;
    const width = right - left + 1;
    return bandsOf(job.rectangle, Math.floor((CELLS_PER_SYNC * width) / Math.max(width, narrowest))).map((rectangle) => ({ ...job, rectangle }));
  });
  return batchesOf(bands, CELLS_PER_SYNC, ({ rectangle }) => weightOf(rectangle, narrowest));
}

/** Loads one batch in one round trip, or in halves where Excel says it is too large. Throws `Stopped` when told to stop. */
export async function loadBatch(context: Excel.RequestContext, batch: readonly LoadJob[], progress: Progress): Promise<void> {
  const ranges = batch.map(({ sheet, rectangle }) => sheet.getRange(a1Range(rectangle)).load(CELL_PROPERTIES));
  const rows = batch.map(({ sheet, rectangle, hidden }) => hidden && askRows(sheet, rectangle));
  try {
    await context.sync();
    await turnFor(cellsOf(batch));
    for (const [index, { into, rectangle, hidden }] of batch.entries()) {
      await paced(into.take(ranges[index]!), restNowAndThen(), progress);
      if (hidden) noteHidden(rows[index]!, rectangle.top, hidden);
    }
  } catch (error) {
    const cells = cellsOf(batch);
    if (!isTooLarge(error) || cells < FEWEST_CELLS) throw error;
    const half = Math.ceil(cells / 2);
    const smaller = batchesOf(batch.flatMap((job) => bandsOf(job.rectangle, half).map((rectangle) => ({ ...job, rectangle }))), half);
    if (smaller.length < 2) throw error;
    for (const part of smaller) await loadBatch(context, part, progress);
  }
}

/** Asks which rows of a block are hidden, for `noteHidden` after the next sync. */
export function askRows(sheet: Excel.Worksheet, { top, bottom }: Rectangle): OfficeExtension.ClientResult<Excel.RowProperties[]> {
  return sheet.getRange(a1Range({ top, bottom, left: 0, right: 0 })).getRowProperties({ rowHidden: true });
}

/** Notes the zero-based rows told to be hidden; `top` is the first that was asked about. */
export function noteHidden({ value }: OfficeExtension.ClientResult<Excel.RowProperties[]>, top: number, hidden: Set<number>): void {
  for (const [index, { rowHidden }] of value.entries()) if (rowHidden) hidden.add(top + index);
}
