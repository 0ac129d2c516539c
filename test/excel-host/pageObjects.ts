// What surrounds the cells: print layout, protection, the application and the runtime.
import { isEntireColumn, isEntireRow, parseRect, rectName, rectOf, type Rect } from "./addresses";
import { Area } from "./Area";
import type { Bag, BookSheet, FilterBag } from "./BookSheet";
import type { HostCore } from "./HostCore";
import { HostObject } from "./HostObject";
import { invalid, invalidOperation, need } from "./OfficeError";
import { Range, resolveRange } from "./Range";
import { RangeAreas } from "./RangeAreas";

/** A bag among these values, made when told to. */
function bagIn(bags: Bag, name: string, create: boolean | undefined): Bag | undefined {
  if (create) bags[name] ??= {};
  return bags[name] as Bag | undefined;
}

export class Application extends HostObject {
  constructor(host: HostCore) {
    super(host, "Excel.Application", () => bagIn(host.workbook.bags, "Application", true));
  }

  get CalculationMode(): unknown {
    return this.store()?.["CalculationMode"] ?? "Automatic";
  }

  set CalculationMode(v: unknown) {
    this.store()!["CalculationMode"] = v;
  }

  get CalculationState(): string {
    return "Done";
  }

  Calculate(): void {
    this.book.revision++;
  }

  SuspendApiCalculationUntilNextSync(): void {
    // Results are worked out whenever they are asked for.
  }

  SuspendScreenUpdatingUntilNextSync(): void {
    // There is no screen.
  }
}

/** A filter: kept, not acted out. Which rows it leaves out, a test says by hiding them. */
export class AutoFilter extends HostObject {
  constructor(
    host: HostCore,
    private readonly kept: FilterBag,
    private readonly sheet: BookSheet,
    private readonly rect: Rect | undefined,
  ) {
    super(host, "Excel.AutoFilter");
  }

  get IsDataFiltered(): boolean {
    return this.kept.IsDataFiltered ?? false;
  }

  GetRangeOrNullObject(): Range | null {
    const rect = this.rect ?? (this.kept.rect === undefined ? undefined : rectOf(this.kept.rect));
    return rect ? new Range(this.host, this.sheet, rect) : null;
  }
}

/** The defaults of Excel.WorksheetProtectionOptions (Microsoft Learn). */
const NOTHING_ALLOWED = Object.fromEntries(
  [
    ...["AutoFilter", "DeleteColumns", "DeleteRows", "EditObjects", "EditScenarios", "FormatCells", "FormatColumns", "FormatRows"],
    ...["InsertColumns", "InsertHyperlinks", "InsertRows", "PivotTables", "Sort"],
  ].map((name) => [`allow${name}`, false]),
);

const POINTS: Readonly<Record<string, number>> = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };

/** Kept, not acted out. That a protected sheet takes a print layout is our best knowledge. */
export class PageLayout extends HostObject {
  constructor(
    host: HostCore,
    private readonly sheet: BookSheet,
  ) {
    super(host, "Excel.PageLayout", (create) => bagIn(sheet.props, "PageLayout", create));
  }

  private rects(where: unknown): readonly Rect[] {
    return where instanceof Area ? where.rects : String(where).split(",").map((each) => resolveRange(this.host, each, this.sheet).rect);
  }

  private keep(name: string, value: unknown): void {
    this.store(true)![name] = value;
  }

  private kept(name: string): readonly Rect[] | null {
    const addresses = this.store()?.[name];
    return typeof addresses === "string" ? addresses.split(",").map((each) => need(parseRect(each))) : null;
  }

  private first(name: string): Range | null {
    const [rect] = this.kept(name) ?? [];
    return rect ? new Range(this.host, this.sheet, rect) : null;
  }

  SetPrintArea(where: unknown): void {
    this.keep("PrintArea", this.rects(where).map(rectName).join(","));
  }

  SetPrintTitleRows(where: unknown): void {
    const [q] = this.rects(where);
    if (!q || !isEntireRow(q)) throw invalid();
    this.keep("PrintTitleRows", rectName(q));
  }

  SetPrintTitleColumns(where: unknown): void {
    const [q] = this.rects(where);
    if (!q || !isEntireColumn(q)) throw invalid();
    this.keep("PrintTitleColumns", rectName(q));
  }

  SetPrintMargins(unit: string, margins: Readonly<Record<string, number>>): void {
    const points = POINTS[unit];
    if (!points) throw invalid();
    for (const [side, width] of Object.entries(margins)) this.keep(`${side.charAt(0).toUpperCase()}${side.slice(1)}Margin`, width * points);
  }

  GetPrintAreaOrNullObject(): RangeAreas | null {
    const rects = this.kept("PrintArea");
    return rects && new RangeAreas(this.host, this.sheet, rects);
  }

  GetPrintArea(): RangeAreas {
    return need(this.GetPrintAreaOrNullObject());
  }

  GetPrintTitleRowsOrNullObject(): Range | null {
    return this.first("PrintTitleRows");
  }

  GetPrintTitleRows(): Range {
    return need(this.first("PrintTitleRows"));
  }

  GetPrintTitleColumnsOrNullObject(): Range | null {
    return this.first("PrintTitleColumns");
  }

  GetPrintTitleColumns(): Range {
    return need(this.first("PrintTitleColumns"));
  }
}

export class StructureProtection extends HostObject {
  constructor(host: HostCore) {
    super(host, "Excel.WorkbookProtection", (create) => bagIn(host.workbook.bags, "Protection", create));
  }

  get Protected(): boolean {
    return Boolean(this.store()?.["Protected"]);
  }

  Protect(): void {
    if (this.Protected) throw invalidOperation();
    this.store(true)!["Protected"] = true;
  }

  Unprotect(): void {
    this.store(true)!["Protected"] = false;
  }
}

export class Protection extends HostObject {
  constructor(host: HostCore, sheet: BookSheet) {
    super(host, "Excel.WorksheetProtection", (create) => bagIn(sheet.props, "Protection", create));
  }

  get Protected(): boolean {
    return Boolean(this.store()?.["Protected"]);
  }

  get Options(): object | null {
    return this.Protected ? { ...NOTHING_ALLOWED, ...(this.store()?.["Options"] as object | null | undefined) } : null;
  }

  Protect(options?: object): void {
    if (this.Protected) throw invalidOperation();
    Object.assign(this.store(true)!, { Protected: true, Options: options ?? null });
  }

  Unprotect(): void {
    this.store(true)!["Protected"] = false;
  }
}

export class Runtime extends HostObject {
  constructor(host: HostCore) {
    super(host, "Excel.Runtime");
  }

  get EnableEvents(): boolean {
    return this.host.eventsEnabled;
  }

  set EnableEvents(v: boolean) {
    this.host.eventsEnabled = v;
  }
}
