import { a1Range, contains, type Position } from "../core/sheet/Address";
import { rectanglesOf } from "../core/sheet/rectangles";
import type { Sheet } from "../core/sheet/Sheet";
import type { SheetPlan } from "../core/sheet/SheetPlan";
import { sheetsToRemove } from "../core/sheet/sheetsToRemove";
import { SILENT, type Edit, type Mark, type Progress, type Refusal, type WorkbookPort } from "../core/sheet/WorkbookPort";
import { TroubleError } from "../core/Trouble";
import { isVanished, troubleOf } from "./excelTrouble";
import { losesKept, readKept, writeKept } from "./keptPart";
import { later } from "./later";
import { findMarks, readMarks, writeMarks } from "./overlay";
import { OwnWork } from "./OwnWork";
import type { Measured } from "./readSheets";
import { addressesOf } from "./rectangles";
import { runExcel, hasExcelApi } from "./runExcel";
import { SEEN_LASTS, SeenMarks } from "./SeenMarks";

/**
 * The workbook open in Excel, through Office.js (ExcelApi 1.9). Everything is in bulk: the number of round trips does not
 * grow with the number of rows until these fill more than one chunk. Errors are thrown as `TroubleError`.
 */
export class ExcelWorkbook implements WorkbookPort {
  private readonly seenMarks = new SeenMarks();
  private measured: Measured | undefined;
  /** What the last reading saw of the text kept, and when, until it is asked for. */
  private seenKept: { readonly text: string | undefined; readonly at: number } | undefined;

  /** @param own Told while this workbook writes or selects, so that its own doings are not taken for the user's. */
  constructor(private readonly own: OwnWork = new OwnWork()) {}

  /** Two round trips; one for sheets in `only` that were read before. More where a sheet does not fit into one. */
  async read(progress: Progress, only?: readonly string[]): Promise<readonly Sheet[]> {
    const { readSheets } = await later.readSheets();
    const { sheets, marked, measured, kept } = await runExcel((context) => readSheets(context, progress, only, this.measured));
    this.seenMarks.saw(marked, !only);
    this.seenKept = kept && { ...kept, at: Date.now() };
    this.measured = only && this.measured ? measuredAgain(this.measured, measured) : measured;
    return sheets;
  }

  /** One round trip right after reading, else three. */
  async mark(marks: readonly Mark[]): Promise<void> {
    const seen = await this.seenMarks.take(marks);
    try {
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
      this.seenMarks.stands(marks);
    } catch (error) {
      this.seenMarks.forget();
      throw error;
    }
  }

  async marks(): Promise<readonly Mark[]> {
    return runExcel(async (context) => readMarks(context, await findMarks(context)));
  }

  async apply(edits: readonly Edit[], progress: Progress = SILENT): Promise<readonly Refusal[]> {
    const { applyEdits } = await later.applyEdits();
    return this.own.writing.during(() => runExcel((context) => applyEdits(context, edits, progress), { where: edits[0]?.sheet, oneUndoStep: true }));
  }

  async addSheet(plan: SheetPlan, progress: Progress = SILENT): Promise<string> {
    const { makeSheet } = await later.makeSheet();
    this.seenMarks.forget();
    const make = (): Promise<string> => runExcel((context) => makeSheet(context, plan, progress), { where: plan.name, oneUndoStep: true });
    return this.own.writing.during(() => this.own.selecting.during(make));
  }

  /** Two round trips. */
  async removeSheets(names: readonly string[]): Promise<readonly string[]> {
    this.seenMarks.forget();
    const remove = async (context: Excel.RequestContext): Promise<readonly string[]> => {
      const sheets = context.workbook.worksheets.load("items/name,items/visibility");
      await context.sync();
      const going = sheetsToRemove(sheets.items.map(({ name, visibility }) => ({ name, visible: visibility === "Visible" })), names);
      for (const sheet of sheets.items) if (going.includes(sheet.name)) sheet.delete();
      await context.sync();
      return going;
    };
    return this.own.writing.during(() => this.own.selecting.during(() => runExcel(remove, { oneUndoStep: true })));
  }

  /** No round trip right after all sheets were read, else one or two. */
  async readKept(): Promise<string | undefined> {
    const { seenKept } = this;
    this.seenKept = undefined;
    return seenKept && Date.now() - seenKept.at < SEEN_LASTS ? seenKept.text : runExcel(readKept);
  }

  /** Two round trips. Throws `TroubleError` where the kind of file loses what is kept. */
  async writeKept(text: string | undefined): Promise<void> {
    this.seenKept = undefined;
    // Outside Excel proper there may be no document.
    const { document } = Office.context as Partial<Office.Context>;
    if (text !== undefined && losesKept(document?.url)) throw new TroubleError(troubleOf("losesKept", document?.url.replace(/^.*[\\/]/, "")));
    await runExcel((context) => writeKept(context, text));
  }

  async reveal(sheet: string, cells: readonly Position[]): Promise<void> {
    await this.own.selecting.during(() => runExcel((context) => showCells(context, sheet, cells), { where: sheet }));
  }
}

/** What is known of all sheets, some of them measured again. */
function measuredAgain(before: Measured, now: Measured): Measured {
  const others = [...before.refused].filter((name) => !now.extents.has(name));
  return { extents: new Map([...before.extents, ...now.extents]), refused: new Set([...others, ...now.refused]), names: now.names ?? before.names };
}

/** Brings the sheet to the front and selects the cells, the first of them being the active one, in two round trips. */
async function showCells(context: Excel.RequestContext, name: string, cells: readonly Position[]): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(name).load("visibility");
  await context.sync();
  if (sheet.visibility !== "Visible") throw new TroubleError(troubleOf("hidden", name));
  sheet.activate();
  if (cells[0]) select(sheet, cells[0], cells);
  await context.sync();
}

function select(sheet: Excel.Worksheet, first: Position, cells: readonly Position[]): void {
  const rectangles = rectanglesOf(cells);
  const leading = rectangles.filter((each) => contains(each, first));
  const [address = ""] = addressesOf([...leading, ...rectangles.filter((each) => !contains(each, first))]);
  // Several blocks can be selected since ExcelApi 1.18, where the copy of Office.js in use knows of it too.
  const areas = address.includes(",") && hasExcelApi("1.18") ? sheet.getRanges(address) : undefined;
  if (typeof areas?.select === "function") areas.select();
  else for (const block of leading) sheet.getRange(a1Range(block)).select();
}
