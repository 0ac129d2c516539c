// The workbook and its worksheets.
import { MAX_COL, MAX_ROW, type Rect } from "./addresses";
import type { Book } from "./Book";
import type { BookSheet, FilterBag } from "./BookSheet";
import type { HostCore } from "./HostCore";
import { Collection, HostObject } from "./HostObject";
import { accessDenied, exists, invalid, invalidOperation, need } from "./OfficeError";
import { AutoFilter } from "./pageObjects";
import { Range, resolveRange } from "./Range";
import { RangeAreas } from "./RangeAreas";

export class Workbook extends HostObject {
  constructor(host: HostCore) {
    super(host, "Excel.Workbook", () => host.workbook.bags);
  }

  get Name(): string {
    return String(this.book.bags["Name"] ?? "Book1.xlsx");
  }

  get ReadOnly(): boolean {
    return false;
  }

  get Worksheets(): WorksheetCollection {
    return new WorksheetCollection(this.host);
  }

  GetActiveCell(): Range {
    const { r1, c1 } = this.book.selection;
    return new Range(this.host, this.book.active, { r1, c1, r2: r1, c2: c1 });
  }

  GetSelectedRange(): Range {
    return new Range(this.host, this.book.active, this.book.selection);
  }

  GetSelectedRanges(): RangeAreas {
    return new RangeAreas(this.host, this.book.active, [this.book.selection]);
  }

  Save(): void {
    // There is no file.
  }

  _RemoveReference(id: string): null {
    this.book.tracked.delete(id);
    return null;
  }

  _RemoveAllReferences(): null {
    this.book.tracked.clear();
    return null;
  }

  _GetReferenceCount(): number {
    return this.book.tracked.size;
  }

  _GetRangeOrNullObjectForEventByReferenceId(id: string): HostObject | null {
    return this.host.reference(id);
  }

  _GetRangeForEventByReferenceId(id: string): HostObject {
    return need(this.host.reference(id));
  }
}

export class WorksheetCollection extends Collection<BookSheet> {
  constructor(host: HostCore) {
    super(host, "Excel.WorksheetCollection");
  }

  override get list(): readonly BookSheet[] {
    return this.book.sheets;
  }

  override matches(sheet: BookSheet, id: unknown): boolean {
    return this.book.sheet(id) === sheet;
  }

  override wrap(sheet: BookSheet): Worksheet {
    return new Worksheet(this.host, sheet);
  }

  Add(name?: string | null): Worksheet {
    guardStructure(this.book);
    if (name !== undefined && name !== null) checkName(this.book, name);
    const sheet = this.book.addSheet(name ?? undefined);
    this.host.fire(13, "Workbook", { worksheetId: sheet.id, source: "Local" });
    return this.wrap(sheet);
  }

  GetActiveWorksheet(): Worksheet {
    return this.wrap(this.book.active);
  }

  GetFirst(): Worksheet {
    return this.wrap(this.list[0]!);
  }

  GetLast(): Worksheet {
    return this.wrap(this.list.at(-1)!);
  }
}

/** A workbook protected by "Protect Workbook" keeps its sheets as they are (Microsoft Learn, Excel.WorkbookProtection). */
function guardStructure(book: Book): void {
  if ((book.bags["Protection"] as { readonly Protected?: boolean } | undefined)?.Protected) throw accessDenied();
}

function checkName(book: Book, name: unknown, self?: BookSheet): asserts name is string {
  if (typeof name !== "string" || !name || name.length > 31 || /[:\\/?*[\]]/.test(name) || /^'|'$/.test(name)) throw invalid();
  const other = book.sheet(name);
  if (other && other !== self) throw exists();
}

const isVisible = ({ props }: BookSheet): boolean => props["Visibility"] === undefined || props["Visibility"] === "Visible";

export class Worksheet extends HostObject {
  constructor(
    host: HostCore,
    readonly sheet: BookSheet,
  ) {
    super(host, "Excel.Worksheet", () => sheet.props);
  }

  override get eventTarget(): string {
    return this.sheet.id;
  }

  get Id(): string {
    return this.sheet.id;
  }

  get Name(): unknown {
    return this.sheet.name;
  }

  set Name(name: unknown) {
    guardStructure(this.book);
    checkName(this.book, name, this.sheet);
    const nameBefore = this.sheet.name;
    this.book.rename(this.sheet, name);
    this.host.fire(25, "Workbook", { worksheetId: this.sheet.id, nameBefore, nameAfter: name, source: "Local" });
  }

  get AutoFilter(): AutoFilter {
    return new AutoFilter(this.host, (this.sheet.props["AutoFilter"] ?? {}) as FilterBag, this.sheet, undefined);
  }

  get Position(): number {
    return this.book.sheets.indexOf(this.sheet);
  }

  set Position(i: number) {
    guardStructure(this.book);
    const { sheets } = this.book;
    sheets.splice(i, 0, ...sheets.splice(sheets.indexOf(this.sheet), 1));
  }

