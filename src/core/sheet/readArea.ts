import { LAST_COLUMN, LAST_ROW, type Rectangle } from "./Address";

/** A block as written, with which of its ends stay where they are when the formula moves. */
export interface Area {
  readonly range: Rectangle;
  /** Of the first row, the first column, the last row and the last column. */
  readonly fixed: readonly [top: boolean, left: boolean, bottom: boolean, right: boolean];
  /** Behind its last character. */
  readonly end: number;
}

/** One end of a block: a cell, or only its column or row. */
interface Corner {
  /** Zero-based; undefined where it is a whole column. */
  readonly row: number | undefined;
  /** Zero-based; undefined where it is a whole row. */
  readonly column: number | undefined;
  readonly isRowFixed: boolean;
  readonly isColumnFixed: boolean;
  readonly end: number;
}

const [DOLLAR, COLON, ZERO, NINE] = [36, 58, 48, 57];
/** As many letters and digits as the last column and row have. */
const [LETTERS, DIGITS] = [3, 7];

const isDigit = (code: number): boolean => code >= ZERO && code <= NINE;
/** Capitals and small letters. */
const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;

/** Whether with this character a word goes on, or a call, a table or a sheet's name begins, so that what stands before is no cell. */
const goesOn = (code: number): boolean => isDigit(code) || isLetter(code) || code > 127 || (code > 0 && "_.$?\\([!".includes(String.fromCharCode(code)));

/** Reads by hand what formulas are full of: a pattern that knows all letters would take several times as long. */
function cornerAt(text: string, start: number): Corner | undefined {
  let at = start;
  let [row, column]: (number | undefined)[] = [undefined, undefined];
  let isColumnFixed = text.charCodeAt(at) === DOLLAR;
  if (isColumnFixed) at++;
  const letters = at;
  for (let code = text.charCodeAt(at); isLetter(code) && at - letters < LETTERS; code = text.charCodeAt(++at)) column = ((column ?? -1) + 1) * 26 + ((code & 31) - 1);
  let isRowFixed = text.charCodeAt(at) === DOLLAR;
  if (isRowFixed) at++;
  // Before a row alone the only sign is the row's.
  if (column === undefined && isColumnFixed) {
    if (isRowFixed) return undefined;
    [isRowFixed, isColumnFixed] = [true, false];
  }
  const digits = at;
  let number = 0;
  if (text.charCodeAt(at) !== ZERO) for (let code = text.charCodeAt(at); isDigit(code) && at - digits < DIGITS; code = text.charCodeAt(++at)) row = (number = number * 10 + code - ZERO) - 1;
  if (row === undefined && column === undefined) return undefined;
  if (row === undefined && isRowFixed) return undefined;
  return { row, column, isRowFixed, isColumnFixed, end: at };
}

/** The cell, block, whole columns or whole rows whose name begins just here; undefined where none does, or another name begins so. */
export function areaAt(text: string, start: number): Area | undefined {
  const first = cornerAt(text, start);
  if (!first) return undefined;
  const second = text.charCodeAt(first.end) === COLON ? cornerAt(text, first.end + 1) : undefined;
  const isAlike = second && (second.row === undefined) === (first.row === undefined) && (second.column === undefined) === (first.column === undefined);
  const last = isAlike && !goesOn(text.charCodeAt(second.end)) ? second : first;
  if (goesOn(text.charCodeAt(last.end)) || (last === first && (first.row === undefined || first.column === undefined))) return undefined;
  const [row = 0, column = 0, otherRow = LAST_ROW, otherColumn = LAST_COLUMN] = [first.row, first.column, last.row, last.column];
  const range = { top: Math.min(row, otherRow), left: Math.min(column, otherColumn), bottom: Math.max(row, otherRow), right: Math.max(column, otherColumn) };
  if (range.bottom > LAST_ROW || range.right > LAST_COLUMN) return undefined;
  const [isRow, isColumn] = [first.column === undefined, first.row === undefined];
  return { range, fixed: [isColumn || first.isRowFixed, isRow || first.isColumnFixed, isColumn || last.isRowFixed, isRow || last.isColumnFixed], end: last.end };
}

/** Reads "D15", "$D$15:F20", "C:C" or "9:12", its corners in any order; undefined where it is none, or leaves Excel's grid. */
export function readArea(written: string): Area | undefined {
  const area = areaAt(written, 0);
  return area?.end === written.length ? area : undefined;
}
