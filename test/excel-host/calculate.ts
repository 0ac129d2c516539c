import { PLAIN_NAME, parseRect, splitSheet, type Rect } from "./addresses";
import type { CellValue } from "./HostDescription";

/** Values of some cells, row by row. */
export type Block = CellValue[][];
type Operand = CellValue | Block;

/** Where a formula stands. */
export interface Place {
  readonly sheet: string;
  readonly r: number;
  readonly c: number;
}

/** The values of cells of a sheet, or of the formula's own where `sheet` is null; rect is null where there is no such address. */
export type Reader = (sheet: string | null, rect: Rect | null) => Block;

/** Works a formula out. Errors are the strings Excel shows ("#DIV/0!"). */
export type Calculator = (formula: string, at: Place, read: Reader) => CellValue;

// Text | sheet! and reference | number | name | operator
const TOKENS = new RegExp(
  `\\s*(?:("(?:[^"]|"")*")|((?:'(?:[^']|'')*'|${PLAIN_NAME})!)?(\\$?[A-Za-z]{1,3}\\$?\\d+(?::\\$?[A-Za-z]{1,3}\\$?\\d+)?)(?![\\p{L}\\p{N}_(])` +
    `|(\\d+\\.?\\d*(?:[eE][+-]?\\d+)?|\\.\\d+)|(${PLAIN_NAME})|(<=|>=|<>|[-+*/^&=<>(),%:]))`,
  "uy",
);

type Token =
  | { readonly k: "v"; readonly v: CellValue }
  | { readonly k: "ref"; readonly sheet: string | undefined; readonly ref: string }
  | { readonly k: "name"; readonly v: string }
  | { readonly k: "op"; readonly v: string };

const isError = (v: Operand): v is string => typeof v === "string" && /^#[A-Z/0!?]+$/.test(v);
const flat = (operands: readonly Operand[]): CellValue[] => operands.flat(2);
const numbers = (operands: readonly Operand[]): number[] => flat(operands).filter((v) => typeof v === "number");
const truth = (v: CellValue): boolean => (typeof v === "string" ? v.toUpperCase() === "TRUE" : Boolean(v));
const sum = (operands: readonly Operand[]): number => numbers(operands).reduce((x, y) => x + y, 0);

/** The single value of an operand. */
function one(v: Operand | undefined): CellValue {
  return Array.isArray(v) ? (v[0]?.[0] ?? "") : (v ?? "");
}

const FUNCTIONS: Readonly<Record<string, (...operands: Operand[]) => CellValue>> = {
  SUM: (...a) => sum(a),
  AVERAGE: (...a) => (numbers(a).length ? sum(a) / numbers(a).length : "#DIV/0!"),
  MIN: (...a) => Math.min(...(numbers(a).length ? numbers(a) : [0])),
  MAX: (...a) => Math.max(...(numbers(a).length ? numbers(a) : [0])),
  COUNT: (...a) => numbers(a).length,
  COUNTA: (...a) => flat(a).filter((v) => v !== "").length,
  ABS: (x) => Math.abs(Number(one(x))),
  ROUND: (x, d = 0) => Math.round(Number(one(x)) * 10 ** Number(one(d))) / 10 ** Number(one(d)),
  IF: (c, a = true, b = false) => (truth(one(c)) ? one(a) : one(b)),
  AND: (...a) => flat(a).every(truth),
  OR: (...a) => flat(a).some(truth),
  NOT: (x) => !truth(one(x)),
  ISBLANK: (x) => one(x) === "",
  ISNUMBER: (x) => typeof one(x) === "number",
  LEN: (x) => String(one(x)).length,
  TRUE: () => true,
  FALSE: () => false,
};

function number(v: CellValue): number {
  if (typeof v === "number") return v;
  if (typeof v === "boolean") return Number(v);
  if (v === "") return 0;
  return v.trim() !== "" ? Number(v) : NaN;
}

type Operator = (a: CellValue, b: CellValue) => CellValue;

const arithmetic =
  (work: (a: number, b: number) => number): Operator =>
  (a, b) => {
    const result = work(number(a), number(b));
    return Number.isNaN(result) ? "#VALUE!" : Number.isFinite(result) ? result : "#DIV/0!";
  };

const rank = (v: CellValue): number => (typeof v === "number" ? 0 : typeof v === "string" ? 1 : 2);

