import { a1, parseA1, parseA1Range, positionKey, type Rectangle } from "../../src/core/sheet/Address";
import { plainText } from "../../src/core/sheet/Cell";
import { describedCell, type CellDescription, type SheetDescription } from "../ports/SheetDescription";
import { makeClient, type FakeContext, type Program } from "./excel/client";
import { FakeError } from "./excel/FakeError";
import { FakeSheet } from "./excel/FakeSheet";
import { addressOf, WORKBOOK, type Book, type FakeXmlPart } from "./excel/kinds";

export interface FakeExcelOptions {
  /** The newest ExcelApi set it has; "1.20" unless said. */
  readonly apiVersion?: string;
  /** Cells one answer may carry before it is too large; each property of a cell counts as one. */
  readonly mostCells?: number;
  readonly displayLanguage?: string;
  readonly officeTheme?: Partial<Office.OfficeTheme>;
  readonly platform?: string;
}

/**
 * A small Excel with the real one's manners: properties must be loaded and synced, work is queued and done at `sync`,
 * in order, and what was done before an error stays done; syncs are counted. It stands in for the globals `Excel` and `Office`.
 */
export class FakeExcel implements Book, Program {
  readonly sheets: FakeSheet[] = [];
  readonly xmlParts: FakeXmlPart[] = [];
  active: FakeSheet;
  selection: Book["selection"];
  /** Every sync, whether it went well or not. */
  syncs = 0;
  /** Steps the user could undo. */
  undoSteps = 0;
  /** When set, every sync is turned down with this code: "InvalidOperationInCellEditMode" … */
  refusal: string | undefined;
  private ids = 0;
  private carried = 0;
  private written = new Set<FakeSheet>();
  private wroteAnything = false;
  private handlers: { readonly event: string; readonly handler: (event: never) => unknown }[] = [];

  constructor(
    descriptions: readonly SheetDescription[] = [{ name: "Sheet1", cells: {} }],
    private readonly options: FakeExcelOptions = {},
  ) {
    for (const description of descriptions) this.sheets.push(this.described(description));
    this.active = this.sheets.find(({ visibility }) => visibility === "Visible") ?? this.sheets[0]!;
  }

  /** Puts this Excel where add-in code looks for it; gives back how to take it away. */
  install(): () => void {
    const globals = globalThis as { Excel?: unknown; Office?: unknown };
    const before = { Excel: globals.Excel, Office: globals.Office };
    Object.assign(globals, { Excel: { run: this.run }, Office: this.office() });
    return () => Object.assign(globals, before);
  }

  sheet(name: string): FakeSheet {
    const found = this.sheets.find((sheet) => sheet.name === name);
    if (!found) throw new Error(`No sheet ${name}`);
    return found;
  }

  /** How many syncs some work takes. */
  async syncsOf(work: () => Promise<unknown>): Promise<number> {
    const before = this.syncs;
    await work();
    return this.syncs - before;
  }

  /** What the user typed: raises onChanged. */
  type(sheet: string, address: string, input: string | number): void {
    const on = this.sheet(sheet);
    on.type(parseA1(address)!, input);
    on.recalculate();
    this.fire("onChanged", { worksheetId: on.id, address, ...(this.supports("1.14") ? { triggerSource: "Unknown" } : {}) });
  }

  /** What the user selected: raises onSelectionChanged. */
  select(sheet: string, address: string): void {
    this.active = this.sheet(sheet);
    this.fire("onSelectionChanged", { worksheetId: this.active.id, address });
  }

  /** Raises an event as Excel does. */
  fire(event: string, details: Record<string, unknown>): void {
    for (const { handler } of this.handlers.filter((each) => each.event === event)) handler(details as never);
  }

  /** How many handlers are listening. */
  get listening(): number {
    return this.handlers.length;
  }

  /** What is selected, as "II.06a!B3:C4". */
  get selected(): string | undefined {
    return this.selection && `${this.selection.sheet.name}!${addressOf(this.selection.areas)}`;
  }

  readonly run = async (first: unknown, second?: unknown): Promise<unknown> => {
    const work = (second ?? first) as (context: FakeContext) => Promise<unknown>;
    const given = second === undefined ? undefined : (first as { sync?: unknown; mergeUndoGroup?: boolean });
    const merge = given?.mergeUndoGroup === true;
    if (merge && !this.supports("1.20")) throw new FakeError("ApiNotFound");
    const context = given?.sync ? (given as FakeContext) : this.context(!merge);
    this.wroteAnything = false;
    try {
      return await work(context);
    } finally {
      if (merge && this.wroteAnything) this.undoSteps++;
    }
  };

