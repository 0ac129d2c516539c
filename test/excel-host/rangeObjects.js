// Ranges, multi-area ranges, and their cell formats.
import { MAX_COL, MAX_ROW, bounding, cols, fromR1C1, intersect, isEntireColumn, isEntireRow, isUnbounded, rectName, rows, size, splitSheet, toR1C1 } from './addresses.js';
import { fullAddress } from './HostWorkbook.js';
import { Collection, HostObject, OfficeError, invalid, notFound } from './HostObject.js';

const COLORS = {
  black: '#000000', white: '#FFFFFF', red: '#FF0000', lime: '#00FF00', green: '#008000', blue: '#0000FF', yellow: '#FFFF00',
  orange: '#FFA500', gray: '#808080', purple: '#800080', pink: '#FFC0CB',
};
const DEFAULTS = {
  'Fill.Color': '#FFFFFF', 'Font.Color': '#000000', 'Font.Name': 'Calibri', 'Font.Size': 11, 'Font.Bold': false, 'Font.Italic': false,
  'Font.Underline': 'None', 'Font.Strikethrough': false, HorizontalAlignment: 'General', VerticalAlignment: 'Bottom', WrapText: false,
  IndentLevel: 0, 'Protection.Locked': true,
};
const DEFAULT_WIDTH = 48;
const DEFAULT_HEIGHT = 15;
/** "A range is limited to five million cells for get operations" (Microsoft Learn, Resource limits …, Excel add-ins). */
const MAX_CELLS = 5000000;
const MOST_MERGED = 512;
const REFERENCE = /(?:(?:'(?:[^']|'')*'|[A-Za-z_]\w*)!)?\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+)?(?![\w(])/g;

