import { columnLetters, LAST_COLUMN, LAST_ROW } from "../../core/sheet/Address";
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

/**
 * Pieces of a formula that are looked at whole: texts, quoted sheet names, brackets, whole rows, whole columns,
 * numbers, and words, of which some are cells.
 */
const PIECE =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]]|\[[^[\]]*\])*\]|(?<rows>\$?\d{1,7}:\$?\d{1,7}(?![\w.(!]))|(?<columns>\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\w.(!]))|\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|(?<word>[$A-Za-z_\\\u00aa-\uffff][\w.$\\?\u00aa-\uffff]*)/g;

const CELL = /^(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})$/;

/**
 * A shared formula as it reads in another cell of its group: references without "$" move along.
 * Those that would leave the grid come in again on the other side, as in Excel. Without or with a leading "=".
 */
export function translateFormula(formula: string, down: number, right: number): string {
  if (down === 0 && right === 0) return formula;
  const row = (fixed: string, number: string): string => fixed + (fixed ? number : wrap(Number(number) - 1 + down, LAST_ROW) + 1);
  const column = (fixed: string, letters: string): string => fixed + (fixed ? letters : columnLetters(wrap(columnNumber(letters) + right, LAST_COLUMN)));
  return formula.replace(PIECE, (piece: string, ...rest: unknown[]) => {
    const { rows, columns, word } = rest.at(-1) as Readonly<Record<string, string | undefined>>;
    if (rows) return rows.split(":").map((end) => row(end.startsWith("$") ? "$" : "", end.replace("$", ""))).join(":");
    if (columns) return columns.split(":").map((end) => column(end.startsWith("$") ? "$" : "", end.replace("$", ""))).join(":");
    const following = formula.charAt((rest.at(-3) as number) + piece.length);
    const cell = word && following !== "(" && following !== "!" ? CELL.exec(word) : null;
    if (!cell || columnNumber(cell[2]!) > LAST_COLUMN || Number(cell[4]) > LAST_ROW + 1) return piece;
    return column(cell[1]!, cell[2]!) + row(cell[3]!, cell[4]!);
  });
}

const wrap = (number: number, last: number): number => (((number % (last + 1)) + last + 1) % (last + 1));

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}
