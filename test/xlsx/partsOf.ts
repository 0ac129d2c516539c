import { unzipSync } from "fflate";

/** The parts of a zip, each as a string of its bytes, so that a difference shows. */
export function partsOf(zip: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, new TextDecoder("latin1").decode(bytes)]));
}

/** The parts as text. */
export function textOf(zip: Uint8Array, part: string): string {
  return new TextDecoder().decode(unzipSync(zip)[part]);
}

/** Names of parts that are not the same in both, or stand in one only. */
export function changedParts(before: Uint8Array, after: Uint8Array): readonly string[] {
  const [old, fresh] = [partsOf(before), partsOf(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(fresh)])].filter((name) => old[name] !== fresh[name]).sort();
}
