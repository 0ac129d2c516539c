import { cols, intersect, type Rect } from "./addresses";
import type { BookSheet, FilterBag, StoredTable } from "./BookSheet";
import type { HostCore } from "./HostCore";
import { Collection, HostObject } from "./HostObject";
import { invalidOperation, need } from "./OfficeError";
import { Scoped, type Owner } from "./namedObjects";
import { AutoFilter } from "./pageObjects";
import { Range } from "./Range";

/** Tables of the workbook, of a sheet, or that overlap cells of one. */
export class Tables extends Scoped<StoredTable> {
  private readonly within: Rect | undefined;

  constructor(host: HostCore, type: string, owner: Owner | undefined) {
    super(host, type, owner);
    this.within = owner?.rect;
  }

  override get list(): readonly StoredTable[] {
    return this.sheets.flatMap(({ tables }) => tables.filter(({ rect }) => !this.within || intersect(rect, this.within)));
  }

  override matches({ id, name }: StoredTable, wanted: unknown): boolean {
    return id === wanted || name.toLowerCase() === String(wanted).toLowerCase();
  }

  override wrap(table: StoredTable): Table {
    return new Table(this.host, table, need(this.book.sheets.find(({ tables }) => tables.includes(table))));
  }

  Add(where: unknown, hasHeaders: boolean): Table {
    const { sheet, rect: q } = this.cells(where);
    if (sheet.tables.some(({ rect }) => intersect(rect, q))) throw invalidOperation("A table cannot overlap another table.");
    const { r1, c1, r2, c2 } = q;
    const rect = { r1, c1, r2, c2 };
    if (!hasHeaders) {
      sheet.shift({ ...rect, r2: rect.r1 }, "row", 1);
      rect.r2 += 1;
    }
    const n = this.book.newId();
    const table: StoredTable = { id: this.book.guid(n), name: `Table${n}`, rect, style: "TableStyleMedium2", props: {} };
    for (let c = rect.c1; c <= rect.c2; c++) if (sheet.value(rect.r1, c) === "") sheet.setInput(rect.r1, c, `Column${c - rect.c1 + 1}`);
    sheet.tables.push(table);
    return this.wrap(table);
  }
}

class Table extends HostObject {
  constructor(
    host: HostCore,
    readonly kept: StoredTable,
    readonly sheet: BookSheet,
  ) {
    super(host, "Excel.Table", () => kept.props);
  }

  override get eventTarget(): string {
    return this.kept.id;
  }

  get Id(): string {
    return this.kept.id;
  }

  get Name(): string {
    return this.kept.name;
  }

  set Name(v: string) {
    this.kept.name = v;
  }

  get Style(): string {
    return this.kept.style;
  }

  set Style(v: string) {
    this.kept.style = v;
  }

  get ShowHeaders(): boolean {
    return true;
  }

  get ShowTotals(): boolean {
    return this.kept.props["ShowTotals"] === true;
  }

  get AutoFilter(): AutoFilter {
    return new AutoFilter(this.host, (this.kept.props["AutoFilter"] ?? {}) as FilterBag, this.sheet, this.kept.rect);
  }

  get Worksheet(): HostObject {
    return this.host.worksheet(this.sheet);
  }

  get Rows(): HostObject {
    return new TableRows(this.host, this);
  }

  get Columns(): HostObject {
    return new TableColumns(this.host, this);
  }

  GetRange(): Range {
    return new Range(this.host, this.sheet, this.kept.rect);
  }

  GetHeaderRowRange(): Range {
    return this.GetRange().GetRow(0);
  }

  GetDataBodyRange(): Range {
    return this.GetRange().at({ ...this.kept.rect, r1: this.kept.rect.r1 + 1 });
  }

  ConvertToRange(): Range {
    const range = this.GetRange();
    this.sheet.tables.splice(this.sheet.tables.indexOf(this.kept), 1);
    return range;
  }

  Delete(): void {
    this.ConvertToRange().Clear();
  }
}

/** Rows and columns are known by their zero-based place. */
class TableRows extends Collection<number> {
  constructor(
    host: HostCore,
    private readonly table: Table,
  ) {
    super(host, "Excel.TableRowCollection");
  }

  override get list(): readonly number[] {
    const { r1, r2 } = this.table.kept.rect;
    return Array.from({ length: r2 - r1 }, (_, i) => i);
  }

  override wrap(i: number): TableRow {
    return new TableRow(this.host, this.table, i);
  }

  Add(index?: number, values?: readonly unknown[]): TableRow {
    const q = this.table.kept.rect;
    const lines = Array.isArray(values?.[0]) ? (values as readonly unknown[]) : [values];
    const added = lines.map((line) => line ?? Array<string>(cols(q)).fill(""));
    const at = q.r1 + 1 + (index ?? q.r2 - q.r1);
    this.table.sheet.shift({ ...q, r1: at, r2: at + added.length - 1 }, "row", 1);
    if (at > q.r2) q.r2 += added.length;
    this.table.GetRange().at({ ...q, r1: at, r2: at + added.length - 1 }).Values = added;
    return this.wrap(at - q.r1 - 1);
  }
}

class TableRow extends HostObject {
  constructor(
    host: HostCore,
    private readonly table: Table,
    private readonly i: number,
  ) {
    super(host, "Excel.TableRow");
  }

  get Index(): number {
    return this.i;
  }

  get Values(): unknown {
    return this.GetRange().Values;
  }

  set Values(v: unknown) {
    this.GetRange().Values = v;
  }

  GetRange(): Range {
    return this.table.GetDataBodyRange().GetRow(this.i);
  }
}

class TableColumns extends Collection<number> {
  constructor(
    host: HostCore,
    private readonly table: Table,
  ) {
    super(host, "Excel.TableColumnCollection");
  }

  override get list(): readonly number[] {
    return Array.from({ length: cols(this.table.kept.rect) }, (_, i) => i);
  }

  override matches(i: number, id: unknown): boolean {
    return id === i + 1 || String(id).toLowerCase() === String(this.wrap(i).Name).toLowerCase();
  }

  override wrap(i: number): TableColumn {
    return new TableColumn(this.host, this.table, i);
  }
}

class TableColumn extends HostObject {
  constructor(
    host: HostCore,
    private readonly table: Table,
    private readonly i: number,
  ) {
    super(host, "Excel.TableColumn");
  }

  get Id(): number {
    return this.i + 1;
  }

  get Index(): number {
    return this.i;
  }

  get Name(): unknown {
    const { r1, c1 } = this.table.kept.rect;
    return this.table.sheet.value(r1, c1 + this.i);
  }

  set Name(v: unknown) {
    this.table.GetHeaderRowRange().GetColumn(this.i).Values = [[v]];
  }

  get Values(): unknown {
    return this.GetRange().Values;
  }

  set Values(v: unknown) {
    this.GetRange().Values = v;
  }

  GetRange(): Range {
    return this.table.GetRange().GetColumn(this.i);
  }

  GetDataBodyRange(): Range {
    return this.table.GetDataBodyRange().GetColumn(this.i);
  }
}
