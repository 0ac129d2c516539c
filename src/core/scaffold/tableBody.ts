import { plus } from "../compute/formulas";
import type { Column } from "../form/Form";
import { a1Range, type Rectangle } from "../sheet/Address";
import { BLANK, numberValue, textValue, type Content } from "../sheet/Cell";
import type { CellStyle, PlannedCell } from "../sheet/SheetPlan";
import { textHeight } from "../sheet/textSize";
import type { Steps } from "../steps";
import { FONT, join, spread, type Block } from "./Block";

const COUNT: CellStyle = { border: true, horizontal: "center", numberFormat: "#,##0" };
const LABEL: CellStyle = { border: true, horizontal: "left" };
const ORDINAL: CellStyle = { border: true, horizontal: "center" };

/** A formula over cells that are still blank. */
const formula = (expression: string): Content => ({ kind: "formula", formula: `=${expression}`, value: numberValue(0) });

/** What a column holds in each row: given the row (zero-based), the line's number and its label. */
type ContentOf = (row: number, ordinal: number, label: string) => Content;

function contentOf(column: Column, columns: readonly Column[]): ContentOf {
  switch (column.kind) {
    case "ordinal":
      return (_row, ordinal) => numberValue(ordinal);
    case "label":
      // A second column of words, such as remarks, is left to the reporter.
      return columns.find(({ kind }) => kind === "label") === column ? (_row, _ordinal, label) => textValue(label) : () => BLANK;
    case "count": {
      const parts = column.sum?.map((key) => columns.findIndex((each) => each.key === key));
      return parts ? (row) => formula(plus(parts.map((part) => ({ row, column: part })))) : () => BLANK;
    }
  }
}

const styleOf = ({ kind }: Column): CellStyle => (kind === "count" ? COUNT : kind === "label" ? LABEL : ORDINAL);

/** One row a label, from row `top` (zero-based) on: blanks to type into, and formulas where columns add up others. */
export function* planLines(columns: readonly Column[], labels: readonly string[], top: number): Steps<Block> {
  const plans = columns.map((column, at) => ({ at, content: contentOf(column, columns), style: { ...FONT, ...styleOf(column) } }));
  const cells: PlannedCell[] = [];
  for (const [index, label] of labels.entries()) {
    yield;
    const row = top + index;
    for (const { at, content, style } of plans) cells.push({ at: { row, column: at }, content: content(row, index + 1, label), style });
  }
  return { cells, merges: [] };
}

/**
 * The row that adds up rows `first` to `last`, straight below them. Columns that add up others are summed down
 * like the rest, so that the total row's own balance bears the column sums out.
 */
export function planTotalRow(columns: readonly Column[], label: string, first: number, last: number): Block {
  const row = last + 1;
  const named = columns.findIndex(({ kind }) => kind === "count");
  const columnSum = (column: number): Content => formula(`SUM(${a1Range({ top: first, left: column, bottom: last, right: column })})`);
  return join([
    spread({ top: row, bottom: row, left: 0, right: named - 1 }, textValue(label), { ...ORDINAL, bold: true }),
    ...columns.slice(named).map((column, index) => {
      const at = named + index;
      const content = column.kind === "count" ? columnSum(at) : BLANK;
      return spread({ top: row, bottom: row, left: at, right: at }, content, { ...styleOf(column), bold: true });
    }),
  ]);
}

/** Heights in points of the rows from `top` (zero-based) on, for not every host fits them to wrapped labels. `width` is the label column's. */
export function* lineHeights(labels: readonly string[], width: number, top: number): Steps<ReadonlyMap<number, number>> {
  const heights = new Map<number, number>();
  for (const [index, label] of labels.entries()) {
    yield;
    heights.set(top + index, textHeight(label, width, LABEL));
  }
  return heights;
}

/** The cells to type counts into, side by side ones as one block. */
export function inputCells(columns: readonly Column[], first: number, last: number): readonly Rectangle[] {
  const found: Rectangle[] = [];
  columns.forEach(({ kind, sum: parts }, column) => {
    if (kind !== "count" || parts) return;
    const before = found.at(-1);
    if (before?.right === column - 1) found[found.length - 1] = { ...before, right: column };
    else found.push({ top: first, left: column, bottom: last, right: column });
  });
  return found;
}
