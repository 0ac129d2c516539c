import { unzipSync, Inflate, type UnzipFileInfo } from "fflate";
import type { Steps } from "../../core/steps";
import { fileTrouble } from "../troubles";

/** Real workbooks stay far below; a 200,000-row report unpacks to some 110 MB. */
const MOST_BYTES = 256 * 1024 * 1024;
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

/** So many packed bytes are unpacked in a few milliseconds. */
const SLICE = 1 << 15;

/** What was packed by DEFLATE into so many bytes, in steps. Throws where it is damaged or of another size. */
function* inflated(packed: Uint8Array, size: number): Steps<Uint8Array> {
  const whole = new Uint8Array(size);
  let at = 0;
  const inflate = new Inflate((piece) => {
    // Throws where there are more bytes than announced.
    whole.set(piece, at);
    at += piece.length;
  });
  for (let start = 0; start < packed.length; start += SLICE) {
    inflate.push(packed.subarray(start, start + SLICE), start + SLICE >= packed.length);
    yield;
  }
  if (at !== size) throw new RangeError(`${at} bytes instead of ${size}`);
  return whole;
}

/** Signatures of the parts of a zip (APPNOTE.TXT 4.3), as numbers of four bytes. */
const CENTRAL = 0x02014b50, LOCAL = 0x04034b50, END = 0x06054b50;
const END_LENGTH = 22;
/** A comment at the end of a zip is no longer. */
const LONGEST_COMMENT = 0xffff;

/**
 * The packed bytes of a zip's entries, by their names in plain ASCII, for the library tells entries but not where they lie.
 * Leaves out what it cannot be sure of: other names, names that stand twice, and zips of more than 4 GB.
 */
function packedEntries(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = new Map<string, Uint8Array>();
  let end = bytes.length - END_LENGTH;
  while (end >= 0 && end >= bytes.length - END_LENGTH - LONGEST_COMMENT && view.getUint32(end, true) !== END) end--;
  if (end < 0 || view.getUint32(end, true) !== END) return found;
  const twice = new Set<string>();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0 && at + 46 <= end && view.getUint32(at, true) === CENTRAL; left--) {
    const [size, local, nameLength] = [view.getUint32(at + 20, true), view.getUint32(at + 42, true), view.getUint16(at + 28, true)];
    const name = String.fromCharCode(...bytes.subarray(at + 46, at + 46 + nameLength));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (local + 30 > end || view.getUint32(local, true) !== LOCAL) continue;
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (start + size > end) continue;
    if (found.has(name)) twice.add(name);
    found.set(name, bytes.subarray(start, start + size));
  }
  for (const name of twice) found.delete(name);
  return found;
}
