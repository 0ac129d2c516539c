// The formats of cells, and their validation.
import type { Area } from "./Area";
import { intersect, isUnbounded, rectName, size } from "./addresses";
import { color } from "./cellText";
import type { HostCore } from "./HostCore";
import { HostObject } from "./HostObject";
import { invalid } from "./OfficeError";

const DEFAULTS: Readonly<Record<string, unknown>> = {
  "Fill.Color": "#FFFFFF",
  "Font.Color": "#000000",
  "Font.Name": "Calibri",
  "Font.Size": 11,
  "Font.Bold": false,
  "Font.Italic": false,
  "Font.Underline": "None",
  "Font.Strikethrough": false,
  HorizontalAlignment: "General",
  VerticalAlignment: "Bottom",
  WrapText: false,
  IndentLevel: 0,
  "Protection.Locked": true,
};
const DEFAULT_WIDTH = 48;
const DEFAULT_HEIGHT = 15;
/** A size that differs further on is not looked for. */
const MOST_SIZES = 2000;

const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideVertical", "InsideHorizontal"] as const;

/** RangeFormat and everything under it: a path such as "Fill.Color" stored on each cell. */
export class FormatNode extends HostObject {
  constructor(
    host: HostCore,
    type: string,
    private readonly area: Area,
    private readonly path: string,
  ) {
    super(host, type);
  }

  private full(name: string): string {
    return this.path ? `${this.path}.${name}` : name;
  }

  override read(name: string): unknown {
    const type = this.schema.navs[name];
    if (type !== undefined) return new FormatNode(this.host, type, this.area, this.full(name));
    if (name === "SideIndex") return this.path.split(".").pop();
    if (!this.schema.scalars.includes(name)) return super.read(name);
    let seen: unknown;
    for (const value of this.values(name)) {
      if (seen !== undefined && seen !== value) return null;
      seen = value;
    }
    return seen ?? null;
  }

  /** A property of every cell, column or row. */
  private *values(name: string): Generator<unknown> {
    const { sheet, rects } = this.area;
    const path = this.full(name);
    const fallback = DEFAULTS[path] ?? (name === "Style" ? "None" : null);
    for (const q of rects) {
      if (name === "ColumnWidth") {
        for (let c = q.c1; c <= Math.min(q.c2, q.c1 + MOST_SIZES); c++) yield sheet.colWidths.get(c) ?? DEFAULT_WIDTH;
      } else if (name === "RowHeight") {
        for (let r = q.r1; r <= Math.min(q.r2, q.r1 + MOST_SIZES); r++) yield sheet.rowHeights.get(r) ?? DEFAULT_HEIGHT;
      } else {
        const cells = isUnbounded(q) || size(q) > 100000 ? { ...q, r2: q.r1, c2: q.c1 } : q;
        for (let r = cells.r1; r <= cells.r2; r++) for (let c = cells.c1; c <= cells.c2; c++) yield sheet.getFormat(r, c, path) ?? fallback;
      }
    }
  }

  override write(name: string, value: unknown): void {
    if (!this.schema.scalars.includes(name)) {
      super.write(name, value);
      return;
    }
    const { sheet, rects } = this.area;
    this.guardSheet(sheet, name === "ColumnWidth" ? "allowFormatColumns" : name === "RowHeight" ? "allowFormatRows" : "allowFormatCells");
    for (const q of rects) {
      if (name === "ColumnWidth") for (let c = q.c1; c <= q.c2; c++) sheet.colWidths.set(c, value as number);
      else if (name === "RowHeight") for (let r = q.r1; r <= q.r2; r++) sheet.rowHeights.set(r, value as number);
      else sheet.setFormat(q, this.full(name), name.endsWith("Color") ? color(value) : value);
    }
  }

  override item(side: string): HostObject {
    return new FormatNode(this.host, this.schema.item ?? "", this.area, this.full(side));
  }

  GetItem(side: string): HostObject {
    return this.item(side);
  }

  override items(): readonly HostObject[] {
    return EDGES.map((side) => this.item(side));
  }

  Clear(): void {
    for (const q of this.area.rects) {
      for (const [r, c, cell] of this.area.sheet.within(q)) {
        for (const path of Object.keys(cell.fmt ?? {})) if (cell.fmt && path.startsWith(`${this.path}.`)) Reflect.deleteProperty(cell.fmt, path);
        if (cell.fmt && !Object.keys(cell.fmt).length) delete cell.fmt;
        this.area.sheet.tidy(r, c);
      }
    }
  }

  AutofitColumns(): void {
    // What a width would be depends on fonts that nobody draws here.
  }

  AutofitRows(): void {
    // As AutofitColumns.
  }
}

interface Wording {
  readonly title?: string;
  readonly message?: string;
}

/** The rule is kept per rectangle it was set on; a range inside one of those reads that one. */
export class DataValidation extends HostObject {
  constructor(
    host: HostCore,
    private readonly area: Area,
  ) {
    super(host, "Excel.DataValidation", (create) => {
      const all = area.sheet.validations;
      const own = rectName(area.rect);
      const entry = all.find(({ rect }) => rectName(rect) === own) ?? (create ? undefined : all.find(({ rect }) => rectName(intersect(rect, area.rect) ?? rect) === own));
      return entry?.data;
    });
  }

  /** Set on every rectangle. The lengths are those of the file format (ECMA-376 part 1, 18.3.1.32); what Excel's API says to more, Microsoft does not tell. */
  override write(name: string, value: unknown): void {
    this.guardSheet(this.area.sheet, "allowFormatCells");
    if (!this.schema.scalars.includes(name)) throw invalid();
    if (/Alert$|Prompt$/.test(name)) {
      const { title = "", message = "" } = (value ?? {}) as Wording;
      if (title.length > 32 || message.length > 255) throw invalid();
    }
    const all = this.area.sheet.validations;
    for (const q of this.area.rects) {
      let entry = all.find(({ rect }) => rectName(rect) === rectName(q));
      if (!entry) all.push((entry = { rect: { ...q }, data: {} }));
      entry.data[name] = structuredClone(value);
    }
  }

  get Type(): string {
    const rule = (this.store()?.["Rule"] ?? {}) as Readonly<Record<string, unknown>>;
    const kind = Object.keys(rule).find((key) => rule[key]);
    return kind ? kind.charAt(0).toUpperCase() + kind.slice(1) : "None";
  }

  Clear(): void {
    this.area.sheet.validations = this.area.sheet.validations.filter(({ rect }) => !this.area.rects.some((q) => intersect(rect, q)));
  }
}
