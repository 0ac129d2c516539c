// The workbook: sheets of sparse cells, and the JSON it is loaded from and saved to. It knows nothing of Office.js.
import { calc as tinyCalc } from './calculate.js';
import { MAX_COL, MAX_ROW, cellName, contains, intersect, isUnbounded, moveRefs, renameRefs, parseRect, quoteSheet, rectName, size, splitSheet } from './addresses.js';

const WIDTH = MAX_COL + 1;
const key = (r, c) => r * WIDTH + c;

/** Days from 31 December 1899 in Excel's count, which has a 29 February 1900. */
const serialOf = (year, month, day) => Math.round(Date.UTC(year, month - 1, day) / 86400000) + 25569;

/**
 * Texts that become numbers when typed: dates, percentages, negative numbers in brackets, grouped thousands. Excel does the same
 * to texts written by add-ins; by which rules Microsoft does not say, so these are those of typing in English.
 */
function asTyped(input) {
  const date = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(input.trim());
  if (date && date[1] <= 12 && date[2] <= 31) return { v: serialOf(+date[3], +date[1], +date[2]), nf: 'm/d/yyyy' };
  const bracketed = /^\((\d+(?:\.\d+)?)\)$/.exec(input.trim());
  if (bracketed) return { v: -Number(bracketed[1]) };
  const percentage = /^(\d+(?:\.\d+)?)%$/.exec(input.trim());
  if (percentage) return { v: Number(percentage[1]) / 100, nf: '0%' };
  return /^\d{1,3}(?:,\d{3})+$/.test(input.trim()) ? { v: Number(input.replace(/,/g, '')), nf: '#,##0' } : null;
}

export class Sheet {
  constructor(workbook, name, id) {
    Object.assign(this, { workbook, name, id, cells: new Map(), areaFormats: [], merges: [], conditionalFormats: [] });
    Object.assign(this, { names: [], comments: [], tables: [], validations: [], props: {} });
    this.colWidths = new Map();
    this.rowHeights = new Map();
    this.freeze = null;
  }

  cell(r, c) { return this.cells.get(key(r, c)); }
  ensure(r, c) {
    let cell = this.cells.get(key(r, c));
    if (!cell) this.cells.set(key(r, c), (cell = {}));
    return cell;
  }

  /** Every stored cell inside a rectangle, as [r, c, cell]; walks whichever of the two is smaller. */
  *within(q) {
    if (size(q) <= this.cells.size) {
      for (let r = q.r1; r <= q.r2; r++) for (let c = q.c1; c <= q.c2; c++) {
        const cell = this.cell(r, c);
        if (cell) yield [r, c, cell];
      }
      return;
    }
    for (const [k, cell] of [...this.cells]) {
      const r = Math.floor(k / WIDTH);
      const c = k % WIDTH;
      if (contains(q, r, c)) yield [r, c, cell];
    }
  }

  put(r, c, cell) {
    this.workbook.revision++;
    if (cell) this.cells.set(key(r, c), structuredClone(cell));
    else this.drop(r, c);
  }

  drop(r, c) { this.cells.delete(key(r, c)); }
  tidy(r, c) {
    const cell = this.cell(r, c);
    if (cell && cell.v === undefined && cell.f === undefined && !cell.fmt && !cell.nf) this.drop(r, c);
  }

