// The other typed objects: workbook, worksheets, names, tables, comments, conditional formats, settings, XML parts.
import { MAX_COL, MAX_ROW, cols, intersect, isEntireColumn, isEntireRow, parseRect, quoteSheet, rectName } from './addresses.js';
import { Collection, HostObject, accessDenied, exists, invalid, invalidOperation, notFound } from './HostObject.js';
import { Range, RangeAreas, resolveRange } from './rangeObjects.js';

const absolute = (sheet, q) => `=${quoteSheet(sheet.name)}!${rectName(q).replace(/[A-Z]+|\d+/g, '$$$&')}`;
const need = (x) => { if (!x) throw notFound(); return x; };

class Workbook extends HostObject {
  constructor(host) { super(host, 'Excel.Workbook', () => host.workbook.bags); }
  get Name() { return this.store().Name ?? 'Book1.xlsx'; }
  get ReadOnly() { return false; }
  get Worksheets() { return new WorksheetCollection(this.host); }
  GetActiveCell() { const q = this.book.selection; return new Range(this.host, this.book.active, { r1: q.r1, c1: q.c1, r2: q.r1, c2: q.c1 }); }
  GetSelectedRange() { return new Range(this.host, this.book.active, this.book.selection); }
  GetSelectedRanges() { return new RangeAreas(this.host, this.book.active, [this.book.selection]); }
  Save() {}
  _RemoveReference(id) { this.book.tracked.delete(id); return null; }
  _RemoveAllReferences() { this.book.tracked.clear(); return null; }
  _GetReferenceCount() { return this.book.tracked.size; }
  _GetRangeOrNullObjectForEventByReferenceId(id) { return this.host.reference(id); }
  _GetRangeForEventByReferenceId(id) { return need(this.host.reference(id)); }
}

class WorksheetCollection extends Collection {
  constructor(host) { super(host, 'Excel.WorksheetCollection'); }
  get list() { return this.book.sheets; }
  matches(s, id) { return this.book.sheet(id) === s; }
  wrap(s) { return this.host.worksheet(s); }
  Add(name) { guardStructure(this.book); if (name !== undefined && name !== null) checkName(this.book, name); const s = this.book.addSheet(name); this.host.fire(13, 'Workbook', { worksheetId: s.id, source: 'Local' }); return this.wrap(s); }
  GetActiveWorksheet() { return this.wrap(this.book.active); }
  GetFirst() { return this.wrap(this.list[0]); }
  GetLast() { return this.wrap(this.list[this.list.length - 1]); }
}

/** A workbook protected by "Protect Workbook" keeps its sheets as they are (Microsoft Learn, Excel.WorkbookProtection). */
function guardStructure(book) { if (book.bags.Protection?.Protected) throw accessDenied(); }

function checkName(book, name, self) {
  if (typeof name !== 'string' || !name || name.length > 31 || /[:\\/?*[\]]/.test(name) || /^'|'$/.test(name)) throw invalid();
  if (book.sheet(name) && book.sheet(name) !== self) throw exists();
}

export class Worksheet extends HostObject {
  constructor(host, sheet) { super(host, 'Excel.Worksheet', () => sheet.props); this.sheet = sheet; }
  get eventTarget() { return this.sheet.id; }
  get Id() { return this.sheet.id; }
  get Name() { return this.sheet.name; }
  set Name(v) {
    guardStructure(this.book);
    checkName(this.book, v, this.sheet);
    const nameBefore = this.sheet.name;
    this.book.rename(this.sheet, v);
    this.host.fire(25, 'Workbook', { worksheetId: this.sheet.id, nameBefore, nameAfter: v, source: 'Local' });
  }
 
