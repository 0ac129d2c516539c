import { kindOf, type Body } from "./Body";

/** What a row would gain if the rows below it, up to one of them, were what it adds up. */
export interface Outlook {
  readonly last: number;
  readonly gain: number;
}

/** So far is looked ahead, or back. */
const FARTHEST = 800;
/** The rows that may make up a sum: all; without those that divide up others; sections alone; numbered lines alone. */
const VARIANTS: readonly ((kind: string) => boolean)[] = [
  () => true,
  (kind) => kind === "number" || kind === "none" || kind === "roman" || kind === "capital",
  (kind) => kind === "roman" || kind === "capital",
  (kind) => kind === "number" || kind === "none",
];
const WORTH = 3;
const MOST = 25;

/**
 * How far the rows from a place on add up to a row: in how many columns that are not nought they come to just its figures, at the row
 * where most do. Figures are not below 0, so that it ends as soon as most columns have gone past.
 */
function meets({ counts, width, size, rows, signs }: Body, row: number, step: 1 | -1, isPart: (kind: string) => boolean): Outlook | undefined {
  const sums = new Float64Array(width);
  let filled = 0;
  for (let column = 0; column < width; column++) if (counts[row * width + column] !== 0) filled++;
  if (filled === 0) return undefined;
  let [best, last, members] = [0, -1, 0];
  for (let other = row + step; other >= 0 && other < size && Math.abs(other - row) < FARTHEST; other += step) {
    if (!rows[other]!.isFilled || !isPart(kindOf(signs[other]!))) continue;
    members++;
    let [equal, past] = [0, 0];
    for (let column = 0; column < width; column++) {
      const stated = counts[row * width + column]!;
      const sum = (sums[column]! += counts[other * width + column]!);
      if (sum > stated) past++;
      else if (sum === stated && stated !== 0) equal++;
    }
    if (members > 1 && equal > best) [best, last] = [equal, other];
    if (past * 2 > width) break;
  }
  return best * 2 > filled ? { last, gain: Math.min(MOST, best * WORTH) } : undefined;
}

/** What speaks for a row adding up those below it. */
export function ahead(body: Body, row: number): Outlook | undefined {
  let most: Outlook | undefined;
  for (const isPart of VARIANTS) {
    const found = meets(body, row, 1, isPart);
    if (found && (!most || found.gain > most.gain)) most = found;
  }
  return most;
}

/** Whether figures speak for a row adding up those above it, or below. */
export const mayBeSum = (body: Body, row: number): boolean => ahead(body, row) !== undefined || VARIANTS.some((isPart) => meets(body, row, -1, isPart) !== undefined);
