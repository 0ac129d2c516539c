import type { Position } from "../core/sheet/Address";
import { contentOf, sameContent } from "../core/sheet/Cell";
import { cellAt, type Sheet } from "../core/sheet/Sheet";
import type { SheetPlan } from "../core/sheet/SheetPlan";
import { uniqueSheetName } from "../core/sheet/uniqueSheetName";
import { SILENT, Stopped, type Edit, type Mark, type Progress, type Refusal, type WorkbookPort } from "../core/sheet/WorkbookPort";
import { finish, paced, STEP, type Steps } from "../core/steps";
import { restNowAndThen } from "../page/rest";
import { applyEdits } from "./applyEdits";
import { readKeptPart, writeKeptPart } from "./keptPart";
import { readAllMarks, writeMarks } from "./marks/marks";
import { readLook, type SheetLook } from "./look/readLook";
import { contentTypeOf } from "./package/contentTypes";
import { openZip } from "./package/openZip";
import { Package } from "./package/Package";
import { ProtectedCells } from "./sheet/ProtectedCells";
import { sheetXml, type SheetContent } from "./sheet/sheetXml";
import { readStylePart, writeStylePart } from "./styles/stylePart";
import { StyleSheet } from "./styles/StyleSheet";
import { fileTrouble } from "./troubles";
import { addSheetPart } from "./workbook/addSheetPart";
import { SheetReader } from "./workbook/SheetReader";
import { editionOf, locateWorkbook, readWorkbookPart, type SheetEntry, type WorkbookPart } from "./workbook/WorkbookPart";
import { BrokenXml } from "./xml/TagCursor";

/** Lets the page live between two stretches of work. */
const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

const EMPTY_SHEET: SheetContent = {
  name: "Sheet1",
  cells: [],
  merges: [],
  columnWidths: new Map(),
  rowHeights: new Map(),
  frozen: { rows: 0, columns: 0 },
  validations: [],
  start: { row: 0, column: 0 },
};

/**
 * A workbook lying in an .xlsx or .xlsm file, held in memory and patched there: parts that need no change keep every byte.
 * All methods throw `TroubleError` when a part of the file is damaged, and then have changed nothing.
 */