  /** What typing `input` into a cell does. null means "leave it alone", as in Office.js. */
  setInput(r, c, input) {
    if (input === null || input === undefined) return;
    this.workbook.revision++;
    const cell = this.ensure(r, c);
    delete cell.v;
    delete cell.f;
    delete cell.quoted;
    if (cell.nf === '@' && input !== '') {
      // "Text format cells are treated as text even when a number is in the cell" (Microsoft Support, Available number formats).
      cell.v = String(input).replace(/^'/, '');
      cell.quoted = true;
    } else if (typeof input === 'string') {
      const typed = asTyped(input);
      if (input.length > 1 && input[0] === '=') cell.f = input;
      else if (input[0] === "'") Object.assign(cell, { v: input.slice(1), quoted: true });
      else if (typed) { cell.v = typed.v; if (!cell.nf && typed.nf) cell.nf = typed.nf; }
      else if (input !== '' && cell.nf !== '@' && input.trim() !== '' && !Number.isNaN(Number(input)) && /^[-+.\d\seE]+$/.test(input)) cell.v = Number(input);
      else if (cell.nf !== '@' && /^(true|false)$/i.test(input)) cell.v = /^t/i.test(input);
      else if (input !== '') cell.v = input;
    } else cell.v = input;
    this.tidy(r, c);
  }

  formula(r, c) { const cell = this.cell(r, c); return cell?.f ?? cell?.v ?? ''; }
  value(r, c) {
    const cell = this.cell(r, c);
    if (!cell?.f) return cell?.v ?? '';
    if (cell.at !== this.workbook.revision) {
      Object.defineProperty(cell, 'at', { value: this.workbook.revision, writable: true, configurable: true });
      Object.defineProperty(cell, 'cached', { value: '#CYCLE!', writable: true, configurable: true });
      cell.cached = this.workbook.evaluate(cell.f, this, r, c);
    }
    return cell.cached;
  }

  /** The smallest rectangle around what stands here, inside `within` where that is given. */
  usedRect(valuesOnly, within) {
    if (!within && valuesOnly && this.usedAt === this.workbook.revision) return this.usedValues;
    let q = null;
    const take = (r, c, cell) => {
      if (valuesOnly && cell.v === undefined && cell.f === undefined) return;
      if (!q) q = { r1: r, c1: c, r2: r, c2: c };
      else { q.r1 = Math.min(q.r1, r); q.r2 = Math.max(q.r2, r); q.c1 = Math.min(q.c1, c); q.c2 = Math.max(q.c2, c); }
    };
    if (within) for (const [r, c, cell] of this.within(within)) take(r, c, cell);
    else for (const [k, cell] of this.cells) take(Math.floor(k / WIDTH), k % WIDTH, cell);
    if (!within && valuesOnly) Object.assign(this, { usedAt: this.workbook.revision, usedValues: q });
    return q;
  }

  getFormat(r, c, path) {
    const cell = this.cell(r, c);
    if (cell?.fmt && path in cell.fmt) return cell.fmt[path];
    for (let i = this.areaFormats.length - 1; i >= 0; i--) {
      const a = this.areaFormats[i];
      if (a.path === path && contains(a.rect, r, c)) return a.value;
    }
    return undefined;
  }

  setFormat(q, path, value) {
    if (isUnbounded(q) || size(q) > 100000) {
      this.areaFormats.push({ rect: { ...q }, path, value });
      for (const [, , cell] of this.within(q)) if (cell.fmt) Reflect.deleteProperty(cell.fmt, path);
      return;
    }
    for (let r = q.r1; r <= q.r2; r++) for (let c = q.c1; c <= q.c2; c++) (this.ensure(r, c).fmt ??= {})[path] = value;
  }

  clear(q, what = 'All') {
    this.workbook.revision++;
    const all = /^all$/i.test(what);
    for (const [r, c, cell] of this.within(q)) {
      if (all || /contents/i.test(what)) { delete cell.v; delete cell.f; delete cell.quoted; }
      if (all || /formats/i.test(what)) { delete cell.fmt; delete cell.nf; }
      this.tidy(r, c);
    }
    if (all || /formats/i.test(what)) {
      this.areaFormats = this.areaFormats.filter((a) => !intersect(a.rect, q));
      this.conditionalFormats = this.conditionalFormats.filter((f) => !f.ranges.some((x) => intersect(x, q)));
      if (all) this.merges = this.merges.filter((m) => !intersect(m, q));
    }
  }

  /** Inserts (+1) or deletes (-1) the rectangle, moving what is below it (dir 'row') or right of it ('col'). */
  shift(q, dir, sign) {
    this.workbook.revision++;
    const down = dir === 'row';
    const n = (down ? q.r2 - q.r1 : q.c2 - q.c1) + 1;
    const band = down ? { r1: q.r1, c1: q.c1, r2: MAX_ROW, c2: q.c2 } : { r1: q.r1, c1: q.c1, r2: q.r2, c2: MAX_COL };
    const moved = [];
    for (const [r, c, cell] of [...this.within(band)]) {
      this.drop(r, c);
      if (sign < 0 && contains(q, r, c)) continue;
      moved.push([down ? r + sign * n : r, down ? c : c + sign * n, cell]);
    }
    for (const [r, c, cell] of moved) if (r <= MAX_ROW && c <= MAX_COL) this.cells.set(key(r, c), cell);
    const [lo, hi, from, to] = down ? ['c1', 'c2', 'r1', 'r2'] : ['r1', 'r2', 'c1', 'c2'];
    const adjust = (x) => {
      if (x[lo] < q[lo] || x[hi] > q[hi] || x[to] < q[from]) return true;
      if (sign > 0) { if (x[from] >= q[from]) x[from] += n; x[to] += n; return true; }
      if (x[from] >= q[from] && x[to] <= q[to]) return false;
      if (x[from] > q[to]) x[from] -= n; else if (x[from] >= q[from]) x[from] = q[from];
      x[to] = Math.max(x[to] - n, q[from] - 1);
      return true;
    };
    const rewrite = (f, home) => moveRefs(f, home, this.name, adjust);
    for (const s of this.workbook.sheets) {
      for (const cell of s.cells.values()) if (cell.f) cell.f = rewrite(cell.f, s.name);
      for (const n of s.names) n.formula = rewrite(n.formula, s.name);
    }
    for (const n of this.workbook.names) n.formula = rewrite(n.formula, '');
    this.merges = this.merges.filter(adjust);
    this.comments = this.comments.filter((m) => adjust(m.rect));
    this.validations = this.validations.filter((v) => adjust(v.rect));
    for (const f of this.conditionalFormats) f.ranges = f.ranges.filter(adjust);
    this.conditionalFormats = this.conditionalFormats.filter((f) => f.ranges.length);
    for (const t of this.tables) adjust(t.rect);
    for (const x of this.workbook.tracked.values()) if (x.sheet === this) for (const y of x.rects) if (!adjust(y)) x.gone = true;
  }
}

export class Workbook {
  constructor(calc = tinyCalc) {
    Object.assign(this, { calc, sheets: [], names: [], settings: {}, xmlParts: [], bags: {}, revision: 0, nextId: 1 });
    Object.assign(this, { tracked: new Map(), active: null, selection: null });
  }

