import type { Cell } from "../sheet/Cell";
import { showsAs } from "../sheet/shownText";
import { isOrdinalHeading } from "../table/findHeaders";
import { holdsFigure } from "../table/rowWords";
import type { ColumnAsRead, TableAsRead } from "../table/TableAsRead";
import { parseDecimal } from "../words/decimal";
import { withoutEnd } from "../words/withoutEnd";

/** What a column holds, as its heading and its cells show. year: numbers that nobody adds. */
export type ColumnHolds = "ordinal" | "label" | "code" | "text" | "date" | "year" | "figure";

/** What is known of a column without any form. */
export interface ColumnNature {
  readonly holds: ColumnHolds;
  /** "%" where its heading or its cells say so, else "". */
  readonly unit: string;
  /** Digits after the decimal sign that its figures need, at most `MOST_DECIMALS`. */
  readonly decimals: number;
  /** Whether some figures have more digits than that: quotients that nobody rounded. */
  readonly isUnrounded: boolean;
  /** Whether its figures may be added down the table: means, rates, prices and ranks may not. */
  readonly mayAdd: boolean;
}

/** More digits than anybody types. */
export const MOST_DECIMALS = 6;

/** Words of what is never added, in lower case; each stands for itself only as whole words. */
const NEVER_ADDED = [
  "bình quân", "bq", "b/q", "trung bình", "tb", "tỷ lệ", "tỉ lệ", "tỷ trọng", "tỉ trọng", "cơ cấu", "tốc độ", "tăng trưởng", "đơn giá", "mức giá", "giá bán", "giá mua", "hệ số",
  "năng suất", "mật độ", "chỉ số", "lãi suất", "hạng", "xếp hạng", "thứ hạng", "định mức", "tỷ suất", "tỉ suất", "tỷ số", "tỉ số", "so sánh", "so với", "so cùng kỳ", "so kế hoạch", "tl", "ncc",
]; // prettier-ignore
const CODES = ["mã", "ma", "mã số", "ms", "ký hiệu", "kí hiệu", "số hiệu", "mã cs", "vùng"];
const NOTES = ["ghi chú", "thuyết minh", "ý kiến", "đơn vị tính", "đvt", "nội dung", "tên", "địa chỉ", "căn cứ", "lý do"];
const DATES = ["ngày", "ngày tháng", "thời gian", "thời điểm", "thời hạn"];
/** Leaves that say nothing of what they hold: then what stands above them does. */
const EMPTY = ["trong kỳ", "năm nay", "năm trước", "năm", "tổng số", "tổng", "cộng", "tăng", "giảm", "kỳ này", "kỳ trước", "lũy kế", "thực hiện", "kế hoạch", "quý", "tháng"];

/** A heading as words between blanks, brackets and other signs left out; "%" stays. */
const worded = (text: string): string => ` ${text.normalize("NFC").toLocaleLowerCase("vi").replace(/[^\p{L}\p{N}%/]+/gu, " ").trim()} `;

const saysAny = (text: string, phrases: readonly string[]): boolean => phrases.some((phrase) => text.includes(` ${phrase} `));
const startsWithAny = (text: string, phrases: readonly string[]): boolean => phrases.some((phrase) => text.startsWith(` ${phrase} `));

/** The words of a column that say what it holds: its own, with those above where its own say nothing. */
function ownWords({ path }: ColumnAsRead): string {
  const labels = path.map(({ text }) => worded(text));
  let from = labels.length - 1;
  while (from > 0 && EMPTY.some((phrase) => labels[from] === ` ${phrase} `)) from--;
  return labels.slice(Math.max(0, from)).join("");
}

/** Digits after the decimal sign of a number, to the fifteen that Excel keeps. */
function digitsOf(number: number): number {
  const text = String(Number(Math.abs(number).toPrecision(15)));
  if (text.includes("e")) return number !== 0 && Math.abs(number) < 1 ? MOST_DECIMALS + 1 : 0;
  return text.split(".")[1]?.length ?? 0;
}

interface Tally {
  readonly figures: number;
  readonly words: number;
  readonly dates: number;
  readonly years: number;
  readonly percents: number;
  readonly decimals: number;
  readonly isUnrounded: boolean;
}

/** Digits that a cell's figure needs; those of a percentage are of its hundredths. */
function decimalsIn({ value, numberFormat }: Cell): number {
  if (value.kind === "number") return digitsOf(showsAs(numberFormat) === "percent" ? Number((value.number * 100).toPrecision(15)) : value.number);
  const read = value.kind === "text" ? parseDecimal(withoutEnd(value.text, /[%\s]/)) : undefined;
  return read?.digits ?? 0;
}

function tally(cells: readonly Cell[]): Tally {
  let [figures, words, dates, years, percents, decimals] = [0, 0, 0, 0, 0, 0];
  let isUnrounded = false;
  for (const cell of cells) {
    const { value, numberFormat } = cell;
    if (!holdsFigure(cell)) {
      if (value.kind === "text") words++;
      continue;
    }
    figures++;
    if (showsAs(numberFormat) === "date") dates++;
    if (value.kind === "number" && Number.isInteger(value.number) && value.number >= 1900 && value.number <= 2100) years++;
    if (showsAs(numberFormat) === "percent" || (value.kind === "text" && value.text.trim().endsWith("%"))) percents++;
    const digits = decimalsIn(cell);
    if (digits > MOST_DECIMALS) isUnrounded = true;
    decimals = Math.max(decimals, Math.min(digits, MOST_DECIMALS));
  }
  return { figures, words, dates, years, percents, decimals, isUnrounded };
}

/** Tells what the columns of a table hold, from their headings and their cells. */
export function columnNatures({ columns, rows, ordinalColumn, labelColumn }: TableAsRead): readonly ColumnNature[] {
  return columns.map((column) => {
    const { at, mark } = column;
    const own = ownWords(column);
    const { figures, words, dates, years, percents, decimals, isUnrounded } = tally(rows.flatMap(({ cells }) => cells[at] ?? []));
    const leaf = column.path.at(-1)?.text ?? "";
    const isPercent = own.includes("%") || percents * 2 > figures;
    const isLettered = mark !== undefined && !/\d/.test(mark);
    const holds = ((): ColumnHolds => {
      if (at === ordinalColumn || isOrdinalHeading(leaf)) return "ordinal";
      if (at === labelColumn) return "label";
      if (startsWithAny(own, CODES)) return "code";
      if (dates * 2 > figures && figures > 0) return "date";
      if (startsWithAny(own, DATES) && figures === 0) return "date";
      if (words > figures) return "text";
      if (figures === 0 && (isLettered || startsWithAny(own, NOTES))) return "text";
      return years > 1 && years === figures ? "year" : "figure";
    })();
    const mayAdd = holds === "figure" && !isPercent && !isUnrounded && !saysAny(own, NEVER_ADDED);
    // A count that shows as a percentage would be doubted; a share may have a decimal.
    return { holds, unit: isPercent ? "%" : "", decimals: percents > 0 ? Math.max(1, decimals) : decimals, isUnrounded, mayAdd };
  });
}
