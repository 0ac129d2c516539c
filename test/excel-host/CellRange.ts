import { cols, isUnbounded, rows, size, type Rect } from "./addresses";
import { Area } from "./Area";
import type { BookSheet, StoredCell } from "./BookSheet";
import { asText, typeOf } from "./cellText";
import type { HostCore } from "./HostCore";
import type { HostObject } from "./HostObject";
import { invalid, OfficeError } from "./OfficeError";
import { fromR1C1, toR1C1 } from "./references";

/** "A range is limited to five million cells for get operations" (Microsoft Learn, Resource limits …, Excel add-ins). */
const MAX_CELLS = 5000000;

const isFormula = (x: unknown): x is string => typeof x === "string" && x.startsWith("=");

/** What the cells of one rectangle hold. */
export abstract class CellRange extends Area {
  constructor(host: HostCore, sheet: BookSheet, rect: Rect) {
    super(host, "Excel.Range", sheet, [rect]);
  }

  matrix<Item>(of: (r: number, c: number) => Item): Item[][] | null {
    if (isUnbounded(this.rect)) return null;
    if (size(this.rect) > MAX_CELLS) throw new OfficeError("ResponsePayloadSizeLimitExceeded", "The response payload size has exceeded the limit.");
    const lines: Item[][] = [];
    for (let r = this.rect.r1; r <= this.rect.r2; r++) {
      const line: Item[] = [];
      for (let c = this.rect.c1; c <= this.rect.c2; c++) line.push(of(r, c));
      lines.push(line);
    }
    return lines;
  }

  /** The client library asks this first when it is about to cut a large write into pieces. */
  _ValidateArraySize(n: number, m: number): void {
    if (n !== rows(this.rect) || m !== cols(this.rect)) throw invalid("The number of rows or columns in the input array doesn't match the size or dimensions of the range.");
  }

  fill(input: unknown, put: (r: number, c: number, x: unknown) => void): void {
    const q = this.rect;
    const lines = Array.isArray(input) ? (input as readonly unknown[]) : undefined;
    for (const line of lines ?? []) this._ValidateArraySize(lines!.length, Array.isArray(line) ? line.length : -1);
    if (isUnbounded(q)) throw invalid();
    for (let r = q.r1; r <= q.r2; r++) {
      const line = lines?.[r - q.r1] as readonly unknown[] | undefined;
      for (let c = q.c1; c <= q.c2; c++) put(r, c, lines ? line?.[c - q.c1] : input);
    }
  }

  /** A protected sheet takes no edits to its locked cells, from the user or from an add-in. */
  private guard(): void {
    if ((this.Format.read("Protection") as HostObject).read("Locked") !== false) this.guardSheet(this.sheet);
  }

  private enter(input: unknown, as: (x: unknown, r: number, c: number) => unknown = (x) => x): void {
    this.guard();
    const single = size(this.rect) === 1 ? this.sheet.value(this.rect.r1, this.rect.c1) : undefined;
    this.remember();
    this.fill(this.misplaced(input), (r, c, x) => this.sheet.setInput(r, c, as(x, r, c)));
    this.host.changed(this.sheet, this.rect, single === undefined ? {} : this.details(single, this.rect));
  }

  /**
   * What comes of several rows written at once where a filter leaves rows out: "the data seems to be misplaced" (OfficeDev/office-js #224).
   * How, only others tell: rows that show take the first row's, the others none (xlwings #747); a row written by itself comes right (NetOffice #2).
   */
  private misplaced(input: unknown): unknown {
    const { r1, r2 } = this.rect;
    const { filteredRows } = this.sheet;
    if (!Array.isArray(input) || r1 === r2 || ![...filteredRows].some((row) => row >= r1 && row <= r2)) return input;
    const lines = input as readonly (readonly unknown[])[];
    return lines.map((line, i) => (filteredRows.has(r1 + i) ? line.map(() => null) : lines[0]));
  }

