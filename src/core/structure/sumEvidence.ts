import type { Block, Members, Sums } from "./Block";
import { MOST_TOLD, type Body } from "./Body";
import type { Nats } from "./roleCosts";

/** What a row is held against: figures added up, all and those shown, and which rows these are. */
export interface Added extends Pick<Block, "sums" | "shown" | "unknown" | "members" | "leaves"> {
  readonly count: number;
}

/** The most that one equal figure is worth; columns that add up others follow from these. */
const MOST_GAIN = 4;
const DERIVED = 0.4;
const FIRST_MISS = 5;
const NEXT_MISS = 4;
const DERIVED_MISS = 1;
/** Where nearly everything is out, one column more tells nothing new. */
const MOST_MISSES = 20;
const FORMULA_SAYS_SO = 6;
const FORMULA_SAYS_OTHER = 4;
/** What somebody says goes before words and figures, but makes no other rows what they are not. */
export const TOLD_SO = 30;
const TOLD_OTHERWISE = 500;
/** A total that was typed may be that of the rows shown. */
const TYPED_AS_SHOWN = 3;

/** The gains of small counts; greater ones gain no more. */
const GAINS = Float64Array.from({ length: 128 }, (_, count) => Math.min(0.7 + 0.7 * Math.log1p(count), MOST_GAIN));

/** How well figures of a row are the sums of others: what equal ones need not be explained twice, what others have to be. Noughts say nothing. */
function figuresCost({ counts, unknown, isDerived, width }: Body, row: number, sums: Sums, unreadable: number): Nats {
  const hidden = unreadable | unknown[row]!;
  let [gain, cost, misses, derivedMisses] = [0, 0, 0, 0];
  for (let column = 0; column < width; column++) {
    if (hidden !== 0 && column < MOST_TOLD && (hidden >>> column) & 1) continue;
    const [stated, sum] = [counts[row * width + column]!, sums[column]!];
    const derived = isDerived[column] === 1;
    if (stated !== sum) {
      if (derived) derivedMisses++;
      else cost += misses++ === 0 ? FIRST_MISS : NEXT_MISS;
    } else if (stated !== 0) gain += (GAINS[stated < 0 ? -stated : stated] ?? MOST_GAIN) * (derived ? DERIVED : 1);
  }
  // What adds up others is out as soon as one of these is.
  if (derivedMisses > 0) cost += misses > 0 ? DERIVED_MISS * derivedMisses : FIRST_MISS + NEXT_MISS * (derivedMisses - 1);
  return Math.min(cost, MOST_MISSES) - gain;
}

/** What the formulas of a row say of the rows it adds up. */
export function formulaSays(body: Body, row: number, { members, leaves }: { readonly members: Members; readonly leaves: Members }): "so" | "other" | undefined {
  const adds = body.adds.get(row);
  if (!adds) return undefined;
  return adds === members || adds === leaves ? "so" : "other";
}

/** Whether a row leaves out what is not shown: by its formulas, or because its figures are those of the rows shown. */
export function isOfShown(body: Body, row: number, { sums, shown, unknown }: Pick<Added, "sums" | "shown" | "unknown">): boolean {
  if (!body.hasHidden) return false;
  if (body.rows[row]!.adds) return body.rows[row]!.addsShownOnly === true;
  return figuresCost(body, row, shown, unknown) + TYPED_AS_SHOWN < figuresCost(body, row, sums, unknown);
}

/**
 * What it costs, or gains, that a row states the sum of others. A row still to be filled in says nothing, and nothing is said of others that are.
 * A formula that adds up just these is believed whatever it shows: it may pass over texts, or be out of date. What somebody says is
 * believed before all.
 */
export function sumEvidence(body: Body, row: number, added: Added): Nats {
  const told = body.told.get(row);
  if (told !== undefined && (told === 0 || (told !== added.members && told !== added.leaves))) return TOLD_OTHERWISE;
  const says = told === undefined ? formulaSays(body, row, added) : "so";
  const said = told !== undefined ? -TOLD_SO : says === "so" ? -FORMULA_SAYS_SO : says === "other" ? FORMULA_SAYS_OTHER : 0;
  if (!body.rows[row]!.isFilled || added.members === 0) return said;
  const ofShown = isOfShown(body, row, added);
  const typed = ofShown && !body.rows[row]!.adds ? TYPED_AS_SHOWN : 0;
  const figures = figuresCost(body, row, ofShown ? added.shown : added.sums, added.unknown) + typed;
  return (says === "so" ? Math.min(0, figures) : figures) + said;
}
