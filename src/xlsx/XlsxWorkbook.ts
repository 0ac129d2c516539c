import type { Sheet } from "../core/sheet/Sheet";
import { uniqueSheetName } from "../core/sheet/uniqueSheetName";
import { SILENT, Stopped, type Edit, type Mark, type Progress, type Refusal, type WorkbookPort } from "../core/sheet/WorkbookPort";
import { finish, paced, type Steps } from "../core/steps";
import { oneAfterAnother } from "../page/oneAfterAnother";
import { restNowAndThen } from "../page/rest";
import { later } from "./later";
import { readAllMarks } from "./marks/markRules";
import { readLook, type SheetLook } from "./look/readLook";
import { contentTypeOf } from "./package/contentTypes";
import { openZip } from "./package/openZip";
import { Package } from "./package/Package";
import { kindOf, relationshipsOf } from "./package/relationships";
import { TooMuch } from "./sheet/amount";
import { EMPTY_SHEET, sheetXml, type SheetContent } from "./sheet/sheetXml";
import { readStylePart, readTheme, writeStylePart } from "./styles/stylePart";
import { StyleSheet } from "./styles/StyleSheet";
import { fileTrouble } from "./troubles";
import { addSheetPart } from "./workbook/addSheetPart";
import { SheetReader } from "./workbook/SheetReader";
import { editionOf, locateWorkbook, readWorkbookPart, type SheetEntry, type WorkbookPart } from "./workbook/WorkbookPart";
import { BrokenXml } from "./xml/TagCursor";

/**
 * A workbook lying in an .xlsx or .xlsm file, held in memory and patched there: parts that need no change keep every byte.
 * All methods throw `TroubleError` when a part of the file is damaged, and then have changed nothing.
 */
export class XlsxWorkbook implements WorkbookPort {
  private readonly reader: SheetReader;
  /** What is being changed, one thing after another. */
  private readonly inTurn = oneAfterAnother();
  /** What the workbook's part said when it was read last. */
  private known: { readonly state: object; readonly book: WorkbookPart } | undefined;

  /** For `open`, `openWorkbookFile` and `newWorkbook`. */
  constructor(
    private readonly parts: Package,
    /** The file's name, as the user knows it. */
    readonly name: string,
  ) {
    this.reader = new SheetReader(parts);
  }

  /** Opens the bytes of an .xlsx or .xlsm. Throws `TroubleError` when they are anything else. */
  static open(bytes: Uint8Array, name: string): XlsxWorkbook {
    return XlsxWorkbook.around(finish(openZip(bytes, name)), name);
  }

  /** The same, letting the page have turns. Throws `Stopped` when told to stop. */
  static async openInSteps(bytes: Uint8Array, name: string, progress: Progress = SILENT): Promise<XlsxWorkbook> {
    return XlsxWorkbook.around(await paced(openZip(bytes, name), restNowAndThen(), progress), name);
  }

  private static around(entries: ReadonlyMap<string, Uint8Array>, name: string): XlsxWorkbook {
    const workbook = new XlsxWorkbook(new Package(entries), name);
    workbook.guarded(() => workbook.contents());
    return workbook;
  }

  /** How the name of the saved file must end for Excel to open it: ".xlsm" with macros, ".xltx" for a template … */
  get extension(): ".xlsx" | ".xlsm" | ".xltx" | ".xltm" {
    const type = contentTypeOf(this.parts, locateWorkbook(this.parts, this.name)) ?? "";
    if (/template/i.test(type)) return /macroEnabled/i.test(type) ? ".xltm" : ".xltx";
    return /macroEnabled/i.test(type) ? ".xlsm" : ".xlsx";
  }

  /** Whether the file carries a digital signature that what was changed since has made void. */
  get losesSignature(): boolean {
    return this.parts.isChanged && relationshipsOf(this.parts, "").some((relationship) => kindOf(relationship) === "origin");
  }

  /** The file as it now stands. A workbook without sheets, which Excel refuses, gets an empty one. */
  save(): Uint8Array {
    return finish(this.packed());
  }

  /** The same bytes, letting the page have turns: the file as it stood when asked for. Throws `Stopped` when told to stop. */
  async saveInSteps(progress: Progress = SILENT): Promise<Uint8Array> {
    return paced(this.packed(), restNowAndThen(), progress);
  }

  private packed(): Steps<Uint8Array> {
    const parts = this.parts.copy();
    this.guarded(() => {
      const book = this.contents();
      if (book.sheets.length === 0) finish(this.add(EMPTY_SHEET, parts, book));
    });
    return parts.toZip();
  }

  /** The workbook as it now stands, to be changed on its own: a step to go back to. Shares the parts that stay the same. */
  copy(): XlsxWorkbook {
    return new XlsxWorkbook(this.parts.copy(), this.name);
  }

  /** How a worksheet looks, for showing it on a page; undefined when there is none of that name. */
  async look(sheet: string): Promise<SheetLook | undefined> {
    return this.guardedInSteps(() => paced(this.looked(sheet), restNowAndThen(), SILENT));
  }