  get Position() { return this.book.sheets.indexOf(this.sheet); }
  set Position(i) { guardStructure(this.book); const a = this.book.sheets; a.splice(i, 0, ...a.splice(a.indexOf(this.sheet), 1)); }
  get Visibility() { return this.store().Visibility ?? 'Visible'; }
  set Visibility(v) { guardStructure(this.book); const before = this.Visibility; this.store().Visibility = v; this.host.fire(26, 'Workbook', { worksheetId: this.sheet.id, visibilityBefore: before, visibilityAfter: v, source: 'Local' }); }
  get TabColor() { return this.store().TabColor ?? ''; }
  set TabColor(v) { this.store().TabColor = v; }
  get ShowGridlines() { return this.store().ShowGridlines ?? true; }
  get ShowHeadings() { return this.store().ShowHeadings ?? true; }
  set Gridlines(v) { this.store().ShowGridlines = v; }
  set Headings(v) { this.store().ShowHeadings = v; }
  range(rect) { return new Range(this.host, this.sheet, rect ?? { r1: 0, c1: 0, r2: MAX_ROW, c2: MAX_COL }); }
  GetRange(address) { if (address === undefined || address === null || address === '') return this.range(); const r = resolveRange(this.host, address, this.sheet); return r; }
  /** Addresses of more than 8,192 characters are refused (Microsoft Learn, Work with multiple ranges simultaneously). */
  GetRanges(address) {
    if (address?.length > 8192) throw invalid();
    return new RangeAreas(this.host, this.sheet, address === undefined || address === null ? [this.range().rect] : address.split(',').map((a) => resolveRange(this.host, a, this.sheet).rect));
  }

  GetCell(r, c) { return this.range().GetCell(r, c); }
  GetRangeByIndexes(r, c, n, m) { return this.range().at({ r1: r, c1: c, r2: r + n - 1, c2: c + m - 1 }); }
  GetUsedRangeOrNullObject(valuesOnly) { const q = this.sheet.usedRect(valuesOnly); return q ? this.range(q) : null; }
  GetUsedRange(valuesOnly) { return this.GetUsedRangeOrNullObject(valuesOnly) ?? this.range({ r1: 0, c1: 0, r2: 0, c2: 0 }); }
  GetNextOrNullObject() { const s = this.book.sheets[this.Position + 1]; return s ? new Worksheet(this.host, s) : null; }
  GetPreviousOrNullObject() { const s = this.book.sheets[this.Position - 1]; return s ? new Worksheet(this.host, s) : null; }
  GetNext() { return need(this.GetNextOrNullObject()); }
  GetPrevious() { return need(this.GetPreviousOrNullObject()); }
  _GetSheetById(id) { return new Worksheet(this.host, need(this.book.sheet(id))); }
  Activate() { this.host.activate(this.sheet); }
  Calculate() {}
  Delete() {
    guardStructure(this.book);
    if (this.book.sheets.filter((s) => s.props.Visibility === undefined || s.props.Visibility === 'Visible').length < 2) throw invalidOperation();
    const i = this.Position;
    this.book.sheets.splice(i, 1);
    this.book.revision++;
    this.host.fire(15, 'Workbook', { worksheetId: this.sheet.id, source: 'Local' });
    if (this.book.active === this.sheet) this.host.activate(this.book.sheets[Math.max(0, i - 1)]);
  }
}

class FreezePanes extends HostObject {
  constructor(host, parent) { super(host, 'Excel.WorksheetFreezePanes'); this.sheet = parent.sheet; }
  FreezeAt(x) { this.sheet.freeze = { ...resolveRange(this.host, x, this.sheet).rect }; }
  FreezeRows(n = 1) { this.sheet.freeze = { r1: 0, c1: 0, r2: n - 1, c2: MAX_COL }; }
  FreezeColumns(n = 1) { this.sheet.freeze = { r1: 0, c1: 0, r2: MAX_ROW, c2: n - 1 }; }
  Unfreeze() { this.sheet.freeze = null; }
  GetLocationOrNullObject() { return this.sheet.freeze ? new Range(this.host, this.sheet, this.sheet.freeze) : null; }
  GetLocation() { return need(this.GetLocationOrNullObject()); }
}

