// The simulated Excel: a workbook, the objects over it, the events out of it, and a log of every batch.
import { join } from 'node:path';
import { rectName } from './addresses.js';
import { executeBatch } from './executeBatch.js';
import { factories, Worksheet } from './workbookObjects.js';
import { HostObject, OfficeError } from './HostObject.js';
import { Range, resolveRange } from './rangeObjects.js';
import { readSchema } from './readSchema.js';
import { Workbook, fullAddress } from './HostWorkbook.js';
import paths from './paths.cjs';

const EXECUTE_RICH_API = 93; // The dispatch ids of office.js's native interface.
const EVENT = { selection: 2, dialog: 10, richApi: 33, command: 39 };
const EVENT_CATEGORY = 65536;

/** What Excel may answer instead of running a batch; the client library turns each into its own error. */
export const REFUSAL = { internal: 5001, cellEditMode: 5004, sessionExpired: 5012, tooManyRequests: 5102, requestTooLarge: 5103, responseTooLarge: 5104, noPermission: 7000 };

/** The requirement sets the host says it has; the client library asks before using some of them. */
export const API_SETS = { ExcelApi: '1.15', SharedRuntime: '1.1', DialogApi: '1.2', RibbonApi: '1.1', KeyboardShortcuts: '1.1', Settings: '1.1', CustomXmlParts: '1.1' };

/**
 * "Excel on the web has a payload size limit for requests and responses of 5MB" (Microsoft Learn, Resource limits and
 * performance optimization for Office Add-ins). What is refused for its request runs not at all; what is refused for its
 * response has run: Microsoft does not say the latter, it follows from the order of things.
 */
const PAYLOAD_LIMIT = 5 * 1024 * 1024;

let schema;

export class ExcelHost {
  /**
   * @param {object} [o]
   * @param {object} [o.json] the workbook to open (see Workbook.toJSON); one empty sheet otherwise
   * @param {Function} [o.calc] calc(formula, {sheet, r, c}, read) -> value; a tiny evaluator otherwise
   * @param {number} [o.latencyMs] added to every batch, to feel like Excel on the web
   * @param {object} [o.apiSets] requirement sets, by name
   * @param {Function} [o.refuse] refuse(request, bytes) -> 0, or one of REFUSAL
   * @param {boolean} [o.sharedRuntime] whether the add-in runs in a shared runtime
   */
  constructor(o = {}) {
    schema ??= readSchema(join(paths.OFFICE_JS, 'excel-win32-16.01.debug.js'));
    Object.assign(this, { schema, latencyMs: o.latencyMs ?? 0, apiSets: o.apiSets ?? API_SETS, sharedRuntime: o.sharedRuntime ?? false, refuse: o.refuse ?? (() => 0), payloadLimit: o.payloadLimit ?? PAYLOAD_LIMIT });
    Object.assign(this, { displayLanguage: o.displayLanguage ?? 'vi-VN', theme: o.theme ?? { bodyBackgroundColor: '#FFFFFF', bodyForegroundColor: '#000000' }, history: [], pending: [] });
    Object.assign(this, { batches: [], calls: [], crashes: [], unimplemented: new Set(), used: new Set(), dialogs: [], queue: [], eventsEnabled: true, origin: 'addin' });
    Object.assign(this, { subscriptions: new Map(), registrations: new Set(), abandoned: 0, parted: new Set(), send: () => {}, now: () => new Date().toISOString(), chain: Promise.resolve() });
    this.workbook = Workbook.fromJSON(o.json ?? {}, o.calc);
    this.root = this.make('Excel.Workbook');
  }

  // ---- what a test does: look, and act as the user ----
  cell(address) { return this.workbook.cell(address); }
  toJSON() { return this.workbook.toJSON(); }
  edit(address, values) { this.asUser(() => { this.range(address).Values = values; }); }
  clear(address) { this.asUser(() => this.range(address).Clear('Contents')); }
  selectRange(address) { this.asUser(() => { const r = this.range(address); this.activate(r.sheet); this.select(r.sheet, r.rect); }); }
  insert(address, shift = 'Down') { this.asUser(() => this.range(address).Insert(shift)); this.history.length = 0; }
  remove(address, shift = 'Up') { this.asUser(() => this.range(address).Delete(shift)); this.history.length = 0; }
  sort(address, column) {
    this.asUser(() => {
      const range = this.range(address);
      const keyed = range.Formulas.map((line, i) => ({ line, key: range.Values[i][column] }));
      keyed.sort((a, b) => (typeof a.key === 'number' && typeof b.key === 'number' ? a.key - b.key : String(a.key).localeCompare(String(b.key), 'vi')));
      range.Formulas = keyed.map(({ line }) => line);
    });
  }

