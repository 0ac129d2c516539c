import type { Position } from "../core/sheet/Address";
import { contentOf, sameContent } from "../core/sheet/Cell";
import { cellAt, type Sheet } from "../core/sheet/Sheet";
import type { SheetPlan } from "../core/sheet/SheetPlan";
import { uniqueSheetName } from "../core/sheet/uniqueSheetName";
import { Stopped, type Edit, type Mark, type Progress, type Refusal, type WorkbookPort } from "../core/sheet/WorkbookPort";
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
    this.change(() => writeMarks(this.parts, this.contents(), marks));
  }

  async marks(): Promise<readonly Mark[]> {
    return this.guarded(() => readAllMarks(this.parts, this.contents()));
  }

  async apply(edits: readonly Edit[]): Promise<readonly Refusal[]> {
    return this.change(() => {
      const book = this.contents();
      const styles = new StyleSheet(readStylePart(this.parts, book));
      const refusals: Refusal[] = [];
      const allowed: Edit[] = [];
      const judges = new Map(book.sheets.filter(({ worksheet }) => worksheet).map((entry) => [entry.name, this.judge(entry, book, styles)]));
      for (const edit of edits) {
        const judge = judges.get(edit.sheet);
        const why = judge ? judge(edit) : "no-such-sheet";
        if (why) refusals.push({ edit, why });
        else allowed.push(edit);
      }
      if (allowed.length > 0) applyEdits(this.parts, book, allowed, styles, (entry) => this.reader.atOnce(entry, book));
      return refusals;
    });
  }

  async addSheet(plan: SheetPlan): Promise<string> {
    return this.append(plan);
  }

  /** Adds a sheet as `addSheet` does; this one may do without a plan for printing. */
  append(plan: SheetContent): string {
    return this.change(() => {
      const book = this.contents();
      if (book.structureLocked) throw fileTrouble("structureLocked", this.name);
      const name = uniqueSheetName(plan.name, book.sheets.map((sheet) => sheet.name));
      const styles = new StyleSheet(readStylePart(this.parts, book));
      const xml = sheetXml(plan, styles, editionOf(book).main);
      writeStylePart(this.parts, book, styles.toXml());
      addSheetPart(this.parts, book, name, xml, plan.print);
      return name;
    });
  }

  async readKept(): Promise<string | undefined> {
    return this.guarded(() => readKeptPart(this.parts, this.contents()));
  }

  async writeKept(text: string | undefined): Promise<void> {
    this.change(() => writeKeptPart(this.parts, this.contents(), text));
  }

  async reveal(sheet: string, cells: readonly Position[]): Promise<void> {
    this.onReveal?.(sheet, cells);
  }

  private contents(): WorkbookPart {
    return readWorkbookPart(this.parts, locateWorkbook(this.parts, this.name));
  }

  /** Tells why an edit of the sheet is refused. The sheet is read once, when first asked about. */
  private judge(entry: SheetEntry, book: WorkbookPart, styles: StyleSheet): (edit: Edit) => Refusal["why"] | undefined {
    let sheet: Sheet | undefined;
    let protectedCells: ProtectedCells | undefined;
    return ({ at, from }) => {
      sheet ??= this.reader.atOnce(entry, book);
      protectedCells ??= new ProtectedCells(this.parts, entry.path, this.reader.xmlOf(entry), sheet.locked, styles);
      if (protectedCells.refuses(at)) return "locked";
      return sameContent(contentOf(cellAt(sheet, at)), from) ? undefined : "changed";
    };
  }

  /** Work that changes parts: all of it is done, or none. */
  private change<Result>(work: () => Result): Result {
    return this.guarded(() => this.parts.atomically(work));
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
