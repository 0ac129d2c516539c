import { fold } from "../sheet/fold";
import { isExact, mayBe } from "./Amount";
import { sayPrinted, type Claim } from "./Claim";
import { isSlip } from "./isSlip";
import { amountOf, type Mention, type ReportRead } from "./Mention";
import type { ReportFigure } from "./readFigures";
import type { Context } from "./contextsOf";

/** A figure, and all that tells it from others of its name. */
interface Named {
  readonly key: string;
  /** By its quantity, or only by the same words. */
  readonly by: "quantity" | "words";
  readonly mention: Mention;
}

/** Figures further apart than by this are of two things, whatever they are called. */
const FURTHEST_FACTOR = 2.5;

/** One quantity of one scope and period is told alike wherever it is told. */
export function restated(read: ReportRead, contexts: ReadonlyMap<Mention, Context>): readonly Claim[] {
  const first = new Map<string, Named>();
  const pairs: (readonly [Named, Named])[] = [];
  for (const { mentions } of read.paragraphs) {
    for (const mention of mentions) {
      for (const named of namesOf(mention, contexts.get(mention)!)) {
        const before = first.get(named.key);
        if (!before) first.set(named.key, named);
        else if (before.mention.paragraph !== mention.paragraph) pairs.push([before, named]);
      }
    }
  }
  return claimsOf(pairs);
}

/** Letters alone: what a label says besides its quantity. */
const wordsOf = (residue: string): readonly string[] => residue.split(/[^a-z]+/).filter((word) => word !== "" && word !== "linh" && word !== "vuc");

/** What is counted, as the figure says or what it is a part of. */
function nounOf(mention: Mention): string {
  let each: Mention | undefined = mention;
  while (each && each.figure.noun === undefined) each = each.group?.whole;
  return each?.figure.noun ?? "";
}

function namesOf(mention: Mention, { scope, period, lead }: Context): readonly Named[] {
  const { figure, quantities, kinds, residue, group } = mention;
  if (!isExact(figure.amount) || figure.of) return [];
  const [own, whole] = [wordsOf(residue), wordsOf(group?.whole?.residue ?? "")];
  const noun = nounOf(mention);
  if (quantities.length > 0 && own.length + whole.length === 0 && lead === "" && (noun === "" || noun === fold(quantities[0]!.unit))) {
    return quantities.map(({ id }) => ({ key: [id, scope, period].join("|"), by: "quantity", mention }));
  }
  const words = [...new Set([...own, ...whole])].sort().join(" ");
  if (quantities.length > 0 || own.length === 0 || words.length < 4 || noun === "") return [];
  return [{ key: [noun, words, [...kinds].sort().join(" "), scope, period, lead].join("|"), by: "words", mention }];
}

function claimsOf(pairs: readonly (readonly [Named, Named])[]): readonly Claim[] {
  const isSame = ([one, other]: readonly [Named, Named]): boolean => mayBe(amountOf(one.mention), amountOf(other.mention));
  const between = ([one, other]: readonly [Named, Named]): string => `${one.mention.paragraph} ${other.mention.paragraph}`;
  const tally = new Map<string, { agree: number; differ: number }>();
  for (const pair of pairs) {
    const counts = tally.get(between(pair)) ?? { agree: 0, differ: 0 };
    counts[isSame(pair) ? "agree" : "differ"]++;
    tally.set(between(pair), counts);
  }
  return pairs.flatMap((pair) => {
    const [one, other] = pair;
    const common = { kind: "restated", at: other.mention.figure, figures: [other.mention.figure.start, one.mention.figure.start] } as const;
    if (isSame(pair)) return [{ ...common, verdict: "agrees" as const }];
    // Two paragraphs that differ in most of what both tell are about two things.
    const { agree, differ } = tally.get(between(pair))!;
    const [less, more] = [amountOf(one.mention).low, amountOf(other.mention).low].sort((first, second) => first - second);
    const isNear = one.by === "quantity" ? less! > 0 && more! <= FURTHEST_FACTOR * less! : isSlip(less!, more!);
    return isNear && (differ <= 1 || differ <= agree) ? [{ ...common, ...differing(one.mention.figure, other.mention.figure) }] : [];
  });
}

/** Two figures that should be one. */
function differing(one: ReportFigure, other: ReportFigure): Pick<Claim, "verdict" | "difference" | "mends"> {
  const [before, now] = [sayPrinted(one), sayPrinted(other)];
  const message = { vi: `Cùng một số liệu nhưng ở đây ghi ${now}, nơi khác ghi ${before}.`, en: `The same figure is ${now} here and ${before} elsewhere.` };
  const slip = isSlip(one.amount.low, other.amount.low);
  return {
    verdict: "differs",
    difference: { severity: "error", at: other, stated: now, expected: before, other: { at: one }, message },
    mends: [{ at: other, stated: now, expected: before, isSlip: slip }, { at: one, stated: before, expected: now, isSlip: slip }],
  };
}