/** The sheet a nested collection hangs off, or null when it hangs off the workbook. */
class Scoped extends Collection {
  constructor(host, type, parent) { super(host, type); this.sheet = parent?.sheet ?? null; this.within = parent?.rect ?? null; }
  get eventTarget() { return this.sheet?.id ?? 'Workbook'; }
  get sheets() { return this.sheet ? [this.sheet] : this.book.sheets; }
}

class Names extends Scoped {
  get list() { return this.sheet ? this.sheet.names : this.book.names; }
  matches(n, id) { return n.name.toLowerCase() === String(id).toLowerCase(); }
  wrap(n) { return new NamedItem(this.host, n, this); }
  Add(name, reference, comment) {
    if (!/^[A-Za-z_\\][\w.\\]*$/.test(name) || parseRect(name)) throw invalid();
    if (this.find(name)) throw exists();
    const formula = reference instanceof Range ? absolute(reference.sheet, reference.rect) : String(reference);
    this.list.push({ name, formula: formula[0] === '=' ? formula : `=${formula}`, comment: comment ?? '', visible: true });
    this.book.revision++;
    return this.find(name);
  }

  AddFormulaLocal(name, formula, comment) { return this.Add(name, formula, comment); }
}

class NamedItem extends HostObject {
  constructor(host, item, owner) { super(host, 'Excel.NamedItem'); Object.assign(this, { raw: item, owner }); }
  get _Id() { return this.raw.name; }
  get Name() { return this.raw.name; }
  get Formula() { return this.raw.formula; }
  set Formula(v) { this.raw.formula = v; this.book.revision++; }
  get Comment() { return this.raw.comment; }
  set Comment(v) { this.raw.comment = v; }
  get Visible() { return this.raw.visible; }
  set Visible(v) { this.raw.visible = v; }
  get Scope() { return this.owner.sheet ? 'Worksheet' : 'Workbook'; }
  get place() { return this.book.locate(this.raw.formula.replace(/\$/g, ''), this.owner.sheet ?? this.book.active); }
  get Type() { return this.place ? 'Range' : { number: 'Double', boolean: 'Boolean' }[typeof this.Value] ?? 'String'; }
  get Value() { return this.place ? this.raw.formula.slice(1) : this.book.evaluate(this.raw.formula, this.owner.sheet ?? this.book.active, 0, 0); }
  GetRangeOrNullObject() { const at = this.place; return at ? new Range(this.host, at.sheet, at.rect) : null; }
  GetRange() { return need(this.GetRangeOrNullObject()); }
  Delete() { this.owner.list.splice(this.owner.list.indexOf(this.raw), 1); }
}

class ConditionalFormats extends Collection {
  constructor(host, area) { super(host, 'Excel.ConditionalFormatCollection'); this.area = area; }
  get list() { return this.area.sheet.conditionalFormats.filter((f) => f.ranges.some((q) => this.area.rects.some((x) => intersect(q, x)))); }
  wrap(f) { return new ConditionalFormat(this.host, f, this.area.sheet); }
  Add(type) {
    this.guardSheet(this.area.sheet, 'allowFormatCells');
    const all = this.area.sheet.conditionalFormats;
    for (const f of all) f.priority += 1;
    all.unshift({ id: this.book.guid(), type, priority: 0, stopIfTrue: false, ranges: this.area.rects.map((q) => ({ ...q })), data: {} });
    return this.wrap(all[0]);
  }

  ClearAll() { this.guardSheet(this.area.sheet, 'allowFormatCells'); const gone = new Set(this.list); this.area.sheet.conditionalFormats = this.area.sheet.conditionalFormats.filter((f) => !gone.has(f)); }
}

const CF_NODE = { Custom: 'Custom', DataBar: 'DataBar', ColorScale: 'ColorScale', IconSet: 'IconSet', TopBottom: 'TopBottom', Preset: 'PresetCriteria', TextComparison: 'ContainsText', CellValue: 'CellValue' };

