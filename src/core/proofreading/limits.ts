import type { Quantity, Vocabulary } from "../quantities/Vocabulary";
import { fold } from "../sheet/fold";
import { exceeds, isExact } from "./Amount";
import { around, sayPrinted, type Claim } from "./Claim";
import type { Context } from "./contextsOf";
import { amountOf, type Mention, type ReportRead } from "./Mention";

/** What a quantity cannot exceed, as the vocabulary says: what it is a part of, at any depth, or `atMost`. */
function limitsOf({ id, atMost = [] }: Quantity, { quantities }: Vocabulary): ReadonlySet<string> {
  const found = new Set(atMost);
  for (const each of [id, ...found]) {
    for (const { id: whole, splits = [] } of quantities) if (whole !== each && splits.some((split) => split.includes(each))) found.add(whole);
  }
  return found;
}

/** A report tells a whole no more often than by so many scopes and periods. */
const MOST_WHOLES = 20;

/** No part of what is received is greater than all of it, wherever the two are told: online files, or those resolved. */
export function limits({ paragraphs }: ReportRead, contexts: ReadonlyMap<Mention, Context>, vocabulary: Vocabulary): readonly Claim[] {
  const wholes = new Map<string, Mention[]>();
  const told = paragraphs.flatMap(({ mentions }) => mentions).filter((mention) => isWhole(mention));
  for (const mention of told) {
    for (const { id } of mention.quantities) {
      const known = wholes.get(id);
      if (!known) wholes.set(id, [mention]);
      else if (known.length < MOST_WHOLES) known.push(mention);
    }
  }
  const known = new Map<Quantity, ReadonlySet<string>>();
  return told.flatMap((part) =>
    part.quantities.slice(0, 1).flatMap((quantity) => {
      const limits = known.get(quantity) ?? limitsOf(quantity, vocabulary);
      known.set(quantity, limits);
      const whole = [...limits].flatMap((id) => wholes.get(id)?.find((each) => areOfOne(part, each, contexts)) ?? [])[0];
      return whole && exceeds(amountOf(part), amountOf(whole)) ? [differing(part, whole, quantity.atMost?.includes(whole.quantities[0]!.id) ?? false)] : [];
    }),
  );
}

/** Whether nothing restricts a figure. */
const isWhole = ({ figure, quantities, residue, group }: Mention): boolean =>
  quantities.length > 0 && (figure.noun === undefined || figure.noun === fold(quantities[0]!.unit)) && isExact(figure.amount) && !figure.of && residue === "" && (group?.whole?.residue ?? "") === "" && figure.amount.low > 0;

/** Whether two are of one scope, and of no two periods; those told as parts of something are judged there. */
function areOfOne(part: Mention, whole: Mention, contexts: ReadonlyMap<Mention, Context>): boolean {
  const [one, other] = [contexts.get(part)!, contexts.get(whole)!];
  const isOnePeriod = one.period === other.period || one.period === "" || other.period === "" || /^\d/.test(one.period + other.period);
  return part.paragraph !== whole.paragraph && one.scope === other.scope && one.lead === "" && other.lead === "" && isOnePeriod && part.quantities[0]!.unit === whole.quantities[0]!.unit;
}

/** Where it is no part, only a bound, the two may have been counted over different things: that is asked. */
function differing(part: Mention, whole: Mention, isBound: boolean): Claim {
  const [stated, most] = [sayPrinted(part.figure), sayPrinted(whole.figure)];
  const [name, of] = [part.quantities[0]!.name, whole.quantities[0]!.name];
  const message = { vi: `${stated} ${name.vi} nhiều hơn tổng số ${most} ${of.vi}.`, en: `${stated} ${name.en} are more than the ${most} ${of.en}.` };
  return {
    kind: "bound",
    at: around(part.figure),
    verdict: "differs",
    figures: [part.figure.start, whole.figure.start],
    difference: { severity: isBound ? "warning" : "error", at: part.figure, stated, expected: "", other: { at: whole.figure }, message },
  };
}
