import { fold } from "../sheet/fold";
import { withoutEnd } from "../words/withoutEnd";

/**
 * What people put around a count. none: digits alone. unit: what is counted. words: what is counted, and more of it. share: its share of
 * the whole. bracketed: another number in brackets, a footnote's or a part. nothing: a mark or word for 0. dots: "…", for 0 or for what is not known yet.
 */
export type Dress = "none" | "unit" | "words" | "share" | "bracketed" | "nothing" | "dots";

/** A count with what stands around it. */
export interface WrittenCount {
  /** As written, thousands and all; "0" where nothing is said. */
  readonly digits: string;
  readonly dress: Dress;
}

/** A text without what cannot be seen and without footnote marks behind it. */
export interface Bare {
  readonly text: string;
  /** The characters that cannot be seen, each once. */
  readonly hidden: readonly string[];
  /** The footnote's mark, where there is one. */
  readonly mark?: string;
}

/** Longer texts are prose. */
const LONGEST = 80;

/** Soft hyphens, spaces without width, marks of direction, byte order marks, control characters; spaces that do not break at either end. */
const HIDDEN = /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
/** At either end it cannot be seen either. */
const UNBROKEN = "\u00a0";
const NEVER_PLAIN = /[^ -~]/;
const RAISED = /[\u00b9\u00b2\u00b3\u2070\u2074-\u2079\u207d\u207e]/;
const MARK = /(?:\(?[*\u2020\u2021]{1,3}\)?|\[\d{1,2}\])$/;

/** A text as it is seen. */
export const visible = (text: string): string => withinUnbroken(text).replace(HIDDEN, "");

const withinUnbroken = (text: string): string => withoutEnd(text.replace(/^\u00a0+/, ""), /\u00a0/);

/** The characters of a text that cannot be seen, each once, in their order. */
function hiddenIn(text: string): readonly string[] {
  const [first, last] = [text.startsWith(UNBROKEN), text.endsWith(UNBROKEN)].map((isThere) => (isThere ? [UNBROKEN] : []));
  return [...new Set([...first!, ...(withinUnbroken(text).match(HIDDEN) ?? []), ...last!])];
}

/** The footnote's mark that a text ends in. */
const markIn = (text: string): string | undefined => text.slice(withoutEnd(text, RAISED).length) || MARK.exec(text)?.[0];

/** @param raised How many characters at the end are raised. */
export function bareText(written: string, raised = 0): Bare {
  if (raised === 0 && !NEVER_PLAIN.test(written) && !/[*\]]/.test(written)) return { text: written, hidden: [] };
  const seen = raised < written.length ? written.slice(0, written.length - raised) : written;
  const hidden = hiddenIn(seen);
  const shown = (hidden.length > 0 ? visible(seen) : seen).trimEnd();
  const mark = seen !== written ? written.slice(-raised) : /\d/.test(shown) ? markIn(shown) : undefined;
  const text = seen === written && mark ? shown.slice(0, shown.length - mark.length) : shown;
  // Digits as wide as Chinese letters are digits; a raised "2" must be gone before.
  return { text: text.normalize("NFKC"), hidden, ...(mark && /\d\s*$/.test(text) ? { mark } : {}) };
}

