import { isExact, ONE, shareFit } from "./Amount";
import { around, sayPrinted, type Claim } from "./Claim";
import { isSlip } from "./isSlip";
import type { ReportRead } from "./Mention";
import type { ReportFigure } from "./readFigures";

type Base = NonNullable<ReportFigure["of"]>;

/** What is counted in fractions of one list has one whole; shorter numbers are too often near each other. */
const LEAST = 1000 * ONE;
/** So many paragraphs may lie between fractions of one list. */
const FURTHEST_PARAGRAPHS = 3;

/**
 * Wholes of fractions that follow one another, "5.277/5.277 hồ sơ … 685/5.227 hồ sơ": where a slip of the hand lies between two of them, and
 * the text tells one by itself, the other was mistyped. A share that follows from the mistyped one is of the same cause.
 */
export function fractionBases({ paragraphs }: ReportRead): readonly Claim[] {
  const told = new Set(paragraphs.flatMap(({ mentions }) => mentions.filter(({ figure }) => !figure.of && isExact(figure.amount)).map(({ figure }) => figure.amount.low)));
  const claims: Claim[] = [];
  let before: { readonly base: Base; readonly figure: ReportFigure; readonly paragraph: number } | undefined;
  for (const { index, figures } of paragraphs) {
    for (const figure of figures) {
      const base = figure.of;
      if (!base || figure.kind !== "count" || !isExact(base.amount) || base.amount.low < LEAST) continue;
      const near = before && index - before.paragraph <= FURTHEST_PARAGRAPHS && before.figure.noun === figure.noun ? before : undefined;
      before = { base, figure, paragraph: index };
      if (!near || near.base.amount.low === base.amount.low || !isSlip(near.base.amount.low, base.amount.low)) continue;
      const [isNear, isThis] = [told.has(near.base.amount.low), told.has(base.amount.low)];
      if (isNear === isThis) continue;
      const [wrong, right] = isThis ? [near, before] : [before, near];
      claims.push(mistyped(wrong.base, right.base, followers(paragraphs.slice(Math.max(0, index - FURTHEST_PARAGRAPHS), index + FURTHEST_PARAGRAPHS + 1).flatMap((each) => each.figures), wrong.base, right.base), wrong.figure));
    }
  }
  return claims;
}

/** Shares printed after fractions of the right whole that are those of the wrong one. */
const followers = (figures: readonly ReportFigure[], wrong: Base, right: Base): readonly ReportFigure[] =>
  figures.filter((share, place) => {
    const part = figures[place - 1];
    if (share.kind !== "percent" || part?.of?.amount.low !== right.amount.low) return false;
    return shareFit(part.amount, right.amount, share.printed) === "off" && shareFit(part.amount, wrong.amount, share.printed) === "rounded";
  });

function mistyped(wrong: Base, right: Base, shares: readonly ReportFigure[], own: ReportFigure): Claim {
  const [stated, expected] = [sayPrinted(wrong), sayPrinted(right)];
  const follows = shares.map(({ printed }) => `${printed.units / 10 ** printed.digits}%`.replace(".", ",")).join(", ");
  const message = {
    vi: `Tổng ghi ${stated}, các số cùng loại bên cạnh và nơi khác ghi ${expected}${follows ? `; ${follows} đã tính theo ${stated}` : ""}.`,
    en: `The whole is printed ${stated}, beside it and elsewhere ${expected}${follows ? `; ${follows} follows from ${stated}` : ""}.`,
  };
  return {
    kind: "restated",
    at: around(own, wrong),
    verdict: "differs",
    figures: [wrong.start, right.start, ...shares.map(({ start }) => start)],
    difference: { severity: "error", at: wrong, stated, expected, other: { at: right }, message },
    mends: [{ at: wrong, stated, expected, isSlip: true }],
  };
}
