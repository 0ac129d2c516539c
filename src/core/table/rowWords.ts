import type { Cell } from "../sheet/Cell";
import { fold, foldTight } from "../sheet/fold";
import type { SheetRow } from "../sheet/Sheet";
import type { RowWords } from "./TableAsRead";

/** What stands below a table, folded. */
const SIGNATURE = /^(nguoi (lap|tong hop|lam)|thu truong|kt\.|tm\.|tl\.|noi nhan|\(ky|ghi chu|chu tich|pho chu tich|xac nhan|.*ngay .{0,12}thang .{0,8}nam \d)/;
/** What stands on the head of a page, folded. */
const PAGE_HEAD = /^(bieu so|mau so|tinh hinh, ket qua|ban hanh|ky bao cao|\(?\s*tu ngay|- ?don vi|don vi (bao cao|nhan|tinh))/;
/** What stands above a table, and in no header. */
const LETTERHEAD = /^(cong hoa xa hoi|doc lap\b|bieu (so )?[\divx]|mau (so )?[\divx]|phu luc|kinh gui|so:|v\/v|\{\{|&=)/;

const ROMAN = /^(?:[IVX]+|[A-H])\s*[.)]?$/;
/** "1", "2." or "3)", one under the other where a row holds several lines. */
export const NUMBERED = /^\d+\s*[.)]?(?:\s+\d+\s*[.)]?)*$/;
/** "I", "A.", "1", "1.1", "a)", "-": any number a row begins with. */
const ORDINAL = /^(?:\d{1,6}(?:\.\d{1,3}){0,5}|[IVX]{1,6}|[A-HĐ]|[a-hđ]|[-–+*•])\s*[.)]?$/;
/** "(I+II)" after "TỔNG CỘNG". */
const SUMMANDS = /[(=\s]*[IVX\d]+(?:\s*\+\s*[IVX\d]+)+\s*\)?\s*$/;
/** All words of a total or a sum begin with one of these. */
const SUM_LETTER = /^[^\p{L}]*[tc]/iu;
const SUM = /^(?:cong$|(?:cong|tong)muc|(?:tong)?cong[ivx]+$)/;
const TOTALS: ReadonlySet<string> = new Set(["tongcong", "tong", "tongso"]);
/** "12" with its unit, "951/1.652", "-" for nothing. */
const FIGURE = /^['(]?[-−–—]?\s?\d[\d.,\s]*(?:\/\s?\d[\d.,\s]*)?\)?(?:%|hồ sơ|hs|bộ hồ sơ|bộ|điểm|đồng|đ)?\.?$/iu;
const DASH = /^[-−–—]+$/;

export const isSignature = (text: string): boolean => text !== "" && SIGNATURE.test(fold(text));
export const isPageHead = (text: string): boolean => text !== "" && PAGE_HEAD.test(fold(text));
export const isLetterhead = (text: string): boolean => PAGE_HEAD.test(fold(text)) || LETTERHEAD.test(fold(text)) || isSignature(text);
export const isOrdinal = (text: string): boolean => ORDINAL.test(text);

/** A label reduced to what names a total: "TỔNG CỘNG (I+II)" and "Tổng cộng:" are the same. */
export const totalKey = (text: string): string => foldTight(text.replace(SUMMANDS, ""));

/** What the words of a row say, in the ordinal column and in the label's. */
export function rowWords(ordinal: string, label: string): RowWords | undefined {
  // Hardly any row begins so: nothing is made for the others.
  if (SUM_LETTER.test(ordinal) || SUM_LETTER.test(label)) {
    const keys = [ordinal, label].filter((text) => SUM_LETTER.test(text)).map(totalKey);
    if (keys.some((key) => TOTALS.has(key))) return "total";
    if (keys.some((key) => SUM.test(key))) return "sum";
  }
  return ROMAN.test(ordinal) ? "section" : undefined;
}

/** Whether a cell holds something to be read as a figure, be it right or wrong, and no words. */
export function holdsFigure(cell: Cell | undefined): boolean {
  if (!cell) return false;
  const { value } = cell;
  if (value.kind === "text") return DASH.test(value.text.trim()) || FIGURE.test(value.text.trim());
  return value.kind !== "blank" || cell.uncalculated === true;
}

/** The first text of a row, wherever a pasted head or signature block put it. */
export function firstText(cells: SheetRow): string {
  for (const cell of cells) if (cell?.value.kind === "text") return cell.value.text;
  return "";
}