  private office(): object {
    const { options } = this;
    return {
      onReady: async () => ({ host: "Excel", platform: "PC" }),
      HostType: { Excel: "Excel" },
      PlatformType: { Mac: "Mac", PC: "PC", OfficeOnline: "OfficeOnline" },
      context: {
        displayLanguage: options.displayLanguage ?? "vi-VN",
        officeTheme: options.officeTheme,
        platform: options.platform ?? "PC",
        requirements: { isSetSupported: (set: string, version: string) => set === "ExcelApi" && this.supports(version) },
      },
    };
  }

  supports(version: string): boolean {
    const minor = (text: string): number => Number(text.split(".")[1]);
    return minor(version) <= minor(this.options.apiVersion ?? "1.20");
  }

  subscribe(event: string, handler: (event: never) => unknown): () => void {
    const entry = { event, handler };
    this.handlers.push(entry);
    return () => (this.handlers = this.handlers.filter((each) => each !== entry));
  }

  newId(): string {
    return `{${String(++this.ids).padStart(8, "0")}}`;
  }

  carry(cells: number): void {
    this.carried += cells;
    if (this.carried > (this.options.mostCells ?? 400_000)) throw new FakeError("ResponsePayloadSizeLimitExceeded");
  }

  wrote(sheet: FakeSheet | undefined): void {
    this.wroteAnything = true;
    if (sheet) this.written.add(sheet);
  }

  private context(undoEverySync: boolean): FakeContext {
    let queue: (() => void)[] = [];
    const context: FakeContext = {
      program: this,
      queue: (action) => void queue.push(action),
      sync: async () => {
        const actions = queue;
        queue = [];
        this.syncs++;
        await Promise.resolve();
        if (this.refusal !== undefined) throw new FakeError(this.refusal);
        this.carried = 0;
        if (undoEverySync) this.wroteAnything = false;
        try {
          for (const action of actions) action();
        } finally {
          if (undoEverySync && this.wroteAnything) this.undoSteps++;
          this.tellOfWrites();
        }
      },
      get workbook() {
        return workbook;
      },
    };
    const workbook = makeClient(context, WORKBOOK, () => this);
    return context;
  }

  /** Excel tells of what an add-in wrote, too, and only a little later. */
  private tellOfWrites(): void {
    const sheets = [...this.written];
    this.written = new Set();
    for (const sheet of sheets) {
      sheet.recalculate();
      setTimeout(() => this.fire("onChanged", { worksheetId: sheet.id, address: "A1", ...(this.supports("1.14") ? { triggerSource: "ThisLocalAddin" } : {}) }), 20);
    }
  }

  private described({ name, cells, merges = [], hidden = false, locked = false, hiddenRows = [], filtered }: SheetDescription): FakeSheet {
    const sheet = new FakeSheet(this.newId(), name);
    for (const [address, description] of Object.entries(cells)) put(sheet, address, description);
    sheet.merges = merges.map((merge): Rectangle => parseA1Range(merge)!);
    sheet.hiddenRows = new Set(hiddenRows.map((row) => row - 1));
    sheet.filtered = filtered === undefined ? undefined : parseA1Range(filtered);
    if (hidden) sheet.visibility = "Hidden";
    if (locked) sheet.protection = { protected: true, options: { allowFormatCells: false } };
    return sheet;
  }
}

function put(sheet: FakeSheet, address: string, description: CellDescription): void {
  const { value, formula, numberFormat = "General" } = describedCell(description);
  const key = positionKey(parseA1(address)!);
  const formulaPart = formula === undefined ? {} : { formula };
  if (typeof description === "boolean") sheet.cells.set(key, { value: description, type: "Boolean", numberFormat });
  else if (value.kind === "number") sheet.cells.set(key, { value: value.number, type: "Double", numberFormat, ...formulaPart });
  else if (value.kind === "blank") sheet.cells.set(key, { value: 0, type: "Double", numberFormat, ...formulaPart });
  else sheet.cells.set(key, { value: plainText(value), type: value.kind === "error" ? "Error" : "String", numberFormat, ...formulaPart });
}

/** A sheet of so many rows in the shape of a report: a number, a name, three counts and a formula adding them up. */
export function reportOf(rows: number, name = "II.06a"): SheetDescription {
  const cells: Record<string, CellDescription> = {};
  for (let row = 0; row < rows; row++) {
    const at = (column: number): string => a1({ row, column });
    cells[at(0)] = row + 1;
    cells[at(1)] = `Lĩnh vực ${row + 1}`;
    cells[at(2)] = { formula: `=${at(3)}+${at(4)}+${at(5)}`, result: 6 };
    for (const column of [3, 4, 5]) cells[at(column)] = column - 2;
  }
  return { name, cells };
}