  addSheet(name) { this.asUser(() => { this.root.Worksheets.Add(name); }); }
  deleteSheet(name) { this.asUser(() => { this.worksheet(this.workbook.sheet(name)).Delete(); }); }
  renameSheet(name, to) { this.asUser(() => { this.worksheet(this.workbook.sheet(name)).Name = to; }); }
  protect(name, options = null) { this.workbook.sheet(name).props.Protection = { Protected: true, Options: options }; }
  /** "Protect Workbook": sheets can be neither added, deleted, renamed, moved nor hidden. */
  protectStructure() { this.workbook.bags.Protection = { Protected: true }; }
  unprotect(name) { delete this.workbook.sheet(name).props.Protection; }
  asUser(act) {
    this.origin = 'user';
    try { act(); } finally { this.origin = 'addin'; }
    this.flush();
  }

  /** The user's Ctrl+Z: takes back the last cells typed, and tells of it as of any edit. */
  undo() {
    const step = this.history.pop();
    if (!step) return false;
    this.undoing = true;
    try { this.asUser(() => { new Range(this, step.sheet, step.rect).restore(step.before); }); } finally { this.undoing = false; }
    return true;
  }

  get undoSteps() { return this.history.length; }
  get listening() { return [...this.subscriptions.values()].reduce((sum, n) => sum + n, 0); }
  get selected() { return fullAddress(this.workbook.active, this.workbook.selection); }
  writes(since = 0) { return this.batches.slice(since).flatMap((b) => b.writes); }
  assertNoWrites(since = 0) {
    const writes = this.writes(since);
    if (writes.length) throw new Error(`Nothing was to be written, but this was: ${[...new Set(writes)].join(', ')}`);
  }

  /** Presses a ribbon button whose action is the function associated as `name`. */
  pressButton(name) { this.send({ dispId: EVENT.command, payload: ['cmd1', name, JSON.stringify({ source: { id: name } })] }); }
  dialogMessage(text, origin = 'https://localhost') { this.send({ dispId: EVENT.dialog, payload: [0, text, origin] }); }
  dialogClosed(code = 12006) { this.send({ dispId: EVENT.dialog, payload: [code] }); }
  stats(since = 0) {
    const recent = this.batches.slice(since);
    const own = recent.filter((b) => b.kind === 'addin');
    const total = (k) => own.reduce((s, b) => s + b[k], 0);
    return {
      syncs: own.length, cleanups: recent.filter((b) => b.kind === 'cleanup').length, actions: total('actions'),
      requestBytes: total('requestBytes'), responseBytes: total('responseBytes'), hostMs: Math.round(total('ms') * 10) / 10,
    };
  }

  // ---- what the executor and the objects call ----
  make(type, store, parent) { return factories[type]?.(this, parent, store, type) ?? new HostObject(this, type, store); }
  worksheet(sheet) { return new Worksheet(this, sheet); }
  range(x, base) { return resolveRange(this, x, base); }
  use(x, name) { this.used.add(`${x.type}.${name}`); }
  service(name) { return new Service(this, this.schema.services[name] ?? name, name); }
  keep(x) {
    if (!x.referenceId) { x.referenceId = `ref${this.workbook.newId()}`; this.workbook.tracked.set(x.referenceId, x); }
    return null;
  }

  reference(id) {
    const x = this.workbook.tracked.get(id);
    if (x?.rects?.some((q) => q.gone)) throw new OfficeError('InvalidReference', 'This reference is not valid for the current operation.');
    return x ?? null;
  }

  select(sheet, rect) {
    this.workbook.select(sheet, rect);
    this.fire(14, sheet.id, { address: rectName(rect), worksheetId: sheet.id });
    this.queue.push({ dispId: EVENT.selection, payload: null });
  }

  activate(sheet) {
    const old = this.workbook.active;
    if (old === sheet) return;
    if (old && this.workbook.sheets.includes(old)) this.fire(12, old.id, { worksheetId: old.id });
    this.workbook.select(sheet, { r1: 0, c1: 0, r2: 0, c2: 0 });
    this.fire(11, sheet.id, { worksheetId: sheet.id });
  }

  changed(sheet, rect, extra = {}) {
    const triggerSource = this.origin === 'user' ? 'Unknown' : 'ThisLocalAddin';
    this.fire(10, sheet.id, { changeType: 'RangeEdited', source: 'Local', worksheetId: sheet.id, address: rectName(rect), triggerSource, shiftDirection: 'None', ...extra });
  }

  // ---- events: an object's own handlers, and those of the collection over the whole workbook ----
  subscribe(on, type, target) {
    const k = `${type}:${target}`;
    this.subscriptions.set(k, Math.max(0, (this.subscriptions.get(k) ?? 0) + (on ? 1 : -1)));
    return null;
  }

  fire(type, target, message) {
    if (!this.eventsEnabled) return;
    for (const t of new Set([target, 'Workbook'])) {
      if (this.subscriptions.get(`${type}:${t}`)) this.queue.push({ dispId: EVENT.richApi, entry: [EVENT_CATEGORY, type, t, JSON.stringify(message), this.workbook.newId(), false] });
    }
  }

  /** The page went: "Event handlers don't persist across sessions and are destroyed when the add-in refreshes or closes" (Microsoft Learn, Work with Events using the Excel JavaScript API). */
  pageGone() { this.chain = this.chain.then(() => this.forgetPage()); }

  forgetPage() {
    this.abandoned += this.listening;
    this.subscriptions.clear();
    this.registrations.clear();
    this.queue.length = 0;
  }

