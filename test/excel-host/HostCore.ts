import { join } from "node:path";
import { rectName, type Rect } from "./addresses";
import type { Book, Tracked } from "./Book";
import { bookOf } from "./bookJson";
import type { Bag, BookSheet, StoredCell } from "./BookSheet";
import type { Batch, ExcelHostOptions } from "./ExcelHostOptions";
import { API_SETS, REFUSAL } from "./ExcelHostOptions";
import { executeBatch } from "./executeBatch";
import { FACTORIES } from "./factories";
import { HostObject, type Store } from "./HostObject";
import { OfficeError } from "./OfficeError";
import { OFFICE_JS, OFFICE_TYPES } from "./paths";
import { resolveRange, type Range } from "./Range";
import { documentedName, readApiSets, type ApiSets } from "./readApiSets";
import { readSchema, type Schema } from "./readSchema";
import { Service } from "./Service";
import type { Beginning, Delivery, PageInit, Reply, RequestBody, Said } from "./wire";
import { Worksheet } from "./worksheetObjects";

const EXECUTE_RICH_API = 93; // The dispatch ids of office.js's native interface.
const EVENT = { selection: 2, richApi: 33 };
/** The event of a ribbon button. */
export const COMMAND = 39;
const EVENT_CATEGORY = 65536;

/**
 * "Excel on the web has a payload size limit for requests and responses of 5MB" (Microsoft Learn, Resource limits and
 * performance optimization for Office Add-ins). What is refused for its request runs not at all; what is refused for its
 * response has run: Microsoft does not say the latter, it follows from the order of things.
 */
const PAYLOAD_LIMIT = 5 * 1024 * 1024;

let schema: Schema | undefined;
let documented: ApiSets | undefined;

/** Cells as they were before the user changed them. */
interface UndoStep {
  readonly sheet: BookSheet;
  readonly rect: Rect;
  readonly before: readonly (readonly (StoredCell | undefined)[])[];
}