class ConditionalFormat extends HostObject {
  constructor(host, raw, sheet) { super(host, 'Excel.ConditionalFormat', () => raw.data); Object.assign(this, { raw, sheet }); }
  get Id() { return this.raw.id; }
  get Type() { return this.raw.type; }
  get Priority() { return this.raw.priority; }
  set Priority(v) { this.raw.priority = v; }
  get StopIfTrue() { return this.raw.stopIfTrue; }
  set StopIfTrue(v) { this.raw.stopIfTrue = v; }
  read(name) {
    const node = /^(.*?)(OrNullObject)?$/.exec(name);
    if (!CF_NODE[node[1]]) return super.read(name);
    if (CF_NODE[node[1]] !== this.raw.type) { if (node[2]) return null; throw invalidOperation(); }
    return this.host.make(this.schema.navs[name], this.sub(node[1]), this);
  }

  GetRangeOrNullObject() { return this.raw.ranges.length === 1 ? new Range(this.host, this.sheet, this.raw.ranges[0]) : null; }
  GetRange() { return need(this.GetRangeOrNullObject()); }
  GetRanges() { return new RangeAreas(this.host, this.sheet, this.raw.ranges); }
  Delete() { this.guardSheet(this.sheet, 'allowFormatCells'); const a = this.sheet.conditionalFormats; a.splice(a.indexOf(this.raw), 1); }
}

class Comments extends Scoped {
  get list() { return this.sheets.flatMap((s) => s.comments); }
  wrap(m) { return new Comment(this.host, m, this.book.sheets.find((s) => s.comments.includes(m))); }
  Add(where, content, contentType) {
    const at = resolveRange(this.host, where, this.sheet ?? this.book.active);
    if (at.CellCount !== 1 || (typeof where === 'string' && !this.sheet && !where.includes('!'))) throw invalid();
    if (at.sheet.comments.some((m) => intersect(m.rect, at.rect))) throw exists();
    const m = {
      id: this.book.guid(), rect: { ...at.rect }, content: typeof content === 'string' ? content : content.richContent,
      contentType: contentType ?? 'Plain', author: 'Simulated User', created: this.host.now(), resolved: false, replies: [],
    };
    at.sheet.comments.push(m);
    this.host.fire(250, at.sheet.id, { source: 'Local', worksheetId: at.sheet.id, commentDetails: [{ commentId: m.id, replyIds: [] }] });
    return this.wrap(m);
  }

  GetItemByCell(where) { const at = resolveRange(this.host, where, this.sheet ?? this.book.active); return this.wrap(need(at.sheet.comments.find((m) => intersect(m.rect, at.rect)))); }
}

class Comment extends HostObject {
  constructor(host, raw, sheet) { super(host, 'Excel.Comment'); Object.assign(this, { raw, sheet }); }
  get Id() { return this.raw.id; }
  get Content() { return this.raw.content; }
  set Content(v) { this.raw.content = v; }
  get ContentType() { return this.raw.contentType; }
  get AuthorName() { return this.raw.author; }
  get AuthorEmail() { return 'user@example.invalid'; }
  get CreationDate() { return this.raw.created; }
  get Resolved() { return this.raw.resolved; }
  set Resolved(v) { this.raw.resolved = v; }
  GetLocation() { return new Range(this.host, this.sheet, this.raw.rect); }
  Delete() { this.sheet.comments.splice(this.sheet.comments.indexOf(this.raw), 1); }
}

class Tables extends Scoped {
  get list() { return this.sheets.flatMap((s) => s.tables.filter((t) => !this.within || intersect(t.rect, this.within))); }
  matches(t, id) { return t.id === id || t.name.toLowerCase() === String(id).toLowerCase(); }
  wrap(t) { return new Table(this.host, t, this.book.sheets.find((s) => s.tables.includes(t))); }
  Add(where, hasHeaders) {
    const at = resolveRange(this.host, where, this.sheet ?? this.book.active);
    if (at.sheet.tables.some((t) => intersect(t.rect, at.rect))) throw invalidOperation('A table cannot overlap another table.');
    const rect = { ...at.rect };
    if (!hasHeaders) { at.sheet.shift({ ...rect, r2: rect.r1 }, 'row', 1); rect.r2 += 1; }
    const n = this.book.newId();
    const t = { id: this.book.guid(n), name: `Table${n}`, rect, style: 'TableStyleMedium2', props: {} };
    for (let c = rect.c1; c <= rect.c2; c++) if (at.sheet.value(rect.r1, c) === '') at.sheet.setInput(rect.r1, c, `Column${c - rect.c1 + 1}`);
    at.sheet.tables.push(t);
    return this.wrap(t);
  }
}

