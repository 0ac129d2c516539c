import { withoutEnd } from "../words/withoutEnd";

/** "1" · "1.2" · "2a" · "a" · "II" · "B" · "-" · a word · nothing. */
export type OrdinalKind = "number" | "dotted" | "lettered" | "letter" | "roman" | "capital" | "mark" | "words" | "none";

/** What numbers a row, or marks it. */
export interface Ordinal {
  readonly kind: OrdinalKind;
  /** Its place among its likes, from 1 on; 0 where it has none. Where a row holds several lines, that of the last. */
  readonly value: number;
  /** The place of the first of several lines; the same as the value for one. */
  readonly first: number;
  /** What it is counted under: "1" for "1.2", "2" for "2a"; which mark it is; else "". */
  readonly under: string;
}

const LETTERS = "abcdđefghijklmnopqrstuvwxyz";
const ROMAN_DIGITS: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };
const NOTHING: Ordinal = { kind: "none", value: 0, first: 0, under: "" };

const NUMBERS = /^\d{1,6}(?:\s*[.)])?(?:\s+\d{1,6}(?:\s*[.)])?)*$/;
const DOTTED = /^(\d{1,6}(?:[.-]\d{1,3}){0,4})[.-](\d{1,3})[.)]?$/;
const LETTERED = /^(\d{1,6}(?:\.\d{1,3}){0,3})[.-]?([a-zđ])[.)]?$/;
const MARK = /^[-–—−+*•▪◦]{1,2}$/;
/** What a label may begin with in place of an ordinal of its own: "I. Cấp tỉnh", "a) Cấp mới", "- Cấp lại". */
const AT_START =
  /^(?:((?:[IVX]{1,6}|[A-HĐ]|[a-hđ]|\d{1,6}(?:\.\d{1,3}){1,5}|\d{1,4})\s?[.)/:]|\d{1,6}(?:\.\d{1,3}){1,5})\s*(?=\p{L}|["“(])|([-–—−+•▪◦])\s*(?=\p{L}))/u;

function romanValue(text: string): number {
  let value = 0;
  for (let index = 0; index < text.length; index++) {
    const digit = ROMAN_DIGITS[text[index]!]!;
    value += digit < (ROMAN_DIGITS[text[index + 1] ?? ""] ?? 0) ? -digit : digit;
  }
  return value;
}

const placed = (kind: OrdinalKind, value: number, under = ""): Ordinal => ({ kind, value, first: value, under });

/** What nearly all rows of a long table are numbered by: digits alone, and not too many; -1 for anything else. */
function plainNumber(text: string): number {
  if (text.length > 6) return -1;
  let value = 0;
  for (let index = 0; index < text.length; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = 10 * value + digit;
  }
  return value;
}

/** Reads what stands in the ordinal column. */
export function readOrdinal(printed: string): Ordinal {
  if (printed === "") return NOTHING;
  const plain = plainNumber(printed);
  if (plain >= 0) return placed("number", plain);
  const text = printed
    .trim()
    .replace(/^\(([^()]{1,8})\)$/, "$1")
    .trim();
  if (text === "") return NOTHING;
  if (NUMBERS.test(text)) {
    const numbers = text
      .split(/\s+/)
      .map((each) => parseInt(each, 10))
      .filter((each) => !Number.isNaN(each));
    return { kind: "number", first: numbers[0]!, value: numbers.at(-1)!, under: "" };
  }
  if (MARK.test(text)) return placed("mark", 0, text[0]);
  const bare = withoutEnd(text, /[\s.):/]/);
  const dotted = DOTTED.exec(text);
  if (dotted) return placed("dotted", Number(dotted[2]), dotted[1]!.replaceAll("-", "."));
  const lettered = LETTERED.exec(text);
  if (lettered) return placed("lettered", LETTERS.indexOf(lettered[2]!) + 1, lettered[1]);
  if (/^[a-zđ]$/.test(bare)) return placed("letter", LETTERS.indexOf(bare) + 1);
  if (/^[IVX]{1,6}$/.test(bare)) return placed("roman", romanValue(bare));
  if (/^[A-HĐ]$/.test(bare)) return placed("capital", LETTERS.indexOf(bare.toLowerCase()) + 1);
  return { ...NOTHING, kind: "words" };
}

/** Reads what a label begins with, and what is left of it. */
export function ordinalOfLabel(label: string): { readonly ordinal: Ordinal; readonly rest: string } {
  const match = AT_START.exec(label);
  const text = match?.[1] ?? match?.[2];
  const ordinal = text === undefined ? NOTHING : readOrdinal(text);
  return ordinal.kind === "none" || ordinal.kind === "words" ? { ordinal: NOTHING, rest: label } : { ordinal, rest: label.slice(match![0].length) };
}

/** Whether one ordinal comes next after another of its kind; a number typed as 1.10 has lost its nought, and "đ" may be left out. */
export function follows(last: number, { kind, first }: Ordinal): boolean {
  if (first === last + 1) return true;
  if (kind === "dotted") return first === 1 && last === 9;
  return (kind === "letter" || kind === "lettered" || kind === "capital") && first === last + 2;
}
