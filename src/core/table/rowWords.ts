import type { Cell } from "../sheet/Cell";
import { fold, foldTight } from "../sheet/fold";
import { cellsOf, columnsOf, columnsWithin, type SheetRow } from "../sheet/Sheet";
import { sumWords } from "./sumWords";
import { withoutEnd } from "../words/withoutEnd";
import type { RowWords } from "./TableAsRead";
import { bareText, writtenCount } from "./writtenCount";

/** What stands below a table, folded. */
const SIGNATURE = /^(nguoi (lap|tong hop|lam)|thu truong|kt\.|tm\.|tl\.|noi nhan|\(ky|chu tich|pho chu tich|xac nhan|.*ngay .{0,12}thang .{0,8}nam \d)/;
/** What explains figures, folded: below a table, or between its rows. */
const NOTE = /^\W*(ghi chu|luu y|chu thich|nguon( so lieu)?:)/;
/** What stands on the head of a page, folded. */
const PAGE_HEAD = /^(bieu so|mau so|tinh hinh, ket qua|ban hanh|ky bao cao|\(?\s*tu ngay|- ?don vi|don vi (bao cao|nhan|tinh))/;
/** What stands above a table, and in no header. */
const LETTERHEAD = /^(cong hoa xa hoi|doc lap\b|bieu (so )?[\divx]|mau (so )?[\divx]|phu luc|kinh gui|so:|v\/v|\{\{|&=)/;

const ROMAN = /^(?:[IVX]+|[A-H])\s*[.)]?$/;
/** "1", "2." or "3)", one under the other where a row holds several lines. */
export const NUMBERED = /^\d+(?:\s*[.)])?(?:\s+\d+(?:\s*[.)])?)*\s*$/;
/** "I", "A.", "1", "1.1", "a)", "-": any number a row begins with. */
const ORDINAL = /^(?:\d{1,6}(?:\.\d{1,3}){0,5}|[IVX]{1,6}|[A-HĐ]|[a-hđ]|[-–+*•])\s*[.)]?$/;
/** Each of "(I+II)" after "TỔNG CỘNG". */
const SUMMAND = /^[IVX\d]+$/;
const TOTALS: ReadonlySet<string> = new Set(["tongcong", "tong", "tongso"]);
const LEADS = /^[^\p{L}]*(?:trong (?:so )?do|bao gom|gom(?: co)?|chia ra|cu the|chi tiet|o do)(?=$|[^\p{L}])/u;
/** "12" with its unit, "951/1.652", "-" for nothing. */
const FIGURE = /^['(]?[-−–—]?\s?\d[\d.,\s]*(?:\/\s?\d[\d.,\s]*)?\)?(?:%|hồ sơ|hs|bộ hồ sơ|bộ|điểm|đồng|đ)?\.?$/iu;
const DASH = /^[-−–—]+$/;
/** As wide as Chinese letters, too. */
const DIGIT = /\p{Nd}/u;
const LONGEST_FIGURE = 40;

export const isSignature = (text: string): boolean => text !== "" && SIGNATURE.test(fold(text));
export const isNote = (text: string): boolean => text !== "" && NOTE.test(fold(text));
export const isPageHead = (text: string): boolean => text !== "" && PAGE_HEAD.test(fold(text));
export const isLetterhead = (text: string): boolean => PAGE_HEAD.test(fold(text)) || LETTERHEAD.test(fold(text)) || isSignature(text) || isNote(text);
export const isOrdinal = (text: string): boolean => ORDINAL.test(text);

/** A label reduced to what names a total: "TỔNG CỘNG (I+II)" and "Tổng cộng:" are the same. */
export const totalKey = (text: string): string => foldTight(withoutSummands(text));

/** A label without the rows that it says are added up, from the last sign on back; signs around them may be left. */
function withoutSummands(text: string): string {
  const parts = text.split("+");
  let first = parts.length - 1;
  if (first === 0 || !SUMMAND.test(parts[first]!.trim().replace(/\)$/, "").trimEnd())) return text;
  while (first > 1 && SUMMAND.test(parts[first - 1]!.trim())) first--;
  const before = parts[first - 1]!.trimEnd();
  const words = withoutEnd(before, /[IVX\d]/);
  const isAlone = words === before && first === parts.length - 1;
  return isAlone ? text : [...parts.slice(0, first - 1), words].join("+");
}

/** Whether a label can be that of nothing but the whole table. */
export const isGrandTotal = (text: string): boolean => totalKey(text) === "tongcong";

/** "Trong đó", "Chia ra": what follows tells something of the row above. */
export const leads = (text: string): boolean => LEADS.test(fold(text));

/** What the words of a row say, in the ordinal column and in the label's. */
export function rowWords(ordinal: string, label: string): RowWords | undefined {
  const sums = [ordinal, label].filter((text) => sumWords(text) !== undefined);
  if (sums.some((text) => TOTALS.has(totalKey(text)))) return "total";
  if (sums.length > 0) return "sum";
  return ROMAN.test(ordinal) ? "section" : undefined;
}

/** Whether a text is a count with its unit or share around it. A count with other words may as well be the name of a row. */
function isDressed(text: string): boolean {
  if (!DIGIT.test(text) || text.length > LONGEST_FIGURE) return false;
  const dress = writtenCount(bareText(text).text.trim())?.dress;
  return dress === "none" || dress === "unit" || dress === "share";
}

/** Whether a cell holds something to be read as a figure, be it right or wrong, and no words. */
export function holdsFigure(cell: Cell | undefined): boolean {
  if (!cell) return false;
  const { value } = cell;
  if (value.kind === "text") return DASH.test(value.text.trim()) || FIGURE.test(value.text.trim()) || isDressed(value.text);
  return value.kind !== "blank" || cell.uncalculated === true;
}