function compare(left: CellValue, right: CellValue): number {
  const a = left === "" && typeof right === "number" ? 0 : left;
  const b = right === "" && typeof left === "number" ? 0 : right;
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  const [x, y] = typeof a === "string" ? [a.toLowerCase(), String(b).toLowerCase()] : [a, b];
  return x < y ? -1 : x > y ? 1 : 0;
}

const POWERS: Readonly<Record<string, Operator>> = { "^": arithmetic((a, b) => a ** b) };
const PRODUCTS: Readonly<Record<string, Operator>> = { "*": arithmetic((a, b) => a * b), "/": arithmetic((a, b) => a / b) };
const SUMS: Readonly<Record<string, Operator>> = { "+": arithmetic((a, b) => a + b), "-": arithmetic((a, b) => a - b) };
const JOINS: Readonly<Record<string, Operator>> = { "&": (a, b) => `${a}${b}` };
const COMPARISONS: Readonly<Record<string, Operator>> = {
  "=": (a, b) => compare(a, b) === 0,
  "<>": (a, b) => compare(a, b) !== 0,
  "<": (a, b) => compare(a, b) < 0,
  ">": (a, b) => compare(a, b) > 0,
  "<=": (a, b) => compare(a, b) <= 0,
  ">=": (a, b) => compare(a, b) >= 0,
};

function tokensOf(formula: string): readonly Token[] | null {
  const tokens: Token[] = [];
  TOKENS.lastIndex = 1;
  while (TOKENS.lastIndex < formula.trimEnd().length) {
    const m = TOKENS.exec(formula);
    if (!m) return null;
    const [, text, sheet, ref, digits, name, op = ""] = m;
    if (text) tokens.push({ k: "v", v: text.slice(1, -1).replace(/""/g, '"') });
    else if (ref) tokens.push({ k: "ref", sheet, ref });
    else if (digits) tokens.push({ k: "v", v: Number(digits) });
    else if (name) tokens.push({ k: "name", v: name });
    else tokens.push({ k: "op", v: op });
  }
  return tokens;
}

/** A deliberately small evaluator: operators, references and a dozen functions. A test that needs more passes its own to ExcelHost. */
export const calculate: Calculator = (formula, _at, read) => {
  const tokens = tokensOf(formula);
  if (!tokens) return "#NAME?";
  let i = 0;
  const ahead = (): string | undefined => {
    const token = tokens[i];
    return token?.k === "op" ? token.v : token?.k;
  };
  const binary = (next: () => Operand, operators: Readonly<Record<string, Operator>>) => (): Operand => {
    let a = next();
    for (let operator = operators[ahead() ?? ""]; operator; operator = operators[ahead() ?? ""]) {
      i++;
      const x = one(a);
      const y = one(next());
      a = isError(x) ? x : isError(y) ? y : operator(x, y);
    }
    return a;
  };
  const call = (name: string): Operand => {
    i++;
    const operands: Operand[] = [];
    while (ahead() && ahead() !== ")") {
      operands.push(expression());
      if (ahead() === ",") i++;
    }
    i++;
    const work = FUNCTIONS[name];
    if (!work) return "#NAME?";
    const fault = name === "IF" ? undefined : flat(operands).find(isError);
    return fault ?? work(...operands);
  };
  const primary = (): Operand => {
    const t = tokens[i++];
    if (!t) throw new Error("end");
    if (t.k === "v") return t.v;
    if (t.k === "ref") return read(t.sheet ? splitSheet(`${t.sheet}A1`).sheet : null, parseRect(t.ref));
    if (t.k === "name") {
      if (ahead() === "(") return call(t.v.toUpperCase());
      return /^(true|false)$/i.test(t.v) ? /^t/i.test(t.v) : "#NAME?";
    }
    if (t.v === "-") return SUMS["-"]!(0, one(power()));
    if (t.v === "+") return power();
    if (t.v !== "(") return "#NAME?";
    const inside = expression();
    i++;
    return inside;
  };
  const percent = (): Operand => {
    let v = primary();
    while (ahead() === "%") {
      i++;
      v = number(one(v)) / 100;
    }
    return v;
  };
  const power = binary(percent, POWERS);
  const expression = binary(binary(binary(binary(power, PRODUCTS), SUMS), JOINS), COMPARISONS);
  try {
    const v = one(expression());
    return v === "" ? 0 : v;
  } catch {
    return "#NAME?";
  }
};
