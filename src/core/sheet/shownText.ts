import { sayDecimal } from "../words/decimal";
import { EPOCH } from "../words/Period";
import type { Language } from "../words/Phrase";
import { withoutEnd } from "../words/withoutEnd";
import { plainText, type Cell } from "./Cell";

/** Excel's own limit on digits it shows of a number in the General format. */
const GENERAL_DIGITS = 10;
/** Words in quotes, an escaped letter, a blank as wide as one, a filling letter, a colour or locale in brackets; any other is a code. */
const PIECE = /"([^"]*)"|\\(.)|_(.)|\*(.)|\[([^[\]]*)\]|([^"\\_*[])/gsu;
const DIGIT = /[0#?]/;
/** A code of digits with what scales and groups them, and of parts of a date. */
const DIGITS = /[0#?][0#?,.]*/;
const DATE_CODES = /(y+|m+|d+|h+|s+|am\/pm)/;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** The last day that Excel shows. */
const LAST_DAY = 2_958_465;
const MOST_KNOWN = 1_000;
const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

interface Piece {
  readonly text: string;
  readonly isCode: boolean;
}

/** One of a format's sections: for numbers above nought, below it, nought, texts. */
interface Section {
  readonly pieces: readonly Piece[];
  /** The codes alone, in lower case. */
  readonly codes: string;
  readonly isDate: boolean;
  /** Such as ">100", in brackets before it. */
  readonly condition?: string;
}

/** Formats are few, and read often. */
const known = new Map<string, readonly Section[]>();

function sectionsOf(format: string): readonly Section[] {
  const found = known.get(format);
  if (found) return found;
  const texts: { pieces: { text: string; isCode: boolean }[]; brackets: string[] }[] = [{ pieces: [], brackets: [] }];
  for (const [, quoted, escaped, space, , bracket, code] of format.matchAll(PIECE)) {
    const { pieces, brackets } = texts.at(-1)!;
    const literal = quoted ?? escaped ?? (space === undefined ? /^\$([^-]+)/.exec(bracket ?? "")?.[1] : " ");
    if (bracket !== undefined) brackets.push(bracket);
    if (code === ";") texts.push({ pieces: [], brackets: [] });
    else if (literal !== undefined) pieces.push({ text: literal, isCode: false });
    else if (code !== undefined && pieces.at(-1)?.isCode) pieces.at(-1)!.text += code.toLowerCase();
    else if (code !== undefined) pieces.push({ text: code.toLowerCase(), isCode: true });
  }
  const sections = texts.map(({ pieces, brackets }): Section => {
    const codes = pieces.flatMap(({ text, isCode }) => (isCode ? [text] : [])).join("");
    const isDate = brackets.some((each) => /^(?:h+|m+|s+)$/i.test(each)) || (/[dmyhs]/.test(codes) && !codes.includes("general"));
    const condition = brackets.find((each) => /^[<>=]/.test(each));
    return { pieces, codes, isDate, ...(condition === undefined ? {} : { condition }) };
  });
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(format, sections);
  return sections;
}

/** What a number format makes of a number: a day or time, a hundredfold with a sign, its thousands or nothing at all; else the number itself, if rounded. */
export function showsAs(format = "General"): "date" | "percent" | "scaled" | "number" {
  if (format === "General" || format === "@") return "number";
  const { isDate, codes } = sectionsOf(format)[0]!;
  if (isDate) return "date";
  if (codes.includes("%")) return "percent";
  return /[0#?],+(?:$|[^0#?,])/.test(codes) || !/[0#?@]|general/.test(codes) ? "scaled" : "number";
}

/**
 * A cell as Excel shows it: by its number format, in Vietnamese with dots between thousands and a decimal comma. Fractions and powers of
 * ten are shown as plain numbers, months as an English Excel names them.
 */
export function shownText({ value, numberFormat = "General", formula, uncalculated, stored, raised }: Cell, language: Language): string {
  if (uncalculated && formula !== undefined) return formula;
  // A formula kept as text shows itself.
  if (stored?.kind === "text" && value.kind !== "text") return stored.text;
  if (value.kind === "number") return shownNumber(value.number, numberFormat, language);
  const text = plainText(value);
  return raised ? text.slice(0, -raised) + text.slice(-raised).replace(/\d/g, (digit) => RAISED[Number(digit)]!) : text;
}

function shownNumber(number: number, format: string, language: Language): string {
  const sections = format === "General" || format === "@" ? [] : sectionsOf(format);
  const place = placeFor(sections, number);
  const section = sections[place];
  if (!section || (section.isDate && (number < 0 || number > LAST_DAY))) return general(number, language);
  if (section.isDate) return shownDate(number, section);
  // Only where a second section says how they look, negative numbers stand without a sign.
  const sign = number < 0 && place !== 1 ? "-" : "";
  let isShown = false;
  const shown = section.pieces.map(({ text, isCode }) => {
    if (!isCode || isShown || !(DIGIT.test(text) || text.includes("general"))) return isCode ? text.replace(/[0#?,.]+/g, "") : text;
    isShown = true;
    return shownDigits(text, Math.abs(number) * (section.codes.includes("%") ? 100 : 1), language);
  });
  return (sign + shown.join("")).trim();
}

/** Which of the sections a number is shown by. */
function placeFor(sections: readonly Section[], number: number): number {
  if (sections.some(({ condition }) => condition !== undefined)) {
    const place = sections.findIndex(({ condition }) => condition === undefined || holds(condition, number));
    return Math.max(0, place);
  }
  if (number < 0 && sections.length > 1) return 1;
  return number === 0 && sections.length > 2 ? 2 : 0;
}

function holds(condition: string, number: number): boolean {
  const [, sign = "", written = ""] = /^([<>=]+)([^<>=].*)?$/s.exec(condition)!;
  const than = Number(written);
  if (sign === "<>") return number !== than;
  return (sign.includes("<") && number < than) || (sign.includes(">") && number > than) || (sign.includes("=") && number === than);
}

/** A number in place of the codes for its digits: thousands apart, divided by a thousand for each comma behind, rounded to the decimals asked for. */
function shownDigits(codes: string, number: number, language: Language): string {
  if (/\?\/|e[+-]/.test(codes)) return general(number, language);
  if (codes.includes("general")) return codes.replace("general", general(number, language));
  return codes.replace(DIGITS, (pattern) => {
    const [before = "", behind = ""] = pattern.split(".");
    const digits = withoutEnd(before, /,/);
    const decimals = /^[0#?]*/.exec(behind)![0];
    const least = withoutEnd(decimals, /[#?]/).length;
    const units = Math.round(Number(`${Number(number.toPrecision(15))}e${decimals.length - 3 * (before.length - digits.length)}`));
    if (!Number.isSafeInteger(units)) return general(number, language);
    const said = sayDecimal(units, decimals.length, language, least);
    const shown = digits.includes(",") ? said : ungrouped(said, language);
    const wanted = digits.replace(/[^0]/g, "").length;
    const [whole = "", ...fraction] = shown.split(/(?=[.,]\d*$)/);
    // "#" shows no nought, "00" two digits.
    return [wanted === 0 && whole === "0" ? "" : whole.padStart(wanted, "0"), ...fraction].join("");
  });
}

const ungrouped = (said: string, language: Language): string => said.replaceAll(language === "vi" ? "." : ",", "");

function general(number: number, language: Language): string {
  const digits = String(Number(number.toPrecision(GENERAL_DIGITS)));
  return language === "vi" ? digits.replace(".", ",") : digits;
}

/** A day, with its time where the format asks for one. */
function shownDate(number: number, { pieces }: Section): string {
  // Excel's 29 February 1900 shifts the days before it.
  const date = new Date(Math.round((number - EPOCH + (number < 60 ? 1 : 0)) * 86_400_000));
  const parts = pieces.flatMap(({ text, isCode }) => (isCode ? text.split(DATE_CODES).map((each) => ({ text: each, isCode: DATE_CODES.test(each) })) : [{ text, isCode }]));
  const codes = parts.filter(({ isCode }) => isCode);
  const isTwelve = codes.some(({ text }) => text === "am/pm");
  return parts
    .map((part) => {
      if (!part.isCode) return part.text.replace("@", "");
      const place = codes.indexOf(part);
      const isMinute = codes[place - 1]?.text[0] === "h" || codes[place + 1]?.text[0] === "s";
      return partOf(date, part.text, isMinute, isTwelve);
    })
    .join("")
    .trim();
}

function partOf(date: Date, code: string, isMinute: boolean, isTwelve: boolean): string {
  const padded = (part: number): string => (code.length > 1 ? String(part).padStart(2, "0") : String(part));
  switch (code[0]) {
    case "y":
      return String(date.getUTCFullYear()).slice(code.length > 2 ? 0 : 2);
    case "m":
      return code.length > 2 && !isMinute ? MONTHS[date.getUTCMonth()]! : padded(isMinute ? date.getUTCMinutes() : date.getUTCMonth() + 1);
    case "d":
      return padded(date.getUTCDate());
    case "h":
      return padded(isTwelve ? date.getUTCHours() % 12 || 12 : date.getUTCHours());
    case "s":
      return padded(date.getUTCSeconds());
    default:
      return date.getUTCHours() < 12 ? "AM" : "PM";
  }
}
