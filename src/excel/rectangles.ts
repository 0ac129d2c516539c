import { a1Range, LAST_COLUMN, positionKey, type Position, type Rectangle } from "../core/sheet/Address";

/** How many cells a rectangle holds. */
export function sizeOf({ top, left, bottom, right }: Rectangle): number {
  return (bottom - top + 1) * (right - left + 1);
}

/** The smallest rectangle around all positions; undefined when there are none. */
export function boundsOf(positions: Iterable<Position>): Rectangle | undefined {
  let bounds: { top: number; left: number; bottom: number; right: number } | undefined;
  for (const { row, column } of positions) {
    if (!bounds) bounds = { top: row, left: column, bottom: row, right: column };
    bounds.top = Math.min(bounds.top, row);
    bounds.left = Math.min(bounds.left, column);
    bounds.bottom = Math.max(bounds.bottom, row);
    bounds.right = Math.max(bounds.right, column);
  }
  return bounds;
}

const COLUMNS = LAST_COLUMN + 1;

/** Covers exactly these cells with few rectangles that do not overlap: runs along a row, joined downwards where they are alike. */
export function rectanglesOf(positions: Iterable<Position>): readonly Rectangle[] {
  // Numbers in a typed array: a hundred thousand positions are sorted in milliseconds.
  const keys = Float64Array.from([...positions], positionKey).sort();
  const done: Rectangle[] = [];
  let above = new Map<number, Rectangle>();
  let current = new Map<number, Rectangle>();
  let row = -1;
  for (let start = 0; start < keys.length; ) {
    const first = keys[start]!;
    const top = Math.floor(first / COLUMNS);
    const left = first - top * COLUMNS;
    let last = first;
    let end = start + 1;
    // The next column of the same row, or the same position again.
    while (end < keys.length && keys[end]! - last <= 1 && keys[end]! < (top + 1) * COLUMNS) last = keys[end++]!;
    if (top !== row) {
      for (const each of above.values()) done.push(each);
      if (top === row + 1) above = current;
      else {
        for (const each of current.values()) done.push(each);
        above = new Map();
      }
      current = new Map();
      row = top;
    }
    const right = left + last - first;
    const key = left * COLUMNS + right;
    const upper = above.get(key);
    above.delete(key);
    current.set(key, { top: upper?.top ?? row, left, bottom: row, right });
    start = end;
  }
  return [...done, ...above.values(), ...current.values()].sort((one, other) => one.top - other.top || one.left - other.left);
}

/** Excel takes addresses of at most 8,192 characters. */
const LONGEST_ADDRESS = 8_000;

/** The rectangles as addresses for `getRanges`, as few as Excel's limit on their length allows. */
export function addressesOf(rectangles: readonly Rectangle[]): readonly string[] {
  const addresses: string[] = [];
  let address = "";
  for (const rectangle of rectangles) {
    const part = a1Range(rectangle);
    if (address !== "" && address.length + 1 + part.length > LONGEST_ADDRESS) {
      addresses.push(address);
      address = "";
    }
    address = address === "" ? part : `${address},${part}`;
  }
  return address === "" ? addresses : [...addresses, address];
}

/** Cuts a rectangle into bands of whole rows of at most so many cells each (one row at least). */
export function bandsOf({ top, left, bottom, right }: Rectangle, cells: number): readonly Rectangle[] {
  const rows = Math.max(1, Math.floor(cells / (right - left + 1)));
  const bands: Rectangle[] = [];
  for (let start = top; start <= bottom; start += rows) {
    bands.push({ top: start, left, bottom: Math.min(bottom, start + rows - 1), right });
  }
  return bands;
}

/** Packs things that each have a rectangle, in order, into batches of at most so many cells (one thing at least). */
export function batchesOf<T extends { readonly rectangle: Rectangle }>(things: readonly T[], cells: number): readonly (readonly T[])[] {
  const batches: T[][] = [];
  let filled = Infinity;
  for (const thing of things) {
    const size = sizeOf(thing.rectangle);
    if (filled + size > cells) {
      batches.push([]);
      filled = 0;
    }
    batches.at(-1)!.push(thing);
    filled += size;
  }
  return batches;
}
