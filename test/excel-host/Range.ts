import { bounding, intersect, isEntireColumn, isEntireRow, MAX_COL, MAX_ROW, rows, cols, splitSheet, type Rect } from "./addresses";
import type { BookSheet } from "./BookSheet";
import { readProperties, writeProperties, type Properties } from "./cellProperties";
import { CellRange } from "./CellRange";
import type { HostCore } from "./HostCore";
import type { HostObject } from "./HostObject";
import { invalid, need, notFound, OfficeError } from "./OfficeError";
import { precedentsOf } from "./precedentsOf";
import { RangeAreas, WorkbookRangeAreas } from "./RangeAreas";
import { fromR1C1, toR1C1 } from "./references";

const MOST_MERGED = 512;

/** Other ranges from this one, and what is done to its cells as a whole. */
export class Range extends CellRange {
  at(q: Rect | null): Range {
    if (!q || q.r1 < 0 || q.c1 < 0 || q.r2 > MAX_ROW || q.c2 > MAX_COL || q.r1 > q.r2 || q.c1 > q.c2) throw invalid();
    return new Range(this.host, this.sheet, q);
  }

  GetCell(r: number, c: number): Range {
    const { r1, c1 } = this.rect;
    return this.at({ r1: r1 + r, c1: c1 + c, r2: r1 + r, c2: c1 + c });
  }

  GetRow(i: number): Range {
    return this.at({ ...this.rect, r1: this.rect.r1 + i, r2: this.rect.r1 + i });
  }

  GetColumn(i: number): Range {
    return this.at({ ...this.rect, c1: this.rect.c1 + i, c2: this.rect.c1 + i });
  }

  GetLastRow(): Range {
    return this.at({ ...this.rect, r1: this.rect.r2 });
  }

  GetLastColumn(): Range {
    return this.at({ ...this.rect, c1: this.rect.c2 });
  }

  GetLastCell(): Range {
    return this.at({ ...this.rect, r1: this.rect.r2, c1: this.rect.c2 });
  }

  GetEntireRow(): Range {
    return this.at({ ...this.rect, c1: 0, c2: MAX_COL });
  }

  GetEntireColumn(): Range {
    return this.at({ ...this.rect, r1: 0, r2: MAX_ROW });
  }

  GetOffsetRange(r: number, c: number): Range {
    const q = this.rect;
    return this.at({ r1: q.r1 + r, c1: q.c1 + c, r2: q.r2 + r, c2: q.c2 + c });
  }

  GetResizedRange(r: number, c: number): Range {
    return this.at({ ...this.rect, r2: this.rect.r2 + r, c2: this.rect.c2 + c });
  }

  GetAbsoluteResizedRange(r: number, c: number): Range {
    return this.at({ ...this.rect, r2: this.rect.r1 + r - 1, c2: this.rect.c1 + c - 1 });
  }

  GetRowsBelow(n = 1): Range {
    const q = this.rect;
    return this.at(n > 0 ? { ...q, r1: q.r2 + 1, r2: q.r2 + n } : { ...q, r1: q.r2 + n + 1 });
  }

  GetRowsAbove(n = 1): Range {
    const q = this.rect;
    return this.at(n > 0 ? { ...q, r1: q.r1 - n, r2: q.r1 - 1 } : { ...q, r2: q.r1 - n - 1 });
  }

  GetColumnsAfter(n = 1): Range {
    const q = this.rect;
    return this.at(n > 0 ? { ...q, c1: q.c2 + 1, c2: q.c2 + n } : { ...q, c1: q.c2 + n + 1 });
  }

  GetColumnsBefore(n = 1): Range {
    const q = this.rect;
    return this.at(n > 0 ? { ...q, c1: q.c1 - n, c2: q.c1 - 1 } : { ...q, c2: q.c1 - n - 1 });
  }

  private other(x: unknown): Range {
    return x instanceof Range ? x : resolveRange(this.host, x, this.sheet);
  }

  GetBoundingRect(x: unknown): Range {
    return this.at(bounding(this.rect, this.other(x).rect));
  }

  GetIntersectionOrNullObject(x: unknown): Range | null {
    const other = this.other(x);
    const q = other.sheet === this.sheet ? intersect(this.rect, other.rect) : null;
    return q && this.at(q);
  }

  GetIntersection(x: unknown): Range {
    return need(this.GetIntersectionOrNullObject(x));
  }

  GetUsedRangeOrNullObject(valuesOnly?: boolean): Range | null {
    const whole = isEntireColumn(this.rect) && isEntireRow(this.rect);
    const q = this.sheet.usedRect(valuesOnly ?? false, whole ? undefined : this.rect);
    return q && this.at(q);
  }

  GetUsedRange(valuesOnly?: boolean): Range {
    return this.GetUsedRangeOrNullObject(valuesOnly) ?? this.at({ ...this.rect, r2: this.rect.r1, c2: this.rect.c1 });
  }

  GetTables(): HostObject {
    return this.host.make("Excel.TableScopedCollection", undefined, this);
  }

  Select(): void {
    this.host.select(this.sheet, this.rect);
  }

  Merge(across?: boolean): void {
    this.guardSheet(this.sheet);
    const q = this.rect;
    const parts = across ? Array.from({ length: rows(q) }, (_, i) => ({ ...q, r1: q.r1 + i, r2: q.r1 + i })) : [{ ...q }];
    this.Unmerge();
    for (const part of parts) {
      this.sheet.merges.push(part);
      for (const [r, c, cell] of this.sheet.within(part)) {
        if (r === part.r1 && c === part.c1) continue;
        delete cell.v;
        delete cell.f;
        this.sheet.tidy(r, c);
      }
    }
    this.book.revision++;
    this.host.changed(this.sheet, q);
  }

