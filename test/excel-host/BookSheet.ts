import { MAX_COL, MAX_ROW, contains, intersect, isUnbounded, rectOf, size, type Rect } from "./addresses";
import { asTyped } from "./asTyped";
import type { Book } from "./Book";
import type { CellValue, HostComment } from "./HostDescription";
import { moveRefs } from "./references";

/** Values by name: what of an object is kept as it comes. */
export type Bag = Record<string, unknown>;

export interface StoredCell {
  v?: CellValue | undefined;
  f?: string;
  nf?: string | undefined;
  quoted?: boolean;
  fmt?: Bag;
}

export interface StoredFormat {
  readonly id: string;
  readonly type: string;
  priority: number;
  stopIfTrue: boolean;
  ranges: Rect[];
  readonly data: Bag;
}

export interface StoredName {
  readonly name: string;
  formula: string;
  comment?: string;
  visible?: boolean;
}

export interface StoredTable {
  readonly id: string;
  name: string;
  readonly rect: Rect;
  style: string;
  readonly props: Bag;
}

export type StoredComment = { -readonly [Key in keyof HostComment]: HostComment[Key] } & { readonly rect: Rect };

/** A filter as kept: whether it leaves rows out, and of which block, its headings first; a table's has the table's. */
export interface FilterBag {
  readonly IsDataFiltered?: boolean;
  readonly rect?: string;
}

const WIDTH = MAX_COL + 1;
const key = (r: number, c: number): number => r * WIDTH + c;
export const placeOf = (k: number): readonly [r: number, c: number] => [Math.floor(k / WIDTH), k % WIDTH];

/** A sheet of sparse cells. It knows nothing of Office.js. */
export class BookSheet {
  readonly cells = new Map<number, StoredCell>();
  areaFormats: { readonly rect: Rect; readonly path: string; readonly value: unknown }[] = [];
  merges: Rect[] = [];
  conditionalFormats: StoredFormat[] = [];
  names: StoredName[] = [];
  comments: StoredComment[] = [];
  tables: StoredTable[] = [];
  validations: { readonly rect: Rect; readonly data: Bag }[] = [];
  props: Bag = {};
  readonly colWidths = new Map<number, number>();
  readonly rowHeights = new Map<number, number>();
  freeze: Rect | null = null;
  /** What formulas came to, and at which revision of the book. */
  private readonly results = new WeakMap<StoredCell, { readonly at: number; value: CellValue }>();
  private used: { readonly at: number; readonly rect: Rect | null } | undefined;

  constructor(
    readonly book: Book,
    public name: string,
    readonly id: string,
  ) {}

  get hiddenRows(): ReadonlySet<number> {
    const kept = (this.props["hiddenRows"] ?? {}) as Readonly<Record<number, unknown>>;
    return new Set(Object.keys(kept).map(Number).filter((row) => kept[row] === true));
  }

  /** Rows that filters leave out, the sheet's own and those of tables. */
  get filteredRows(): ReadonlySet<number> {
    const own = this.props["AutoFilter"] as FilterBag | undefined;
    const ofTables = this.tables.flatMap(({ rect, props }) => ((props["AutoFilter"] as FilterBag | undefined)?.IsDataFiltered ? [rect] : []));
    const blocks = [...ofTables, ...(own?.IsDataFiltered && own.rect ? [rectOf(own.rect)] : [])];
    return new Set([...this.hiddenRows].filter((row) => blocks.some(({ r1, r2 }) => row > r1 && row <= r2)));
  }

  cell(r: number, c: number): StoredCell | undefined {
    return this.cells.get(key(r, c));
  }

  ensure(r: number, c: number): StoredCell {
    let cell = this.cells.get(key(r, c));
    if (!cell) this.cells.set(key(r, c), (cell = {}));
    return cell;
  }

