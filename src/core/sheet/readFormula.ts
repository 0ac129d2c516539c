import { LAST_ROW, parseA1Range, type Rectangle, columnOf, contains, LAST_COLUMN, type Position } from "./Address";
import type { Steps } from "../steps";
import type { Sheet } from "./Sheet";

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

/** A formula that is understood: a sum or difference of cells, or a share of two of these in percent, blank where there is nothing to divide by. */
export type Formula =
  | { readonly kind: "sum"; readonly terms: AdditiveFormula }
  | { readonly kind: "share"; readonly numerator: AdditiveFormula; readonly denominator: AdditiveFormula; readonly decimals: number };

/** `=IF(G9=0,"",ROUND((H9+I9)*100/G9,2))`, as we write it. */
const SHARE = /^=IF\((.+)=0,"",ROUND\((.+)\*100\/(.+),(\d)\)\)$/i;

/** Reads the text of a formula, leading "=" included; undefined for every shape that is left to Excel. The one door for all that works formulas out. */
export function readFormula(text: string): Formula | undefined {
  const terms = parseAdditiveFormula(text);
  if (terms) return { kind: "sum", terms };
  const match = SHARE.exec(text.replace(/\s+/g, ""));
  if (!match) return undefined;
  const [guard, numerator, denominator] = [match[1]!, match[2]!, match[3]!].map((part) => parseAdditiveFormula(`=${part}`));
  // A guard on other cells than the divisor would blank other rows: that is not this shape.
  if (!guard || !numerator || !denominator || JSON.stringify(guard) !== JSON.stringify(denominator)) return undefined;
  return { kind: "share", numerator, denominator, decimals: Number(match[4]) };
}

/** All terms of a formula that is understood, whichever part they stand in. */
export const termsOf = (formula: Formula): AdditiveFormula => (formula.kind === "sum" ? formula.terms : [...formula.numerator, ...formula.denominator]);

/** Cells and blocks, whole columns and whole rows, but for those of other sheets; names of functions and the like are none. */
const NAMES = /(?:^|[^\w!.'$])((?:\$?[A-Za-z]{1,3}\$?\d{1,7}|\$?[A-Za-z]{1,3}(?=:)|\$?\d{1,7}(?=:))(?::\$?(?:[A-Za-z]{1,3})?\$?\d{0,7})?)(?![\w(!.])/g;

/** The blocks of its own sheet that a formula of any shape reads. References through names, tables, INDIRECT and the like are not followed. */
export function precedents(text: string): readonly Rectangle[] {
  return [...text.replace(/"[^"]*"/g, "").matchAll(NAMES)].flatMap(([, name]) => {
    const [first = "", last = first] = name!.replaceAll("$", "").split(":");
    const isColumns = /^[A-Za-z]+$/.test(first);
    return parseA1Range(isColumns ? `${first}1:${last}${LAST_ROW + 1}` : /^\d+$/.test(first) ? `A${first}:XFD${last}` : `${first}:${last}`) ?? [];
  });
}

/** Texts in quotes are no references; sheet names in apostrophes keep their "!" behind them. */
const QUOTED = /"[^"]*"/g;
/** Names, functions with their bracket, and references. */
const WORDS = /[\p{L}_\\$][\p{L}\p{N}_.$]*\(?/gu;
/** References, truth values and functions, but for those that make a reference of a text or a distance. */
const LOCAL = /^(?:\$?[A-Z]{1,3}\$?\d*|\$\d+|TRUE|FALSE|(?!INDIRECT|OFFSET)[A-Z][A-Z0-9.]*\()$/i;

/** Whether a formula may take figures from outside its sheet: by another sheet's name, a table, a defined name, or INDIRECT. */
export function refersElsewhere(formula: string): boolean {
  const plain = formula.includes('"') ? formula.replace(QUOTED, "") : formula;
  return /[![]/.test(plain) || (plain.match(WORDS) ?? []).some((word) => !LOCAL.test(word));
}

/** Whether any result on the sheet may change when another sheet does. */
export function* dependsOnOthers(sheet: Sheet): Steps<boolean> {
  for (const line of sheet.rows.values()) {
    yield;
    for (const cell of line) if (cell?.formula !== undefined && refersElsewhere(cell.formula)) return true;
  }
  return false;
}
