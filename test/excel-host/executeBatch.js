// One RichApi batch: {Actions, ObjectPaths} in, {Results, TraceIds, Error?} out.
// Object paths: 1 GlobalObject, 2 NewObject, 3 Method, 4 Property, 5 Indexer, 6 ReferenceId, 7 NullObject.
// Actions: 1 Instantiate, 2 Query, 3 Method, 4 SetProperty, 5 Trace, 6 RecursiveQuery, 7 QueryAsJson, 8 EnsureUnchanged, 9 Update.
import { HostObject, OfficeError, invalid } from './HostObject.js';

export const ACTION = ['', 'Instantiate', 'Query', 'Method', 'SetProperty', 'Trace', 'RecursiveQuery', 'QueryAsJson', 'EnsureUnchanged', 'Update'];

/** Methods that change nothing in the workbook. Selecting and calculating leave the user's undo stack alone. */
const READS = /^(?:Get|_|Select$|Activate$|Calculate$|SetDirty$|Suspend|Find|IsSetSupported)/;
const SETTINGS_OF_THE_SESSION = new Set(['Runtime']);

/** Runs the batch; every action that changes the workbook is named in `writes`, such as "Range.Values". */
export function executeBatch(host, body, writes = []) {
  const wrote = (x, name) => { if (!SETTINGS_OF_THE_SESSION.has(x.schema.short)) writes.push(`${x.schema.short}.${name}`); };
  const invoke = (x, name, args) => {
    const v = x.invoke(name, args);
    if (!READS.test(name)) wrote(x, name);
    return v;
  };
  const paths = body.ObjectPaths ?? {};
  const resolved = new Map();
  const out = { Results: [], TraceIds: [] };

  /** Each path is resolved once per batch, so a method with an effect ("Add") runs once. null is the null object. */
  const resolve = (id) => {
    if (!resolved.has(id)) resolved.set(id, open(paths[id]));
    return resolved.get(id);
  };

  const open = (p) => {
    if (!p) throw new OfficeError('InvalidObjectPath', 'The object path is not known in this request.');
    if (p.ObjectPathType === 1) return host.root;
    if (p.ObjectPathType === 2) return host.service(p.Name);
    if (p.ObjectPathType === 6) { const x = host.reference(p.Name); if (!x) throw new OfficeError('InvalidReference', 'This reference is not valid for the current operation.'); return x; }
    if (p.ObjectPathType === 7) return null;
    const parent = resolve(p.ParentObjectPathId);
    if (parent === null) return null;
    if (p.ObjectPathType === 4) return parent.read(p.Name);
    const args = decode(p.ArgumentInfo);
    if (p.ObjectPathType === 5) { host.use(parent, 'item'); if (!parent.item) throw parent.missing('item'); return parent.item(...args); }
    host.use(parent, p.Name);
    const made = invoke(parent, p.Name, args);
    if (made !== null && !(made instanceof HostObject)) throw parent.missing(p.Name);
    return made;
  };

  const decode = (info) => {
    const walk = (v, refs) => {
      if (typeof refs === 'number' && refs > 0) return resolve(refs);
      if (Array.isArray(v)) return refs ? v.map((x, i) => walk(x, refs[i])) : v;
      if (v && typeof v === 'object') {
        if (v._ObjectPathId) return resolve(v._ObjectPathId);
        return Object.fromEntries(Object.entries(v).map(([k, x]) => [k, walk(x)]));
      }
      return v;
    };
    return walk(info?.Arguments ?? [], info?.ReferencedObjectPathIds).map((x) => (x === null ? undefined : x));
  };

  const run = (a) => {
    if (a.ActionType === 5) { out.TraceIds.push(a.Id); return null; }
    const x = resolve(a.ObjectPathId);
    if (x === null) return null; // Whatever is asked of a null object is quietly nothing.
    switch (a.ActionType) {
      case 1: return x.identity();
      case 2: return load(x, a.QueryInfo ?? {});
      case 7: return camel(load(x, a.QueryInfo ?? {}));
      case 3: {
        host.use(x, a.Name);
        const v = invoke(x, a.Name, decode(a.ArgumentInfo));
        return v === undefined || v instanceof HostObject ? null : v;
      }
      case 4: host.use(x, a.Name); x.write(a.Name, walkNull(a.ArgumentInfo, decode)); wrote(x, a.Name); return null;
      case 9: for (const [k, v] of Object.entries(a.ObjectState ?? {})) { x.write(k[0].toUpperCase() + k.slice(1), v); wrote(x, k[0].toUpperCase() + k.slice(1)); } return null;
      default: throw new OfficeError('HostNotImplemented', `The simulated host has no action ${ACTION[a.ActionType]}.`, 501);
    }
  };

  for (let i = 0; i < body.Actions.length; i++) {
    const a = body.Actions[i];
    try {
      out.Results.push({ ActionId: a.Id, Value: run(a) });
    } catch (e) {
      if (!(e instanceof OfficeError)) host.crashes.push(e);
      out.Error = { Code: e.code ?? 'GeneralException', Message: e.message, Location: where(paths, a), ActionIndex: i, HttpStatusCode: e.http ?? 500 };
      break; // Excel keeps what came before, and drops the rest.
    }
  }
  return out;
}