  newId() { return this.nextId++; }
  guid(n = this.newId()) { return `{${n.toString(16).toUpperCase().padStart(8, '0')}-0001-0000-0000-000000000000}`; }
  sheet(nameOrId) {
    const t = String(nameOrId).toLowerCase();
    return this.sheets.find((s) => s.name.toLowerCase() === t || s.id.toLowerCase() === t);
  }

  addSheet(name) {
    const free = () => { for (let i = this.sheets.length + 1; ; i++) if (!this.sheet(`Sheet${i}`)) return `Sheet${i}`; };
    const s = new Sheet(this, name ?? free(), this.guid());
    this.sheets.push(s);
    if (!this.active) this.select(s, { r1: 0, c1: 0, r2: 0, c2: 0 });
    return s;
  }

  select(sheet, rect) { this.active = sheet; this.selection = { ...rect }; }

  /** Renames a sheet and every reference to it. */
  rename(sheet, name) {
    const old = sheet.name;
    for (const s of this.sheets) {
      for (const cell of s.cells.values()) if (cell.f) cell.f = renameRefs(cell.f, old, name);
      for (const n of s.names) n.formula = renameRefs(n.formula, old, name);
    }
    for (const n of this.names) n.formula = renameRefs(n.formula, old, name);
    sheet.name = name;
    this.revision++;
  }

  /** "Sheet1!A1:B2" -> {sheet, rect}, or null. */
  locate(address, base = this.active) {
    const { sheet, ref } = splitSheet(address);
    const s = sheet ? this.sheet(sheet) : base;
    const rect = parseRect(ref);
    return s && rect ? { sheet: s, rect } : null;
  }

  /** What a test asks of one cell: {value, formula, numberFormat, format}. */
  cell(address) {
    const { sheet, rect } = this.locate(address);
    const cell = sheet.cell(rect.r1, rect.c1);
    return { value: sheet.value(rect.r1, rect.c1), formula: sheet.formula(rect.r1, rect.c1), numberFormat: cell?.nf ?? 'General', format: { ...cell?.fmt } };
  }

