import type { TableRow } from "../figures/Table";
import type { ReadSum } from "../structure/RowEvidence";
import { plainOrdinal } from "./rowNames";

/** A row with those numbered directly below it: "1.1", "1.2" of "1". */
interface Numbered {
  readonly place: number;
  readonly ordinal: string;
  readonly below: Numbered[];
}

const DOTTED = /^\d{1,3}(?:\.\d{1,3})*$/;
const OUTER = /^(?:[IVX]{1,6}|[A-HĐ])$/;
/** From this share of the numbered rows on, and so many, a table is ordered by its dotted numbers. */
const ORDERED = 0.5;
const FEWEST = 3;

const depthOf = (ordinal: string): number => (OUTER.test(ordinal) ? 0 : ordinal.split(".").length);

/** Whether those below a row count 1, 2, 3 under its own number: where they do not, nobody knows what belongs to it. */
function isInOrder({ ordinal, below }: Numbered): boolean {
  const prefix = OUTER.test(ordinal) ? "" : `${ordinal}.`;
  return below.every((each, index) => each.ordinal === `${prefix}${index + 1}` || (index === 9 && each.ordinal === `${prefix}1` && prefix !== ""));
}

/**
 * What rows add up by their dotted numbers alone: each those numbered directly below it. Rows without a number, such as the answers to choose from, are no
 * parts of anything. Undefined where a table is not ordered so; rows under which the numbering fails add up nothing.
 */
export function ordinalSums(rows: readonly TableRow[]): readonly ReadSum[] | undefined {
  const numbered = rows.map(({ ordinal }) => plainOrdinal(ordinal));
  const counted = numbered.filter((ordinal) => DOTTED.test(ordinal) || OUTER.test(ordinal)).length;
  const dotted = numbered.filter((ordinal) => DOTTED.test(ordinal) && ordinal.includes(".")).length;
  if (dotted < FEWEST || dotted < ORDERED * counted) return undefined;
  const all: Numbered[] = [];
  const open: Numbered[] = [];
  for (const [place, ordinal] of numbered.entries()) {
    if (!DOTTED.test(ordinal) && !OUTER.test(ordinal)) continue;
    const depth = depthOf(ordinal);
    while (open.length > 0 && depthOf(open.at(-1)!.ordinal) >= depth) open.pop();
    const own: Numbered = { place, ordinal, below: [] };
    open.at(-1)?.below.push(own);
    all.push(own);
    open.push(own);
  }
  return all
    .filter((each) => each.below.length > 1 && isInOrder(each))
    .map(({ place, below }): ReadSum => ({ row: place, parts: below.map((each) => each.place), isShownOnly: false, isSure: false }));
}