class Table extends HostObject {
  constructor(host, raw, sheet) { super(host, 'Excel.Table', () => raw.props); Object.assign(this, { raw, sheet }); }
  get eventTarget() { return this.raw.id; }
  get Id() { return this.raw.id; }
  get Name() { return this.raw.name; }
  set Name(v) { this.raw.name = v; }
  get Style() { return this.raw.style; }
  set Style(v) { this.raw.style = v; }
  get ShowHeaders() { return true; }
  get Worksheet() { return this.host.worksheet(this.sheet); }
  get Rows() { return new TableRows(this.host, this); }
  get Columns() { return new TableColumns(this.host, this); }
  GetRange() { return new Range(this.host, this.sheet, this.raw.rect); }
  GetHeaderRowRange() { return this.GetRange().GetRow(0); }
  GetDataBodyRange() { return this.GetRange().at({ ...this.raw.rect, r1: this.raw.rect.r1 + 1 }); }
  ConvertToRange() { const r = this.GetRange(); this.sheet.tables.splice(this.sheet.tables.indexOf(this.raw), 1); return r; }
  Delete() { this.ConvertToRange().Clear(); }
}

class TableRows extends Collection {
  constructor(host, table) { super(host, 'Excel.TableRowCollection'); this.table = table; }
  get list() { const q = this.table.raw.rect; return Array.from({ length: q.r2 - q.r1 }, (_, i) => i); }
  wrap(i) { return new TableRow(this.host, this.table, i); }
  Add(index, values) {
    const q = this.table.raw.rect;
    const add = (typeof values?.[0] === 'object' ? values : [values]).map((row) => (row ?? Array(cols(q)).fill('')));
    const at = q.r1 + 1 + (index ?? q.r2 - q.r1);
    this.table.sheet.shift({ ...q, r1: at, r2: at + add.length - 1 }, 'row', 1);
    if (at > q.r2) q.r2 += add.length;
    this.table.GetRange().at({ ...q, r1: at, r2: at + add.length - 1 }).Values = add;
    return this.wrap(at - q.r1 - 1);
  }
}

class TableRow extends HostObject {
  constructor(host, table, i) { super(host, 'Excel.TableRow'); Object.assign(this, { table, i }); }
  get Index() { return this.i; }
  get Values() { return this.GetRange().Values; }
  set Values(v) { this.GetRange().Values = v; }
  GetRange() { return this.table.GetDataBodyRange().GetRow(this.i); }
}

class TableColumns extends Collection {
  constructor(host, table) { super(host, 'Excel.TableColumnCollection'); this.table = table; }
  get list() { return Array.from({ length: cols(this.table.raw.rect) }, (_, i) => i); }
  matches(i, id) { return id === i + 1 || String(id).toLowerCase() === String(this.table.GetHeaderRowRange().Values[0][i]).toLowerCase(); }
  wrap(i) { return new TableColumn(this.host, this.table, i); }
}

class TableColumn extends HostObject {
  constructor(host, table, i) { super(host, 'Excel.TableColumn'); Object.assign(this, { table, i }); }
  get Id() { return this.i + 1; }
  get Index() { return this.i; }
  get Name() { return this.table.GetHeaderRowRange().Values[0][this.i]; }
  set Name(v) { this.table.GetHeaderRowRange().GetColumn(this.i).Values = [[v]]; }
  get Values() { return this.GetRange().Values; }
  set Values(v) { this.GetRange().Values = v; }
  GetRange() { return this.table.GetRange().GetColumn(this.i); }
  GetDataBodyRange() { return this.table.GetDataBodyRange().GetColumn(this.i); }
}

