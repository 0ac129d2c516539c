import type { Position } from "../core/sheet/Address";
import type { Sheet } from "../core/sheet/Sheet";
import type { SheetPlan } from "../core/sheet/SheetPlan";
import type { Edit, Mark, Progress, Refusal, WorkbookPort } from "../core/sheet/WorkbookPort";
import { applyEdits } from "./applyEdits";
import { isVanished } from "./excelTrouble";
import { makeSheet } from "./makeSheet";
import { findMarks, readMarks, writeMarks, type MarkedSheet } from "./overlay";
import { OwnWork } from "./OwnWork";
import { readSheets } from "./readSheets";
import { runExcel } from "./runExcel";
import { showCells } from "./showCells";

/**
 * How long what a reading saw of our marks may be relied on, in milliseconds. A format's id is only good while nobody
 * changes the formats; within this time no more can happen than between two round trips to Excel on the web.
 */
const SEEN_MARKS_LAST = 2_000;

/**
 * The workbook open in Excel, through Office.js (ExcelApi 1.9). Everything is in bulk: the number of round trips does not
 * grow with the number of rows until these fill more than one chunk. Errors are thrown as `TroubleError`.
 */
export class ExcelWorkbook implements WorkbookPort {
  private seen: { readonly marked: readonly MarkedSheet[]; readonly at: number } | undefined;

  /** @param own Told while this workbook writes or selects, so that its own doings are not taken for the user's. */
  constructor(private readonly own: OwnWork = new OwnWork()) {}

  async read(progress: Progress, only?: readonly string[]): Promise<readonly Sheet[]> {
    const { sheets, marked } = await runExcel((context) => readSheets(context, progress, only));
    if (marked) this.seen = { marked, at: Date.now() };
    return sheets;
  }

  /** One round trip right after all sheets were read, else three. */
  async mark(marks: readonly Mark[]): Promise<void> {
    const seen = this.seen && Date.now() - this.seen.at < SEEN_MARKS_LAST ? this.seen.marked : undefined;
    this.seen = undefined;
    await runExcel(
      async (context) => {
        try {
          await writeMarks(context, seen ?? (await findMarks(context)), marks);
        } catch (error) {
          // A sheet or format seen a moment ago is gone: look again.
          if (!seen || !isVanished(error)) throw error;
          await writeMarks(context, await findMarks(context), marks);
        }
      },
      { oneUndoStep: true },
    );
  }

  async marks(): Promise<readonly Mark[]> {
    return runExcel(async (context) => readMarks(context, await findMarks(context)));
  }

  async apply(edits: readonly Edit[]): Promise<readonly Refusal[]> {
    return this.own.writing.during(() => runExcel((context) => applyEdits(context, edits), { where: edits[0]?.sheet, oneUndoStep: true }));
  }

  async addSheet(plan: SheetPlan): Promise<string> {
    this.seen = undefined;
    const make = (): Promise<string> => runExcel((context) => makeSheet(context, plan), { where: plan.name, oneUndoStep: true });
    return this.own.writing.during(() => this.own.selecting.during(make));
  }

  async reveal(sheet: string, cells: readonly Position[]): Promise<void> {
    await this.own.selecting.during(() => runExcel((context) => showCells(context, sheet, cells), { where: sheet }));
  }
}