  flush() {
    const queue = this.queue.splice(0);
    const entries = queue.filter((m) => m.entry).map((m) => m.entry);
    if (entries.length) this.send({ dispId: EVENT.richApi, payload: entries });
    for (const m of queue) if (!m.entry && this.registrations.has(m.dispId)) this.send(m);
  }

  // ---- the wire: what the page shim sends ----
  init() {
    return { settings: this.workbook.settings, matrix: JSON.stringify(this.apiSets), sharedRuntime: this.sharedRuntime, documentUrl: `C:\\${this.root.Name}`, version: '16.0.15407.10000', displayLanguage: this.displayLanguage, theme: this.theme };
  }

  /** Messages are handled one at a time, in order, as Excel does. */
  message(m) {
    const done = this.chain.then(() => this.handle(m));
    this.chain = done.catch(() => {});
    return done;
  }

  async handle(m) {
    if (m.t === 'begin') {
      for (const each of m.parting) await this.handle(each);
      this.forgetPage();
      return 0;
    }
    if (m.parting !== undefined) {
      if (this.parted.has(m.parting)) return 0;
      this.parted.add(m.parting);
    }
    if (m.t === 'execute') return this.execute(m.id, m.params);
    if (m.t === 'register') { this.registrations.add(m.id); if (m.id === EVENT.dialog) this.dialogs.push({ ...JSON.parse(m.target), open: true, sent: [] }); return 0; }
    if (m.t === 'unregister') { this.registrations.delete(m.id); if (m.id === EVENT.dialog) for (const d of this.dialogs) d.open = false; return 0; }
    if (m.t === 'settings') { this.workbook.settings = { ...m.settings }; return 0; }
    if (m.t === 'messageChild') { this.dialogs.at(-1)?.sent.push(m.body); return 0; }
    this.calls.push(m);
    return 0;
  }

  async execute(id, params) {
    if (id !== EXECUTE_RICH_API) {
      this.calls.push({ id, params });
      return id === 94 ? { status: 0, payload: null } : { status: REFUSAL.internal };
    }
    const [customData, , , headers, body, , flags] = params[0];
    const start = performance.now();
    const request = JSON.parse(body);
    const kind = kindOf(request);
    const bytes = Buffer.byteLength(body);
    const refusal = kind === 'service' ? 0 : this.refuse(request, bytes) || (bytes > this.payloadLimit ? REFUSAL.requestTooLarge : 0);
    if (refusal) {
      this.batches.push({ n: this.batches.length + 1, actions: 0, paths: 0, flags, customData, headers, requestBytes: bytes, responseBytes: 0, ms: 0, kind, error: refusal, writes: [] });
      if (this.latencyMs) await new Promise((r) => setTimeout(r, this.latencyMs));
      return { status: refusal };
    }
    const writes = [];
    const reply = executeBatch(this, request, kind === 'service' ? [] : writes);
    const text = JSON.stringify(reply);
    // "Some Excel JavaScript APIs … the undo stack is cleared" (Microsoft Learn, Excel add-ins undo capabilities); which, it leaves to the Excel: here all.
    if (writes.length) this.history.length = 0;
    this.batches.push({
      n: this.batches.length + 1, actions: request.Actions.length, paths: Object.keys(request.ObjectPaths).length, flags, customData, headers,
      requestBytes: bytes, writes, responseBytes: Buffer.byteLength(text), ms: performance.now() - start,
      kind,
      error: reply.Error?.Code ?? null,
    });
    if (this.latencyMs) await new Promise((r) => setTimeout(r, this.latencyMs));
    if (kind !== 'service' && Buffer.byteLength(text) > this.payloadLimit) return { status: REFUSAL.responseTooLarge };
    setTimeout(() => this.flush(), 0); // Events leave after the reply.
    return { status: 0, payload: [200, [], text] };
  }
}

/** 'cleanup' is what Excel.run sends by itself at its end; 'service' is the ribbon, the runtime, and the library itself. */
function kindOf(request) {
  const paths = Object.values(request.ObjectPaths);
  if (paths.every((p) => p.ObjectPathType === 2)) return 'service';
  const real = request.Actions.filter((a) => a.ActionType !== 1);
  return real.length && real.every((a) => a.Name === '_RemoveReference') ? 'cleanup' : 'addin';
}

/** Ribbon, runtime visibility, shortcuts and the like: every call is written down, nothing else happens. */
class Service extends HostObject {
  constructor(host, type, name) { super(host, type, () => {}); this.name = name; }
  read(name) { return name in this.schema.navs ? new Service(this.host, this.schema.navs[name], `${this.name}.${name}`) : null; }
  write(name, value) { this.host.calls.push({ service: this.name, set: name, value }); }
  identity() { return {}; }
  item(...args) { return new Service(this.host, this.schema.item, `${this.name}[${args}]`); }
  invoke(name, args) {
    this.host.calls.push({ service: this.name, method: name, args });
    return this.schema.methods[name] ? new Service(this.host, this.schema.methods[name], `${this.name}.${name}(${args})`) : null;
  }
}
