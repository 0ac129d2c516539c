import type { FigureColumn, FigureKind } from "../form/Form";
import { roundedRatio } from "../sheet/ratio";
import { plainText, type Cell, type Value } from "../sheet/Cell";
import { showsAs } from "../sheet/shownText";
import { bareText, writtenCount, type Dress } from "../table/writtenCount";
import { parseDecimal } from "../words/decimal";
import type { Notation, Reading } from "./Reading";

const BLANK_READING: Reading = { kind: "blank" };
const UNCALCULATED: Reading = { kind: "unreadable", why: "uncalculated" };
const WORDS: Reading = { kind: "unreadable", why: "words" };
const FRACTION: Reading = { kind: "unreadable", why: "fraction" };
const FORMULA_TEXT: Reading = { kind: "unreadable", why: "formula-text" };

/** Nothing after the decimal sign: two noughts at most, as three would be thousands. */
const NO_DECIMALS = /[.,]0{1,2}$/;
const DASH = /^[-–—−‒](?:\s*[-–—−‒])*$/;
/** A sign typed before a count, a blank beside the dot of its thousands. */
const LOOSE_SIGN = /^(?:[+"“]\s*)(?=\d)|(?:"|”)$/g;
const LOOSE_DOT = /(\d)\s*\.\s*(?=\d{3}(?!\d))/g;
/** Day 36,526 is 1 January 2000: no line of a report counts as much in a cell that shows days of this century. */
const FIRST_DAY = 36_526;
/** "Tối thiểu 80", "≥ 80": what a target asks for. */
const BOUND = /^(?:tối thiểu|tối đa|ít nhất|không dưới|từ|đạt|>=|≥|<=|≤|>|<)\s*/iu;
/** "951/1.652", "1,8/2". */
const OVER = /^([\d.,]+)\s*\/\s*([\d.,]+)$/;

export const decimalsOf = ({ kind: { decimals = 0 } }: Pick<FigureColumn, "kind">): number => decimals;

function figure(units: number, notation: Notation, digits?: number): Reading {
  if (!Number.isSafeInteger(units)) return WORDS;
  return digits === undefined ? { kind: "figure", units, notation } : { kind: "figure", units, digits, notation };
}

const notationOf = (text: string): Notation => (/^0\d+$/.test(text) ? "padded-text" : "plain-text");

function readWhole(written: string): Reading | undefined {
  const text = written.replace(NO_DECIMALS, "");
  const read = parseDecimal(text);
  return read && (read.digits === 0 || read.units === 0) ? figure(read.units, read.grouping ? "grouped-text" : notationOf(text)) : undefined;
}

/** The most a column can hold, in its units. */
export function mostOf({ decimals = 0, max, mark }: FigureKind): number {
  if (mark !== undefined) return 1;
  return max === undefined ? Infinity : (unitsOf(String(max), decimals) ?? Infinity);
}

/** The only figures a line of a column takes, in its units; undefined where it takes any. */
export const allowedOf = ({ allowed, decimals = 0 }: FigureKind): readonly (number | undefined)[] | undefined => allowed?.map((each) => unitsOf(String(each), decimals));

/** Digits printed in a form, "2,5", as a whole number of 10^-decimals; undefined where they are finer or no number. */
export function unitsOf(printed: string, decimals: number): number | undefined {
  const match = /^(\d+)(?:[.,](\d+))?$/.exec(printed.trim());
  const fraction = match?.[2] ?? "";
  return match && fraction.length <= decimals ? Number(match[1]! + fraction.padEnd(decimals, "0")) : undefined;
}

/** Whole digits and those after the decimal sign as units; of a percentage more digits than the column keeps are rounded half up. */
function scaled(whole: string, fraction: string, kind: FigureKind, notation: Notation): Reading {
  const { decimals = 0, unit } = kind;
  if (fraction.length <= decimals) return figure(Number(whole + fraction.padEnd(decimals, "0")), notation, fraction.length);
  const kept = Number(whole + fraction.slice(0, decimals));
  if (/^0*$/.test(fraction.slice(decimals))) return figure(kept, notation, decimals);
  return unit === "%" ? figure(kept + (fraction[decimals]! >= "5" ? 1 : 0), notation, decimals) : FRACTION;
}

/** A column with decimals reads "1.8" and "1,8" alike; "1.652" is thousands unless that is more than it can hold. */
function readDecimal(text: string, kind: FigureKind): Reading | undefined {
  const read = parseDecimal(text);
  if (!read) return undefined;
  const { units, grouping, isAmbiguous } = read;
  if (grouping && read.digits === 0) {
    const thousands = units * 10 ** (kind.decimals ?? 0);
    if (thousands <= mostOf(kind)) return figure(thousands, "grouped-text", 0);
    if (!isAmbiguous) return undefined;
  }
  const digits = isAmbiguous ? 3 : read.digits;
  const written = String(units).padStart(digits + 1, "0");
  const end = written.length - digits;
  return scaled(written.slice(0, end), written.slice(end), kind, notationOf(text));
}

/** "951/1.652" as a percentage; "1,8/2" as a score of so many; undefined for anything else. */
function readOver(text: string, kind: FigureKind): Reading | undefined {
  const match = OVER.exec(text);
  if (!match) return undefined;
  const { decimals = 0, unit } = kind;
  if (unit !== "%") {
    const most = readDecimal(match[2]!, kind);
    // The most of one line, or of all of them in their sum: "17,4/18".
    return most?.kind === "figure" && most.units > 0 && most.units % mostOf(kind) === 0 ? readDecimal(match[1]!, kind) : undefined;
  }
  const [above, below] = [readWhole(match[1]!), readWhole(match[2]!)];
  const units = above?.kind === "figure" && below?.kind === "figure" ? roundedRatio(above.units * 100, below.units, decimals) : undefined;
  return units === undefined ? undefined : figure(units, "text-with-unit", decimals);
}

const withNotation = (reading: Reading | undefined, notation: Notation): Reading => (reading?.kind === "figure" ? { ...reading, notation } : WORDS);

function readScaledText(text: string, kind: FigureKind): Reading {
  const plain = readDecimal(text, kind);
  if (plain) return plain;
  const bare = text.replace(BOUND, "");
  if (bare !== text) return withNotation(readScaledText(bare, kind), "bound");
  const { unit } = kind;
  const counted = text.toLowerCase().endsWith(unit.toLowerCase()) ? text.slice(0, text.length - unit.length).trim() : undefined;
  return counted === undefined ? (readOver(text, kind) ?? WORDS) : withNotation(readDecimal(counted, kind) ?? readOver(counted, kind), "text-with-unit");
}

const CONSTANTS = /^=\s*\d{1,9}(?:\s*[+-]\s*\d{1,9})*$/;

/** "=37+4" kept as text; of other formulas only Excel knows what they come to, or they were worked out before. */
function readConstants(text: string): Reading {
  if (!CONSTANTS.test(text)) return FORMULA_TEXT;
  return figure((text.replace(/\s/g, "").match(/[+-]?\d+/g) ?? []).reduce((sum, term) => sum + Number(term), 0), "formula-text");
}

const NOTATIONS: Readonly<Record<Dress, Notation>> = {
  none: "plain-text",
  unit: "text-with-unit",
  words: "text-with-more",
  share: "text-with-more",
  bracketed: "bracketed",
  nothing: "nothing",
  dots: "dots",
};

/** A text as it is seen: characters that cannot be seen, and a footnote's mark, are only told. */
function readText(written: string, kind: FigureKind, raised?: number): Reading {
  const { text, hidden, mark } = bareText(written, raised);
  const reading = readBare(text.normalize("NFC").replace(/^[\s']+/, "").trimEnd(), kind);
  const notation = mark ? "footnote" : hidden.length > 0 ? "hidden" : undefined;
  return notation && reading.kind === "figure" ? { ...reading, notation } : reading;
}

/** The marks people make for the one a form asks for. */
const MARKS = /^(?:[xX×✓✔✗✘√]|[vV])$/;

/** Letters that are taken for digits, and marks between thousands that are none of ours. */
const MISTYPED = /^(?=.*\d)[\dOolI.,'’ ]{2,20}$/;

/** "21O" as 210, "12'210" as 12210: what it says to the eye. */
function readMistyped(text: string): Reading | undefined {
  if (!MISTYPED.test(text)) return undefined;
  const digits = text.replace(/[Oo]/g, "0").replace(/[lI]/g, "1");
  const reading = digits === text && !/['’]/.test(text) ? undefined : readWhole(digits.replace(/['’](?=\d{3}(?!\d))/g, "."));
  return reading?.kind === "figure" ? { ...reading, notation: "mistyped" } : undefined;
}

function readBare(trimmed: string, kind: FigureKind): Reading {
  if (trimmed === "") return BLANK_READING;
  if (kind.mark !== undefined && (MARKS.test(trimmed) || trimmed.toLowerCase() === kind.mark.toLowerCase())) return figure(1, "mark");
  if (trimmed.startsWith("=")) return readConstants(trimmed);
  if (DASH.test(trimmed)) return figure(0, "dash");
  const negative = /^[-−](\d.*)$/.exec(trimmed);
  if (negative) {
    const reading = kind.decimals ? readDecimal(negative[1]!, kind) : readWhole(negative[1]!);
    return reading?.kind === "figure" ? { ...reading, units: -reading.units } : WORDS;
  }
  if (kind.decimals) return readScaledText(trimmed, kind);
  const plain = readWhole(trimmed);
  if (plain) return plain;
  const counted = writtenCount(trimmed.replace(LOOSE_SIGN, "").replace(LOOSE_DOT, "$1."), kind.unit);
  const reading = counted && readWhole(counted.digits);
  if (reading?.kind === "figure") return counted!.dress === "none" ? reading : { ...reading, notation: NOTATIONS[counted!.dress] };
  return readMistyped(trimmed) ?? (/^\d+[.,]\d+$/.test(trimmed) ? FRACTION : WORDS);
}

/** Most cells of a report hold a small count, plainly: they share what they mean. */
const COUNTS: readonly Reading[] = Array.from({ length: 1000 }, (_, count) => figure(count, "number"));

/**
 * Files are counted in whole numbers, so a fraction with at most three decimals below 1,000 can only be
 * "1.652" typed in Vietnamese notation into an English Excel; "1.640" comes out as 1.64.
 */
function readCounted(number: number): Reading {
  const known = COUNTS[number];
  if (known) return known;
  if (Number.isSafeInteger(number)) return figure(number, "number");
  const thousands = Math.round(number * 1000);
  return number > 0 && number < 1000 && String(thousands / 1000) === String(number) ? figure(thousands, "misread-thousands") : FRACTION;
}

/** A number that counts, as its cell shows it: what shows as a day, or as a percentage, was taken by Excel for one. */
function readCountedAs(number: number, format: string): Reading {
  const shows = showsAs(format);
  if (shows === "scaled" && number !== 0) return withNotation(readCounted(number), "shown-otherwise");
  if (shows === "scaled" || shows === "number" || (shows === "percent" && number === 0)) return readCounted(number);
  // "14" typed into such a cell shows as 14%; a whole number, 1400%, may be as it is.
  const typed = Number((number * 100).toPrecision(15));
  if (shows === "percent") return Number.isInteger(number) || !Number.isInteger(typed) ? { kind: "unreadable", why: "percent" } : withNotation(readCounted(typed), "as-percent");
  if (number >= FIRST_DAY || !Number.isInteger(number)) return { kind: "unreadable", why: "date" };
  return withNotation(readCounted(number), "shown-otherwise");
}

/** Digits a number format shows after the decimal sign; undefined where the format leaves that open. */
function digitsShown(format: string): number | undefined {
  const [positive = ""] = format.split(";");
  if (!/[0#]/.test(positive) || /general/i.test(positive)) return undefined;
  return (/\.([0#?]*)/.exec(positive)?.[1] ?? "").length;
}

/** A number of a column with decimals: the 15 digits Excel itself keeps, as finely as the cell's format shows them. */
function readMeasured(number: number, kind: FigureKind, format: string): Reading {
  const digits = String(Number((format.includes("%") ? number * 100 : number).toPrecision(15)));
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(digits);
  if (!match) return WORDS;
  const [, sign, whole, fraction = ""] = match;
  const exact = scaled(whole!, fraction, kind, "number");
  const shown = digitsShown(format);
  const rounded = exact.kind === "unreadable" && shown !== undefined ? scaled(whole!, fraction, { ...kind, unit: "%", decimals: Math.min(shown, kind.decimals ?? 0) }, "number") : exact;
  const missing = exact === rounded ? 0 : (kind.decimals ?? 0) - Math.min(shown!, kind.decimals ?? 0);
  if (rounded.kind !== "figure") return rounded;
  return { ...rounded, units: (sign ? -1 : 1) * rounded.units * 10 ** missing || 0 };
}

/** For cells of no known column: read as whole numbers, and as finely as anybody types. */
export const COUNTED: Pick<FigureColumn, "kind"> = { kind: { unit: "hồ sơ" } };
export const MEASURED: Pick<FigureColumn, "kind"> = { kind: { unit: "", decimals: 6 } };

/** What a cell of a column of figures means: text and numbers are read as the column's unit and decimals have them. */
export function readFigure(cell: Cell, { kind }: Pick<FigureColumn, "kind">): Reading {
  if (cell.uncalculated) return UNCALCULATED;
  const { value, numberFormat, stored } = cell;
  switch (value.kind) {
    case "blank":
      return BLANK_READING;
    case "number": {
      if (stored) return withNotation(kind.decimals ? readMeasured(value.number, kind, "") : readCounted(value.number), "formula-text");
      if (kind.decimals) return readMeasured(value.number, kind, numberFormat ?? "");
      return numberFormat === undefined ? readCounted(value.number) : readCountedAs(value.number, numberFormat);
    }
    case "text":
      return readText(value.text, kind, cell.raised);
    case "error":
      return { kind: "unreadable", why: "error" };
  }
}

/** What a figure means once its cell holds that value; counts are then shown as such. */
export function readOnceWritten(value: Value, { cell: { numberFormat }, column }: { readonly cell: Cell; readonly column: Pick<FigureColumn, "kind"> }): Reading {
  return readFigure({ value, ...(column.kind.decimals && numberFormat !== undefined ? { numberFormat } : {}) }, column);
}

/** A share as a fraction of two counts, "951/1.652"; undefined where the cell holds something else. */
export function readFraction({ value }: Cell): { readonly above: number; readonly below: number } | undefined {
  const match = OVER.exec(plainText(value).replace(/[()\s]/g, ""));
  const [above, below] = [match?.[1], match?.[2]].map((digits) => (digits === undefined ? undefined : readWhole(digits)));
  return above?.kind === "figure" && below?.kind === "figure" ? { above: above.units, below: below.units } : undefined;
}
