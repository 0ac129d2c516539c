import { a1Range, LAST_COLUMN, type Position, type Rectangle } from "../core/sheet/Address";
import { finish, type Steps } from "../core/steps";

/** How many cells a rectangle holds. */
export function sizeOf({ top, left, bottom, right }: Rectangle): number {
  return (bottom - top + 1) * (right - left + 1);
}

/** How many cells things hold that each have a rectangle. */
export function cellsOf(things: readonly { readonly rectangle: Rectangle }[]): number {
  return things.reduce((sum, { rectangle }) => sum + sizeOf(rectangle), 0);
}

/** Covers exactly these cells with few rectangles that do not overlap: runs along a row, joined downwards where they are alike. */
export const rectanglesOf = (positions: Iterable<Position>): readonly Rectangle[] => finish(rectanglesInSteps(positions));

/** The same, in steps. */
export function* rectanglesInSteps(positions: Iterable<Position>): Steps<readonly Rectangle[]> {
  const lines = new Map<number, number[]>();
  for (const { row, column } of positions) {
    const line = lines.get(row);
    if (line) line.push(column);
    else lines.set(row, [column]);
    yield;
  }
  const done: Rectangle[] = [];
  /** The rectangles that end in the row before, by the columns they span. */
  let above = new Map<number, Rectangle>();
  let before = -2;
  for (const row of Uint32Array.from(lines.keys()).sort()) {
    const here = new Map<number, Rectangle>();
    for (const [left, right] of runsOf(lines.get(row)!)) {
      const key = left * COLUMNS + right;
      const upper = before === row - 1 ? above.get(key) : undefined;
      if (upper) above.delete(key);
      here.set(key, { top: upper?.top ?? row, left, bottom: row, right });
    }
    done.push(...above.values());
    above = here;
    before = row;
    yield;
  }
  return [...done, ...above.values()].sort((one, other) => one.top - other.top || one.left - other.left);
}

const COLUMNS = LAST_COLUMN + 1;

/** Columns that touch, as first and last, from left to right. */
function runsOf(columns: number[]): readonly (readonly [left: number, right: number])[] {
  columns.sort((one, other) => one - other);
  const runs: [number, number][] = [];
  for (const column of columns) {
    const last = runs.at(-1);
    if (last && column <= last[1] + 1) last[1] = column;
    else runs.push([column, column]);
  }
  return runs;
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

/** Packs things that each have a rectangle, in order, into batches that weigh at most so much (one thing at least): by their cells unless told. */
export function batchesOf<T extends { readonly rectangle: Rectangle }>(
  things: readonly T[],
  most: number,
  weightOf: (thing: T) => number = ({ rectangle }) => sizeOf(rectangle),
): readonly (readonly T[])[] {
  const batches: T[][] = [];
  let filled = Infinity;
  for (const thing of things) {
    const weight = weightOf(thing);
    if (filled + weight > most) {
      batches.push([]);
      filled = 0;
    }
    batches.at(-1)!.push(thing);
    filled += weight;
  }
  return batches;
}
