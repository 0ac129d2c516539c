import { firstFrom } from "../firstFrom";
import type { TextStretch } from "../stated/paragraphsOf";
import { parseDecimal } from "../words/decimal";
import { withoutEnd } from "../words/withoutEnd";
import { ONE, type Amount, type Percentage } from "./Amount";
import type { ReportNoun } from "../quantities/Vocabulary";

/** A figure of a report, with what it counts and what it means. Offsets are those of the composed text. */
export interface ReportFigure extends TextStretch {
  readonly kind: "count" | "percent" | "money" | "score";
  readonly amount: Amount;
  /** The number as printed, in units of its last digit. */
  readonly printed: Percentage;
  /** What is counted, by the first of its words: "ho so"; undefined where the text does not say. */
  readonly noun?: string;
  /** Where the noun, or the sign "%", ends. */
  readonly nounEnd: number;
  /** The second number of "951/1.652", "1,8/2 điểm". */
  readonly of?: Pick<ReportFigure, "amount" | "start" | "end">;
}

/** A number that could not be read. */
export interface UnreadFigure extends TextStretch {
  readonly why: "notation" | "size";
}

/** What was read of a text: `seen` numbers that are no references, those understood, those not. */
export interface FiguresRead {
  readonly figures: readonly ReportFigure[];
  readonly unread: readonly UnreadFigure[];
}

const NUMBER = /\d[\d.,]*(?:o(?![a-z\d]))?/g;
const SCALES: readonly (readonly [word: string, exponent: number])[] = [["nghin", 3], ["ngan", 3], ["trieu", 6], ["ty", 9], ["ti", 9]]; // prettier-ignore
const ROUGHLY = /(?:hon|tren|gan|khoang|tren duoi|xap xi|duoi|it nhat|toi thieu|toi da)\s+$/;
const LARGEST = 900_000_000_000;

interface Read {
  readonly amount: Amount;
  readonly printed: Percentage;
  readonly end: number;
}

/** Reads the figures of a text in which references are blanked out. */
export function readFigures(flat: string, nouns: readonly ReportNoun[]): FiguresRead {
  const figures: ReportFigure[] = [];
  const unread: UnreadFigure[] = [];
  let after = 0;
  for (const { 0: found, index: start } of flat.matchAll(NUMBER)) {
    // Part of a word ("Q1", "m2"), or the second number of a fraction.
    if (start < after || /[a-z#\d]/.test(flat[start - 1] ?? "")) continue;
    const written = withoutEnd(found, /[.,]/);
    const end = start + written.length;
    const read = readNumber(written, flat, start, end);
    if ("why" in read) {
      unread.push({ start, end, why: read.why });
      after = end;
      continue;
    }
    const figure = withUnit(flat, start, end, read, nouns);
    figures.push(figure);
    after = figure.of?.end ?? figure.end;
  }
  return { figures, unread };
}

function readNumber(found: string, flat: string, start: number, end: number): Read | { readonly why: UnreadFigure["why"] } {
  const isPercent = /^ ?%/.test(flat.slice(end, end + 2));
  // What a scanner made of a nought.
  const written = found.replace(/o$/, "0");
  const [, whole, fraction = ""] = /^(\d+)[.,](\d+)$/.exec(written) ?? [];
  // A percentage has no thousands: "99,666%".
  const decimal = isPercent && whole !== undefined ? { units: Number(whole + fraction), digits: fraction.length } : parseDecimal(written);
  if (!decimal) return { why: "notation" };
  const gap = /^\s?/.exec(flat.slice(end, end + 1))![0].length;
  const scale = SCALES.find(([word]) => flat.startsWith(word, end + gap) && !/[a-z]/.test(flat[end + gap + word.length] ?? ""));
  const exponent = scale?.[1] ?? 0;
  const unit = (ONE * 10 ** exponent) / 10 ** decimal.digits;
  const value = decimal.units * unit;
  if (value > LARGEST * ONE || !Number.isSafeInteger(value)) return { why: "size" };
  // A number in thousands, or with decimals, is rounded to its last digit.
  const isRounded = (exponent > 0 || decimal.digits > 0) && unit > 1;
  const isRough = ROUGHLY.test(flat.slice(Math.max(0, start - 12), start));
  const exact = { low: isRounded ? value - unit / 2 : value, high: isRounded ? value + unit / 2 - 1 : value };
  return {
    amount: isRough ? { low: exact.low - value / 10, high: exact.high + value / 10, isRough } : exact,
    printed: { units: decimal.units, digits: decimal.digits },
    end: scale ? end + gap + scale[0].length : end,
  };
}

function withUnit(flat: string, start: number, digitsEnd: number, { amount, printed, end }: Read, nouns: readonly ReportNoun[]): ReportFigure {
  const common = { start, end, amount, printed };
  if (/^ ?%/.test(flat.slice(end, end + 2))) return { ...common, kind: "percent", nounEnd: flat.indexOf("%", end) + 1 };
  const own = nounAt(flat, end, nouns);
  const second = /^\s?\/\s?(?:tong so )?(\d[\d.,]*o?)/.exec(flat.slice(own?.end ?? end, (own?.end ?? end) + 40));
  if (second) {
    const written = withoutEnd(second[1]!, /[.,]/);
    const from = (own?.end ?? end) + second[0].length - second[1]!.length;
    const read = readNumber(written, flat, from, from + written.length);
    const noun = "why" in read ? undefined : nounAt(flat, read.end, nouns);
    // "16 TTHC/02 lĩnh vực" are two figures.
    const isAlike = !own || (noun ? own.noun === noun.noun : !("why" in read) && !/^\s*[a-z]/.test(flat.slice(read.end, read.end + 4)));
    if (!("why" in read) && isAlike && (noun ?? own)?.noun !== undefined) {
      const isScore = noun?.noun === "diem";
      return { ...common, ...(noun ?? own), kind: isScore ? "score" : "count", nounEnd: noun?.end ?? read.end, of: { amount: read.amount, start: from, end: read.end }, end };
    }
    if (!("why" in read) && !own && !noun) return { ...common, kind: "count", nounEnd: read.end, of: { amount: read.amount, start: from, end: read.end } };
  }
  const isMoney = own?.noun === "dong";
  return { ...common, kind: isMoney ? "money" : "count", ...(own ? { noun: own.noun } : {}), nounEnd: own?.end ?? Math.max(end, digitsEnd), end };
}

/** The noun after a number, and where it ends; "(HS)" after it is the same again. */
function nounAt(flat: string, end: number, nouns: readonly ReportNoun[]): { readonly noun: string; readonly end: number } | undefined {
  const gap = /^\s?/.exec(flat.slice(end, end + 1))![0].length;
  for (const { noun, words } of nouns) {
    for (const word of words) {
      const stop = end + gap + word.length;
      if (flat.slice(end + gap, stop).replace(/\s/g, " ") !== word || /[a-z\d]/.test(flat[stop] ?? "")) continue;
      const again = /^ \([a-z]{2,5}\)/.exec(flat.slice(stop, stop + 8))?.[0];
      return { noun, end: stop + (again?.length ?? 0) };
    }
  }
  return undefined;
}

/** The figures that begin within a stretch; `figures` in their order. */
export function figuresWithin<Each extends TextStretch>(figures: readonly Each[], { start, end }: TextStretch): readonly Each[] {
  const [from, to] = [start, end].map((at) => firstFrom(figures, at, (each) => each.start));
  return figures.slice(from, to);
}
