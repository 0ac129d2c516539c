import { parseRect, quoteSheet, rectName, splitSheet, type Rect } from "./addresses";
import { BookSheet, type Bag, type StoredName } from "./BookSheet";
import { calculate, type Calculator } from "./calculate";
import type { CellValue } from "./HostDescription";
import { renameRefs } from "./references";

/** A range an add-in holds on to, which moves along with its cells. */
export interface Tracked {
  readonly sheet?: BookSheet;
  readonly rects?: readonly (Rect & { gone?: boolean })[];
}

/** The workbook: sheets, names, settings, XML parts. It knows nothing of Office.js. */
export class Book {
  sheets: BookSheet[] = [];
  names: StoredName[] = [];
  settings: Record<string, string> = {};
  xmlParts: { readonly id: string; xml: string; readonly ns: string }[] = [];
  bags: Bag = {};
  /** Grows with every change, so that results worked out before are known to be old. */
  revision = 0;
  nextId = 1;
  readonly tracked = new Map<string, Tracked>();
  private front: { readonly sheet: BookSheet; readonly selection: Rect } | undefined;

  constructor(private readonly calculator: Calculator = calculate) {}

  /** The sheet in front. */
  get active(): BookSheet {
    return this.front!.sheet;
  }

  get selection(): Rect {
    return this.front!.selection;
  }

  newId(): number {
    return this.nextId++;
  }

  guid(n = this.newId()): string {
    return `{${n.toString(16).toUpperCase().padStart(8, "0")}-0001-0000-0000-000000000000}`;
  }

  /** The sheet of this name, or id. */
  sheet(nameOrId: unknown): BookSheet | undefined {
    const t = String(nameOrId).toLowerCase();
    return this.sheets.find(({ name, id }) => name.toLowerCase() === t || id.toLowerCase() === t);
  }

  /** A sheet that a test says is there. */
  need(name: string): BookSheet {
    const sheet = this.sheet(name);
    if (!sheet) throw new Error(`There is no sheet ${name}.`);
    return sheet;
  }

  addSheet(name?: string): BookSheet {
    const sheet = new BookSheet(this, name ?? this.freeName(), this.guid());
    this.sheets.push(sheet);
    if (!this.front) this.select(sheet, { r1: 0, c1: 0, r2: 0, c2: 0 });
    return sheet;
  }

  private freeName(): string {
    let i = this.sheets.length + 1;
    while (this.sheet(`Sheet${i}`)) i++;
    return `Sheet${i}`;
  }

  select(sheet: BookSheet, rect: Rect): void {
    this.front = { sheet, selection: { ...rect } };
  }

  /** Renames a sheet and every reference to it. */
  rename(sheet: BookSheet, name: string): void {
    const old = sheet.name;
    for (const each of this.sheets) {
      for (const cell of each.cells.values()) if (cell.f) cell.f = renameRefs(cell.f, old, name);
      for (const own of each.names) own.formula = renameRefs(own.formula, old, name);
    }
    for (const own of this.names) own.formula = renameRefs(own.formula, old, name);
    sheet.name = name;
    this.revision++;
  }

  /** What add-ins hold on to on a sheet goes where its cells go. */
  moveTracked(sheet: BookSheet, adjust: (q: Rect) => boolean): void {
    for (const each of this.tracked.values()) {
      if (each.sheet === sheet) for (const rect of each.rects ?? []) if (!adjust(rect)) rect.gone = true;
    }
  }

  /** "Sheet1!A1:B2" gives { sheet, rect }, or null. */
  locate(address: string, base: BookSheet = this.active): { readonly sheet: BookSheet; readonly rect: Rect } | null {
    const { sheet, ref } = splitSheet(address);
    const found = sheet ? this.sheet(sheet) : base;
    const rect = parseRect(ref);
    return found && rect ? { sheet: found, rect } : null;
  }

  /** What a test asks of one cell. */
  cell(address: string): { readonly value: CellValue; readonly formula: CellValue; readonly numberFormat: string; readonly format: Readonly<Bag> } {
    const at = this.locate(address);
    if (!at) throw new Error(`There is no cell ${address}.`);
    const { r1, c1 } = at.rect;
    const cell = at.sheet.cell(r1, c1);
    return { value: at.sheet.value(r1, c1), formula: at.sheet.formula(r1, c1), numberFormat: cell?.nf ?? "General", format: { ...cell?.fmt } };
  }

  evaluate(formula: string, sheet: BookSheet, r: number, c: number): CellValue {
    return this.calculator(formula, { sheet: sheet.name, r, c }, (name, q) => {
      const from = name ? this.sheet(name) : sheet;
      if (!from || !q) return [["#REF!"]];
      return Array.from({ length: q.r2 - q.r1 + 1 }, (_, down) => Array.from({ length: q.c2 - q.c1 + 1 }, (_each, across) => from.value(q.r1 + down, q.c1 + across)));
    });
  }
}

export const fullAddress = (sheet: BookSheet, rect: Rect): string => `${quoteSheet(sheet.name)}!${rectName(rect)}`;