  evaluate(formula, sheet, r, c) {
    const read = (name, q) => {
      const s = name ? this.sheet(name) : sheet;
      if (!s || !q) return [['#REF!']];
      const out = [];
      for (let i = q.r1; i <= q.r2; i++) { out.push([]); for (let j = q.c1; j <= q.c2; j++) out[out.length - 1].push(s.value(i, j)); }
      return out;
    };
    return this.calc(formula, { sheet: sheet.name, r, c }, read);
  }

  toJSON() {
    const ref = (q) => rectName(q);
    const list = (a) => (a.length ? a : undefined);
    const map = (m) => (m.size ? Object.fromEntries(m) : undefined);
    const clean = (o) => (o && Object.keys(o).length ? o : undefined);
    return JSON.parse(JSON.stringify({
      sheets: this.sheets.map((s) => ({
        name: s.name, id: s.id, props: clean(s.props),
        cells: Object.fromEntries([...s.cells].sort((a, b) => a[0] - b[0]).map(([k, cell]) => [cellName(Math.floor(k / WIDTH), k % WIDTH), { ...cell }])),
        areaFormats: list(s.areaFormats.map((a) => ({ ...a, rect: ref(a.rect) }))),
        merges: list(s.merges.map(ref)), freeze: s.freeze ? ref(s.freeze) : undefined,
        colWidths: map(s.colWidths), rowHeights: map(s.rowHeights),
        conditionalFormats: list(s.conditionalFormats.map((f) => ({ ...f, ranges: f.ranges.map(ref) }))),
        names: list(s.names), comments: list(s.comments.map((m) => ({ ...m, rect: ref(m.rect) }))),
        tables: list(s.tables.map((t) => ({ ...t, rect: ref(t.rect) }))), validations: list(s.validations.map((v) => ({ ...v, rect: ref(v.rect) }))),
      })),
      names: list(this.names), settings: clean(this.settings), xmlParts: list(this.xmlParts), bags: clean(this.bags), nextId: this.nextId,
      active: this.active?.name, selection: this.selection ? ref(this.selection) : undefined,
    }));
  }

  static fromJSON(json, calc) {
    const w = new Workbook(calc);
    json = structuredClone(json);
    w.nextId = json.nextId ?? 1000;
    for (const j of json.sheets ?? []) {
      const s = new Sheet(w, j.name, j.id ?? w.guid());
      const rects = (a, k) => (a ?? []).map((x) => ({ ...x, [k]: parseRect(x[k]) }));
      w.sheets.push(s);
      for (const [at, cell] of Object.entries(j.cells ?? {})) {
        const q = parseRect(at);
        s.cells.set(key(q.r1, q.c1), typeof cell === 'object' && cell !== null ? cell : typeof cell === 'string' && cell[0] === '=' ? { f: cell } : { v: cell });
      }
      Object.assign(s, { props: j.props ?? {}, names: j.names ?? [], merges: (j.merges ?? []).map(parseRect), freeze: j.freeze ? parseRect(j.freeze) : null });
      Object.assign(s, { areaFormats: rects(j.areaFormats, 'rect'), comments: rects(j.comments, 'rect'), tables: rects(j.tables, 'rect'), validations: rects(j.validations, 'rect') });
      s.conditionalFormats = (j.conditionalFormats ?? []).map((f) => ({ ...f, ranges: f.ranges.map(parseRect) }));
      for (const [k, v] of Object.entries(j.colWidths ?? {})) s.colWidths.set(Number(k), v);
      for (const [k, v] of Object.entries(j.rowHeights ?? {})) s.rowHeights.set(Number(k), v);
    }
    Object.assign(w, { names: json.names ?? [], settings: json.settings ?? {}, xmlParts: json.xmlParts ?? [], bags: json.bags ?? {} });
    if (!w.sheets.length) w.addSheet();
    w.select(w.sheet(json.active ?? w.sheets[0].name) ?? w.sheets[0], json.selection ? parseRect(json.selection) : { r1: 0, c1: 0, r2: 0, c2: 0 });
    return w;
  }
}

export const fullAddress = (sheet, rect) => `${quoteSheet(sheet.name)}!${rectName(rect)}`;