  Unmerge(): void {
    this.guardSheet(this.sheet);
    this.sheet.merges = this.sheet.merges.filter((each) => !intersect(each, this.rect));
  }

  GetMergedAreasOrNullObject(): RangeAreas | null {
    const merged = this.sheet.merges.filter((q) => intersect(q, this.rect));
    // "If the merged areas count in this range is more than 512, then this method will fail to return the result" (Microsoft Learn, Excel.Range).
    if (merged.length > MOST_MERGED) throw new OfficeError("GeneralException", "There was an internal error while processing the request.", 500);
    return merged.length ? new RangeAreas(this.host, this.sheet, merged) : null;
  }

  Delete(shift: string): void {
    const left = /left/i.test(shift);
    this.move(left ? "col" : "row", -1, left ? "ShiftCellLeft" : "ShiftCellUp");
  }

  Insert(shift: string): Range {
    const right = /right/i.test(shift);
    this.move(right ? "col" : "row", 1, right ? "ShiftCellRight" : "ShiftCellDown");
    return this.at(this.rect);
  }

  private move(wanted: "row" | "col", sign: 1 | -1, shiftDirection: string): void {
    const q = { ...this.rect };
    const dir = isEntireRow(q) ? "row" : isEntireColumn(q) ? "col" : wanted;
    const whole = isEntireRow(q) ? "Row" : isEntireColumn(q) ? "Column" : "Cell";
    this.guardSheet(this.sheet, whole === "Cell" ? undefined : `allow${sign > 0 ? "Insert" : "Delete"}${whole}s`);
    this.sheet.shift(q, dir, sign);
    this.host.changed(this.sheet, q, { changeType: whole + (sign > 0 ? "Inserted" : "Deleted"), shiftDirection: whole === "Cell" ? shiftDirection : "None" });
  }

  CopyFrom(source: unknown, what = "All"): void {
    const from = this.other(source);
    const { r1, c1 } = this.rect;
    const q = this.at({ r1, c1, r2: r1 + Math.max(rows(from.rect), rows(this.rect)) - 1, c2: c1 + Math.max(cols(from.rect), cols(this.rect)) - 1 });
    const copies = from.matrix((r, c) => ({ f: from.sheet.formula(r, c), v: from.sheet.value(r, c), cell: structuredClone(from.sheet.cell(r, c) ?? {}), r, c })) ?? [];
    q.fill(null, (r, c) => {
      const line = copies[(r - r1) % copies.length]!;
      const { f, v, cell, r: fromRow, c: fromColumn } = line[(c - c1) % line.length]!;
      const formula = typeof f === "string" && f.startsWith("=") ? fromR1C1(toR1C1(f, fromRow, fromColumn), r, c) : f;
      if (/all|formulas/i.test(what)) this.sheet.setInput(r, c, formula);
      if (/values/i.test(what)) this.sheet.setInput(r, c, v);
      if (/all|formats/i.test(what) && (cell.fmt || cell.nf)) Object.assign(this.sheet.ensure(r, c), { fmt: cell.fmt, nf: cell.nf });
    });
    this.host.changed(this.sheet, q.rect);
  }

  private cellAt(r: number, c: number): Range {
    return this.at({ r1: r, c1: c, r2: r, c2: c });
  }

  /** An object per cell, such as {format: {fill: {color: 'red'}}}. */
  SetCellProperties(cells: unknown): void {
    this.fill(cells, (r, c, wanted) => {
      const format = (wanted as { readonly format?: Properties } | null | undefined)?.format;
      if (format) writeProperties(this.cellAt(r, c).Format, format);
    });
  }

  /** Wanted is such as {address: true, format: {fill: {color: true}}}; the answer has the same shape, for every cell. */
  GetCellProperties(wanted: Properties): unknown {
    return this.matrix((r, c) => readProperties(this.cellAt(r, c), wanted));
  }

  /** As GetCellProperties, for every row. */
  GetRowProperties(wanted: Properties): unknown {
    const { r1, r2 } = this.rect;
    return Array.from({ length: r2 - r1 + 1 }, (_, i) => readProperties(this.GetRow(i), wanted));
  }

  /** As GetCellProperties, for every column. */
  GetColumnProperties(wanted: Properties): unknown {
    const { c1, c2 } = this.rect;
    return Array.from({ length: c2 - c1 + 1 }, (_, i) => readProperties(this.GetColumn(i), wanted));
  }

  GetDirectPrecedents(): HostObject {
    const found = precedentsOf(this.sheet, this.rect);
    if (!found.length) throw notFound();
    return new WorkbookRangeAreas(this.host, found);
  }
}

/** An address or a Range, as a Range. A list of addresses, or a defined name, is not accepted here. */
export function resolveRange(host: HostCore, x: unknown, base?: BookSheet): Range {
  if (x instanceof Range) return x;
  if (typeof x !== "string") throw invalid();
  const at = host.workbook.locate(x, base);
  if (at) return new Range(host, at.sheet, at.rect);
  const wanted = splitSheet(x).ref.toLowerCase();
  const named = [...(base?.names ?? []), ...host.workbook.names].find(({ name }) => name.toLowerCase() === wanted);
  const place = named && host.workbook.locate(named.formula.replace(/\$/g, ""), base);
  if (!place) throw invalid();
  return new Range(host, place.sheet, place.rect);
}
