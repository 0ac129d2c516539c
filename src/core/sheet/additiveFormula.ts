import { columnOf, contains, LAST_COLUMN, LAST_ROW, parseA1Range, type Position, type Rectangle } from "./Address";

/** One operand of a sum: a cell or block, added (+1) or taken away (−1). */
export interface Term {
  readonly sign: 1 | -1;
  readonly range: Rectangle;
  /** Inside SUM(…) Excel skips texts; with a bare "+" it converts them. */
  readonly summed: boolean;
}

/** A formula that only adds up cells of its own sheet, such as `=D9+E9+F9` or `=SUM(C9:C20,C22)`. */
export type AdditiveFormula = readonly Term[];

/** A sign, bracket or comma; or a cell or block, by its letters and numbers. */
const TOKEN = /\s*(?:(SUM\(|[-+(),;])|\$?([A-Z]{1,3})\$?([1-9]\d{0,6})(?::\$?([A-Z]{1,3})\$?([1-9]\d{0,6}))?)/iy;

type Token = string | Rectangle;

/** A formula being read: its tokens, and the one that comes next. */
interface Reader {
  readonly tokens: readonly Token[];
  next: number;
}

/** Reads a formula of that shape; undefined for any other, which is then left to Excel. */
export function parseAdditiveFormula(formula: string): AdditiveFormula | undefined {
  const tokens = tokensOf(formula.trim());
  if (!tokens) return undefined;
  const reader: Reader = { tokens, next: 0 };
  const terms = readList(reader, 1, false, false);
  return terms && reader.next === tokens.length ? terms : undefined;
}

function tokensOf(text: string): readonly Token[] | undefined {
  if (!text.startsWith("=")) return undefined;
  const tokens: Token[] = [];
  TOKEN.lastIndex = 1;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (!match) return undefined;
    const [, sign, column, row, otherColumn, otherRow] = match;
    const token = sign === undefined ? rangeOf(column!, row!, otherColumn, otherRow) : sign.toUpperCase();
    if (!token) return undefined;
    tokens.push(token);
  }
  return tokens;
}

/** The block between two corners, in any order; undefined where it leaves Excel's grid. */
function rangeOf(letters: string, digits: string, otherLetters: string | undefined, otherDigits: string | undefined): Rectangle | undefined {
  const [column, row] = [columnOf(letters), Number(digits) - 1];
  const otherColumn = otherLetters === undefined ? column : columnOf(otherLetters);
  const otherRow = otherDigits === undefined ? row : Number(otherDigits) - 1;
  const range = { top: Math.min(row, otherRow), left: Math.min(column, otherColumn), bottom: Math.max(row, otherRow), right: Math.max(column, otherColumn) };
  return range.bottom <= LAST_ROW && range.right <= LAST_COLUMN ? range : undefined;
}

function readOperand(reader: Reader, sign: 1 | -1, summed: boolean): readonly Term[] | undefined {
  const token = reader.tokens[reader.next++];
  if (token === "SUM(" || token === "(") {
    const inside = readList(reader, sign, summed || token === "SUM(", token === "SUM(");
    return reader.tokens[reader.next++] === ")" ? inside : undefined;
  }
  // A bare block outside SUM spills or intersects: not a sum.
  if (token === undefined || typeof token === "string" || (!summed && !isCell(token))) return undefined;
  return [{ sign, range: token, summed }];
}

function readList(reader: Reader, outer: 1 | -1, summed: boolean, commas: boolean): readonly Term[] | undefined {
  const { tokens } = reader;
  const terms: Term[] = [];
  let sign: 1 | -1 = outer;
  const first = tokens[reader.next];
  if (first === "-" || first === "+") {
    if (first === "-") sign = flip(outer);
    reader.next++;
  }
  for (;;) {
    const read = readOperand(reader, sign, summed);
    if (!read) return undefined;
    terms.push(...read);
    const token = tokens[reader.next];
    if (token === "+" || token === "-") sign = token === "-" ? flip(outer) : outer;
    else if (commas && (token === "," || token === ";")) sign = outer;
    else return terms;
    reader.next++;
  }
}

const isCell = ({ top, left, bottom, right }: Rectangle): boolean => top === bottom && left === right;

const flip = (sign: 1 | -1): 1 | -1 => (sign === 1 ? -1 : 1);

/** How often the formula adds the cell up; below 0 where it takes it away. */
export function timesAdded(formula: AdditiveFormula, position: Position): number {
  return formula.reduce((times, { sign, range }) => times + (contains(range, position) ? sign : 0), 0);
}

/** The cells a formula of any shape names on its own sheet, blocks as written. For knowing what an edit touches. */
export function precedents(formula: string): readonly Rectangle[] {
  const names = formula.replace(/"[^"]*"/g, "").matchAll(/(?:^|[^A-Za-z0-9_!.'])(\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?)(?![A-Za-z0-9_(])/g);
  return [...names].map(([, name]) => parseA1Range(name!)).filter((range) => range !== undefined);
}

