import { unzipSync } from "fflate";
import { fileTrouble } from "../troubles";

/** Real workbooks stay far below; a 100,000-row report unpacks to some 50 MB. */
const MOST_BYTES = 768 * 1024 * 1024;
/** Above this size a file must not have shrunk more than so many times: sheets of one repeated row reach about 100. */
const SUSPECT_BYTES = 96 * 1024 * 1024;
const MOST_SHRUNK = 300;
const MOST_ENTRIES = 50_000;

/** The entries of a zip by name, in order. Sizes are looked at before anything is unpacked. Throws `TroubleError`. */
export function openZip(bytes: Uint8Array, name: string): ReadonlyMap<string, Uint8Array> {
  let entries = 0;
  let total = 0;
  const refuseBombs = ({ originalSize }: { readonly originalSize: number }): boolean => {
    entries++;
    total += originalSize;
    const bomb = total > MOST_BYTES || entries > MOST_ENTRIES || (total > SUSPECT_BYTES && total > bytes.length * MOST_SHRUNK);
    if (bomb) throw fileTrouble("tooLarge", name);
    return true;
  };
  // A first pass takes nothing, so that no early entry is unpacked before a late one is found too large.
  attempt(name, () => unzipSync(bytes, { filter: (file) => refuseBombs(file) && false }));
  return new Map(Object.entries(attempt(name, () => unzipSync(bytes))));
}

function attempt<Result>(name: string, unzip: () => Result): Result {
  try {
    return unzip();
  } catch (error) {
    if (error instanceof Error && error.name === "TroubleError") throw error;
    throw fileTrouble("truncated", name);
  }
}
