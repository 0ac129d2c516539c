import { isGroup, leafColumns, type Column, type ColumnNode, type TableForm } from "../form/Form";
import { numberingMark } from "../form/numberingMark";
import type { Rectangle } from "../sheet/Address";
import type { CellStyle } from "../sheet/SheetPlan";
import { textHeight, widthFor } from "../sheet/textSize";
import type { Steps } from "../steps";
import { join, spreadText, type BlockTo } from "./Block";

const HEAD: CellStyle = { bold: true, horizontal: "center", border: true };
const NUMBERING: CellStyle = { italic: true, fontSize: 9, horizontal: "center", border: true };

/** A column's width in characters, where the form does not say it, by what it holds. */
function widthOf({ kind, width }: Column): number {
  return width ?? (kind === "label" ? 34 : kind === "ordinal" ? 6 : kind === "text" ? 16 : 11);
}

/**
 * Widths of the columns in characters: the form's own, or more where the numbering row would break a formula.
 * Labels may have an eighth more, where that spares some of them a second line.
 */
export function* columnWidths({ columns: nodes, numbering }: TableForm, labels: readonly string[]): Steps<readonly number[]> {
  const columns = leafColumns(nodes);
  const widths: number[] = [];
  for (const column of columns) {
    const usual = widthOf(column);
    let width = column.kind === "label" ? usual : Math.max(usual, widthFor(numberingMark(column, columns, numbering), NUMBERING));
    const most = Math.floor((usual * 9) / 8);
    for (const label of column.kind === "label" ? labels : []) {
      yield;
      const own = widthFor(label, {});
      if (own <= most) width = Math.max(width, own);
    }
    widths.push(width);
  }
  return widths;
}

/** How many header rows a column tree takes. */
function depth(nodes: readonly ColumnNode[]): number {
  return Math.max(...nodes.map((node) => (isGroup(node) ? 1 + depth(node.children) : 1)));
}

interface HeadCell extends Rectangle {
  readonly text: string;
}

/** Groups take one row over their columns; a column takes all rows that are left. */
function headCells(nodes: readonly ColumnNode[], top: number, bottom: number, left: number): readonly HeadCell[] {
  let next = left;
  return nodes.flatMap((node): readonly HeadCell[] => {
    const first = next;
    if (!isGroup(node)) {
      next++;
      return [{ text: node.header, top, bottom, left: first, right: first }];
    }
    next += leafColumns(node.children).length;
    return [{ text: node.header, top, bottom: top, left: first, right: next - 1 }, ...headCells(node.children, top + 1, bottom, first)];
  });
}

/** Heights that show every text: cells of one row first, then what the taller ones still lack goes to their last row. */
function rowHeights(cells: readonly HeadCell[], widths: readonly number[], style: CellStyle): ReadonlyMap<number, number> {
  const heights = new Map<number, number>();
  const flattestFirst = [...cells].sort((one, other) => one.bottom - one.top - (other.bottom - other.top));
  for (const { text, top, bottom, left, right } of flattestFirst) {
    const width = widths.slice(left, right + 1).reduce((sum, each) => sum + each, 0);
    let lacking = textHeight(text, width, style) + 6;
    for (let row = top; row < bottom; row++) lacking -= heights.get(row) ?? 0;
    heights.set(bottom, Math.max(lacking, heights.get(bottom) ?? 0));
  }
  return heights;
}

/** Lays out the column tree from column A on, beginning in row `top` (zero-based), and under it the row of numbers, where the form numbers its columns. */
export function planTableHeader({ columns: nodes, numbering }: TableForm, widths: readonly number[], top: number): BlockTo {
  const columns = leafColumns(nodes);
  const bottom = top + depth(nodes) - 1;
  const isNumbered = columns.some(({ no }) => no !== undefined);
  const numberingRow = bottom + 1;
  const heads = headCells(nodes, top, bottom, 0);
  const numbers = (isNumbered ? columns : []).map((column, index) => ({
    text: numberingMark(column, columns, numbering),
    top: numberingRow,
    bottom: numberingRow,
    left: index,
    right: index,
  }));
  return {
    ...join([...heads.map((cell) => spreadText(cell, cell.text, HEAD)), ...numbers.map((cell) => spreadText(cell, cell.text, NUMBERING))]),
    bottom: isNumbered ? numberingRow : bottom,
    heights: new Map([...rowHeights(heads, widths, HEAD), ...rowHeights(numbers, widths, NUMBERING)]),
  };
}
