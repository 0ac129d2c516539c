// One RichApi batch: {Actions, ObjectPaths} in, {Results, TraceIds, Error?} out.
import type { HostCore } from "./HostCore";
import { HostObject } from "./HostObject";
import { OfficeError } from "./OfficeError";
import { camel, load } from "./project";
import type { RequestAction, RequestArguments, RequestBody, RequestPath } from "./wire";

/** Kinds of object paths, by the library's numbers. */
const PATH = { global: 1, service: 2, method: 3, property: 4, indexer: 5, reference: 6, nothing: 7 } as const;

const ACTION = ["", "Instantiate", "Query", "Method", "SetProperty", "Trace", "RecursiveQuery", "QueryAsJson", "EnsureUnchanged", "Update"];

/** Methods that change nothing in the workbook. Selecting and calculating leave the user's undo stack alone. */
const READS = /^(?:Get|_|Select$|Activate$|Calculate$|SetDirty$|Suspend|Find|IsSetSupported)/;
const SETTINGS_OF_THE_SESSION = new Set(["Runtime"]);

export interface BatchReply {
  readonly Results: { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds: number[];
  Error?: { readonly Code: string; readonly Message: string; readonly Location: string; readonly ActionIndex: number; readonly HttpStatusCode: number };
}

/** Runs the batch; every action that changes the workbook is named in `writes`, such as "Range.Values". */
export function executeBatch(host: HostCore, body: RequestBody, writes: string[] = []): BatchReply {
  const reply: BatchReply = { Results: [], TraceIds: [] };
  const batch = new Batch(host, body.ObjectPaths ?? {}, writes, reply.TraceIds);
  for (const [index, action] of body.Actions.entries()) {
    try {
      reply.Results.push({ ActionId: action.Id, Value: batch.run(action) });
    } catch (error) {
      const known = error instanceof OfficeError ? error : undefined;
      if (!known) host.crashes.push(error);
      const { code = "GeneralException", http = 500 } = known ?? {};
      reply.Error = { Code: code, Message: error instanceof Error ? error.message : String(error), Location: batch.where(action), ActionIndex: index, HttpStatusCode: http };
      break; // Excel keeps what came before, and drops the rest.
    }
  }
  return reply;
}

const memberOf = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

class Batch {
  private readonly resolved = new Map<number, HostObject | null>();

  constructor(
    private readonly host: HostCore,
    private readonly paths: Readonly<Record<string, RequestPath>>,
    private readonly writes: string[],
    private readonly traces: number[],
  ) {}

  run(action: RequestAction): unknown {
    if (ACTION[action.ActionType] === "Trace") {
      this.traces.push(action.Id);
      return null;
    }
    const x = this.resolve(action.ObjectPathId);
    if (x === null) return null; // Whatever is asked of a null object is quietly nothing.
    switch (ACTION[action.ActionType]) {
      case "Instantiate":
        return x.identity();
      case "Query":
        return load(x, action.QueryInfo ?? {});
      case "QueryAsJson":
        return camel(load(x, action.QueryInfo ?? {}));
      case "Method": {
        this.host.use(x, action.Name);
        const v = this.invoke(x, action.Name, this.decode(action.ArgumentInfo));
        return v === undefined || v instanceof HostObject ? null : v;
      }
      case "SetProperty":
        this.host.use(x, action.Name);
        this.set(x, action.Name, this.given(action.ArgumentInfo));
        return null;
      case "Update":
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) {
          this.host.use(x, memberOf(name));
          this.set(x, memberOf(name), value);
        }
        return null;
      default:
        throw new OfficeError("HostNotImplemented", `The simulated host has no action ${ACTION[action.ActionType]}.`, 501);
    }
  }

  /** Which member an error is about. */
  where(action: RequestAction): string {
    const path = this.paths[action.ObjectPathId];
    return [path?.Name || (path?.ObjectPathType === PATH.global ? "Workbook" : ""), action.Name].filter(Boolean).join(".");
  }

  private wrote(x: HostObject, name: string): void {
    if (!SETTINGS_OF_THE_SESSION.has(x.schema.short)) this.writes.push(`${x.schema.short}.${name}`);
  }

  private set(x: HostObject, name: string, value: unknown): void {
    x.write(name, value);
    this.wrote(x, name);
  }

  private invoke(x: HostObject, name: string, given: readonly unknown[]): unknown {
    const v = x.invoke(name, given);
    if (!READS.test(name)) this.wrote(x, name);
    return v;
  }

  /** Each path is resolved once per batch, so a method with an effect ("Add") runs once. null is the null object. */
  private resolve(id: number): HostObject | null {
    const known = this.resolved.get(id);
    if (known !== undefined) return known;
    const opened = this.open(this.paths[id]);
    this.resolved.set(id, opened);
    return opened;
  }

  private open(path: RequestPath | undefined): HostObject | null {
    if (!path) throw new OfficeError("InvalidObjectPath", "The object path is not known in this request.");
    const { ObjectPathType: type, Name: name } = path;
    if (type === PATH.global) return this.host.root;
    if (type === PATH.service) return this.host.service(name);
    if (type === PATH.nothing) return null;
    if (type === PATH.reference) {
      const kept = this.host.reference(name);
      if (!kept) throw new OfficeError("InvalidReference", "This reference is not valid for the current operation.");
      return kept;
    }
    const parent = this.resolve(path.ParentObjectPathId);
    if (parent === null) return null;
    if (type === PATH.property) {
      this.host.use(parent, name);
      return parent.open(name);
    }
    const given = this.decode(path.ArgumentInfo);
    if (type === PATH.indexer) {
      this.host.use(parent, "item");
      if (!parent.item) throw parent.missing("item");
      return parent.item(...given);
    }
    this.host.use(parent, name);
    const made = this.invoke(parent, name, given);
    if (made !== null && !(made instanceof HostObject)) throw parent.missing(name);
    return made;
  }

  /** The arguments of a method, where null means "not given". */
  private decode(info: RequestArguments | undefined): readonly unknown[] {
    const given = (info?.Arguments ?? []).map((each, index) => this.walk(each, info?.ReferencedObjectPathIds?.[index]));
    return given.map((each) => (each === null ? undefined : each));
  }

  /** What a property is set to, where null means "leave it". */
  private given(info: RequestArguments | undefined): unknown {
    return info?.Arguments?.[0] === null ? null : this.decode(info)[0];
  }

  /** Objects stand in arguments as the numbers of their paths. */
  private walk(v: unknown, references: unknown): unknown {
    if (typeof references === "number" && references > 0) return this.resolve(references);
    if (Array.isArray(v)) return Array.isArray(references) ? v.map((each, index) => this.walk(each, references[index])) : v;
    if (typeof v !== "object" || v === null) return v;
    const path = (v as { readonly _ObjectPathId?: number })._ObjectPathId;
    if (path) return this.resolve(path);
    return Object.fromEntries(Object.entries(v).map(([name, each]) => [name, this.walk(each, undefined)]));
  }
}