// A property may be set to null ("leave it"), where a null argument of a method means "not given".
function walkNull(info, decode) {
  return info.Arguments[0] === null ? null : decode(info)[0];
}

function where(paths, a) {
  const p = paths[a.ObjectPathId];
  return [p?.Name || (p?.ObjectPathType === 1 ? 'Workbook' : ''), a.Name].filter(Boolean).join('.');
}

/** Select and Expand, as a tree of lower-case names. */
function load(x, q) {
  const tree = {};
  const add = (path, leaf) => {
    let at = tree;
    for (const name of path.split(/[/.]/)) at = at[name.trim().toLowerCase()] ??= {};
    if (leaf) at['*'] ??= {};
  };
  for (const s of q.Select ?? []) add(s);
  for (const e of q.Expand ?? []) add(e, true);
  if (!q.Select?.length) tree['*'] = {};
  return project(x, tree, q);
}

function project(x, tree, q = {}) {
  if (x === null) return null;
  if (!(x instanceof HostObject)) return x;
  if (!x.isCollection) return scalars(x, tree, x.identity());
  const own = {};
  const rest = {};
  for (const [name, sub] of Object.entries(tree)) {
    if (name !== '*' && x.schema.byLower[name] && !(name === 'items')) own[name] = sub;
    else rest[name] = sub;
  }
  const out = scalars(x, own, {});
  if (Object.keys(rest).length) {
    const from = q.Skip ?? 0;
    out._Items = x.items().slice(from, q.Top === undefined ? undefined : from + q.Top).map((i) => project(i, rest));
  }
  return out;
}

function scalars(x, tree, out) {
  for (const [name, sub] of Object.entries(tree)) {
    if (name === '*') {
      for (const s of x.schema.scalars) if (!(s in out) && s !== '_ReferenceId') out[s] = x.read(s);
      continue;
    }
    const real = x.schema.byLower[name];
    if (!real) throw invalid(`The property '${name}' does not exist on ${x.type}.`);
    const v = x.read(real);
    out[real] = v instanceof HostObject ? project(v, Object.keys(sub).length ? sub : { '*': {} }) : v;
  }
  return out;
}

function camel(v) {
  if (Array.isArray(v)) return v.map(camel);
  if (!v || typeof v !== 'object') return v;
  if (v._Items) return { items: camel(v._Items) };
  return Object.fromEntries(Object.entries(v).map(([k, x]) => [k[0] === '_' ? k : k[0].toLowerCase() + k.slice(1), camel(x)]));
}
