import { a1, a1Range, columnLetters, type Position, type Rectangle } from "./Address";

/** "D9+E9+F9": readable, but a text among the cells makes it an error, or worse a number of another locale. */
export function plus(cells: readonly Position[]): string {
  return cells.map(a1).join("+");
}

/** Cells that touch, down one column or along one row, as blocks. */
function blocks(cells: readonly Position[]): readonly Rectangle[] {
  const found: Rectangle[] = [];
  for (const { row, column } of cells) {
    const last = found.at(-1);
    const below = last && last.left === column && last.right === column && last.bottom + 1 === row;
    const beside = last && last.top === row && last.bottom === row && last.right + 1 === column;
    if (below || beside) found[found.length - 1] = { ...last, bottom: row, right: column };
    else found.push({ top: row, left: column, bottom: row, right: column });
  }
  return found;
}

/** "SUM(C9:C20,C22)" over exactly these cells, given in reading order; texts among them count for nothing. */
export function sum(cells: readonly Position[]): string {
  return `SUM(${blocks(cells).map(a1Range).join(",")})`;
}

/** "COUNTIF(C9:C20,"x")+COUNTIF(C22,"x")" over exactly these cells, given in reading order. */
export const count = (cells: readonly Position[], mark: string): string => blocks(cells).map((block) => `COUNTIF(${a1Range(block)},${quotedText(mark)})`).join("+");

/** Excel takes at most 255 arguments and 8,192 characters. */
export function fitsExcel(formula: string): boolean {
  return formula.length <= 8192 && formula.split(",").length <= 255;
}

/** A sheet as it is named before its cells: `'NQ 01'!`. */
export const sheetPrefix = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'!`;

const fixedCell = (row: number, column: number): string => `$${columnLetters(column)}$${row + 1}`;

/** "$D$9:$D$20", which stays what it is where the formula is copied. */
export const fixedRange = ({ top, left, bottom, right }: Rectangle): string => `${fixedCell(top, left)}:${fixedCell(bottom, right)}`;

/** A cell of another sheet, however rows and columns move: `'Thông tin báo cáo'!$B$4`. */
export const cellOn = (sheet: string, { row, column }: Position): string => sheetPrefix(sheet) + fixedCell(row, column);

/** A text within a formula. */
export const quotedText = (text: string): string => `"${text.replaceAll('"', '""')}"`;
