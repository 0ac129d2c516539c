import { columnLetters, LAST_COLUMN, LAST_ROW } from "../../core/sheet/Address";

/**
 * Pieces of a formula that are looked at whole: texts, quoted sheet names, brackets, whole rows, whole columns,
 * numbers, and words, of which some are cells.
 */
const PIECE =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]]|\[[^\]]*\])*\]|(?<rows>\$?\d{1,7}:\$?\d{1,7}(?![\w.(!]))|(?<columns>\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\w.(!]))|\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|(?<word>[$A-Za-z_\\\u00aa-\uffff][\w.$\\?\u00aa-\uffff]*)/g;

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