const MADE_NAME = /^(?:column|cột) ?\d{1,3}$/iu;

/** Whether a row holds nothing but names that Excel makes up for the columns of a table inserted over rows without headings. */
export function isMadeUpNames(cells: SheetRow): boolean {
  if (!MADE_NAME.test(firstText(cells))) return false;
  const filled = cellsOf(cells).filter(({ value }) => value.kind !== "blank");
  return filled.length > 2 && filled.every(({ value }) => value.kind === "text" && MADE_NAME.test(value.text));
}

/** The first text of a row, wherever a pasted head or signature block put it. */
export function firstText(cells: SheetRow): string {
  for (const column of columnsOf(cells)) {
    const value = cells[column]?.value;
    if (value?.kind === "text") return value.text;
  }
  return "";
}

/** "(3)", "3", "3a", "(3.1)", "[3]", "Cột 3", with what the column adds up after "="; the whole may stand in brackets. */
const NUMBER = /^(?:cột\s{0,3})?([([]{0,2})\s*(\d{1,3})(\.\d{1,2}|[a-dđ]?)(?:\s*[)\]])?(?:\s*(=[\s\S]{0,160}))?$/iu;
/** "A", "(B)", "MS": marks of columns that hold no figures. */
const LETTERS = /^(?:[([]?\s*[A-ZĐ]\s*[)\]]?|MS|Mã số)$/;
/** No table has more columns. */
const MOST = 200;
/** Years stand in headers, too. */
const [FIRST_YEAR, LAST_YEAR] = [1980, 2100] as const;

interface Mark {
  readonly text: string;
  readonly number?: number;
  /** Whether it might as well be a figure, or a number of a row. */
  readonly bare: boolean;
  /** Whether it is a part of the column before: "3a", "(3.1)". */
  readonly isPart?: true;
}

/** The mark of a column as printed, put back in brackets where Excel made a negative number of it; undefined for other cells. */
function readMark(cell: Cell): Mark | undefined {
  if (cell.value.kind === "number") {
    const { number } = cell.value;
    if (!Number.isInteger(number) || number === 0 || Math.abs(number) > MOST || cell.formula !== undefined) return undefined;
    return number < 0 ? { text: `(${-number})`, number: -number, bare: false } : { text: String(number), number, bare: true };
  }
  if (cell.value.kind !== "text" || cell.value.text.length > 200) return undefined;
  const text = cell.value.text.trim();
  const match = NUMBER.exec(text);
  if (match && !/^0\d/.test(text)) {
    const [, open, number, letter = "", sum] = match;
    // "3.1" alone is a figure, or numbers a row.
    if (letter.startsWith(".") && open === "" && sum === undefined) return undefined;
    return { text, number: Number(number), bare: open === "" && sum === undefined, ...(letter === "" ? {} : { isPart: true }) };
  }
  return LETTERS.test(text) ? { text, bare: true } : undefined;
}

/** How well a number follows the one before: by one, again (parts of one), with a gap (columns without number), from the start (each group anew). */
function step(before: number, after: number): number {
  if (after - before === 1 || after === before) return 1;
  if (after > before && after - before <= 4) return 0.6;
  return after <= 5 && after < before ? 0.8 : 0;
}

/** Whether a number goes on from the one before: by one, or as a part of it. */
const isNext = (before: number, after: number, isPart: boolean): boolean => after === before + 1 || (isPart && after === before);

/** Whether numbers go up by one, whatever their order. */
const isRun = (numbers: readonly number[]): boolean => new Set(numbers).size === numbers.length && Math.max(...numbers) - Math.min(...numbers) === numbers.length - 1;

/**
 * The marks of a row that numbers the columns, by zero-based column; undefined where the row is another. Bare numbers must go up without
 * a word between: "1 | An | 2 | 3" is a line of a list.
 */
export function numberingMarks(cells: SheetRow, left: number, right: number): ReadonlyMap<number, string> | undefined {
  const marks = new Map<number, string>();
  const numbers: number[] = [];
  const parts = new Set<number>();
  let strangers = 0;
  let bare = true;
  for (const column of columnsWithin(cells, left, right)) {
    const cell = cells[column];
    if (!cell || cell.value.kind === "blank") continue;
    const mark = readMark(cell);
    if (!mark) strangers++;
    else {
      marks.set(column, mark.text);
      bare &&= mark.bare;
      if (mark.isPart) parts.add(numbers.length);
      if (mark.number !== undefined) numbers.push(mark.number);
    }
    // Lines of a body end here: one stranger among bare numbers, or too many.
    if (strangers > 0 && ((bare && marks.size > 1) || strangers * 2 > cells.length)) return undefined;
  }
  if (numbers.length < 2 || numbers[0]! > 3 || strangers * 3 > marks.size) return undefined;
  if (bare) return marks.size > 2 && strangers === 0 && numbers[0] === 1 && numbers.every((number, index) => index === 0 || isNext(numbers[index - 1]!, number, parts.has(index))) ? marks : undefined;
  const steps = numbers.slice(1).map((number, index) => step(numbers[index]!, number));
  return steps.reduce((sum, each) => sum + each, 0) >= 0.7 * steps.length || isRun(numbers) ? marks : undefined;
}

/** Whether a cell holds a year, which is a word of a header and no figure. */
export const isYear = ({ value }: Cell): boolean => value.kind === "number" && Number.isInteger(value.number) && value.number >= FIRST_YEAR && value.number <= LAST_YEAR;