/** Workbook.settings and Office.context.document.settings are one store, of JSON texts. */
class Settings extends Collection {
  constructor(host) { super(host, 'Excel.SettingCollection'); }
  get list() { return Object.keys(this.book.settings); }
  matches(k, id) { return k === id; }
  wrap(k) { return new Setting(this.host, k); }
  Add(k, v) { this.book.settings[k] = JSON.stringify(v); return this.wrap(k); }
}

class Setting extends HostObject {
  constructor(host, key) { super(host, 'Excel.Setting'); this.key = key; }
  get _Id() { return this.key; }
  get Key() { return this.key; }
  get Value() { return JSON.parse(this.book.settings[this.key]); }
  set Value(v) { this.book.settings[this.key] = JSON.stringify(v); }
  Delete() { Reflect.deleteProperty(this.book.settings, this.key); }
}

class XmlParts extends Collection {
  constructor(host, type, ns) { super(host, type); this.ns = ns; }
  get list() { return this.book.xmlParts.filter((p) => this.ns === undefined || p.ns === this.ns); }
  wrap(p) { return new XmlPart(this.host, p); }
  Add(xml) { const p = { id: this.book.guid(), xml, ns: /\sxmlns="([^"]*)"/.exec(xml)?.[1] ?? '' }; this.book.xmlParts.push(p); return this.wrap(p); }
  GetByNamespace(ns) { return new XmlParts(this.host, 'Excel.CustomXmlPartScopedCollection', ns); }
  GetOnlyItemOrNullObject() { return this.list.length === 1 ? this.wrap(this.list[0]) : null; }
  GetOnlyItem() { return need(this.GetOnlyItemOrNullObject()); }
}

class XmlPart extends HostObject {
  constructor(host, raw) { super(host, 'Excel.CustomXmlPart'); this.raw = raw; }
  get Id() { return this.raw.id; }
  get NamespaceUri() { return this.raw.ns; }
  GetXml() { return this.raw.xml; }
  SetXml(xml) { this.raw.xml = xml; }
  Delete() { this.book.xmlParts.splice(this.book.xmlParts.indexOf(this.raw), 1); }
}

class Application extends HostObject {
  constructor(host) { super(host, 'Excel.Application', () => (host.workbook.bags.Application ??= {})); }
  get CalculationMode() { return this.store().CalculationMode ?? 'Automatic'; }
  set CalculationMode(v) { this.store().CalculationMode = v; }
  get CalculationState() { return 'Done'; }
  Calculate() { this.book.revision++; }
  SuspendApiCalculationUntilNextSync() {}
  SuspendScreenUpdatingUntilNextSync() {}
}

/** The defaults of Excel.WorksheetProtectionOptions (Microsoft Learn). */
const NOTHING_ALLOWED = Object.fromEntries([
  ...['AutoFilter', 'DeleteColumns', 'DeleteRows', 'EditObjects', 'EditScenarios', 'FormatCells', 'FormatColumns', 'FormatRows'],
  ...['InsertColumns', 'InsertHyperlinks', 'InsertRows', 'PivotTables', 'Sort'],
].map((name) => [`allow${name}`, false]));

