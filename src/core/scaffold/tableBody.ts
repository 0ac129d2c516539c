import { plus } from "../sheet/writeFormula";
import { isFigureColumn, leafColumns, type Column, type FigureColumn, type Foot, type Line, type Printed, type TableForm } from "../form/Form";
import { a1Range, type Rectangle } from "../sheet/Address";
import { BLANK, numberValue, textValue, type Content, type Value } from "../sheet/Cell";
import { runsOf } from "../sheet/rectangles";
import type { CellStyle, PlannedCell } from "../sheet/SheetPlan";
import { textHeight } from "../sheet/textSize";
import type { Steps } from "../steps";
import { formatOf, valueOf } from "../figures/figureValue";
import { decimalsOf, mostOf, unitsOf } from "../figures/readFigure";
import { FONT, join, spread, type Block } from "./Block";

const FIGURE: CellStyle = { border: true, horizontal: "center" };
const LABEL: CellStyle = { border: true, horizontal: "left" };
const ORDINAL: CellStyle = { border: true, horizontal: "center" };

/** A row to be filled in: one of those the reporter named, or a line the form gives. */
export interface PlannedRow {
  readonly ordinal: Content;
  readonly label: string;
  readonly line?: Line;
}

/** A formula over cells that are still blank, or hold what the form prints. */
const formula = (expression: string, value: Value = numberValue(0)): Content => ({ kind: "formula", formula: `=${expression}`, value });

const styleOf = (column: Column): CellStyle =>
  isFigureColumn(column) ? { ...FIGURE, numberFormat: formatOf(column) } : column.kind === "ordinal" || typeof column.kind === "object" ? ORDINAL : LABEL;

/** What the form prints in a cell: a number where the column holds figures and it is one, else the words. */
function givenContent(column: Column, printed: Printed): Content {
  const units = isFigureColumn(column) ? unitsOf(String(printed), decimalsOf(column)) : undefined;
  return units === undefined ? textValue(String(printed)) : valueOf(units, column as FigureColumn);
}

/** The rows of a new table: those the reporter named, one blank where none was; or the form's own lines. */
export function plannedRows({ rows }: TableForm, fields: readonly string[]): readonly PlannedRow[] {
  if ("lines" in rows) return rows.lines.map((line) => ({ ordinal: /^\d+$/.test(line.ordinal ?? "") ? numberValue(Number(line.ordinal)) : textValue(line.ordinal ?? ""), label: line.label, line }));
  return (fields.length > 0 ? fields : [""]).map((label, index) => ({ ordinal: numberValue(index + 1), label }));
}

/** What a column holds in a row at zero-based `row`. */
function contentOf(column: Column, columns: readonly Column[], row: number, { ordinal, label, line }: PlannedRow): Content {
  const printed = line?.given?.[column.key];
  if (printed !== undefined) return givenContent(column, printed);
  if (column.kind === "ordinal") return ordinal;
  // A second column of words, such as remarks, is left to the reporter.
  if (column.kind === "label") return columns.find(({ kind }) => kind === "label") === column ? textValue(label) : BLANK;
  const parts = line?.heading ? undefined : column.sum?.map((key) => columns.findIndex((each) => each.key === key));
  return parts ? formula(plus(parts.map((part) => ({ row, column: part })))) : BLANK;
}

/**
 * One row each, from row `top` (zero-based) on: blanks to type into, what the form gives, and formulas where columns add up others.
 * Heights are said, for not every host fits them to wrapped labels.
 */
export function* planLines(layout: TableForm, rows: readonly PlannedRow[], widths: readonly number[], top: number): Steps<Block> {
  const columns = leafColumns(layout.columns);
  const named = columns.findIndex(({ kind }) => kind === "label");
  const styles = columns.map((column) => ({ ...FONT, ...styleOf(column) }));
  const cells: PlannedCell[] = [];
  const heights = new Map<number, number>();
  for (const [index, planned] of rows.entries()) {
    yield;
    const row = top + index;
    if (named >= 0) heights.set(row, textHeight(planned.label, widths[named]!, LABEL));
    for (const [at, column] of columns.entries()) {
      const style = planned.line?.heading ? { ...styles[at]!, bold: true } : styles[at]!;
      cells.push({ at: { row, column: at }, content: contentOf(column, columns, row, planned), style });
    }
  }
  return { cells, merges: [], heights };
}

/**
 * The row that adds up the rows from `first` on, at row `row` (both zero-based). Columns that add up others are summed down
 * like the rest, so that the total row's own balance bears the column sums out.
 */
export function planFoot(layout: TableForm, { labels, columns: summed, given = {} }: Foot, rows: readonly PlannedRow[], row: number, first: number): Block {
  const columns = leafColumns(layout.columns);
  const named = columns.findIndex(isFigureColumn);
  const isSummed = ({ key }: Column): boolean => summed?.includes(key) ?? true;
  const last = first + rows.length - 1;
  const printed = (column: FigureColumn): number => rows.reduce((sum, { line }) => sum + (unitsOf(String(line?.given?.[column.key] ?? 0), decimalsOf(column)) ?? 0), 0);
  const columnSum = (column: FigureColumn, at: number): Content => formula(`SUM(${a1Range({ top: first, left: at, bottom: last, right: at })})`, valueOf(printed(column), column));
  return join([
    spread({ top: row, bottom: row, left: 0, right: named - 1 }, textValue(labels[0]), { ...ORDINAL, bold: true }),
    ...columns.slice(named).map((column, index) => {
      const at = named + index;
      const own = given[column.key];
      const content = isFigureColumn(column) && isSummed(column) ? columnSum(column, at) : own === undefined ? BLANK : givenContent(column, own);
      return spread({ top: row, bottom: row, left: at, right: at }, content, { ...styleOf(column), bold: true });
    }),
  ]);
}

/** Cells to type figures into, and what those of one column take. */
export interface InputCells {
  readonly column: FigureColumn;
  readonly cells: readonly Rectangle[];
}

/** The cells to type figures into between rows `first` and `last`, by columns of one kind; side by side ones as one block. */
export function inputCells(layout: TableForm, rows: readonly PlannedRow[], first: number): readonly InputCells[] {
  const found = new Map<string, { readonly column: FigureColumn; readonly cells: Rectangle[] }>();
  for (const [at, column] of leafColumns(layout.columns).entries()) {
    if (!isFigureColumn(column) || column.sum) continue;
    const key = `${decimalsOf(column)}|${mostOf(column.kind)}`;
    const { cells } = found.get(key) ?? found.set(key, { column, cells: [] }).get(key)!;
    const open = rows.flatMap(({ line }, index) => (line?.heading || line?.given?.[column.key] !== undefined ? [] : [index]));
    for (const [top, bottom] of runsOf(open)) {
      const before = cells.at(-1);
      const block = { top: first + top, left: at, bottom: first + bottom, right: at };
      if (before?.right === at - 1 && before.top === block.top && before.bottom === block.bottom) cells[cells.length - 1] = { ...before, right: at };
      else cells.push(block);
    }
  }
  return [...found.values()];
}
