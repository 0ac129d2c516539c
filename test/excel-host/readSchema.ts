import { readFileSync } from "node:fs";

/** What the client library declares of one type. */
export interface TypeSchema {
  readonly short: string;
  /** Properties that are values. */
  scalars: string[];
  readonly settable: string[];
  /** Properties that are objects, with the type of each. */
  readonly navs: Record<string, string>;
  /** Methods, with the type of what they give back where that is an object. */
  readonly methods: Record<string, string | null>;
  /** The number of each event, by the method that registers for it. */
  readonly events: Record<string, number>;
  item: string | null;
  collection: boolean;
  idKey: string | null;
  keepsReference: boolean;
  /** Names of properties by their lower case. */
  byLower: Readonly<Record<string, string>>;
}

export interface Schema {
  readonly types: Record<string, TypeSchema>;
  /** Types of the services, by their name. */
  readonly services: Record<string, string>;
}

export const emptyType = (short: string): TypeSchema => ({
  short,
  scalars: [],
  settable: [],
  navs: {},
  methods: {},
  events: {},
  item: null,
  collection: false,
  idKey: null,
  keepsReference: false,
  byLower: {},
});

interface Reading {
  readonly all: Schema;
  readonly type: TypeSchema;
  /** What the pattern found. */
  readonly found: readonly (string | undefined)[];
  readonly lineAfterNext: string;
  /** The number of the event whose registration comes next. */
  pendingEvent: number;
}

const RULES: readonly (readonly [RegExp, (reading: Reading) => void])[] = [
  [/_scalarPropertyOriginalNames"/, ({ type, lineAfterNext }) => void (type.scalars = JSON.parse(/\[.*\]/.exec(lineAfterNext)?.[0] ?? "[]") as string[])],
  [/_createPropertyObject\(([\w.]+), this, "(\w+)", (true|false)/, ({ type, found }) => void (type.navs[found[2]!] = found[1]!)],
  [/_createMethodObject\(([\w.]+), this, "(\w+)"/, ({ type, found }) => void (type.methods[found[2]!] = found[1]!)],
  [/_invokeMethod\(this, "(\w+)"/, ({ type, found }) => void (type.methods[found[1]!] ??= null)],
  [/_invokeSetProperty\(this, "(\w+)"/, ({ type, found }) => void type.settable.push(found[1]!)],
  [/_createIndexerObject\(([\w.]+), this/, ({ type, found }) => void (type.item = found[1]!)],
  [/_createChildItemObject\(([\w.]+), (true|false), this/, ({ type, found }) => void Object.assign(type, { item: found[1], collection: true })],
  [/_createTopLevelServiceObject\(([\w.]+), context, "([\w.]+)"/, ({ all, found }) => void (all.services[found[2]!] = found[1]!)],
  [/value\["(Id|_Id)"\]/, ({ type, found }) => void (type.idKey = found[1]!)],
  [/prototype\._KeepReference = /, ({ type }) => void (type.keepsReference = true)],
  [/^\s+eventType: (\d+),/, (reading) => void (reading.pendingEvent = Number(reading.found[1]))],
  [/registerFunc: function \(\) \{ return _this\.(_Register\w+)\(\)/, ({ type, found, pendingEvent }) => void (type.events[found[1]!] = pendingEvent)],
];

/**
 * The Excel object model as the client library itself declares it: read, at run time, out of the debug host file in
 * node_modules. The host uses it to know each type's scalar and navigation properties, so that members nobody coded
 * by hand still load and store (see HostObject), and to tell "not implemented here" from "no such member".
 */
export function readSchema(file: string): Schema {
  const lines = readFileSync(file, "utf8").split(/\r?\n/);
  const all: Schema = { types: {}, services: {} };
  let open: TypeSchema | null = null;
  let pendingEvent = 0;
  for (const [i, line] of lines.entries()) {
    const start = /^ {4}var (\w+) = \(function \(_super\) \{/.exec(line);
    if (start) open = emptyType(start[1]!);
    if (!open) continue;
    const end = /^ {4}(\w+)\.(\w+) = (\w+);$/.exec(line);
    if (end && end[2] === open.short && end[3] === open.short) {
      all.types[`${end[1]}.${end[2]}`] = open;
      open = null;
      continue;
    }
    for (const [pattern, take] of RULES) {
      const found = pattern.exec(line);
      if (!found) continue;
      const reading: Reading = { all, type: open, found, lineAfterNext: lines[i + 2] ?? "", pendingEvent };
      take(reading);
      pendingEvent = reading.pendingEvent;
    }
  }
  for (const type of Object.values(all.types)) type.byLower = Object.fromEntries([...type.scalars, ...Object.keys(type.navs)].map((name) => [name.toLowerCase(), name]));
  return all;
}
