import type { HostObject } from "./HostObject";

/** Properties by their names in camel case, some of them of objects within. */
export type Properties = Readonly<Record<string, unknown>>;

const memberOf = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
const isInner = (v: unknown): v is Properties => typeof v === "object" && v !== null;

/** Sets what is given, and leaves the rest. */
export function writeProperties(node: HostObject, given: Properties): void {
  for (const [name, v] of Object.entries(given)) {
    if (isInner(v)) writeProperties(node.open(memberOf(name)), v);
    else if (v !== null && v !== undefined) node.write(memberOf(name), v);
  }
}

/** Reads what is wanted, in the shape it is wanted in. */
export function readProperties(node: HostObject, wanted: Properties): Properties {
  const wantedOnes = Object.entries(wanted).filter(([, v]) => v);
  return Object.fromEntries(wantedOnes.map(([name, v]) => [name, isInner(v) ? readProperties(node.open(memberOf(name)), v) : node.read(memberOf(name))]));
}
