import { plus } from "../sheet/writeFormula";
import { footColumns, isFigureColumn, leafColumns, linesOfTotal, shareRow, totalFoot, type Column, type FigureColumn, type Foot, type Line, type Printed, type TableForm } from "../form/Form";
import type { Rectangle } from "../sheet/Address";
import { BLANK, EMPTY_RESULT, numberValue, textValue, type Content, type Value } from "../sheet/Cell";
import { runsOf } from "../sheet/rectangles";
import type { CellStyle, PlannedCell } from "../sheet/SheetPlan";
import { textHeight } from "../sheet/textSize";
import type { Steps } from "../steps";
import { columnUnder } from "../figures/closingRows";
import { formatOf, valueOf } from "../figures/figureValue";
import { bandFormula, closingFormula, linesFormula, quotientFormula, rankFormula, restFormula } from "../figures/liveFormulas";
import { decimalsOf, mostOf, unitsOf } from "../figures/readFigure";
import { isPercentage } from "../figures/workedOut";
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
const live = (formula: string, value: Value = numberValue(0)): Content => ({ kind: "formula", formula, value });

const styleOf = (column: Column): CellStyle =>
  isFigureColumn(column) ? { ...FIGURE, numberFormat: formatOf(column) } : column.kind === "ordinal" || typeof column.kind === "object" ? ORDINAL : LABEL;

/** What the form prints in a cell: a number where the column holds figures and it is one, else the words. */
function givenContent(column: Column, printed: Printed): Content {
  const units = isFigureColumn(column) ? unitsOf(String(printed), decimalsOf(column)) : undefined;
  return units === undefined ? textValue(String(printed)) : valueOf(units, column as FigureColumn);
}

/** Records to begin with; more are put in as they come. */
const RECORDS = 10;

/** The rows of a new table: those the reporter named, one blank where none was; blank records; or the form's own lines. */
export function plannedRows({ rows }: TableForm, fields: readonly string[]): readonly PlannedRow[] {
  if ("record" in rows) return Array.from({ length: RECORDS }, (_, index) => ({ ordinal: numberValue(index + 1), label: "" }));
  if ("lines" in rows) return rows.lines.map((line) => ({ ordinal: /^\d+$/.test(line.ordinal ?? "") ? numberValue(Number(line.ordinal)) : textValue(line.ordinal ?? ""), label: line.label, line }));
  return (fields.length > 0 ? fields : [""]).map((label, index) => ({ ordinal: numberValue(index + 1), label }));
}

/** Where the rows of a new table stand; rows are zero-based. */
interface Grid {
  readonly layout: TableForm;
  readonly columns: readonly Column[];
  readonly rows: readonly PlannedRow[];
  /** The first of the rows. */
  readonly first: number;
}

const gridOf = (layout: TableForm, rows: readonly PlannedRow[], first: number): Grid => ({ layout, columns: leafColumns(layout.columns), rows, first });

const placeOf = ({ columns }: Grid, key: string): number => columns.findIndex((each) => each.key === key);

/** All rows in a column. */
const linesIn = ({ first, rows }: Grid, column: number): Rectangle => ({ top: first, left: column, bottom: first + rows.length - 1, right: column });

/** Where lines of the form stand in a column. */
const cellsOf = ({ rows, first }: Grid, keys: readonly string[], column: number) =>
  keys.map((key) => ({ row: first + rows.findIndex(({ line }) => line?.key === key), column }));

/** A column's formula across a row at zero-based `row`; undefined where figures are typed. */
function formulaAcross(grid: Grid, { key, sum, less, ratio, rank, kind }: Column, row: number): Content | undefined {
  const { layout, columns } = grid;
  const cells = (keys: readonly string[]) => keys.map((each) => ({ row, column: placeOf(grid, each) }));
  const decimalsIn = (each: string): number => decimalsOf(columns[placeOf(grid, each)] as FigureColumn);
  if (ratio) {
    const percent = isPercentage({ kind } as FigureColumn);
    return live(quotientFormula(plus(cells(ratio.above)), plus(cells(ratio.below)), { percent, decimals: decimalsIn(key) }), EMPTY_RESULT);
  }
  if (sum) return live(less ? restFormula(cells(sum), cells(less)) : `=${plus(cells(sum))}`);
  if (rank !== undefined) return live(rankFormula(cells([rank])[0]!, linesIn(grid, placeOf(grid, rank)), decimalsIn(rank)), EMPTY_RESULT);
  for (const rule of layout.rules ?? []) {
    if (rule.kind === "band" && rule.into.column === key && rule.into.row === undefined) return live(bandFormula(cells([rule.of.column])[0]!, rule.from, decimalsIn(rule.of.column)), EMPTY_RESULT);
  }
  return undefined;
}