  private *looked(sheet: string): Steps<SheetLook | undefined> {
    const book = this.contents();
    const entry = book.sheets.find(({ name, worksheet }) => worksheet && name === sheet);
    return entry && (yield* readLook(yield* this.reader.piecesOf(entry), readStylePart(this.parts, book), readTheme(this.parts, book)));
  }

  async read(progress: Progress, only?: readonly string[]): Promise<readonly Sheet[]> {
    if (progress.stopped) throw new Stopped();
    const book = this.guarded(() => this.contents());
    const entries = book.sheets.filter(({ worksheet, name }) => worksheet && (only === undefined || only.includes(name)));
    const rest = restNowAndThen();
    const lengths: number[] = [];
    for (const entry of entries) {
      const pieces = await this.guardedInSteps(() => paced(this.reader.piecesOf(entry), rest, progress), entry);
      lengths.push(pieces.reduce((sum, { length }) => sum + length, 0));
    }
    const total = lengths.reduce((sum, length) => sum + length, 0);
    const sheets: Sheet[] = [];
    let done = 0;
    for (const [index, entry] of entries.entries()) {
      const steps = this.reader.steps(entry, book);
      let step = this.guarded(() => steps.next(), entry);
      while (!step.done) {
        progress.report(done + step.value, total);
        await rest();
        if (progress.stopped) throw new Stopped();
        step = this.guarded(() => steps.next(), entry);
      }
      sheets.push(step.value);
      done += lengths[index]!;
      progress.report(done, total);
    }
    await rest();
    if (progress.stopped) throw new Stopped();
    return sheets;
  }

  async mark(marks: readonly Mark[]): Promise<void> {
    await this.changeInTurn(async (parts, book) => (await later.writeMarks()).writeMarks(parts, book, marks));
  }

  async marks(): Promise<readonly Mark[]> {
    return this.guardedInSteps(() => paced(readAllMarks(this.parts, this.contents()), restNowAndThen(), SILENT));
  }

  async apply(edits: readonly Edit[], progress: Progress = SILENT): Promise<readonly Refusal[]> {
    return this.changeInTurn(async (parts, book) => (await later.writeEdits()).writeEdits(edits, parts, book, this.reader.over(parts)), progress);
  }

  /** The plan may do without one for printing. */
  async addSheet(plan: SheetContent, progress: Progress = SILENT): Promise<string> {
    return this.changeInTurn((parts, book) => this.add(plan, parts, book), progress);
  }

  async removeSheets(names: readonly string[]): Promise<readonly string[]> {
    return this.changeInTurn(async (parts, book) => {
      if (book.structureLocked) throw fileTrouble("structureLocked", this.name);
      return (await later.removeSheetParts()).removeSheetParts(parts, book, names);
    });
  }

  async readKept(): Promise<string | undefined> {
    const { readKeptPart } = await later.keptPart();
    return this.guarded(() => readKeptPart(this.parts, this.contents()));
  }

  async writeKept(text: string | undefined): Promise<void> {
    await this.changeInTurn(async (parts, book) => (await later.keptPart()).writeKeptPart(parts, book, text));
  }

  /** A file shows nothing. */
  async reveal(): Promise<void> {
    return undefined;
  }

  private contents(parts = this.parts): WorkbookPart {
    const { state } = parts;
    if (this.known?.state !== state) this.known = { state, book: readWorkbookPart(parts, locateWorkbook(parts, this.name)) };
    return this.known.book;
  }

  private *add(plan: SheetContent, parts: Package, book: WorkbookPart): Steps<string> {
    if (book.structureLocked) throw fileTrouble("structureLocked", this.name);
    const name = uniqueSheetName(plan.name, book.sheets.map((sheet) => sheet.name));
    const styles = new StyleSheet(readStylePart(parts, book));
    const pieces = yield* sheetXml(plan, styles, editionOf(book).main);
    yield;
    writeStylePart(parts, book, styles.toXml());
    yield* addSheetPart(parts, book, name, pieces, plan.print);
    return name;
  }

  /**
   * Changes the workbook after all that was asked for before, pausing now and then: all is done, or nothing. Until the end
   * everybody else sees the workbook as it was.
   */
  private changeInTurn<Result>(work: (parts: Package, book: WorkbookPart) => Steps<Result> | Promise<Steps<Result>>, progress: Progress = SILENT): Promise<Result> {
    return this.inTurn(async () => {
      const copy = this.parts.copy();
      const result = await this.guardedInSteps(async () => paced(await work(copy, this.contents(copy)), restNowAndThen(), progress));
      this.parts.become(copy);
      return result;
    });
  }

  private async guardedInSteps<Result>(work: () => Promise<Result>, sheet?: SheetEntry): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      return this.guarded(() => {
        throw error;
      }, sheet);
    }
  }

  /** Puts what is wrong with the file's inside into words. */
  private guarded<Result>(work: () => Result, sheet?: SheetEntry): Result {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof BrokenXml || error instanceof TooMuch)) throw error;
      throw fileTrouble(error instanceof TooMuch ? "tooMuch" : "brokenXml", sheet ? `${this.name} › ${sheet.name}` : this.name);
    }
  }
}
