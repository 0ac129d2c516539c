import { contains, parseA1Range, type Position, type Rectangle } from "./Address";

/** One operand of a sum: a cell or block, added (+1) or taken away (−1). */
export interface Term {
  readonly sign: 1 | -1;
  readonly range: Rectangle;
  /** Inside SUM(…) Excel skips texts; with a bare "+" it converts them. */
  readonly summed: boolean;
}

/** A formula that only adds up cells of its own sheet, such as `=D9+E9+F9` or `=SUM(C9:C20,C22)`. */
export type AdditiveFormula = readonly Term[];

const TOKEN = /\s*(SUM\(|[-+(),;]|\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?)/iy;

/** Reads a formula of that shape; undefined for any other, which is then left to Excel. */
export function parseAdditiveFormula(formula: string): AdditiveFormula | undefined {
  const text = formula.trim();
  if (!text.startsWith("=")) return undefined;
  const tokens: string[] = [];
  TOKEN.lastIndex = 1;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (!match) return undefined;
    tokens.push(match[1]!.toUpperCase());
  }
  let next = 0;

  const operand = (sign: 1 | -1, summed: boolean): Term[] | undefined => {
    const token = tokens[next++];
    if (token === "SUM(" || token === "(") {
      const inside = list(sign, summed || token === "SUM(", token === "SUM(");
      return tokens[next++] === ")" ? inside : undefined;
    }
    const range = token === undefined ? undefined : parseA1Range(token);
    // A bare block outside SUM spills or intersects: not a sum.
    if (!range || (!summed && token!.includes(":"))) return undefined;
    return [{ sign, range, summed }];
  };

  const list = (outer: 1 | -1, summed: boolean, commas: boolean): Term[] | undefined => {
    const terms: Term[] = [];
    let sign: 1 | -1 = outer;
    if (tokens[next] === "-" || tokens[next] === "+") sign = tokens[next++] === "-" ? flip(outer) : outer;
    for (;;) {
      const read = operand(sign, summed);
      if (!read) return undefined;
      terms.push(...read);
      const token = tokens[next];
      if (token === "+" || token === "-") sign = token === "-" ? flip(outer) : outer;
      else if (commas && (token === "," || token === ";")) sign = outer;
      else return terms;
      next++;
    }
  };

  const terms = list(1, false, false);
  return terms && next === tokens.length ? terms : undefined;
}

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

