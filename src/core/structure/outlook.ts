import type { Body } from "./Body";

/** What a row would gain if the rows below it, up to one of them, were what it adds up. */
export interface Outlook {
  readonly last: number;
  readonly gain: number;
}

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

/** Looks how rows add up, each when first asked for. */
export class Outlooks {
  private readonly below: (Outlook | null)[] = [];
  private readonly above: boolean[] = [];
  private isAnyAbove = false;
  /** The kinds of ordinals there are; of one, fewer ways to look differ. */
  private readonly variants: readonly ((kind: string) => boolean)[];

  constructor(private readonly body: Body) {
    const kinds = [...new Set(body.kinds)];
    const told = new Set<string>();
    this.variants = VARIANTS.filter((isPart) => {
      const own = kinds.filter(isPart).join();
      return own !== "" && !told.has(own) && told.add(own);
    });
  }

  /** What speaks for a row adding up those below it. */
  ahead(row: number): Outlook | undefined {
    if (this.below[row] === undefined) {
      let most: Outlook | undefined;
      for (const isPart of this.variants) {
        const found = this.meets(row, 1, (other) => isPart(this.body.kinds[other]!));
        if (found && (!most || found.gain > most.gain)) most = found;
      }
      this.below[row] = most ?? null;
    }
    return this.below[row] ?? undefined;
  }

  /** Whether figures speak for a row adding up some above it: all of a kind, or the sums, or the lines alone. */
  isBelowItsParts(row: number): boolean {
    for (let each = this.above.length; each <= row; each++) {
      this.above.push(this.addsUpAbove(each));
      this.isAnyAbove ||= this.above[each]!;
    }
    return this.above[row]!;
  }

  private addsUpAbove(row: number): boolean {
    if (!this.body.rows[row]!.isFilled) return false;
    if (this.variants.some((isPart) => this.meets(row, -1, (other) => isPart(this.body.kinds[other]!)))) return true;
    const isSum = (other: number): boolean => this.above[other]! || this.ahead(other) !== undefined;
    return this.meets(row, -1, isSum) !== undefined || (this.isAnyAbove && this.meets(row, -1, (other) => !this.above[other]) !== undefined);
  }

  /**
   * How far the rows from a place on add up to a row: in how many columns that are not nought they come to just its figures, at the row
   * where most do. Figures are not below 0, so that it ends as soon as most columns have gone past.
   */
  private meets(row: number, step: 1 | -1, isPart: (row: number) => boolean): Outlook | undefined {
    const { counts, width, size, rows } = this.body;
    const sums = new Float64Array(width);
    let filled = 0;
    for (let column = 0; column < width; column++) if (counts[row * width + column] !== 0) filled++;
    if (filled === 0) return undefined;
    let [best, last, members] = [0, -1, 0];
    for (let other = row + step; other >= 0 && other < size && Math.abs(other - row) < FARTHEST; other += step) {
      if (!rows[other]!.isFilled || !isPart(other)) continue;
      members++;
      let [equal, past] = [0, 0];
      for (let column = 0; column < width; column++) {
        const stated = counts[row * width + column]!;
        const sum = (sums[column]! += counts[other * width + column]!);
        if (sum > stated) past++;
        else if (sum === stated && stated !== 0) equal++;
      }
      if (equal > best) [best, last] = [equal, other];
      if (past * 2 > width) break;
    }
    return best * 2 > filled && members > 0 ? { last, gain: Math.min(MOST, best * WORTH) } : undefined;
  }
}
