import { FakeError } from "./FakeError";

/** A property of a host object: how Excel reads it, and sets it where it can be set. */
export interface Scalar<Host> {
  readonly get: (host: Host) => unknown;
  readonly set?: (host: Host, value: unknown) => void;
}

/** A property or method that leads to another object; undefined where there is none. */
export interface Lead<Host> {
  readonly type: () => AnyKind;
  readonly get: (host: Host, ...given: readonly unknown[]) => unknown;
  /** The ExcelApi set it came with. */
  readonly since?: string;
}

/** What a kind of object behind the client can do. */
export interface Kind<Host> {
  readonly name: string;
  readonly scalars?: Readonly<Record<string, Scalar<Host>>>;
  readonly navigations?: Readonly<Record<string, Lead<Host>>>;
  readonly finders?: Readonly<Record<string, Lead<Host>>>;
  readonly actions?: Readonly<Record<string, (host: Host, ...given: readonly unknown[]) => void>>;
  /** Methods that answer with a value, which is there after the next sync. */
  readonly questions?: Readonly<Record<string, (host: Host) => unknown>>;
  /** The ExcelApi sets of actions newer than 1.9. */
  readonly actionsSince?: Readonly<Record<string, string>>;
  readonly items?: Lead<Host>;
  /** Takes settings nobody listed, as formats do. */
  readonly setAnything?: (host: Host, name: string, value: unknown) => void;
  /** Events that handlers can be added to, and since which set. */
  readonly events?: Readonly<Record<string, string>>;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- kinds of different hosts live in one table.
export type AnyKind = Kind<any>;

/** What the client needs of the program behind it. */
export interface Program {
  supports(version: string): boolean;
  subscribe(event: string, handler: (event: never) => unknown): () => void;
}

export interface FakeContext {
  readonly workbook: unknown;
  sync(): Promise<void>;
  queue(action: () => void): void;
  readonly program: Program;
}

/** The client object of a value given to a method, and what it stands for. */
const HOSTS = new WeakMap<object, () => unknown>();

/** What an argument stands for behind the client: ranges become what they address. */
export function hostOf(given: unknown): unknown {
  return typeof given === "object" && given !== null && HOSTS.has(given) ? HOSTS.get(given)!() : given;
}

type Paths = Map<string, Paths>;

function pathsOf(asked: unknown): Paths {
  if (typeof asked !== "string" || asked.trim() === "") throw new FakeError("InvalidArgument", "load() needs the names of properties here.");
  const paths: Paths = new Map();
  for (const path of asked.split(",")) {
    let at = paths;
    for (const step of path.trim().split("/")) {
      if (!at.has(step)) at.set(step, new Map());
      at = at.get(step)!;
    }
  }
  return paths;
}

interface Client {
  readonly proxy: object;
  take(paths: Paths): void;
}

/**
 * An object of Office.js's manners: properties must be loaded and synced before they are read, everything else is queued and
 * done at the next sync, in order; what is not found is an error, unless it was asked for as `…OrNullObject`.
 */
export function makeClient(context: FakeContext, kind: AnyKind, find: () => unknown): object {
  return client(context, kind, find).proxy;
}

function client(context: FakeContext, kind: AnyKind, find: () => unknown): Client {
  const loaded = new Map<string, unknown>();
  const navigations = new Map<string, Client>();
  let items: readonly object[] | undefined;
  let isNull: boolean | undefined;

  const host = (): unknown => {
    const found = find();
    isNull = found === undefined || found === null;
    return found;
  };
  const present = (): unknown => {
    const found = host();
    if (isNull) throw new FakeError("InvalidObjectPath", `This ${kind.name} is a null object.`);
    return found;
  };
  const demand = (since: string | undefined, member: string): void => {
    if (since !== undefined && !context.program.supports(since)) throw new FakeError("ApiNotFound", `${kind.name}.${member} needs ExcelApi ${since}.`);
  };
  const navigation = (name: string): Client => {
    const known = navigations.get(name);
    if (known) return known;
    const lead = kind.navigations![name]!;
    const made = client(context, lead.type(), () => {
      const from = host();
      return isNull ? undefined : lead.get(from);
    });
    navigations.set(name, made);
    return made;
  };
  const findBy = (name: string, lead: Lead<unknown>) => (...given: readonly unknown[]): object => {
    demand(lead.since, name);
    let found: { readonly host: unknown } | undefined;
    const lookUp = (): unknown => {
      found ??= { host: lead.get(present(), ...given.map(hostOf)) };
      if ((found.host === undefined || found.host === null) && !name.endsWith("OrNullObject")) throw new FakeError("ItemNotFound", `${kind.name}.${name}`);
      return found.host;
    };
    const result = client(context, lead.type(), lookUp);
    context.queue(() => void lookUp());
    return result.proxy;
  };
  const take = (paths: Paths): void => {
    const from = host();
    if (isNull) return;
    for (const [name, below] of paths) {
      if (name === "items" && kind.items) {
        const { type, get } = kind.items;
        const made = (get(from) as readonly unknown[]).map((item) => client(context, type(), () => item));
        for (const each of made) each.take(below);
        items = made.map(({ proxy }) => proxy);
      } else if (kind.navigations?.[name]) navigation(name).take(below);
      else if (kind.scalars?.[name]) loaded.set(name, kind.scalars[name].get(from));
      else throw new FakeError("InvalidArgument", `${kind.name} has no property ${name} to load.`);
    }
  };

  const proxy: object = new Proxy(
    {},
    {
      get(_, name) {
        if (typeof name === "symbol" || name === "then") return undefined;
        if (name === "context") return context;
        if (name === "load") {
          return (asked: unknown) => {
            const paths = pathsOf(asked);
            context.queue(() => take(paths));
            return proxy;
          };
        }
        if (name === "isNullObject") {
          if (isNull === undefined) throw new FakeError("PropertyNotLoaded", `${kind.name}.isNullObject is not known before sync().`);
          return isNull;
        }
        if (name === "items" && kind.items) {
          if (!items) throw new FakeError("PropertyNotLoaded", `${kind.name}.items was not loaded.`);
          return items;
        }
        if (kind.scalars?.[name]) {
          if (!loaded.has(name)) throw new FakeError("PropertyNotLoaded", `${kind.name}.${name} was not loaded.`);
          return loaded.get(name);
        }
        if (kind.navigations?.[name]) {
          demand(kind.navigations[name].since, name);
          return navigation(name).proxy;
        }
        if (kind.finders?.[name]) return findBy(name, kind.finders[name]);
        const action = kind.actions?.[name];
        if (action) {
          demand(kind.actionsSince?.[name], name);
          return (...given: readonly unknown[]) =>
            context.queue(() => {
              const on = host();
              // Taking away what is not there is no error in Excel.
              if (isNull && name === "delete") return;
              action(isNull ? present() : on, ...given.map(hostOf));
            });
        }
        const question = kind.questions?.[name];
        if (question) return () => answer(context, `${kind.name}.${name}`, () => question(present()));
        const since = kind.events?.[name];
        if (since !== undefined) return eventHandlers(context, name, () => demand(since, name));
        throw new FakeError("InvalidArgument", `${kind.name} has no member ${name}.`);
      },
      has: (_, name) => typeof name === "string" && [kind.scalars, kind.navigations, kind.finders, kind.actions, kind.events].some((members) => members && name in members),
      set(_, name, value) {
        if (typeof name === "symbol") return false;
        const scalar = kind.scalars?.[name];
        if (!scalar?.set && !kind.setAnything) throw new FakeError("InvalidArgument", `${kind.name}.${name} cannot be set.`);
        loaded.set(name, value);
        context.queue(() => (scalar?.set ? scalar.set(present(), value) : kind.setAnything!(present(), name, value)));
        return true;
      },
    },
  );
  HOSTS.set(proxy, find);
  return { proxy, take };
}

/** What Office.js calls a ClientResult. */
function answer(context: FakeContext, name: string, ask: () => unknown): object {
  let given: { readonly value: unknown } | undefined;
  context.queue(() => void (given = { value: ask() }));
  return {
    get value() {
      if (!given) throw new FakeError("ValueNotLoaded", `${name}() has no value before sync().`);
      return given.value;
    },
  };
}

function eventHandlers(context: FakeContext, event: string, demand: () => void): object {
  return {
    add(handler: (event: never) => unknown): object {
      demand();
      let unsubscribe: (() => void) | undefined;
      context.queue(() => {
        unsubscribe = context.program.subscribe(event, handler);
      });
      return { context, remove: () => context.queue(() => unsubscribe?.()) };
    },
  };
}