  get Visibility(): unknown {
    return this.sheet.props["Visibility"] ?? "Visible";
  }

  set Visibility(v: unknown) {
    guardStructure(this.book);
    const visibilityBefore = this.Visibility;
    this.sheet.props["Visibility"] = v;
    this.host.fire(26, "Workbook", { worksheetId: this.sheet.id, visibilityBefore, visibilityAfter: v, source: "Local" });
  }

  get TabColor(): unknown {
    return this.sheet.props["TabColor"] ?? "";
  }

  set TabColor(v: unknown) {
    this.sheet.props["TabColor"] = v;
  }

  get ShowGridlines(): unknown {
    return this.sheet.props["ShowGridlines"] ?? true;
  }

  get ShowHeadings(): unknown {
    return this.sheet.props["ShowHeadings"] ?? true;
  }

  set Gridlines(v: unknown) {
    this.sheet.props["ShowGridlines"] = v;
  }

  set Headings(v: unknown) {
    this.sheet.props["ShowHeadings"] = v;
  }

  private range(rect: Rect = { r1: 0, c1: 0, r2: MAX_ROW, c2: MAX_COL }): Range {
    return new Range(this.host, this.sheet, rect);
  }

  GetRange(address?: unknown): Range {
    return address === undefined || address === null || address === "" ? this.range() : resolveRange(this.host, address, this.sheet);
  }

  /** Addresses of more than 8,192 characters are refused (Microsoft Learn, Work with multiple ranges simultaneously). */
  GetRanges(address?: string | null): RangeAreas {
    if (address === undefined || address === null) return new RangeAreas(this.host, this.sheet, [this.range().rect]);
    if (address.length > 8192) throw invalid();
    return new RangeAreas(
      this.host,
      this.sheet,
      address.split(",").map((each) => resolveRange(this.host, each, this.sheet).rect),
    );
  }

  GetCell(r: number, c: number): Range {
    return this.range().GetCell(r, c);
  }

  GetRangeByIndexes(r: number, c: number, n: number, m: number): Range {
    return this.range().at({ r1: r, c1: c, r2: r + n - 1, c2: c + m - 1 });
  }

  GetUsedRangeOrNullObject(valuesOnly?: boolean): Range | null {
    const q = this.sheet.usedRect(valuesOnly ?? false);
    return q && this.range(q);
  }

  GetUsedRange(valuesOnly?: boolean): Range {
    return this.GetUsedRangeOrNullObject(valuesOnly) ?? this.range({ r1: 0, c1: 0, r2: 0, c2: 0 });
  }

  private neighbour(distance: number): Worksheet | null {
    const sheet = this.book.sheets[this.Position + distance];
    return sheet ? new Worksheet(this.host, sheet) : null;
  }

  GetNextOrNullObject(): Worksheet | null {
    return this.neighbour(1);
  }

  GetPreviousOrNullObject(): Worksheet | null {
    return this.neighbour(-1);
  }

  GetNext(): Worksheet {
    return need(this.neighbour(1));
  }

  GetPrevious(): Worksheet {
    return need(this.neighbour(-1));
  }

  _GetSheetById(id: string): Worksheet {
    return new Worksheet(this.host, need(this.book.sheet(id)));
  }

  Activate(): void {
    this.host.activate(this.sheet);
  }

  Calculate(): void {
    // Results are worked out whenever they are asked for.
  }

  Delete(): void {
    guardStructure(this.book);
    if (this.book.sheets.filter(isVisible).length < 2) throw invalidOperation();
    const i = this.Position;
    this.book.sheets.splice(i, 1);
    this.book.revision++;
    this.host.fire(15, "Workbook", { worksheetId: this.sheet.id, source: "Local" });
    if (this.book.active === this.sheet) this.host.activate(this.book.sheets[Math.max(0, i - 1)]!);
  }
}

export class FreezePanes extends HostObject {
  constructor(
    host: HostCore,
    private readonly sheet: BookSheet,
  ) {
    super(host, "Excel.WorksheetFreezePanes");
  }

  FreezeAt(x: unknown): void {
    this.sheet.freeze = { ...resolveRange(this.host, x, this.sheet).rect };
  }

  FreezeRows(n = 1): void {
    this.sheet.freeze = { r1: 0, c1: 0, r2: n - 1, c2: MAX_COL };
  }

  FreezeColumns(n = 1): void {
    this.sheet.freeze = { r1: 0, c1: 0, r2: MAX_ROW, c2: n - 1 };
  }

  Unfreeze(): void {
    this.sheet.freeze = null;
  }

  GetLocationOrNullObject(): Range | null {
    return this.sheet.freeze ? new Range(this.host, this.sheet, this.sheet.freeze) : null;
  }

  GetLocation(): Range {
    return need(this.GetLocationOrNullObject());
  }
}
