import type { Cell } from "../sheet/Cell";
import type { Notation, Reading } from "./Reading";

const BLANK_READING: Reading = { kind: "blank" };

/** 1.652 / 1,652 / 1 652 with any of the spaces Word and web pages put between thousands. */
const GROUPED = /^\d{1,3}(?:([.,\u00a0\u202f\u2009 ])\d{3})(?:\1\d{3})*$/;
const DIGITS = /^\d+$/;
/** Nothing after the decimal sign: two noughts at most, as three would be thousands. */
const NO_DECIMALS = /[.,]0{1,2}$/;
const DASH = /^[-–—]+$/;
/** A count followed by what is counted: "12 hồ sơ", "3HS", "07 hồ sơ." */
const WITH_UNIT = /^([\d.,\u00a0\u202f\u2009 ]*\d)\s*(?:hồ sơ|hs|bộ hồ sơ|bộ)\.?$/iu;

function count(number: number, notation: Notation): Reading {
  return Number.isSafeInteger(number) ? { kind: "figure", units: number, notation } : { kind: "unreadable", why: "words" };
}

function readDigits(written: string): Reading | undefined {
  const text = written.replace(NO_DECIMALS, "");
  if (DIGITS.test(text)) {
    return count(Number(text), text.length > 1 && text.startsWith("0") ? "padded-text" : "plain-text");
  }
  return GROUPED.test(text) ? count(Number(text.replace(/\D/g, "")), "grouped-text") : undefined;
}

function readText(text: string): Reading {
  const trimmed = text.normalize("NFC").replace(/^[\s\u00a0']+|[\s\u00a0]+$/g, "");
  if (trimmed === "") return BLANK_READING;
  if (DASH.test(trimmed)) return { kind: "figure", units: 0, notation: "dash" };
  const negative = /^[-−](\d.*)$/.exec(trimmed);
  if (negative) {
    const reading = readDigits(negative[1]!);
    return reading?.kind === "figure" ? { ...reading, units: -reading.units } : { kind: "unreadable", why: "words" };
  }
  const digits = readDigits(trimmed);
  if (digits) return digits;
  const unit = WITH_UNIT.exec(trimmed);
  const counted = unit && readDigits(unit[1]!.trim());
  if (counted?.kind === "figure") return { ...counted, notation: "text-with-unit" };
  return { kind: "unreadable", why: /^\d+[.,]\d+$/.test(trimmed) ? "fraction" : "words" };
}

/**
 * Files are counted in whole numbers, so a fraction with at most three decimals below 1,000 can only be
 * "1.652" typed in Vietnamese notation into an English Excel; "1.640" comes out as 1.64.
 */
function readNumber(number: number): Reading {
  if (Number.isSafeInteger(number)) return { kind: "figure", units: number, notation: "number" };
  const thousands = Math.round(number * 1000);
  return number > 0 && number < 1000 && String(thousands / 1000) === String(number)
    ? count(thousands, "misread-thousands")
    : { kind: "unreadable", why: "fraction" };
}

/** What a cell of a count column means. */
export function readCount(cell: Cell): Reading {
  if (cell.uncalculated) return { kind: "unreadable", why: "uncalculated" };
  switch (cell.value.kind) {
    case "blank":
      return BLANK_READING;
    case "number":
      return readNumber(cell.value.number);
    case "text":
      return readText(cell.value.text);
    case "error":
      return { kind: "unreadable", why: "error" };
  }
}
