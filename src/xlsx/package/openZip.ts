import { unzipSync, type UnzipFileInfo } from "fflate";
import type { Steps } from "../../core/steps";
import { fileTrouble } from "../troubles";
import { inflated } from "./inflated";
import { packedEntries } from "./packedEntries";

/** Real workbooks stay far below; a 100,000-row report unpacks to some 50 MB. */
const MOST_BYTES = 768 * 1024 * 1024;
/** Above this size a file must not have shrunk more than so many times: sheets of one repeated row reach about 100. */
const SUSPECT_BYTES = 96 * 1024 * 1024;
const MOST_SHRUNK = 300;
const MOST_ENTRIES = 50_000;
/** Entries of more bytes are unpacked in steps. */
const LONG = 1 << 20;

/** The entries of a zip by name, in order, unpacked in steps. Sizes are looked at before anything is unpacked. Throws `TroubleError`. */
export function* openZip(bytes: Uint8Array, name: string): Steps<ReadonlyMap<string, Uint8Array>> {
  const entries: UnzipFileInfo[] = [];
  let total = 0;
  const refuseBombs = (entry: UnzipFileInfo): boolean => {
    entries.push(entry);
    total += entry.originalSize;
    const bomb = total > MOST_BYTES || entries.length > MOST_ENTRIES || (total > SUSPECT_BYTES && total > bytes.length * MOST_SHRUNK);
    if (bomb) throw fileTrouble("tooLarge", name);
    return false;
  };
  try {
    // A first pass takes nothing, so that no early entry is unpacked before a late one is found too large.
    unzipSync(bytes, { filter: refuseBombs });
    const packed = entries.some(({ originalSize }) => originalSize > LONG) ? packedEntries(bytes) : new Map<string, Uint8Array>();
    const inSteps = (entry: UnzipFileInfo): Uint8Array | undefined =>
      entry.compression === 8 && entry.originalSize > LONG ? packed.get(entry.name) : undefined;
    const others = unzipSync(bytes, { filter: (entry) => !inSteps(entry) });
    yield;
    const found = new Map<string, Uint8Array>();
    for (const entry of entries) {
      const long = inSteps(entry);
      const unpacked = long ? yield* inflated(long, entry.originalSize) : others[entry.name];
      if (unpacked) found.set(entry.name, unpacked);
    }
    return found;
  } catch (error) {
    if (error instanceof Error && error.name === "TroubleError") throw error;
    throw fileTrouble("truncated", name);
  }
}
