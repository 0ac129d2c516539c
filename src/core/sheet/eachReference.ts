import { columnLetters, columnOf, LAST_COLUMN, LAST_ROW, type Position, type Rectangle } from "./Address";

/** Cells and blocks, whole columns, whole rows: what a formula may name without saying whose they are. Nothing that is the beginning of another name. */
const CELLS = /(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})(?::(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6}))?(?![\p{L}\p{N}_.$?\\([!])/iuy;
const COLUMNS = /(\$?)([A-Z]{1,3}):(\$?)([A-Z]{1,3})(?![\p{L}\p{N}_.$?\\([!])/iuy;
const ROWS = /(\$?)([1-9]\d{0,6}):(\$?)([1-9]\d{0,6})(?![\p{L}\p{N}_.$?\\([!])/uy;
const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:E[-+]?\d+)?/iuy;
const WORD = /[\p{L}_\\][\p{L}\p{N}_.?\\]*/uy;
/** The end of a sheet's name that needs no apostrophes, behind that of its workbook. */
const SHEET = /[\p{L}\p{N}_.:]*!/uy;
const ERROR = /#[A-Z0-9/]+[!?]?/iuy;
/** What neither is a reference nor begins one. */
const SIGNS = "+-*/(),;=<>&^%:{}@! \t\r\n";

/** Where a match of the pattern that begins just here ends; undefined where there is none. */
function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** Behind the closing mark; marks that stand for themselves are doubled. */
function endOfQuoted(text: string, at: number): number {
  const mark = text[at]!;
  for (let end = text.indexOf(mark, at + 1); end >= 0; end = text.indexOf(mark, end + 2)) if (text[end + 1] !== mark) return end + 1;
  return text.length;
}

/** Behind the closing bracket; an apostrophe takes the next character for itself. */
function endOfBrackets(text: string, at: number): number {
  let depth = 0;
  for (let end = at; end < text.length; end++) {
    if (text[end] === "'") end++;
    else if (text[end] === "[") depth++;
    else if (text[end] === "]" && --depth === 0) return end + 1;
  }
  return text.length;
}

const endOfArea = (text: string, at: number): number | undefined => endOf(CELLS, text, at) ?? endOf(COLUMNS, text, at) ?? endOf(ROWS, text, at);

/** Behind what is named of a sheet: cells, a name, or #REF!. */
function endOfNamed(text: string, at: number): number {
  const word = endOfArea(text, at) ?? endOf(ERROR, text, at) ?? endOf(WORD, text, at) ?? at;
  return text[word] === "[" ? endOfBrackets(text, word) : word;
}

/** Behind the reference that begins here; or behind what is none, as its negative. */
function passed(text: string, at: number): number {
  const char = text[at]!;
  if (SIGNS.includes(char)) return -(at + 1);
  if (char === '"') return -endOfQuoted(text, at);
  if (char === "'") {
    const quoted = endOfQuoted(text, at);
    return text[quoted] === "!" ? endOfNamed(text, quoted + 1) : -quoted;
  }
  if (char === "[") {
    const brackets = endOfBrackets(text, at);
    const sheet = endOf(SHEET, text, brackets);
    return sheet === undefined ? brackets : endOfNamed(text, sheet);
  }
  const area = endOfArea(text, at);
  if (area !== undefined) return area;
  const number = endOf(NUMBER, text, at);
  if (number !== undefined) return -number;
  const word = endOf(WORD, text, at);
  if (word === undefined) return endOf(ERROR, text, at) ?? -(at + 1);
  if (text[word] === "(" || /^(?:TRUE|FALSE)$/i.test(text.slice(at, word))) return -word;
  if (text[word] === "!") return endOfNamed(text, word + 1);
  if (text[word] === "[") return endOfBrackets(text, word);
  const last = text[word] === ":" ? endOf(WORD, text, word + 1) : undefined;
  return last !== undefined && text[last] === "!" ? endOfNamed(text, last + 1) : word;
}

/** The formula's text with each reference put as `see` says: cells, blocks, names, those of tables, other sheets and workbooks, and error values. */
export function eachReference(formula: string, see: (written: string) => string): string {
  let made = "";
  for (let at = 0; at < formula.length; ) {
    const end = passed(formula, at);
    made += end > 0 ? see(formula.slice(at, end)) : formula.slice(at, -end);
    at = Math.abs(end);
  }
  return made;
}

/** A block as written, with which of its ends stay where they are when the formula moves. */
export interface Area {
  readonly range: Rectangle;
  /** Of the first row, the first column, the last row and the last column. */
  readonly fixed: readonly [top: boolean, left: boolean, bottom: boolean, right: boolean];
}

/** Reads "D15", "$D$15:F20", "C:C" or "9:12", its corners in any order; undefined where it is none, or leaves Excel's grid. */
export function readArea(written: string): Area | undefined {
  CELLS.lastIndex = COLUMNS.lastIndex = ROWS.lastIndex = 0;
  const cells = CELLS.exec(written);
  const columns = cells ? undefined : COLUMNS.exec(written);
  const rows = cells || columns ? undefined : ROWS.exec(written);
  let range: Rectangle;
  let fixed: Area["fixed"];
  if (cells) {
    const [, left, letters, top, digits, right = left, otherLetters = letters, bottom = top, otherDigits = digits] = cells;
    range = ordered(Number(digits) - 1, columnOf(letters!), Number(otherDigits) - 1, columnOf(otherLetters!));
    fixed = [top !== "", left !== "", bottom !== "", right !== ""];
  } else if (columns) {
    range = ordered(0, columnOf(columns[2]!), LAST_ROW, columnOf(columns[4]!));
    fixed = [true, columns[1] !== "", true, columns[3] !== ""];
  } else if (rows) {
    range = ordered(Number(rows[2]) - 1, 0, Number(rows[4]) - 1, LAST_COLUMN);
    fixed = [rows[1] !== "", true, rows[3] !== "", true];
  } else return undefined;
  const end = (cells && CELLS.lastIndex) || (columns && COLUMNS.lastIndex) || ROWS.lastIndex;
  return end === written.length && range.bottom <= LAST_ROW && range.right <= LAST_COLUMN ? { range, fixed } : undefined;
}

const ordered = (row: number, column: number, otherRow: number, otherColumn: number): Rectangle => ({
  top: Math.min(row, otherRow),
  left: Math.min(column, otherColumn),
  bottom: Math.max(row, otherRow),
  right: Math.max(column, otherColumn),
});

/** Whose cells are named, apostrophes included, and which: "'Quý I'!" and "D9". The first is "" where the formula's own sheet is meant. */
export function splitSheet(written: string): readonly [sheet: string, named: string] {
  const end = written.startsWith("'") ? endOfQuoted(written, 0) + 1 : (/^[^![]*(?:\[[^\]]*\][^![]*)?!/.exec(written)?.[0].length ?? 0);
  return [written.slice(0, end), written.slice(end)];
}

/** The formula as Excel writes it when it is copied from one cell to another; undefined where it would leave the grid. */
export function movedFormula(formula: string, from: Position, to: Position): string | undefined {
  const [down, across] = [to.row - from.row, to.column - from.column];
  let isWithin = true;
  const moved = eachReference(formula, (written) => {
    const [sheet, named] = splitSheet(written);
    const area = readArea(named);
    if (!area) return written;
    return `${sheet}${named.replace(/(\$?)([A-Z]{1,3}(?![A-Z]))|(\$?)(\d+)/gi, (part: string, fixedColumn: string, letters: string | undefined, fixedRow: string, digits: string) => {
      const [fixed, place, by, last] = letters === undefined ? [fixedRow, Number(digits) - 1, down, LAST_ROW] : [fixedColumn, columnOf(letters), across, LAST_COLUMN];
      if (fixed !== "" || by === 0) return part;
      isWithin &&= place + by >= 0 && place + by <= last;
      return letters === undefined ? String(place + by + 1) : isWithin ? columnLetters(place + by) : part;
    })}`;
  });
  return isWithin ? moved : undefined;
}
