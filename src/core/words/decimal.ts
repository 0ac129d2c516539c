import type { Language } from "./Phrase";
import { withoutEnd } from "./withoutEnd";

/** A number as it was written: exactly, and in which notation. */
export interface WrittenDecimal {
  /** The number in whole units of 10^-digits: 16525 for "1.652,5". */
  readonly units: number;
  /** How many digits stand after its decimal sign, those of "2,0" included. */
  readonly digits: number;
  /** What stands between its thousands; any space is " ". */
  readonly grouping?: "." | "," | " ";
  readonly point?: "." | ",";
  /** Whether its only sign, as in "1.652", may be either; then it is given as 1,652, and might be the same units with three digits. */
  readonly isAmbiguous?: true;
}

/** Any of the spaces that Word and web pages put between thousands is a plain one. */
const SPACES = /[\u00a0\u202f\u2009]/g;
const PLAIN = /^(\d+)(?:([.,])(\d+))?$/;
const GROUPED = /^(\d{1,3})([., ])(\d{3}(?:\2\d{3})*)(?:([.,])(\d+))?$/;

/** Reads "1.652,5", "1,652.5", "1 652,5", "−3", "08". Undefined for any other text, and where it is too large to be exact. */
export function parseDecimal(text: string): WrittenDecimal | undefined {
  const [, sign, written = ""] = /^([-−]?)(.*)$/s.exec(text.replace(SPACES, " ").trim())!;
  const scaled = (digits: string, decimals: string, notation: Omit<WrittenDecimal, "units" | "digits">): WrittenDecimal | undefined => {
    const units = Number(digits + decimals);
    return Number.isSafeInteger(units) ? { units: sign && units !== 0 ? -units : units, digits: decimals.length, ...notation } : undefined;
  };
  const [, first = "", grouping, more = "", last, decimals = ""] = GROUPED.exec(written) ?? [];
  // "0.652" has no thousands, and "1.652.5" is no number.
  if (grouping && !first.startsWith("0") && last !== grouping) {
    const onlySign = grouping !== " " && more.length === 3 && !last;
    const point = last ? { point: last as "." | "," } : {};
    return scaled(first + more.replace(/\D/g, ""), decimals, { grouping: grouping as "." | "," | " ", ...point, ...(onlySign ? { isAmbiguous: true } : {}) });
  }
  const [, whole, point, fraction = ""] = PLAIN.exec(written) ?? [];
  return whole === undefined ? undefined : scaled(whole, fraction, point ? { point: point as "." | "," } : {});
}

/**
 * A number of whole 10^-decimals in the notation of a language, never rounded: 16525 with one decimal is "1.652,5" in Vietnamese,
 * "1,652.5" in English. Noughts at the end are left out, but for the first `least` digits: 20 with one decimal is "2", or "2,0".
 */
export function sayDecimal(units: number, decimals: number, language: Language, least = 0): string {
  const [thousands, point] = language === "vi" ? [".", ","] : [",", "."];
  const digits = String(Math.abs(units)).padStart(decimals + 1, "0");
  const end = digits.length - decimals;
  const whole = grouped(digits.slice(0, end), thousands!);
  const fraction = digits.slice(end, end + least) + withoutEnd(digits.slice(end + least), /0/);
  return `${units < 0 ? "-" : ""}${whole}${fraction && point + fraction}`;
}

/** Digits in threes from the last on. */
function grouped(digits: string, sign: string): string {
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) groups.push(digits.slice(Math.max(0, end - 3), end));
  return groups.reverse().join(sign);
}

/** 1652 as "1.652" in Vietnamese, "1,652" in English; never rounded. */
export const formatCount = (count: number, language: Language): string => sayDecimal(count, 0, language);
