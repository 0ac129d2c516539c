import { markOfRow, type Members, type Sums } from "./Block";
import type { Evidence, RowEvidence } from "./RowEvidence";
import { rowSigns, type RowSigns } from "./rowSigns";
import { STEP, type Steps } from "../steps";

/** The rows of a table made ready for reading: signs looked up, figures added up from the top. */
export interface Body {
  readonly size: number;
  readonly width: number;
  readonly rows: readonly RowEvidence[];
  readonly signs: readonly RowSigns[];
  /** What kind of ordinal each has: each mark is a kind of its own, and a word is none. */
  readonly kinds: readonly string[];
  /** Kind and place of each row's ordinal as a number. */
  readonly tags: Float64Array;
  /** Figures row by row; what cannot be read is 0 here, and its bit set in `unknown`. */
  readonly counts: Float64Array;
  readonly unknown: Uint32Array;
  readonly isDerived: Uint8Array;
  /** A nought for each column. */
  readonly noughts: Sums;
  /** Figures of all rows before each, and of those shown. */
  readonly before: Float64Array;
  readonly shownBefore: Float64Array;
  readonly hasHidden: boolean;
  /** The rows with figures before each. */
  readonly filledBefore: Float64Array;
  /** Whether lines are numbered 1, 2, 3 for the most part, and whether any is. */
  readonly isNumbered: boolean;
  readonly hasNumbers: boolean;
  /** The rows that a row's formulas add up, where they add up any. */
  readonly adds: ReadonlyMap<number, Members>;
  /** The rows that somebody says it adds up, by row: none where it is said to be no sum. */
  readonly told: ReadonlyMap<number, Members>;
}

/** Columns told apart by a bit each. */
export const MOST_TOLD = 31;

/** Kind and place as a number above 0: kinds differ in their first letter or their length. */
const tagOf = (kind: string, value: number): number => kind.charCodeAt(0) + 0x10000 * kind.length + 0x100000 * value;

/** How kinds of ordinals are told apart: each mark is a kind of its own. */
const kindOf = ({ ordinal: { kind, under } }: RowSigns): string => (kind === "mark" ? under : kind === "words" ? "none" : kind);

/** What a row says of itself; words of a sum say nothing where somebody who knows says that it is none. */
function signsOf(row: RowEvidence): RowSigns {
  const { sum, ...others } = rowSigns(row);
  return sum && row.told?.length !== 0 ? { ...others, sum } : others;
}

/** Looks through the rows once. */
export function* bodyOf({ rows, width, counts: read, isDerived }: Evidence): Steps<Body> {
  const size = rows.length;
  const counts = read.slice();
  const [before, unknown] = [new Float64Array((size + 1) * width), new Uint32Array(size)];
  const hasHidden = rows.some(({ isHidden }) => isHidden === true);
  const shownBefore = hasHidden ? new Float64Array((size + 1) * width) : before;
  const filledBefore = new Float64Array(size + 1);
  const [signs, kinds, tags]: [RowSigns[], string[], Float64Array] = [[], [], new Float64Array(size)];
  let [numbered, filled] = [0, 0];
  for (let row = 0; row < size; row++) {
    if (row % STEP === STEP - 1) yield;
    const { isFilled, isHidden } = rows[row]!;
    const own = signsOf(rows[row]!);
    signs.push(own);
    kinds.push(kindOf(own));
    tags[row] = tagOf(kinds[row]!, own.ordinal.value);
    if (own.ordinal.kind === "number") numbered++;
    if (isFilled) filled++;
    for (let column = 0; column < width; column++) {
      const at = row * width + column;
      if (Number.isNaN(counts[at]!)) {
        counts[at] = 0;
        if (column < MOST_TOLD) unknown[row]! |= 1 << column;
      }
      before[at + width] = before[at]! + counts[at]!;
      if (hasHidden) shownBefore[at + width] = shownBefore[at]! + (isHidden ? 0 : counts[at]!);
    }
    filledBefore[row + 1] = filledBefore[row]! + (isFilled ? markOfRow(row) : 0);
  }
  const adds = new Map<number, Members>();
  for (const [row, { adds: stretches = [] }] of rows.entries()) {
    let all = 0;
    for (const [first, last] of stretches) all += filledBefore[last + 1]! - filledBefore[first]!;
    if (all !== 0) adds.set(row, all);
  }
  const told = new Map<number, Members>();
  for (const [row, { told: parts }] of rows.entries()) {
    if (parts) told.set(row, parts.reduce((all, part) => (rows[part]!.isFilled ? all + markOfRow(part) : all), 0));
  }
  return {
    size,
    width,
    rows,
    signs,
    kinds,
    tags,
    counts,
    unknown,
    isDerived,
    noughts: new Array<number>(width).fill(0),
    before,
    shownBefore,
    hasHidden,
    filledBefore,
    isNumbered: numbered * 2 > filled,
    hasNumbers: numbered > 0,
    adds,
    told,
  };
}