  /** Every stored cell inside a rectangle, as [r, c, cell]; walks whichever of the two is smaller. */
  *within(q: Rect): Generator<readonly [r: number, c: number, cell: StoredCell]> {
    if (size(q) <= this.cells.size) {
      for (let r = q.r1; r <= q.r2; r++) {
        for (let c = q.c1; c <= q.c2; c++) {
          const cell = this.cell(r, c);
          if (cell) yield [r, c, cell];
        }
      }
      return;
    }
    for (const [k, cell] of [...this.cells]) {
      const [r, c] = placeOf(k);
      if (contains(q, r, c)) yield [r, c, cell];
    }
  }

  put(r: number, c: number, cell: StoredCell | undefined): void {
    this.book.revision++;
    if (cell) this.place(r, c, structuredClone(cell));
    else this.drop(r, c);
  }

  place(r: number, c: number, cell: StoredCell): void {
    this.cells.set(key(r, c), cell);
  }

  drop(r: number, c: number): void {
    this.cells.delete(key(r, c));
  }

  tidy(r: number, c: number): void {
    const cell = this.cell(r, c);
    if (cell && cell.v === undefined && cell.f === undefined && !cell.fmt && !cell.nf) this.drop(r, c);
  }

  /** What typing `input` into a cell does. null means "leave it alone", as in Office.js. */
  setInput(r: number, c: number, input: unknown): void {
    if (input === null || input === undefined) return;
    this.book.revision++;
    const cell = this.ensure(r, c);
    delete cell.v;
    delete cell.f;
    delete cell.quoted;
    if (cell.nf === "@" && input !== "") {
      // "Text format cells are treated as text even when a number is in the cell" (Microsoft Support, Available number formats).
      cell.v = String(input as CellValue).replace(/^'/, "");
      cell.quoted = true;
    } else if (typeof input === "string") type(cell, input);
    else cell.v = input as CellValue;
    this.tidy(r, c);
  }

  formula(r: number, c: number): CellValue {
    const cell = this.cell(r, c);
    return cell?.f ?? cell?.v ?? "";
  }

  value(r: number, c: number): CellValue {
    const cell = this.cell(r, c);
    if (!cell?.f) return cell?.v ?? "";
    const known = this.results.get(cell);
    if (known?.at === this.book.revision) return known.value;
    const result: { readonly at: number; value: CellValue } = { at: this.book.revision, value: "#CYCLE!" };
    this.results.set(cell, result);
    result.value = this.book.evaluate(cell.f, this, r, c);
    return result.value;
  }

  /** The smallest rectangle around what stands here, inside `within` where that is given. */
  usedRect(valuesOnly: boolean, within?: Rect): Rect | null {
    if (!within && valuesOnly && this.used?.at === this.book.revision) return this.used.rect;
    let q: Rect | null = null;
    const take = (r: number, c: number, cell: StoredCell): void => {
      if (valuesOnly && cell.v === undefined && cell.f === undefined) return;
      if (!q) q = { r1: r, c1: c, r2: r, c2: c };
      else Object.assign(q, { r1: Math.min(q.r1, r), r2: Math.max(q.r2, r), c1: Math.min(q.c1, c), c2: Math.max(q.c2, c) });
    };
    if (within) for (const [r, c, cell] of this.within(within)) take(r, c, cell);
    else for (const [k, cell] of this.cells) take(...placeOf(k), cell);
    if (!within && valuesOnly) this.used = { at: this.book.revision, rect: q };
    return q;
  }

  getFormat(r: number, c: number, path: string): unknown {
    const cell = this.cell(r, c);
    if (cell?.fmt && path in cell.fmt) return cell.fmt[path];
    return this.areaFormats.findLast((each) => each.path === path && contains(each.rect, r, c))?.value;
  }

  setFormat(q: Rect, path: string, value: unknown): void {
    if (isUnbounded(q) || size(q) > 100000) {
      this.areaFormats.push({ rect: { ...q }, path, value });
      for (const [, , cell] of this.within(q)) if (cell.fmt) Reflect.deleteProperty(cell.fmt, path);
      return;
    }
    for (let r = q.r1; r <= q.r2; r++) for (let c = q.c1; c <= q.c2; c++) (this.ensure(r, c).fmt ??= {})[path] = value;
  }

  clear(q: Rect, what: string): void {
    this.book.revision++;
    const all = /^all$/i.test(what);
    for (const [r, c, cell] of this.within(q)) {
      if (all || /contents/i.test(what)) {
        delete cell.v;
        delete cell.f;
        delete cell.quoted;
      }
      if (all || /formats/i.test(what)) {
        delete cell.fmt;
        delete cell.nf;
      }
      this.tidy(r, c);
    }
    if (all || /formats/i.test(what)) {
      this.areaFormats = this.areaFormats.filter((each) => !intersect(each.rect, q));
      this.conditionalFormats = this.conditionalFormats.filter((each) => !each.ranges.some((x) => intersect(x, q)));
      if (all) this.merges = this.merges.filter((each) => !intersect(each, q));
    }
  }

  /** Inserts (+1) or deletes (-1) the rectangle, moving what is below it (dir 'row') or right of it ('col'). */
  shift(q: Rect, dir: "row" | "col", sign: 1 | -1): void {
    this.book.revision++;
    const down = dir === "row";
    const n = (down ? q.r2 - q.r1 : q.c2 - q.c1) + 1;
    const band = down ? { r1: q.r1, c1: q.c1, r2: MAX_ROW, c2: q.c2 } : { r1: q.r1, c1: q.c1, r2: q.r2, c2: MAX_COL };
    const moved: (readonly [number, number, StoredCell])[] = [];
    for (const [r, c, cell] of [...this.within(band)]) {
      this.drop(r, c);
      if (sign < 0 && contains(q, r, c)) continue;
      moved.push([down ? r + sign * n : r, down ? c : c + sign * n, cell]);
    }
    for (const [r, c, cell] of moved) if (r <= MAX_ROW && c <= MAX_COL) this.place(r, c, cell);
    const adjust = shifting(q, down, n, sign);
    const rewrite = (formula: string, home: string): string => moveRefs(formula, home, this.name, adjust);
    for (const sheet of this.book.sheets) {
      for (const cell of sheet.cells.values()) if (cell.f) cell.f = rewrite(cell.f, sheet.name);
      for (const name of sheet.names) name.formula = rewrite(name.formula, sheet.name);
    }
    for (const name of this.book.names) name.formula = rewrite(name.formula, "");
    this.merges = this.merges.filter(adjust);
    this.comments = this.comments.filter(({ rect }) => adjust(rect));
    this.validations = this.validations.filter(({ rect }) => adjust(rect));
    for (const format of this.conditionalFormats) format.ranges = format.ranges.filter(adjust);
    this.conditionalFormats = this.conditionalFormats.filter(({ ranges }) => ranges.length > 0);
    for (const { rect } of this.tables) adjust(rect);
    this.book.moveTracked(this, adjust);
  }
}

/** Types a text into a cell that is not formatted as text. */
function type(cell: StoredCell, input: string): void {
  const typed = asTyped(input);
  if (input.length > 1 && input.startsWith("=")) cell.f = input;
  else if (input.startsWith("'")) Object.assign(cell, { v: input.slice(1), quoted: true });
  else if (typed) {
    cell.v = typed.v;
    if (!cell.nf && typed.nf) cell.nf = typed.nf;
  } else if (input !== "") cell.v = input;
}

/** What becomes of rectangles as `n` rows or columns come or go at `q`: changes them; false where one is gone. */
function shifting(q: Rect, down: boolean, n: number, sign: 1 | -1): (x: Rect) => boolean {
  const [lo, hi, from, to] = down ? (["c1", "c2", "r1", "r2"] as const) : (["r1", "r2", "c1", "c2"] as const);
  return (x) => {
    if (x[lo] < q[lo] || x[hi] > q[hi] || x[to] < q[from]) return true;
    if (sign > 0) {
      if (x[from] >= q[from]) x[from] += n;
      x[to] += n;
      return true;
    }
    if (x[from] >= q[from] && x[to] <= q[to]) return false;
    if (x[from] > q[to]) x[from] -= n;
    else if (x[from] >= q[from]) x[from] = q[from];
    x[to] = Math.max(x[to] - n, q[from] - 1);
    return true;
  };
}
