import type { Bag } from "./BookSheet";
import { HostObject } from "./HostObject";
import { invalid } from "./OfficeError";
import type { RequestQuery } from "./wire";

/** What is asked for, as a tree of lower-case names; "*" is every value. */
interface Wanted {
  [name: string]: Wanted;
}

/** What a query asks of an object, in the library's shape. */
export function load(x: HostObject, query: RequestQuery): unknown {
  const tree: Wanted = {};
  const add = (path: string, whole: boolean): void => {
    let at = tree;
    for (const name of path.split(/[/.]/)) at = at[name.trim().toLowerCase()] ??= {};
    if (whole) at["*"] ??= {};
  };
  for (const each of query.Select ?? []) add(each, false);
  for (const each of query.Expand ?? []) add(each, true);
  if (!query.Select?.length) tree["*"] = {};
  return project(x, tree, query);
}

function project(x: unknown, tree: Wanted, { Skip: skip = 0, Top: top }: RequestQuery = {}): unknown {
  if (!(x instanceof HostObject)) return x;
  if (!x.isCollection) return valuesOf(x, tree, x.identity());
  const own: Wanted = {};
  const rest: Wanted = {};
  for (const [name, inner] of Object.entries(tree)) {
    const ofCollection = name !== "*" && name !== "items" && x.schema.byLower[name] !== undefined;
    (ofCollection ? own : rest)[name] = inner;
  }
  const found = valuesOf(x, own, {});
  if (Object.keys(rest).length) {
    const items = x.items().slice(skip, top === undefined ? undefined : skip + top);
    found["_Items"] = items.map((each) => project(each, rest));
  }
  return found;
}

function valuesOf(x: HostObject, tree: Wanted, found: Bag): Bag {
  for (const [name, inner] of Object.entries(tree)) {
    if (name === "*") {
      for (const each of x.schema.scalars) if (!(each in found) && each !== "_ReferenceId" && x.host.has(x, each)) found[each] = x.read(each);
      continue;
    }
    const member = x.schema.byLower[name];
    if (member === undefined) throw invalid(`The property '${name}' does not exist on ${x.type}.`);
    x.host.use(x, member);
    const v = x.read(member);
    found[member] = v instanceof HostObject ? project(v, Object.keys(inner).length ? inner : { "*": {} }) : v;
  }
  return found;
}

/** The same with names in camel case, as plain JSON is given. */
export function camel(v: unknown): unknown {
  if (Array.isArray(v)) return v.map(camel);
  if (typeof v !== "object" || v === null) return v;
  const items = (v as Bag)["_Items"];
  if (items) return { items: camel(items) };
  return Object.fromEntries(Object.entries(v).map(([name, x]) => [name.startsWith("_") ? name : name.charAt(0).toLowerCase() + name.slice(1), camel(x)]));
}
