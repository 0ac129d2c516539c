import type { Cell } from "../sheet/Cell";

/** "(3)", "3", "3a", "[3]", with what the column adds up after "=". */
const NUMBER = /^([([]?)\s*(\d{1,3})[a-dđ]?\s*[)\]]?\s*(=[\s\S]{0,160})?$/;
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
  if (match && !/^0\d/.test(text)) return { text, number: Number(match[2]), bare: match[1] === "" && match[3] === undefined };
  return LETTERS.test(text) ? { text, bare: true } : undefined;
}

/** How well a number follows the one before: by one, again (parts of one), with a gap (columns without number), from the start (each group anew). */
function step(before: number, after: number): number {
  if (after - before === 1 || after === before) return 1;
  if (after > before && after - before <= 4) return 0.6;
  return after <= 5 && after < before ? 0.8 : 0;
}

/** Whether numbers go up by one, whatever their order. */
const isRun = (numbers: readonly number[]): boolean => new Set(numbers).size === numbers.length && Math.max(...numbers) - Math.min(...numbers) === numbers.length - 1;

/**
 * The marks of a row that numbers the columns, by zero-based column; undefined where the row is another. Bare numbers must go up without
 * a word between: "1 | An | 2 | 3" is a line of a list.
 */
export function numberingMarks(cells: readonly (Cell | undefined)[], left: number, right: number): ReadonlyMap<number, string> | undefined {
  const marks = new Map<number, string>();
  const numbers: number[] = [];
  let strangers = 0;
  let bare = true;
  for (let column = left; column <= Math.min(right, cells.length - 1); column++) {
    const cell = cells[column];
    if (!cell || cell.value.kind === "blank") continue;
    const mark = readMark(cell);
    if (!mark) strangers++;
    else {
      marks.set(column, mark.text);
      bare &&= mark.bare;
      if (mark.number !== undefined) numbers.push(mark.number);
    }
    // Lines of a body end here: one stranger among bare numbers, or too many.
    if (strangers > 0 && ((bare && marks.size > 1) || strangers * 2 > cells.length)) return undefined;
  }
  if (numbers.length < 2 || numbers[0]! > 3 || strangers * 3 > marks.size) return undefined;
  if (bare) return marks.size > 2 && strangers === 0 && numbers.every((number, index) => number === index + 1) ? marks : undefined;
  const steps = numbers.slice(1).map((number, index) => step(numbers[index]!, number));
  return steps.reduce((sum, each) => sum + each, 0) >= 0.7 * steps.length || isRun(numbers) ? marks : undefined;
}

/** Whether a cell holds a year, which is a word of a header and no figure. */
export const isYear = ({ value }: Cell): boolean => value.kind === "number" && Number.isInteger(value.number) && value.number >= FIRST_YEAR && value.number <= LAST_YEAR;