/** Kept, not acted out. That a protected sheet takes a print layout is our best knowledge. */
class PageLayout extends HostObject {
  constructor(host, parent) { super(host, 'Excel.PageLayout', (create) => (create ? (parent.sheet.props.PageLayout ??= {}) : parent.sheet.props.PageLayout)); this.sheet = parent.sheet; }
  rects(where) { return (where.rects ?? String(where).split(',').map((a) => resolveRange(this.host, a, this.sheet).rect)); }
  SetPrintArea(where) { this.store(true).PrintArea = this.rects(where).map(rectName).join(','); }
  SetPrintTitleRows(where) { const [q] = this.rects(where); if (!isEntireRow(q)) throw invalid(); this.store(true).PrintTitleRows = rectName(q); }
  SetPrintTitleColumns(where) { const [q] = this.rects(where); if (!isEntireColumn(q)) throw invalid(); this.store(true).PrintTitleColumns = rectName(q); }
  SetPrintMargins(unit, margins) {
    const points = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 }[unit];
    if (!points) throw invalid();
    for (const [side, size] of Object.entries(margins)) this.store(true)[`${side[0].toUpperCase()}${side.slice(1)}Margin`] = size * points;
  }

  kept(name) { const t = this.store()?.[name]; return t ? t.split(',').map(parseRect) : null; }
  GetPrintAreaOrNullObject() { const q = this.kept('PrintArea'); return q && new RangeAreas(this.host, this.sheet, q); }
  GetPrintArea() { return need(this.GetPrintAreaOrNullObject()); }
  GetPrintTitleRowsOrNullObject() { const q = this.kept('PrintTitleRows'); return q && new Range(this.host, this.sheet, q[0]); }
  GetPrintTitleRows() { return need(this.GetPrintTitleRowsOrNullObject()); }
  GetPrintTitleColumnsOrNullObject() { const q = this.kept('PrintTitleColumns'); return q && new Range(this.host, this.sheet, q[0]); }
  GetPrintTitleColumns() { return need(this.GetPrintTitleColumnsOrNullObject()); }
}

class StructureProtection extends HostObject {
  constructor(host) { super(host, 'Excel.WorkbookProtection', (create) => (create ? (host.workbook.bags.Protection ??= {}) : host.workbook.bags.Protection)); }
  get Protected() { return Boolean(this.store()?.Protected); }
  Protect() { if (this.Protected) throw invalidOperation(); this.store(true).Protected = true; }
  Unprotect() { this.store(true).Protected = false; }
}

class Protection extends HostObject {
  constructor(host, parent) { super(host, 'Excel.WorksheetProtection', (create) => (create ? (parent.sheet.props.Protection ??= {}) : parent.sheet.props.Protection)); }
  get Protected() { return Boolean(this.store()?.Protected); }
  get Options() { return this.Protected ? { ...NOTHING_ALLOWED, ...this.store().Options } : null; }
  Protect(options) { if (this.Protected) throw invalidOperation(); Object.assign(this.store(true), { Protected: true, Options: options ?? null }); }
  Unprotect() { this.store(true).Protected = false; }
}

class Runtime extends HostObject {
  constructor(host) { super(host, 'Excel.Runtime'); }
  get EnableEvents() { return this.host.eventsEnabled; }
  set EnableEvents(v) { this.host.eventsEnabled = v; }
}

/** Type name -> (host, parent, store, type) -> object. What is not here is a plain HostObject bag. */
export const factories = {
  'Excel.Workbook': (host) => new Workbook(host),
  'Excel.WorksheetCollection': (host) => new WorksheetCollection(host),
  'Excel.WorksheetFreezePanes': (host, parent) => new FreezePanes(host, parent),
  'Excel.PageLayout': (host, parent) => new PageLayout(host, parent),
  'Excel.WorkbookProtection': (host) => new StructureProtection(host),
  'Excel.WorksheetProtection': (host, parent) => new Protection(host, parent),
  'Excel.NamedItemCollection': (host, parent, store, type) => new Names(host, type, parent),
  'Excel.ConditionalFormatCollection': (host, parent) => new ConditionalFormats(host, parent),
  'Excel.CommentCollection': (host, parent, store, type) => new Comments(host, type, parent),
  'Excel.TableCollection': (host, parent, store, type) => new Tables(host, type, parent),
  'Excel.TableScopedCollection': (host, parent, store, type) => new Tables(host, type, parent),
  'Excel.SettingCollection': (host) => new Settings(host),
  'Excel.CustomXmlPartCollection': (host, parent, store, type) => new XmlParts(host, type),
  'Excel.Application': (host) => new Application(host),
  'Excel.Runtime': (host) => new Runtime(host),
};
