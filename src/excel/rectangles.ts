import { a1Range, type Rectangle } from "../core/sheet/Address";

/** Where a range lies whose indexes and counts are loaded. */
export function rectangleOf({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Rectangle {
  return { top: rowIndex, left: columnIndex, bottom: rowIndex + rowCount - 1, right: columnIndex + columnCount - 1 };
}

/** How many cells a rectangle holds. */
export function sizeOf({ top, left, bottom, right }: Rectangle): number {
  return (bottom - top + 1) * (right - left + 1);
}

/** How many cells things hold that each have a rectangle. */
export function cellsOf(things: readonly { readonly rectangle: Rectangle }[]): number {
  return things.reduce((sum, { rectangle }) => sum + sizeOf(rectangle), 0);
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
