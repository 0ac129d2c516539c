import { columnOf, contains, LAST_COLUMN, LAST_ROW, type Position, type Rectangle } from "./Address";

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

/** A pair of brackets being read. */
interface Brackets {
  /** How what stands in them counts. */
  readonly outer: 1 | -1;
  readonly summed: boolean;
  /** Whether commas part what stands in them, as in SUM(…). */
  readonly commas: boolean;
}

/** Reads a formula of that shape; undefined for any other, which is then left to Excel. */
export function parseAdditiveFormula(formula: string): AdditiveFormula | undefined {
  const terms: Term[] = [];
  const open: Brackets[] = [{ outer: 1, summed: false, commas: false }];
  let sign: 1 | -1 = 1;
  /** Whether a cell or bracket is to come, and whether a sign may come before it. */
  let next: "first" | "operand" | "operator" = "first";
  for (const token of tokensOf(formula.trim()) ?? []) {
    const { outer, summed, commas } = open.at(-1)!;
    if (next !== "operand" && (token === "+" || token === "-")) {
      sign = token === "-" ? flip(outer) : outer;
      next = "operand";
    } else if (next === "operator") {
      if (token === ")" && open.length > 1) open.pop();
      else if (commas && (token === "," || token === ";")) [sign, next] = [outer, "operand"];
      else return undefined;
    } else if (token === "SUM(" || token === "(") {
      open.push({ outer: sign, summed: summed || token === "SUM(", commas: token === "SUM(" });
      next = "first";
    } else if (typeof token === "string" || (!summed && !isCell(token))) {
      // A bare block outside SUM spills or intersects: not a sum.
      return undefined;
    } else {
      terms.push({ sign, range: token, summed });
      next = "operator";
    }
  }
  return next === "operator" && open.length === 1 ? terms : undefined;
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

const isCell = ({ top, left, bottom, right }: Rectangle): boolean => top === bottom && left === right;

const flip = (sign: 1 | -1): 1 | -1 => (sign === 1 ? -1 : 1);

/** How often the formula adds the cell up; below 0 where it takes it away. */
export function timesAdded(formula: AdditiveFormula, position: Position): number {
  return formula.reduce((times, { sign, range }) => times + (contains(range, position) ? sign : 0), 0);
}
