import { readText, escapeText } from "../xml/text";

/**
 * Functions newer than the file format; in files their names carry a prefix that Excel does not show.
 * After [MS-XLSX] 2.2.2, "future-function-list", as far as reports may use them.
 */
const NEWER =
  "AGGREGATE ARRAYTOTEXT BASE BYCOL BYROW CEILING.MATH CHOOSECOLS CHOOSEROWS CONCAT CONFIDENCE.NORM COVARIANCE.P COVARIANCE.S DAYS DECIMAL DROP EXPAND " +
  "FLOOR.MATH FORMULATEXT HSTACK IFNA IFS ISFORMULA ISOWEEKNUM LAMBDA LET MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL NORM.DIST NUMBERVALUE " +
  "PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC QUARTILE.EXC QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ REDUCE SCAN SEQUENCE SHEET SHEETS SORTBY " +
  "STDEV.P STDEV.S SWITCH TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNICHAR UNICODE UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR";

const NEWER_ON_SHEETS = "FILTER SORT";

const PREFIXES = new Map<string, string>([
  ...NEWER.split(" ").map((name): [string, string] => [name, "_xlfn."]),
  ...NEWER_ON_SHEETS.split(" ").map((name): [string, string] => [name, "_xlfn._xlws."]),
]);

/** The inside of an `f` element as people write it: with "=", without prefixes. */
export function readFormula(xml: string): string {
  const formula = readText(xml);
  return `=${formula.includes("_xl") ? outsideTexts(formula, (part) => part.replace(/_xlfn\.|_xlws\.|_xludf\./g, "")) : formula}`;
}

/** The reverse of `readFormula`: the inside of an `f` element. */
export function writeFormula(formula: string): string {
  const bare = formula.replace(/^=/, "");
  const prefixed = outsideTexts(bare, (part) =>
    part.replace(/(^|[^\w.])([A-Za-z][A-Za-z.]*)(?=\()/g, (_, before: string, name: string) => before + (PREFIXES.get(name.toUpperCase()) ?? "") + name),
  );
  return escapeText(prefixed);
}

/** Changes a formula everywhere but in its quoted texts and sheet names. */
function outsideTexts(formula: string, change: (part: string) => string): string {
  return formula
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/)
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join("");
}
