import { columnLetters, columnOf, LAST_COLUMN, LAST_ROW, type Position } from "./Address";
import { areaAt, readArea, type Area } from "./readArea";

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

/** Behind what is named of a sheet: cells, a name, or #REF!. */
function endOfNamed(text: string, at: number): number {
  const word = areaAt(text, at)?.end ?? endOf(ERROR, text, at) ?? endOf(WORD, text, at) ?? at;
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

/**
 * The formula's text with each reference put as `see` says: cells, blocks, names, those of tables, other sheets and workbooks, and error
 * values. Cells and blocks that nothing else is said of are given as read.
 */
export function eachReference(formula: string, see: (written: string, area: Area | undefined) => string): string {
  let made = "";
  let copied = 0;
  for (let at = 0; at < formula.length; ) {
    const area = areaAt(formula, at);
    const end = area?.end ?? passed(formula, at);
    if (end > 0) {
      made += formula.slice(copied, at) + see(formula.slice(at, end), area);
      copied = end;
    }
    at = Math.abs(end);
  }
  return made + formula.slice(copied);
}

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