export const color = (v) => (typeof v === 'string' ? (COLORS[v.toLowerCase()] ?? (/^#/.test(v) ? v.toUpperCase() : v)) : v);
const typeOf = (v, cell) => (cell?.quoted ? 'String' : valueType(v));
const valueType = (v) => (v === '' ? 'Empty' : typeof v === 'number' ? 'Double' : typeof v === 'boolean' ? 'Boolean' : /^#[A-Z/0]+[!?A]$/.test(v) ? 'Error' : 'String');
const asText = (v, nf) => {
  if (typeof v === 'boolean') return v ? 'TRUE' : 'FALSE';
  const m = typeof v === 'number' && /^(#,##)?0(?:\.(0+))?(%?)$/.exec(nf);
  if (!m) return String(v);
  const t = (m[3] ? v * 100 : v).toFixed(m[2]?.length ?? 0);
  return (m[1] ? t.replace(/\B(?=(\d{3})+(?!\d))/g, ',') : t) + m[3];
};

/** What Range and RangeAreas share: a sheet and some rectangles. */
class Area extends HostObject {
  constructor(host, type, sheet, rects) {
    super(host, type);
    this.sheet = sheet;
    this.rects = rects.map((q) => ({ ...q }));
  }

  get rect() { return this.rects[0]; }
  get Worksheet() { return this.host.worksheet(this.sheet); }
  get Address() { return this.rects.map((q) => fullAddress(this.sheet, q)).join(','); }
  get AddressLocal() { return this.Address; }
  get CellCount() { const n = this.rects.reduce((s, q) => s + size(q), 0); return n > 2147483647 ? -1 : n; }
  get IsEntireColumn() { return this.rects.every(isEntireColumn); }
  get IsEntireRow() { return this.rects.every(isEntireRow); }
  get Format() { return new FormatNode(this.host, 'Excel.RangeFormat', this, ''); }
  get ConditionalFormats() { return this.host.make('Excel.ConditionalFormatCollection', undefined, this); }
  get DataValidation() { return new DataValidation(this.host, this); }
  Clear(what = 'All') {
    this.guardSheet(this.sheet);
    for (const q of this.rects) {
      const before = size(q) === 1 ? this.sheet.value(q.r1, q.c1) : undefined;
      this.sheet.clear(q, what);
      if (!/formats/i.test(what)) this.host.changed(this.sheet, q, before === undefined ? {} : this.details(before, q));
    }
  }

  /** The before and after that a change of one cell carries. */
  details(before, q = this.rect) {
    const after = this.sheet.value(q.r1, q.c1);
    return { valueBefore: before, valueAfter: after, valueTypeBefore: valueType(before), valueTypeAfter: valueType(after) };
  }

  Calculate() {}
  SetDirty() { this.book.revision++; }
}

export class Range extends Area {
  constructor(host, sheet, rect) { super(host, 'Excel.Range', sheet, [rect]); }
  at(q) {
    if (!q || q.r1 < 0 || q.c1 < 0 || q.r2 > MAX_ROW || q.c2 > MAX_COL || q.r1 > q.r2 || q.c1 > q.c2) throw invalid();
    return new Range(this.host, this.sheet, q);
  }


  matrix(fn) {
    if (isUnbounded(this.rect)) return null;
    if (size(this.rect) > MAX_CELLS) throw new OfficeError('ResponsePayloadSizeLimitExceeded', 'The response payload size has exceeded the limit.');
    const out = [];
    for (let r = this.rect.r1; r <= this.rect.r2; r++) {
      const row = [];
      for (let c = this.rect.c1; c <= this.rect.c2; c++) row.push(fn(r, c));
      out.push(row);
    }
    return out;
  }

  /** The client library asks this first when it is about to cut a large write into pieces. */
  _ValidateArraySize(n, m) {
    if (n !== rows(this.rect) || m !== cols(this.rect)) throw invalid("The number of rows or columns in the input array doesn't match the size or dimensions of the range.");
  }

  fill(input, put) {
    const q = this.rect;
    if (Array.isArray(input)) for (const x of input) this._ValidateArraySize(input.length, Array.isArray(x) ? x.length : -1);
    if (isUnbounded(q)) throw invalid();
    for (let r = q.r1; r <= q.r2; r++) for (let c = q.c1; c <= q.c2; c++) put(r, c, Array.isArray(input) ? input[r - q.r1][c - q.c1] : input);
  }

  /** A protected sheet takes no edits to its locked cells, from the user or from an add-in. */
  guard() {
    if (this.Format.read('Protection').read('Locked') !== false) this.guardSheet(this.sheet);
  }

  enter(input, map = (x) => x) {
    this.guard();
    const single = size(this.rect) === 1 ? this.sheet.value(this.rect.r1, this.rect.c1) : undefined;
    this.remember();
    this.fill(input, (r, c, x) => this.sheet.setInput(r, c, map(x, r, c)));
    this.host.changed(this.sheet, this.rect, single === undefined ? {} : this.details(single));
  }

  /** Notes for the user's undo what stands here before the user changes it. */
  remember() {
    if (this.host.origin !== 'user' || this.host.undoing || isUnbounded(this.rect)) return;
    this.host.history.push({ sheet: this.sheet, rect: { ...this.rect }, before: this.matrix((r, c) => structuredClone(this.sheet.cell(r, c))) });
  }

  /** Puts noted cells back and raises the event of it. */
  restore(before) {
    before.forEach((line, i) => line.forEach((cell, j) => this.sheet.put(this.rect.r1 + i, this.rect.c1 + j, cell)));
    this.host.changed(this.sheet, this.rect);
  }

  Clear(what = 'All') { this.remember(); super.Clear(what); }
  get Values() { return this.matrix((r, c) => this.sheet.value(r, c)); }
  set Values(v) { this.enter(v); }
  get Formulas() { return this.matrix((r, c) => this.sheet.formula(r, c)); }
  set Formulas(v) { this.enter(v); }
  get FormulasLocal() { return this.Formulas; }
  set FormulasLocal(v) { this.enter(v); }
  get FormulasR1C1() { return this.matrix((r, c) => { const f = this.sheet.formula(r, c); return typeof f === 'string' && f[0] === '=' ? toR1C1(f, r, c) : f; }); }
  set FormulasR1C1(v) { this.enter(v, (x, r, c) => (typeof x === 'string' && x[0] === '=' ? fromR1C1(x, r, c) : x)); }
  get ValueTypes() { return this.matrix((r, c) => typeOf(this.sheet.value(r, c), this.sheet.cell(r, c))); }
  get NumberFormat() { return this.matrix((r, c) => this.sheet.cell(r, c)?.nf ?? 'General'); }
  set NumberFormat(v) { this.guardSheet(this.sheet, 'allowFormatCells'); this.fill(v, (r, c, x) => { if (x !== null) { this.sheet.ensure(r, c).nf = x === 'General' ? undefined : x; this.sheet.tidy(r, c); } }); }
  get NumberFormatLocal() { return this.NumberFormat; }
  set NumberFormatLocal(v) { this.NumberFormat = v; }
  get Text() { return this.matrix((r, c) => asText(this.sheet.value(r, c), this.sheet.cell(r, c)?.nf ?? 'General')); }
  get RowIndex() { return this.rect.r1; }
  get ColumnIndex() { return this.rect.c1; }
  get RowCount() { return rows(this.rect); }
  get ColumnCount() { return cols(this.rect); }
  get HasSpill() { return false; }
  get RowHidden() { return Boolean(this.sheet.props.hiddenRows?.[this.rect.r1]); }
  set RowHidden(v) { for (let r = this.rect.r1; r <= this.rect.r2; r++) (this.sheet.props.hiddenRows ??= {})[r] = v; }
  get ColumnHidden() { return Boolean(this.sheet.props.hiddenColumns?.[this.rect.c1]); }
  set ColumnHidden(v) { for (let c = this.rect.c1; c <= this.rect.c2; c++) (this.sheet.props.hiddenColumns ??= {})[c] = v; }

  GetCell(r, c) { return this.at({ r1: this.rect.r1 + r, c1: this.rect.c1 + c, r2: this.rect.r1 + r, c2: this.rect.c1 + c }); }
  GetRow(i) { return this.at({ ...this.rect, r1: this.rect.r1 + i, r2: this.rect.r1 + i }); }
  GetColumn(i) { return this.at({ ...this.rect, c1: this.rect.c1 + i, c2: this.rect.c1 + i }); }
  GetLastRow() { return this.at({ ...this.rect, r1: this.rect.r2 }); }
  GetLastColumn() { return this.at({ ...this.rect, c1: this.rect.c2 }); }
  GetLastCell() { return this.at({ r1: this.rect.r2, c1: this.rect.c2, r2: this.rect.r2, c2: this.rect.c2 }); }
  GetEntireRow() { return this.at({ ...this.rect, c1: 0, c2: MAX_COL }); }
  GetEntireColumn() { return this.at({ ...this.rect, r1: 0, r2: MAX_ROW }); }
  GetOffsetRange(r, c) { const q = this.rect; return this.at({ r1: q.r1 + r, c1: q.c1 + c, r2: q.r2 + r, c2: q.c2 + c }); }
  GetResizedRange(r, c) { const q = this.rect; return this.at({ ...q, r2: q.r2 + r, c2: q.c2 + c }); }
  GetAbsoluteResizedRange(r, c) { const q = this.rect; return this.at({ ...q, r2: q.r1 + r - 1, c2: q.c1 + c - 1 }); }
  GetRowsBelow(n = 1) { const q = this.rect; return this.at(n > 0 ? { ...q, r1: q.r2 + 1, r2: q.r2 + n } : { ...q, r1: q.r2 + n + 1 }); }
  GetRowsAbove(n = 1) { const q = this.rect; return this.at(n > 0 ? { ...q, r1: q.r1 - n, r2: q.r1 - 1 } : { ...q, r2: q.r1 - n - 1 }); }
  GetColumnsAfter(n = 1) { const q = this.rect; return this.at(n > 0 ? { ...q, c1: q.c2 + 1, c2: q.c2 + n } : { ...q, c1: q.c2 + n + 1 }); }
  GetColumnsBefore(n = 1) { const q = this.rect; return this.at(n > 0 ? { ...q, c1: q.c1 - n, c2: q.c1 - 1 } : { ...q, c2: q.c1 - n - 1 }); }
  other(x) { return x instanceof Range ? x : this.host.range(x, this.sheet); }
  GetBoundingRect(x) { return this.at(bounding(this.rect, this.other(x).rect)); }
  GetIntersectionOrNullObject(x) { const o = this.other(x); const q = o.sheet === this.sheet && intersect(this.rect, o.rect); return q ? this.at(q) : null; }
  GetIntersection(x) { return this.GetIntersectionOrNullObject(x) ?? fail(notFound()); }
  GetUsedRangeOrNullObject(valuesOnly) { const q = this.sheet.usedRect(valuesOnly, isUnbounded(this.rect) && isEntireColumn(this.rect) && isEntireRow(this.rect) ? undefined : this.rect); return q ? this.at(q) : null; }
  GetUsedRange(valuesOnly) { return this.GetUsedRangeOrNullObject(valuesOnly) ?? this.at({ ...this.rect, r2: this.rect.r1, c2: this.rect.c1 }); }
  GetTables() { return this.host.make('Excel.TableScopedCollection', undefined, this); }
  Select() { this.host.select(this.sheet, this.rect); }
  Merge(across) {
    this.guardSheet(this.sheet);
    const q = this.rect;
    const parts = across ? Array.from({ length: rows(q) }, (_, i) => ({ ...q, r1: q.r1 + i, r2: q.r1 + i })) : [{ ...q }];
    this.Unmerge();
    for (const p of parts) {
      this.sheet.merges.push(p);
      for (const [r, c, cell] of this.sheet.within(p)) if (r !== p.r1 || c !== p.c1) { delete cell.v; delete cell.f; this.sheet.tidy(r, c); }
    }
    this.book.revision++;
    this.host.changed(this.sheet, q);
  }

  Unmerge() { this.guardSheet(this.sheet); this.sheet.merges = this.sheet.merges.filter((m) => !intersect(m, this.rect)); }
  GetMergedAreasOrNullObject() {
    const m = this.sheet.merges.filter((q) => intersect(q, this.rect));
    // "If the merged areas count in this range is more than 512, then this method will fail to return the result" (Microsoft Learn, Excel.Range).
    if (m.length > MOST_MERGED) throw new OfficeError('GeneralException', 'There was an internal error while processing the request.', 500);
    return m.length ? new RangeAreas(this.host, this.sheet, m) : null;
  }

  Delete(shift) { this.move(/left/i.test(shift) ? 'col' : 'row', -1, /left/i.test(shift) ? 'ShiftCellLeft' : 'ShiftCellUp'); }
  Insert(shift) { const right = /right/i.test(shift); this.move(right ? 'col' : 'row', 1, right ? 'ShiftCellRight' : 'ShiftCellDown'); return this.at(this.rect); }
  move(dir, sign, shiftDirection) {
    if (isEntireColumn(this.rect)) dir = 'col';
    if (isEntireRow(this.rect)) dir = 'row';
    const q = { ...this.rect };
    const whole = isEntireRow(q) ? 'Row' : isEntireColumn(q) ? 'Column' : 'Cell';
    this.guardSheet(this.sheet, whole === 'Cell' ? undefined : `allow${sign > 0 ? 'Insert' : 'Delete'}${whole}s`);
    this.sheet.shift(q, dir, sign);
    this.host.changed(this.sheet, q, { changeType: whole + (sign > 0 ? 'Inserted' : 'Deleted'), shiftDirection: whole === 'Cell' ? shiftDirection : 'None' });
  }

  CopyFrom(source, what = 'All') {
    const from = this.other(source);
    const q = this.at({ r1: this.rect.r1, c1: this.rect.c1, r2: this.rect.r1 + Math.max(rows(from.rect), rows(this.rect)) - 1, c2: this.rect.c1 + Math.max(cols(from.rect), cols(this.rect)) - 1 });
    const cells = from.matrix((r, c) => ({ f: from.sheet.formula(r, c), v: from.sheet.value(r, c), cell: structuredClone(from.sheet.cell(r, c) ?? {}), r, c }));
    q.fill(null, (r, c) => {
      const x = cells[(r - q.rect.r1) % cells.length][(c - q.rect.c1) % cells[0].length];
      const formula = typeof x.f === 'string' && x.f[0] === '=' ? fromR1C1(toR1C1(x.f, x.r, x.c), r, c) : x.f;
      if (/all|formulas/i.test(what)) this.sheet.setInput(r, c, formula);
      if (/values/i.test(what)) this.sheet.setInput(r, c, x.v);
      if (/all|formats/i.test(what) && (x.cell.fmt || x.cell.nf)) Object.assign(this.sheet.ensure(r, c), { fmt: x.cell.fmt, nf: x.cell.nf });
    });
    this.host.changed(this.sheet, q.rect);
  }

  /** cells: an object per cell, such as {format: {fill: {color: 'red'}}}. */
  SetCellProperties(cells) {
    const apply = (node, o) => {
      for (const [k, v] of Object.entries(o)) {
        const name = k[0].toUpperCase() + k.slice(1);
        if (v && typeof v === 'object') apply(node.read(name), v);
        else if (v !== null && v !== undefined) node.write(name, v);
      }
    };
    this.fill(cells, (r, c, o) => { if (o?.format) apply(this.GetCell(r - this.rect.r1, c - this.rect.c1).Format, o.format); });
  }

  /** wanted: {address: true, format: {fill: {color: true}}}; the answer has the same shape, for every cell. */
  GetCellProperties(wanted) {
    const take = (node, o) => Object.fromEntries(Object.entries(o).filter(([, v]) => v).map(([k, v]) => {
      const x = node.read(k[0].toUpperCase() + k.slice(1));
      return [k, v && typeof v === 'object' ? take(x, v) : x];
    }));
    return this.matrix((r, c) => take(this.GetCell(r - this.rect.r1, c - this.rect.c1), wanted));
  }

  precedents() {
    const found = [];
    for (const [, , cell] of this.sheet.within(this.rect)) {
      for (const m of cell.f?.replace(/"(?:[^"]|"")*"/g, '').matchAll(REFERENCE) ?? []) {
        const at = this.book.locate(m[0], this.sheet);
        if (at && !found.some((x) => x.sheet === at.sheet && rectName(x.rect) === rectName(at.rect))) found.push(at);
      }
    }
    return found;
  }

  GetDirectPrecedents() { const p = this.precedents(); if (!p.length) throw notFound(); return new WorkbookRangeAreas(this.host, p); }
}

const fail = (e) => { throw e; };

export class RangeAreas extends Area {
  constructor(host, sheet, rects) { super(host, 'Excel.RangeAreas', sheet, rects); }
  get AreaCount() { return this.rects.length; }
  GetUsedRangeAreasOrNullObject(valuesOnly) {
    const used = this.rects.map((q) => this.sheet.usedRect(valuesOnly, q)).filter(Boolean);
    return used.length ? new RangeAreas(this.host, this.sheet, used) : null;
  }

  get Areas() { return new RangeList(this.host, this.rects.map((q) => new Range(this.host, this.sheet, q))); }
}

class RangeList extends Collection {
  constructor(host, ranges) { super(host, 'Excel.RangeCollection'); this.ranges = ranges; }
  get list() { return this.ranges; }
  wrap(x) { return x; }
}

class WorkbookRangeAreas extends HostObject {
  constructor(host, places) { super(host, 'Excel.WorkbookRangeAreas'); this.places = places; this.rects = []; }
  get Addresses() { return this.places.map((p) => fullAddress(p.sheet, p.rect)); }
  get Ranges() { return new RangeList(this.host, this.places.map((p) => new Range(this.host, p.sheet, p.rect))); }
}

/** The rule is kept per rectangle it was set on; a range inside one of those reads that one. */
class DataValidation extends HostObject {
  constructor(host, area) {
    super(host, 'Excel.DataValidation', (create) => {
      const all = area.sheet.validations;
      const entry = all.find((v) => rectName(v.rect) === rectName(area.rect)) ?? (create ? null : all.find((v) => rectName(intersect(v.rect, area.rect) ?? v.rect) === rectName(area.rect)));
      return entry?.data;
    });
    this.area = area;
  }

  /** Set on every rectangle. The lengths are those of the file format (ECMA-376 part 1, 18.3.1.32); what Excel's API says to more, Microsoft does not tell. */
  write(name, value) {
    this.guardSheet(this.area.sheet, 'allowFormatCells');
    if (!this.schema.scalars.includes(name)) throw invalid();
    if (/Alert$|Prompt$/.test(name) && ((value?.title ?? '').length > 32 || (value?.message ?? '').length > 255)) throw invalid();
    const all = this.area.sheet.validations;
    for (const q of this.area.rects) {
      let entry = all.find((v) => rectName(v.rect) === rectName(q));
      if (!entry) all.push((entry = { rect: { ...q }, data: {} }));
      entry.data[name] = structuredClone(value);
    }
  }

  get Type() { const [kind] = Object.keys(this.store()?.Rule ?? {}).filter((k) => this.store().Rule[k]); return kind ? kind[0].toUpperCase() + kind.slice(1) : 'None'; }
  Clear() { this.area.sheet.validations = this.area.sheet.validations.filter((v) => !this.area.rects.some((q) => intersect(v.rect, q))); }
}

/** RangeFormat and everything under it: a path such as "Fill.Color" stored on each cell. */
class FormatNode extends HostObject {
  constructor(host, type, area, path) { super(host, type); Object.assign(this, { area, path }); }
  full(name) { return this.path ? `${this.path}.${name}` : name; }
  read(name) {
    if (name in this.schema.navs) return new FormatNode(this.host, this.schema.navs[name], this.area, this.full(name));
    const dims = { ColumnWidth: ['colWidths', 'c', DEFAULT_WIDTH], RowHeight: ['rowHeights', 'r', DEFAULT_HEIGHT] }[name];
    if (name === 'SideIndex') return this.path.split('.').pop();
    if (!this.schema.scalars.includes(name)) return super.read(name);
    let seen;
    for (const q of this.area.rects) {
      if (dims) {
        for (let i = q[`${dims[1]}1`]; i <= Math.min(q[`${dims[1]}2`], q[`${dims[1]}1`] + 2000); i++) {
          const v = this.area.sheet[dims[0]].get(i) ?? dims[2];
          if (seen !== undefined && seen !== v) return null;
          seen = v;
        }
        continue;
      }
      const fallback = DEFAULTS[this.full(name)] ?? (name === 'Style' ? 'None' : null);
      const cells = isUnbounded(q) || size(q) > 100000 ? { ...q, r2: q.r1, c2: q.c1 } : q;
      for (let r = cells.r1; r <= cells.r2; r++) for (let c = cells.c1; c <= cells.c2; c++) {
        const v = this.area.sheet.getFormat(r, c, this.full(name)) ?? fallback;
        if (seen !== undefined && seen !== v) return null;
        seen = v;
      }
    }
    return seen ?? null;
  }

  write(name, value) {
    if (!this.schema.scalars.includes(name)) return super.write(name, value);
    this.guardSheet(this.area.sheet, { ColumnWidth: 'allowFormatColumns', RowHeight: 'allowFormatRows' }[name] ?? 'allowFormatCells');
    for (const q of this.area.rects) {
      if (name === 'ColumnWidth') for (let c = q.c1; c <= q.c2; c++) this.area.sheet.colWidths.set(c, value);
      else if (name === 'RowHeight') for (let r = q.r1; r <= q.r2; r++) this.area.sheet.rowHeights.set(r, value);
      else this.area.sheet.setFormat(q, this.full(name), /Color$/.test(name) ? color(value) : value);
    }
    return undefined;
  }

  item(side) { return new FormatNode(this.host, this.schema.item, this.area, this.full(side)); }
  GetItem(side) { return this.item(side); }
  items() { return ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideVertical', 'InsideHorizontal'].map((s) => this.item(s)); }
  Clear() {
    for (const q of this.area.rects) for (const [r, c, cell] of this.area.sheet.within(q)) {
      for (const k of Object.keys(cell.fmt ?? {})) if (k.startsWith(`${this.path}.`)) Reflect.deleteProperty(cell.fmt, k);
      if (cell.fmt && !Object.keys(cell.fmt).length) delete cell.fmt;
      this.area.sheet.tidy(r, c);
    }
  }

  AutofitColumns() {}
  AutofitRows() {}
}

/** An address or a Range, as a Range. A list of addresses, or a defined name, is not accepted here. */
export function resolveRange(host, x, base) {
  if (x instanceof Range) return x;
  const at = typeof x === 'string' ? host.workbook.locate(x, base) : null;
  if (at) return new Range(host, at.sheet, at.rect);
  const name = typeof x === 'string' && [...(base?.names ?? []), ...host.workbook.names].find((n) => n.name.toLowerCase() === splitSheet(x).ref.toLowerCase());
  const named = name && host.workbook.locate(name.formula.replace(/\$/g, ''), base);
  if (!named) throw invalid();
  return new Range(host, named.sheet, named.rect);
}