/** Words that make up what such reports count, folded. */
const COUNTED: ReadonlySet<string> = new Set(
  "ho so hs hoso hso bo tthc tt thu tuc hanh chinh dvc dich vu cong truong hop th luot don thu giay to phieu vu viec ket qua yeu cau truc tuyen tiep ban".split(" "),
);
/** Words that say who or what was counted in place of files, folded. */
const COUNTED_ELSE: ReadonlySet<string> = new Set("nguoi luot to ca doanh ho khach".split(" "));
/** A number with these behind it is another number, or of something else. */
const OTHER = /\b(?:nghin|ngan|trieu|ty|chuc|tram|tro len|hon|ngay|thang|nam|gio|diem|dong|uoc|du kien|khoang|khong|chua)\b/;
const COUNT = /^\d(?:[\d.,\u00a0\u202f\u2009 ]*\d)?/;
/** "5,2%" at the end, whatever closes it. */
const SHARE = /\d{1,3}(?:[.,]\d{1,4})?\s*%[\s)\].]*$/;
/** What may stand between a count and its share. */
const BEFORE_SHARE = /[(\[,;:/\n\p{L}]|\s[-–]\s/u;
const DECIMAL_SHARE = /^\s*\(\s*\d{1,3}[.,]\d{1,2}\s*\)$/;
const BRACKETED = /^\s?\(\s*\d{1,6}\s*\)$/;
const LETTERS_ONLY = /^[\p{L}\p{M}\s()[\].,:;/-]+$/u;
/** "SL: 12", "có 12 hồ sơ", ": 12" */
const INTRODUCED = /^(?:(?:sl|số lượng|tổng số|tổng|có|là|gồm)(?:\s*[:=])?|[:=])\s*(?=\d)/iu;
/** No longer text says that there is nothing; as long as what the next expression repeats. */
const LONGEST_NOTHING = 40;
const DOTS_OR_STROKES = /^["'“”\s([]{0,40}[-−–—‐‑‒―_./\\…Ø∅\s]{1,40}["'“”\s)\]]{0,40}$/;
const ZERO = /^(?:0+(?:[.,]0+)?\s*%|[-–(\s]+0+[-–)\s]+)$/;
/** Folded, letters only. */
const NOTHING = /^(?:(?:khong|ko)(?: co)?|(?:khong|ko|chua)(?: co)?(?: phat sinh| ps)|chua co|k ?p ?s|nil)(?: (?:ho so|hs|tthc|thu tuc|truong hop))*(?: nao)?(?: trong (?:ky|quy|thang|nam)(?: nay| bao cao)?)?$/;

/** Whether a text says that there is nothing: "…", "//", "KPS", "Không có", "0%", "0 (không)". */
export function saysNothing(text: string): boolean {
  if (text.length > LONGEST_NOTHING || /[1-9]/.test(text)) return false;
  return DOTS_OR_STROKES.test(text) || ZERO.test(text) || NOTHING.test(fold(text).replace(/[^a-z]+/g, " ").trim());
}

/** Reads "12 hồ sơ TTHC", "12 (hồ sơ)", "1.200 (100%)", "KPS"; undefined where something else is said, or how many is not sure. */
export function writtenCount(text: string, unit = ""): WrittenCount | undefined {
  if (text.length > LONGEST || text === "") return undefined;
  if (saysNothing(text)) return { digits: "0", dress: /[.…]{2}|…/.test(text) ? "dots" : "nothing" };
  const introduced = INTRODUCED.exec(text)?.[0] ?? "";
  const digits = COUNT.exec(text.slice(introduced.length))?.[0];
  if (digits === undefined) return undefined;
  const dress = dressOf(text.slice(introduced.length + digits.length), unit);
  return dress && { digits, dress: introduced !== "" && (dress === "none" || dress === "unit") ? "words" : dress };
}

function dressOf(rest: string, unit: string): Dress | undefined {
  if (/^[\s.,;]*$/.test(rest)) return "none";
  const share = SHARE.exec(rest);
  const before = share ? rest.slice(0, share.index) : "";
  if (share) return BEFORE_SHARE.test(before) && !/\d/.test(before) && isCounted(before, unit) ? "share" : undefined;
  if (DECIMAL_SHARE.test(rest)) return "share";
  if (BRACKETED.test(rest)) return "bracketed";
  return LETTERS_ONLY.test(rest) ? isCounted(rest, unit) : undefined;
}

/** Whether words say what is counted, and no more; undefined where they say something else. */
function isCounted(rest: string, unit: string): "unit" | "words" | undefined {
  const folded = fold(rest).replace("h/s", "hs").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  const words = folded === "" ? [] : folded.split(" ");
  const own = new Set(fold(unit).split(" "));
  const isKnown = (word: string): boolean => COUNTED.has(word) || own.has(word);
  if (words.every(isKnown)) return "unit";
  // A bracket may say the number again, in words.
  return !OTHER.test(folded) && (isKnown(words[0]!) || COUNTED_ELSE.has(words[0]!) || /^\s*\(/.test(rest) || SHARE_WORDS.has(words[0]!)) ? "words" : undefined;
}

/** Words that begin to say what share it is. */
const SHARE_WORDS: ReadonlySet<string> = new Set(["chiem", "dat", "ty", "ti", "tuong", "bang"]);
