import { isExact, ONE, shareFit, shareOf, together, type Amount } from "./Amount";
import { around, sayAmount, sayPrinted, sayShare, type Claim } from "./Claim";
import { isSlip } from "./isSlip";
import { amountOf, type Mention, type ParagraphRead } from "./Mention";
import type { ReportFigure } from "./readFigures";

const FURTHEST = 40;
/** Among so many figures around it a share's whole is looked for. */
const MOST_BASES = 20;

/** Percentages printed beside what they are the share of: "951/1.652 hồ sơ, đạt 57,57%", "quá hạn 73 hồ sơ, chiếm 0,01%". */
export function ratios(paragraphs: readonly ParagraphRead[], masked: string, beforeShare: ReadonlySet<string>): readonly Claim[] {
  return paragraphs.flatMap((paragraph) => {
    const places = new Map(paragraph.mentions.map(({ figure }, place) => [figure, place]));
    return paragraph.figures.flatMap((share, place) => {
      if (share.kind !== "percent") return [];
      const [before, after] = [paragraph.figures[place - 1], paragraph.figures[place + 1]];
      const saidAt = before && places.get(before);
      const said = saidAt === undefined ? undefined : paragraph.mentions[saidAt];
      const own = before && isBeside(before, share, said?.words.end ?? before.nounEnd, masked, beforeShare) ? before : undefined;
      if (own?.of) return [fraction(own, share)];
      // "13,75% (33/240 TTHC)"
      if (after?.of && after.kind === "count" && /^[\s(]*$/.test(masked.slice(share.nounEnd, after.start))) return [fraction(after, share)];
      return own && said ? shareOfPart(said, share, paragraph.mentions.slice(Math.max(0, saidAt! - MOST_BASES), saidAt! + MOST_BASES)) : [];
    });
  });
}

/** Whether nothing but words like "đạt tỷ lệ" stands between a figure and a percentage. */
function isBeside(figure: ReportFigure, share: ReportFigure, saidEnd: number, masked: string, beforeShare: ReadonlySet<string>): boolean {
  const from = saidEnd >= share.start ? figure.nounEnd : saidEnd;
  if (figure.kind !== "count" || share.start - from > FURTHEST) return false;
  const words = masked.slice(from, share.start);
  return !/[.;]/.test(words) && words.split(/[\s(),:]+/).every((word) => word === "" || beforeShare.has(word));
}

function fraction(own: ReportFigure, share: ReportFigure): Claim {
  const base = own.of!;
  const at = around(own, share);
  const figures = [share.start, own.start, base.start];
  const fit = shareFit(own.amount, base.amount, share.printed);
  if (fit === undefined || own.amount.isRough || share.amount.isRough) return { kind: "ratio", at, verdict: "cannot-tell", figures };
  if (fit === "rounded") return { kind: "ratio", at, verdict: "agrees", figures };
  return differing(share, { part: own.amount, whole: base.amount, place: around(own, base) }, fit === "cut" ? "warning" : "error", at, figures);
}

interface Base {
  readonly part: Amount;
  readonly whole: Amount;
  readonly place: ReturnType<typeof around>;
}

function differing(share: ReportFigure, { part, whole, place }: Base, severity: "error" | "warning", at: Claim["at"], figures: readonly number[]): Claim {
  const units = shareOf(part, whole, share.printed.digits);
  const [stated, expected] = [sayShare(share.printed), units === undefined ? "" : sayShare({ units, digits: share.printed.digits })];
  const [above, below] = [sayAmount(part), sayAmount(whole)];
  const worked = above && below ? `${above}/${below}${expected ? ` = ${expected}%` : ""}` : "";
  const message =
    severity === "warning"
      ? { vi: `${worked} khi làm tròn; ${stated}% là số đã cắt, không làm tròn.`, en: `${worked} rounded; ${stated}% was cut off instead.` }
      : { vi: `Tỷ lệ ghi ${stated}%, không khớp với số liệu${worked ? `: ${worked}` : " bên cạnh"}.`, en: `The share is printed ${stated}%, but${worked ? ` ${worked}` : " does not follow from the figures beside it"}.` };
  return { kind: "ratio", at, verdict: "differs", figures, difference: { severity, at: share, stated, expected, other: { at: place }, message }, mends: [{ at: share, stated, expected, isSlip: false }] };
}

/** Among so many of the last figures before a share its whole is taken to be, where a slip of the hand explains the difference. */
const NEAREST = 3;
/** Shorter percentages are too often a slip away from another. */
const LEAST_UNITS = 1000;

/** The figure just before of which a count would have the printed share, were it not for one slip of the hand in it: "79,74%" for 99,74%. */
function mistypedShare(part: Mention, { printed, amount }: ReportFigure, before: readonly Mention[]): Mention | undefined {
  if (printed.digits < 2 || printed.units < LEAST_UNITS || amount.isRough) return undefined;
  return before.slice(-NEAREST).find((base) => {
    const units = shareOf(amountOf(part), amountOf(base), printed.digits);
    return units !== undefined && amountOf(base).low > amountOf(part).low && isSlip(units * ONE, printed.units * ONE);
  });
}

/** The share of a count in a whole told elsewhere: the one it is a part of, else any count of the paragraph before it. */
function shareOfPart(part: Mention, share: ReportFigure, mentions: readonly Mention[]): readonly Claim[] {
  const at = around(part.figure, share);
  const alike = mentions.filter(({ figure }) => figure !== part.figure && figure.start < share.start && (figure.noun === part.figure.noun || figure.noun === undefined));
  const own = part.group?.whole;
  const others = mentions.filter(({ figure, group }) => figure !== part.figure && group === part.group && figure.noun === part.figure.noun);
  const bases = [...(own ? [amountOf(own)] : []), ...alike.map(amountOf), ...alike.flatMap(({ figure }) => figure.of?.amount ?? []), ...others.map((other) => together([amountOf(part), amountOf(other)]))];
  const figures = [share.start, part.figure.start, ...(own ? [own.figure.start] : [])];
  if (bases.some((base) => shareFit(amountOf(part), base, share.printed) === "rounded")) return [{ kind: "ratio", at, verdict: "agrees", figures }];
  if (!own || (part.group!.opener === "bracket" && own.figure.end > part.figure.start) || part.quantities.length === 0 || amountOf(part).isRough || amountOf(own).isRough) {
    const base = part.kinds.size > 0 ? mistypedShare(part, share, alike) : undefined;
    return [base ? differing(share, { part: amountOf(part), whole: amountOf(base), place: around(part.figure, base.figure) }, "error", at, [...figures, base.figure.start]) : { kind: "ratio", at, verdict: "cannot-tell", figures }];
  }
  const fit = shareFit(amountOf(part), amountOf(own), share.printed);
  if (fit === undefined) return [{ kind: "ratio", at, verdict: "cannot-tell", figures }];
  const told = differing(share, { part: amountOf(part), whole: amountOf(own), place: around(part.figure, own.figure) }, fit === "cut" ? "warning" : "error", at, figures);
  const { difference } = told;
  if (!difference || isExact(amountOf(part))) return [told];
  return [{ ...told, difference: { ...difference, message: { vi: `Tỷ lệ ${difference.stated}% không khớp với ${sayPrinted(part.figure)} trên ${sayPrinted(own.figure)}.`, en: `${difference.stated}% is not the share of ${sayPrinted(part.figure)} in ${sayPrinted(own.figure)}.` } } }];
}
