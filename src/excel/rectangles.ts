import { a1Range, positionKey, type Position, type Rectangle } from "../core/sheet/Address";

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

/** Covers exactly these cells with few rectangles that do not overlap: runs along a row, joined downwards where they are alike. */
export function rectanglesOf(positions: Iterable<Position>): readonly Rectangle[] {
  const distinct = [...new Map([...positions].map((each) => [positionKey(each), each])).values()];
  distinct.sort((first, second) => first.row - second.row || first.column - second.column);
  const done: Rectangle[] = [];
  let above = new Map<string, Rectangle>();
  let current = new Map<string, Rectangle>();
  let row = -1;
  for (let start = 0; start < distinct.length; ) {
    const first = distinct[start]!;
    let end = start + 1;
    while (distinct[end]?.row === first.row && distinct[end]!.column === first.column + end - start) end++;
    if (first.row !== row) {
      done.push(...above.values());
      above = first.row === row + 1 ? current : (done.push(...current.values()), new Map());
      current = new Map();
      row = first.row;
    }
    const right = first.column + end - start - 1;
    const key = `${first.column}:${right}`;
    const upper = above.get(key);
    above.delete(key);
    current.set(key, { top: upper?.top ?? row, left: first.column, bottom: row, right });
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
