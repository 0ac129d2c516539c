import { parseAdditiveFormula, type AdditiveFormula } from "./additiveFormula";
import { LAST_ROW, parseA1Range, type Rectangle } from "./Address";

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
