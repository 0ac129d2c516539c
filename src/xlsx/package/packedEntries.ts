/** Signatures of the parts of a zip (APPNOTE.TXT 4.3), as numbers of four bytes. */
const CENTRAL = 0x02014b50, LOCAL = 0x04034b50, END = 0x06054b50;
const END_LENGTH = 22;
/** A comment at the end of a zip is no longer. */
const LONGEST_COMMENT = 0xffff;

/**
 * The packed bytes of a zip's entries, by their names in plain ASCII, for the library tells entries but not where they lie.
 * Leaves out what it cannot be sure of: other names, names that stand twice, and zips of more than 4 GB.
 */
export function packedEntries(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
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