/** The workbook, the objects over it, the events out of it, and a log of every batch. */
export class HostCore {
  readonly schema: Schema = (schema ??= readSchema(join(OFFICE_JS, "excel-win32-16.01.debug.js")));
  private readonly documented: ApiSets = (documented ??= readApiSets(OFFICE_TYPES));
  /** The version of ExcelApi the host says it has: 15 for "1.15". */
  private readonly version: number;
  readonly workbook: Book;
  readonly root: HostObject;
  latencyMs: number;
  payloadLimit: number;
  /** Gives one of `REFUSAL` to turn a batch down, 0 to take it. */
  refuse: (request: RequestBody, bytes: number) => number;
  /** Takes events to the page. */
  send: (delivery: Delivery) => void = () => undefined;
  eventsEnabled = true;
  readonly batches: Batch[] = [];
  /** What the page asked for besides batches. */
  readonly calls: unknown[] = [];
  /** Members asked for that the host does not have, "Range.AutoFill" … */
  readonly unimplemented = new Set<string>();
  /** Members asked for that it has. */
  readonly used = new Set<string>();
  /** Programming errors of the host itself. */
  readonly crashes: unknown[] = [];
  readonly history: UndoStep[] = [];
  protected abandonedSoFar = 0;
  private readonly parted = new Set<number>();
  protected origin: "user" | "addin" = "addin";
  protected undoing = false;
  private readonly queue: (Delivery | { readonly entry: readonly unknown[] })[] = [];
  protected readonly subscriptions = new Map<string, number>();
  private readonly registrations = new Set<number>();
  private chain: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: ExcelHostOptions = {}) {
    this.version = Number((options.apiSets ?? API_SETS)["ExcelApi"]?.split(".")[1] ?? 0);
    this.latencyMs = options.latencyMs ?? 0;
    this.payloadLimit = options.payloadLimit ?? PAYLOAD_LIMIT;
    this.refuse = options.refuse ?? (() => 0);
    this.workbook = bookOf(options.json ?? {}, options.calc);
    this.root = this.make("Excel.Workbook");
  }

  get displayLanguage(): string {
    return this.options.displayLanguage ?? "vi-VN";
  }

  // What the executor and the objects call.

  make(type: string, store?: Store, parent?: HostObject): HostObject {
    return FACTORIES[type]?.(this, parent, type) ?? new HostObject(this, type, store);
  }

  worksheet(sheet: BookSheet): Worksheet {
    return new Worksheet(this, sheet);
  }

  range(x: unknown, base?: BookSheet): Range {
    return resolveRange(this, x, base);
  }

  /** Whether a member came with a requirement set that the host says it has; what Microsoft does not document always did. */
  has(x: HostObject, name: string): boolean {
    return (this.documented.get(`${x.type}.${documentedName(name)}`) ?? 0) <= this.version;
  }

  /** Notes that a member is asked for. Throws what an Excel answers that is older than the member. */
  use(x: HostObject, name: string): void {
    this.used.add(`${x.type}.${name}`);
    if (!this.has(x, name)) throw new OfficeError("ApiNotFound", `${x.type}.${documentedName(name)} is not in ExcelApi 1.${this.version}.`);
  }

  service(name: string): HostObject {
    return new Service(this, this.schema.services[name] ?? name, name);
  }

  keep(x: HostObject & Tracked): null {
    if (!x.referenceId) {
      x.referenceId = `ref${this.workbook.newId()}`;
      this.workbook.tracked.set(x.referenceId, x);
    }
    return null;
  }

  reference(id: string): HostObject | null {
    const x = this.workbook.tracked.get(id);
    if (x?.rects?.some(({ gone }) => gone)) throw new OfficeError("InvalidReference", "This reference is not valid for the current operation.");
    return x instanceof HostObject ? x : null;
  }

  select(sheet: BookSheet, rect: Rect): void {
    this.workbook.select(sheet, rect);
    this.fire(14, sheet.id, { address: rectName(rect), worksheetId: sheet.id });
    this.queue.push({ dispId: EVENT.selection, payload: null });
  }

  activate(sheet: BookSheet): void {
    const old = this.workbook.active;
    if (old === sheet) return;
    if (this.workbook.sheets.includes(old)) this.fire(12, old.id, { worksheetId: old.id });
    this.workbook.select(sheet, { r1: 0, c1: 0, r2: 0, c2: 0 });
    this.fire(11, sheet.id, { worksheetId: sheet.id });
  }

  changed(sheet: BookSheet, rect: Rect, extra: Bag = {}): void {
    const triggerSource = this.origin === "user" ? "Unknown" : "ThisLocalAddin";
    this.fire(10, sheet.id, { changeType: "RangeEdited", source: "Local", worksheetId: sheet.id, address: rectName(rect), triggerSource, shiftDirection: "None", ...extra });
  }

  /** Whether the user edits just now, so that it can be undone. */
  get userEdits(): boolean {
    return this.origin === "user" && !this.undoing;
  }

  /** How many event handlers of the add-in are listening. */
  get listening(): number {
    return [...this.subscriptions.values()].reduce((sum, n) => sum + n, 0);
  }

  // Events: an object's own handlers, and those of the collection over the whole workbook.

  subscribe(on: boolean, type: number | undefined, target: string): null {
    const key = `${type}:${target}`;
    this.subscriptions.set(key, Math.max(0, (this.subscriptions.get(key) ?? 0) + (on ? 1 : -1)));
    return null;
  }

  fire(type: number, target: string, message: Bag): void {
    if (!this.eventsEnabled) return;
    for (const each of new Set([target, "Workbook"])) {
      if (this.subscriptions.get(`${type}:${each}`)) this.queue.push({ entry: [EVENT_CATEGORY, type, each, JSON.stringify(message), this.workbook.newId(), false] });
    }
  }

  /** The page went: "Event handlers don't persist across sessions and are destroyed when the add-in refreshes or closes" (Microsoft Learn, Work with Events using the Excel JavaScript API). */
  pageGone(): void {
    this.chain = this.chain.then(() => this.forgetPage());
  }

  private forgetPage(): void {
    this.abandonedSoFar += this.listening;
    this.subscriptions.clear();
    this.registrations.clear();
    this.queue.length = 0;
  }

  flush(): void {
    const queue = this.queue.splice(0);
    const entries = queue.flatMap((each) => ("entry" in each ? [each.entry] : []));
    if (entries.length) this.send({ dispId: EVENT.richApi, payload: entries });
    for (const each of queue) if ("dispId" in each && this.registrations.has(each.dispId)) this.send(each);
  }

  // The wire: what the page shim sends.

  init(): PageInit {
    const { sharedRuntime = false, apiSets = API_SETS, theme = { bodyBackgroundColor: "#FFFFFF", bodyForegroundColor: "#000000" } } = this.options;
    const { settings, bags } = this.workbook;
    return {
      settings,
      matrix: JSON.stringify(apiSets),
      sharedRuntime,
      documentUrl: `C:\\${String(bags["Name"] ?? "Book1.xlsx")}`,
      version: "16.0.15407.10000",
      displayLanguage: this.displayLanguage,
      theme,
    };
  }

  /** Messages are handled one at a time, in order, as Excel does. */
  message(message: Said | Beginning): Promise<unknown> {
    const done = this.chain.then(() => this.handle(message));
    this.chain = done.catch(() => undefined);
    return done;
  }

  private async handle(message: Said | Beginning): Promise<unknown> {
    if (message.t === "begin") {
      for (const said of message.parting) await this.handle(said);
      this.forgetPage();
      return 0;
    }
    if (message.parting !== undefined) {
      if (this.parted.has(message.parting)) return 0;
      this.parted.add(message.parting);
    }
    switch (message.t) {
      case "execute":
        return this.execute(message.id, message.params);
      case "register":
        this.registrations.add(message.id);
        return 0;
      case "unregister":
        this.registrations.delete(message.id);
        return 0;
      case "settings":
        this.workbook.settings = { ...message.settings };
        return 0;
      default:
        this.calls.push(message);
        return 0;
    }
  }

  private async execute(id: number, params: unknown): Promise<Reply> {
    if (id !== EXECUTE_RICH_API) {
      this.calls.push({ id, params });
      return id === 94 ? { status: 0, payload: null } : { status: REFUSAL.internal };
    }
    // The body stands fifth, after the caller's data, the method, the address and the headers.
    const body = (params as readonly (readonly unknown[])[])[0]?.[4] as string;
    const start = performance.now();
    const request = JSON.parse(body) as RequestBody;
    const kind = kindOf(request);
    const requestBytes = Buffer.byteLength(body);
    const refusal = kind === "service" ? 0 : this.refuse(request, requestBytes) || (requestBytes > this.payloadLimit ? REFUSAL.requestTooLarge : 0);
    const n = this.batches.length + 1;
    if (refusal) {
      this.batches.push({ n, kind, actions: 0, requestBytes, responseBytes: 0, ms: 0, writes: [], error: refusal });
      await this.latency();
      return { status: refusal };
    }
    const writes: string[] = [];
    const reply = executeBatch(this, request, kind === "service" ? [] : writes);
    const text = JSON.stringify(reply);
    // "Some Excel JavaScript APIs … the undo stack is cleared" (Microsoft Learn, Excel add-ins undo capabilities); which, it leaves to the Excel: here all.
    if (writes.length) this.history.length = 0;
    const responseBytes = Buffer.byteLength(text);
    this.batches.push({ n, kind, actions: request.Actions.length, requestBytes, responseBytes, ms: performance.now() - start, writes, error: reply.Error?.Code ?? null });
    await this.latency();
    if (kind !== "service" && responseBytes > this.payloadLimit) return { status: REFUSAL.responseTooLarge };
    setTimeout(() => this.flush(), 0); // Events leave after the reply.
    return { status: 0, payload: [200, [], text] };
  }

  private async latency(): Promise<void> {
    if (this.latencyMs) await new Promise((resolve) => setTimeout(resolve, this.latencyMs));
  }
}

/** "cleanup" is what Excel.run sends by itself at its end; "service" is the ribbon, the runtime, and the library itself. */
function kindOf({ ObjectPaths: paths = {}, Actions: actions }: RequestBody): Batch["kind"] {
  if (Object.values(paths).every(({ ObjectPathType }) => ObjectPathType === 2)) return "service";
  const real = actions.filter(({ ActionType }) => ActionType !== 1);
  return real.length && real.every(({ Name }) => Name === "_RemoveReference") ? "cleanup" : "addin";
}