export class XlsxWorkbook implements WorkbookPort {
  /** Called by `reveal`; a page that shows the workbook listens here. */
  onReveal: ((sheet: string, cells: readonly Position[]) => void) | undefined;
  private readonly reader: SheetReader;
  /** What is being changed, one thing after another. */
  private line: Promise<unknown> = Promise.resolve();

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
    const workbook = new XlsxWorkbook(new Package(openZip(bytes, name)), name);
    workbook.guarded(() => workbook.contents());
    return workbook;
  }

  /** How the name of the saved file must end for Excel to open it: ".xlsm" with macros, ".xltx" for a template … */
  get extension(): ".xlsx" | ".xlsm" | ".xltx" | ".xltm" {
    const type = contentTypeOf(this.parts, locateWorkbook(this.parts, this.name)) ?? "";
    if (/template/i.test(type)) return /macroEnabled/i.test(type) ? ".xltm" : ".xltx";
    return /macroEnabled/i.test(type) ? ".xlsm" : ".xlsx";
  }

  /** The file as it now stands. A workbook without sheets, which Excel refuses, gets an empty one. */
  save(): Uint8Array {
    if (this.contents().sheets.length > 0) return this.parts.toZip();
    const copy = this.copy();
    copy.append(EMPTY_SHEET);
    return copy.parts.toZip();
  }

  /** The workbook as it now stands, to be changed on its own: a step to go back to. Shares the parts that stay the same. */
  copy(): XlsxWorkbook {
    return new XlsxWorkbook(this.parts.copy(), this.name);
  }

  /** How a worksheet looks, for showing it on a page; undefined when there is none of that name. */
  look(sheet: string): SheetLook | undefined {
    return this.guarded(() => {
      const book = this.contents();
      const entry = book.sheets.find(({ name, worksheet }) => worksheet && name === sheet);
      return entry && readLook(this.reader.xmlOf(entry), readStylePart(this.parts, book));
    });
  }

  async read(progress: Progress, only?: readonly string[]): Promise<readonly Sheet[]> {
    if (progress.stopped) throw new Stopped();
    const book = this.guarded(() => this.contents());
    const entries = book.sheets.filter(({ worksheet, name }) => worksheet && (only === undefined || only.includes(name)));
    const lengths = entries.map((entry) => this.guarded(() => this.reader.xmlOf(entry).length, entry));
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
    await this.changeInTurn(function* (parts, book) {
      writeMarks(parts, book, marks);
    });
  }

  async marks(): Promise<readonly Mark[]> {
    return this.guarded(() => readAllMarks(this.parts, this.contents()));
  }

  async apply(edits: readonly Edit[], progress: Progress = SILENT): Promise<readonly Refusal[]> {
    return this.changeInTurn((parts, book) => this.write(edits, parts, book), progress);
  }

  async addSheet(plan: SheetPlan, progress: Progress = SILENT): Promise<string> {
    return this.changeInTurn((parts, book) => this.add(plan, parts, book), progress);
  }

  /**
   * Adds a sheet as `addSheet` does, at once: for a workbook that nobody else changes meanwhile. This one may do without a plan
   * for printing.
   */
  append(plan: SheetContent): string {
    return this.guarded(() => this.parts.atomically(() => finish(this.add(plan, this.parts, this.contents()))));
  }

  async readKept(): Promise<string | undefined> {
    return this.guarded(() => readKeptPart(this.parts, this.contents()));
  }

  async writeKept(text: string | undefined): Promise<void> {
    await this.changeInTurn(function* (parts, book) {
      writeKeptPart(parts, book, text);
    });
  }

  async reveal(sheet: string, cells: readonly Position[]): Promise<void> {
    this.onReveal?.(sheet, cells);
  }

  private contents(parts = this.parts): WorkbookPart {
    return readWorkbookPart(parts, locateWorkbook(parts, this.name));
  }

  private *write(edits: readonly Edit[], parts: Package, book: WorkbookPart): Steps<readonly Refusal[]> {
    const reader = this.reader.over(parts);
    const styles = new StyleSheet(readStylePart(parts, book));
    const refusals: Refusal[] = [];
    const allowed: Edit[] = [];
    const judges = new Map<string, (edit: Edit) => Refusal["why"] | undefined>();
    for (const entry of book.sheets) {
      if (!entry.worksheet || !edits.some(({ sheet }) => sheet === entry.name)) continue;
      const sheet = yield* reader.quietly(entry, book);
      const protectedCells = new ProtectedCells(parts, entry.path, reader.xmlOf(entry), sheet.locked, styles);
      judges.set(entry.name, ({ at, from }) => {
        if (protectedCells.refuses(at)) return "locked";
        return sameContent(contentOf(cellAt(sheet, at)), from) ? undefined : "changed";
      });
    }
    for (const [index, edit] of edits.entries()) {
      if (index % STEP === STEP - 1) yield;
      const judge = judges.get(edit.sheet);
      const why = judge ? judge(edit) : "no-such-sheet";
      if (why) refusals.push({ edit, why });
      else allowed.push(edit);
    }
    if (allowed.length > 0) yield* applyEdits(parts, book, allowed, styles, (entry) => reader.quietly(entry, book));
    return refusals;
  }

  private *add(plan: SheetContent, parts: Package, book: WorkbookPart): Steps<string> {
    if (book.structureLocked) throw fileTrouble("structureLocked", this.name);
    const name = uniqueSheetName(plan.name, book.sheets.map((sheet) => sheet.name));
    const styles = new StyleSheet(readStylePart(parts, book));
    const xml = yield* sheetXml(plan, styles, editionOf(book).main);
    yield;
    writeStylePart(parts, book, styles.toXml());
    addSheetPart(parts, book, name, xml, plan.print);
    return name;
  }

  /**
   * Changes the workbook after all that was asked for before, pausing now and then: all is done, or nothing. Until the end
   * everybody else sees the workbook as it was.
   */
  private changeInTurn<Result>(work: (parts: Package, book: WorkbookPart) => Steps<Result>, progress: Progress = SILENT): Promise<Result> {
    const turn = this.line.then(async () => {
      const copy = this.parts.copy();
      const result = await this.guardedInSteps(() => paced(work(copy, this.contents(copy)), restNowAndThen(), progress));
      this.parts.become(copy);
      return result;
    });
    this.line = turn.catch(() => undefined);
    return turn;
  }

  private async guardedInSteps<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      return this.guarded(() => {
        throw error;
      });
    }
  }

  /** Puts what is wrong with the file's inside into words. */
  private guarded<Result>(work: () => Result, sheet?: SheetEntry): Result {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof BrokenXml)) throw error;
      throw fileTrouble("brokenXml", sheet ? `${this.name} › ${sheet.name}` : this.name);
    }
  }
}
