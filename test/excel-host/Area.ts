import { isEntireColumn, isEntireRow, size, type Rect } from "./addresses";
import { fullAddress, type Tracked } from "./Book";
import type { Bag, BookSheet } from "./BookSheet";
import { valueType } from "./cellText";
import type { HostCore } from "./HostCore";
import { DataValidation, FormatNode } from "./formatObjects";
import type { CellValue } from "./HostDescription";
import { HostObject } from "./HostObject";

/** What Range and RangeAreas share: a sheet and some rectangles. */
export abstract class Area extends HostObject implements Tracked {
  readonly rects: (Rect & { gone?: boolean })[];

  constructor(
    host: HostCore,
    type: string,
    readonly sheet: BookSheet,
    rects: readonly Rect[],
  ) {
    super(host, type);
    this.rects = rects.map(({ r1, c1, r2, c2 }) => ({ r1, c1, r2, c2 }));
  }

  get rect(): Rect {
    return this.rects[0]!;
  }

  get Worksheet(): HostObject {
    return this.host.worksheet(this.sheet);
  }

  get Address(): string {
    return this.rects.map((q) => fullAddress(this.sheet, q)).join(",");
  }

  get AddressLocal(): string {
    return this.Address;
  }

  get CellCount(): number {
    const n = this.rects.reduce((sum, q) => sum + size(q), 0);
    return n > 2147483647 ? -1 : n;
  }

  get IsEntireColumn(): boolean {
    return this.rects.every(isEntireColumn);
  }

  get IsEntireRow(): boolean {
    return this.rects.every(isEntireRow);
  }

  get Format(): FormatNode {
    return new FormatNode(this.host, "Excel.RangeFormat", this, "");
  }

  get ConditionalFormats(): HostObject {
    return this.host.make("Excel.ConditionalFormatCollection", undefined, this);
  }

  get DataValidation(): HostObject {
    return new DataValidation(this.host, this);
  }

  Clear(what = "All"): void {
    this.guardSheet(this.sheet);
    for (const q of this.rects) {
      const before = size(q) === 1 ? this.sheet.value(q.r1, q.c1) : undefined;
      this.sheet.clear(q, what);
      if (!/formats/i.test(what)) this.host.changed(this.sheet, q, before === undefined ? {} : this.details(before, q));
    }
  }

  /** The before and after that a change of one cell carries. */
  protected details(before: CellValue, q: Rect): Bag {
    const after = this.sheet.value(q.r1, q.c1);
    return { valueBefore: before, valueAfter: after, valueTypeBefore: valueType(before), valueTypeAfter: valueType(after) };
  }

  Calculate(): void {
    // Results are worked out whenever they are asked for.
  }

  SetDirty(): void {
    this.book.revision++;
  }
}