  /** Notes for the user's undo what stands here before the user changes it. */
  private remember(): void {
    if (!this.host.userEdits || isUnbounded(this.rect)) return;
    const before = this.matrix((r, c) => structuredClone(this.sheet.cell(r, c))) ?? [];
    this.host.history.push({ sheet: this.sheet, rect: { ...this.rect }, before });
  }

  /** Puts noted cells back and raises the event of it. */
  restore(before: readonly (readonly (StoredCell | undefined)[])[]): void {
    before.forEach((line, i) => line.forEach((cell, j) => this.sheet.put(this.rect.r1 + i, this.rect.c1 + j, cell)));
    this.host.changed(this.sheet, this.rect);
  }

  override Clear(what = "All"): void {
    this.remember();
    super.Clear(what);
  }

  get Values(): unknown {
    return this.matrix((r, c) => this.sheet.value(r, c));
  }

  set Values(v: unknown) {
    this.enter(v);
  }

  get Formulas(): unknown {
    return this.matrix((r, c) => this.sheet.formula(r, c));
  }

  set Formulas(v: unknown) {
    this.enter(v);
  }

  get FormulasLocal(): unknown {
    return this.Formulas;
  }

  set FormulasLocal(v: unknown) {
    this.enter(v);
  }

  get FormulasR1C1(): unknown {
    return this.matrix((r, c) => {
      const formula = this.sheet.formula(r, c);
      return isFormula(formula) ? toR1C1(formula, r, c) : formula;
    });
  }

  set FormulasR1C1(v: unknown) {
    this.enter(v, (x, r, c) => (isFormula(x) ? fromR1C1(x, r, c) : x));
  }

  get ValueTypes(): unknown {
    return this.matrix((r, c) => typeOf(this.sheet.value(r, c), this.sheet.cell(r, c)));
  }

  private formatAt(r: number, c: number): string {
    return this.sheet.cell(r, c)?.nf ?? "General";
  }

  get NumberFormat(): unknown {
    return this.matrix((r, c) => this.formatAt(r, c));
  }

  set NumberFormat(v: unknown) {
    this.guardSheet(this.sheet, "allowFormatCells");
    this.fill(v, (r, c, x) => {
      if (x === null || x === undefined) return;
      this.sheet.ensure(r, c).nf = x === "General" ? undefined : String(x);
      this.sheet.tidy(r, c);
    });
  }

  get NumberFormatLocal(): unknown {
    return this.NumberFormat;
  }

  set NumberFormatLocal(v: unknown) {
    this.NumberFormat = v;
  }

  get Text(): unknown {
    return this.matrix((r, c) => asText(this.sheet.value(r, c), this.formatAt(r, c)));
  }

  get RowIndex(): number {
    return this.rect.r1;
  }

  get ColumnIndex(): number {
    return this.rect.c1;
  }

  get RowCount(): number {
    return rows(this.rect);
  }

  get ColumnCount(): number {
    return cols(this.rect);
  }

  get HasSpill(): boolean {
    return false;
  }

  private hidden(which: "hiddenRows" | "hiddenColumns"): Record<number, unknown> {
    return (this.sheet.props[which] ??= {}) as Record<number, unknown>;
  }

  /** Null where only some rows are hidden (Microsoft Learn, Excel.Range.rowHidden). */
  get RowHidden(): unknown {
    const hidden = this.sheet.hiddenRows;
    const { r1, r2 } = this.rect;
    const count = [...hidden].filter((row) => row >= r1 && row <= r2).length;
    return count === 0 ? false : count === r2 - r1 + 1 ? true : null;
  }

  set RowHidden(v: unknown) {
    for (let r = this.rect.r1; r <= this.rect.r2; r++) this.hidden("hiddenRows")[r] = v;
  }

  get ColumnHidden(): unknown {
    return Boolean((this.sheet.props["hiddenColumns"] as Record<number, unknown> | undefined)?.[this.rect.c1]);
  }

  set ColumnHidden(v: unknown) {
    for (let c = this.rect.c1; c <= this.rect.c2; c++) this.hidden("hiddenColumns")[c] = v;
  }
}
