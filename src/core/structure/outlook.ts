import { STEP, type Steps } from "../steps";
import type { Body } from "./Body";
import { TOLD_SO } from "./sumEvidence";

/** So far is looked ahead, or back. */
const FARTHEST = 800;
const WORTH = 3;
const MOST = 25;

/** Which rows may make up a sum: all; without those that divide up others; sections alone; numbered lines alone. */
const VARIANTS: readonly ((kind: string) => boolean)[] = [
  () => true,
  (kind) => kind === "number" || kind === "none" || kind === "roman" || kind === "capital",
  (kind) => kind === "roman" || kind === "capital",
  (kind) => kind === "number" || kind === "none",
];

/** How rows add up, by row. */
export interface Outlooks {
  /** The last of the rows below that come to what a row states; 0 where none do. What it would gain by that, in nats. */
  readonly last: Int32Array;
  readonly gain: Float64Array;
  /** 1 where figures speak for a row adding up some above it: all of a kind, or the sums, or the lines alone. */
  readonly isBelowItsParts: Uint8Array;
}

/** Rows that may make up a sum, top down, and where in them to begin for each row. */
interface Parts {
  readonly rows: Int32Array;
  /** How many of them stand before each row, and before the end. */
  readonly before: Int32Array;
}

/** The filled rows of some kinds. Of one set of kinds that a table has, once. */
function variantsIn({ kinds, rows, size }: Body): readonly Parts[] {
  const [all, told] = [[...new Set(kinds)], new Set<string>()];
  return VARIANTS.flatMap((isPart) => {
    const own = all.filter(isPart);
    if (own.length === 0 || told.has(own.join())) return [];
    told.add(own.join());
    const [found, before] = [new Int32Array(size), new Int32Array(size + 1)];
    for (let row = 0; row < size; row++) {
      before[row + 1] = before[row]!;
      if (rows[row]!.isFilled && own.includes(kinds[row]!)) found[before[row + 1]!++] = row;
    }
    return [{ rows: found, before }];
  });
}

/** Looks how rows add up. */
export function* outlooksOf(body: Body): Steps<Outlooks> {
  const { counts, width, size, rows } = body;
  const variants = variantsIn(body);
  const [last, gain, isBelowItsParts] = [new Int32Array(size), new Float64Array(size), new Uint8Array(size)];
  const sums = new Float64Array(width);
  const most = { last: 0, gain: 0 };
  /**
   * How far rows from a place in a list on add up to a row: in how many columns that are not nought they come to just its figures, at the row
   * where most do. Figures are not below 0, so that it ends as soon as most columns have gone past. It is told in `most`, if it is more.
   */
  function meets(row: number, parts: ArrayLike<number>, from: number, end: number, step: 1 | -1): boolean {
    const base = row * width;
    let filled = 0;
    for (let column = 0; column < width; column++) {
      sums[column] = 0;
      if (counts[base + column] !== 0) filled++;
    }
    let [best, at] = [0, -1];
    for (let place = from; place !== end; place += step) {
      const other = parts[place]!;
      if (Math.abs(other - row) >= FARTHEST) break;
      let [equal, past] = [0, 0];
      for (let column = 0; column < width; column++) {
        const stated = counts[base + column]!;
        const sum = (sums[column]! += counts[other * width + column]!);
        if (sum > stated) past++;
        else if (sum === stated && stated !== 0) equal++;
      }
      if (equal > best) [best, at] = [equal, other];
      if (past * 2 > width) break;
    }
    if (best * 2 <= filled) return false;
    const found = Math.min(MOST, best * WORTH);
    if (found > most.gain) [most.last, most.gain] = [at, found];
    return true;
  }
  /** Rows above that are sums, by what is below or above them, and those with nothing above that comes to them. */
  const [added, plain]: [number[], number[]] = [[], []];
  let isAnyBelow = false;
  for (let row = 0; row < size; row++) {
    if (row % STEP === STEP - 1) yield;
    if (!rows[row]!.isFilled) continue;
    [most.last, most.gain] = [0, 0];
    for (const { rows: parts, before } of variants) meets(row, parts, before[row + 1]!, before[size]!, 1);
    [last[row], gain[row]] = [most.last, most.gain];
    const isBelow: boolean =
      variants.some(({ rows: parts, before }) => meets(row, parts, before[row]! - 1, -1, -1)) ||
      meets(row, added, added.length - 1, -1, -1) ||
      (isAnyBelow && meets(row, plain, plain.length - 1, -1, -1));
    if (isBelow) isBelowItsParts[row] = 1;
    else plain.push(row);
    if (isBelow || gain[row]! > 0) added.push(row);
    isAnyBelow ||= isBelow;
  }
  for (const [row, { told }] of rows.entries()) {
    if (!told) continue;
    const isFirst = told.length > 0 && told.every((part) => part > row);
    [last[row], gain[row]] = isFirst ? [told.at(-1)!, TOLD_SO] : [0, 0];
    isBelowItsParts[row] = told.length > 0 && !isFirst ? 1 : 0;
  }
  return { last, gain, isBelowItsParts };
}