/** What a column holds in a row. */
function contentOf(grid: Grid, column: Column, at: number, index: number): Content {
  const { columns, rows, first, layout } = grid;
  const { ordinal, label, line } = rows[index]!;
  const printed = line?.given?.[column.key];
  if (printed !== undefined) return givenContent(column, printed);
  if (column.kind === "ordinal") return ordinal;
  // A second column of words, such as remarks, is left to the reporter.
  if (column.kind === "label") return columns.find(({ kind }) => kind === "label") === column ? textValue(label) : BLANK;
  if (line?.heading || line?.blank?.includes(column.key)) return BLANK;
  if (line?.sum && footColumns(layout, totalFoot(layout)).includes(column.key)) return live(linesFormula(cellsOf(grid, line.sum, at)), valueOf(printedIn(grid, column as FigureColumn, line.sum), column as FigureColumn));
  return formulaAcross(grid, column, first + index) ?? BLANK;
}

/** What the form prints in lines of a column, added up, in its units. */
const printedIn = ({ rows }: Grid, column: FigureColumn, keys: readonly string[]): number =>
  rows.reduce((all, { line }) => all + (line && keys.includes(line.key) ? (unitsOf(String(line.given?.[column.key] ?? 0), decimalsOf(column)) ?? 0) : 0), 0);

/**
 * One row each, from row `top` (zero-based) on: blanks to type into, what the form gives, and formulas where columns add up others.
 * Heights are said, for not every host fits them to wrapped labels.
 */
export function* planLines(layout: TableForm, rows: readonly PlannedRow[], widths: readonly number[], top: number): Steps<Block> {
  const grid = gridOf(layout, rows, top);
  const { columns } = grid;
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
      cells.push({ at: { row, column: at }, content: contentOf(grid, column, at, index), style });
    }
  }
  return { cells, merges: [], heights };
}

/** The feet of a table, those that are one row together; in their order. */
export function footRows({ foot = [] }: TableForm): readonly (readonly [Foot, ...Foot[]])[] {
  const rows: [Foot, ...Foot[]][] = [];
  for (const each of foot) {
    const same = rows.find(([first]) => shareRow(first, each));
    if (same) same.push(each);
    else rows.push([each]);
  }
  return rows;
}

/** The lines that no other line adds up, where the form has blocks of lines; undefined where it has none. */
function outermost({ rows }: Grid): readonly string[] | undefined {
  const lines = rows.flatMap(({ line }) => line ?? []);
  return lines.some(({ sum }) => sum) ? linesOfTotal(lines) : undefined;
}

/**
 * A row that closes the rows from `first` on, at row `row` (both zero-based). Columns that add up others are summed down
 * like the rest, so that the total row's own balance bears the column sums out.
 */
export function planFoot(layout: TableForm, feet: readonly [Foot, ...Foot[]], rows: readonly PlannedRow[], row: number, first: number): Block {
  const grid = gridOf(layout, rows, first);
  const { columns } = grid;
  const named = columns.findIndex(isFigureColumn);
  const blocks = outermost(grid);
  const given = Object.assign({}, ...feet.map((foot) => foot.given)) as NonNullable<Foot["given"]>;
  const names = linesIn(grid, Math.max(0, columns.findIndex(({ kind }) => kind === "label")));
  const closing = (foot: Foot, column: FigureColumn, at: number): Content => {
    if ((foot.how ?? "sum") !== "sum") return live(closingFormula(foot, column.kind, linesIn(grid, at), names), EMPTY_RESULT);
    const all = rows.flatMap(({ line }) => line?.key ?? []);
    const value = valueOf(printedIn(grid, column, blocks ?? all), columnUnder(column, feet, layout));
    return live(blocks ? linesFormula(cellsOf(grid, blocks, at)) : closingFormula(foot, column.kind, linesIn(grid, at), names), value);
  };
  const isSum = feet.every(({ how = "sum" }) => how === "sum");
  return join([
    spread({ top: row, bottom: row, left: 0, right: named - 1 }, textValue(feet[0].labels[0]), { ...ORDINAL, bold: true }),
    ...columns.slice(named).map((column, index) => {
      const at = named + index;
      const own = given[column.key];
      const foot = isFigureColumn(column) ? feet.find((each) => footColumns(layout, each).includes(column.key)) : undefined;
      const across = isFigureColumn(column) && isSum && column.ratio ? formulaAcross(grid, column, row) : undefined;
      const content = foot ? closing(foot, column as FigureColumn, at) : (across ?? (own === undefined ? BLANK : givenContent(column, own)));
      return spread({ top: row, bottom: row, left: at, right: at }, content, { ...styleOf(columnUnder(column, feet, layout)), bold: true });
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
    if (!isFigureColumn(column) || column.sum || column.ratio || column.rank || column.kind.mark !== undefined) continue;
    const key = `${decimalsOf(column)}|${mostOf(column.kind)}`;
    const { cells } = found.get(key) ?? found.set(key, { column, cells: [] }).get(key)!;
    const open = rows.flatMap(({ line }, index) => (line?.heading || line?.sum || line?.blank?.includes(column.key) || line?.given?.[column.key] !== undefined ? [] : [index]));
    for (const [top, bottom] of runsOf(open)) {
      const before = cells.at(-1);
      const block = { top: first + top, left: at, bottom: first + bottom, right: at };
      if (before?.right === at - 1 && before.top === block.top && before.bottom === block.bottom) cells[cells.length - 1] = { ...before, right: at };
      else cells.push(block);
    }
  }
  return [...found.values()];
}
