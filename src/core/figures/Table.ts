import { firstFrom } from "../firstFrom";
import { footKey, leafColumns, shareRow, totalFoot, type Column, type FigureColumn, type Foot, type Form, type Share, type TableForm } from "../form/Form";
import type { Position, Rectangle } from "../sheet/Address";
import { BLANK_CELL, type Cell } from "../sheet/Cell";
import type { Hiding } from "../sheet/Sheet";
import type { EncodingRead } from "../table/asMeant";
import { type Period, dayNumber } from "../words/Period";
import { type Reading, meantUnits } from "./Reading";
import type { RowsChoice } from "./rowsTold";
import { fold } from "../sheet/fold";
import type { ReadSum } from "../structure/RowEvidence";

/** A cell of a column of figures with what its content means, in units of that column. */
export interface Figure {
  readonly column: FigureColumn;
  readonly at: Position;
  readonly cell: Cell;
  readonly reading: Reading;
}

/**
 * line: one field or unit. part: of the line above, or of a part, which it makes up with others. memo: tells something of the row above and
 * makes up nothing ("Trong đó"). section: a heading without figures. subtotal: a heading or closing row with the figures of its section.
 * total: the row for the whole table. summary: another row that closes it, as by means or shares.
 */
export type RowKind = "line" | "part" | "memo" | "section" | "subtotal" | "total" | "summary";

/** A printed row of the table's body. */
export interface TableRow {
  /** Zero-based row of the sheet. */
  readonly row: number;
  readonly kind: RowKind;
  /** As printed in column (1): "1", "II", "--", or "". */
  readonly ordinal: string;
  /** As printed in column (2), trimmed. */
  readonly label: string;
  readonly labelAt: Position;
  /** Which section it belongs to, counted from 0; -1 where the table has none. */
  readonly section: number;
  /** Key of the line the form gives that it is, or of how a summary closes the table; absent in tables whose lines are open. */
  readonly key?: string;
  /** One for each of the table's `columns`, in their order. */
  readonly figures: readonly Figure[];
  /** One for each of the table's `texts`, in their order; blank where nothing stands. */
  readonly texts?: readonly Cell[];
}

/** Where a column of the form stands on the sheet. */
export interface TableColumn<Kind extends Column = FigureColumn> {
  readonly column: Kind;
  /** Zero-based column of the sheet. */
  readonly at: number;
}

/** A percentage column found beside the form. */
export interface PercentageColumn {
  readonly percentage: Share;
  /** Zero-based column of the sheet. */
  readonly at: number;
  /** Whether its heading names the formula, so that there is no doubt which one is meant. */
  readonly named: boolean;
  /** Its cells that are not blank, by zero-based row of the sheet. */
  readonly cells: ReadonlyMap<number, Cell>;
}

/** The period line above the table, such as "(Từ ngày 15/12/2023 đến ngày 14/3/2024)". */
export interface PrintedPeriod {
  readonly period: Period;
  readonly at: Position;
  /** The whole text of the cell. */
  readonly text: string;
}

/** A row that adds up others, by their places in the table's rows. */
export interface TableSum extends Omit<ReadSum, "choices"> {
  /** Where it had better be asked which: the row by its name, and what may be answered. */
  readonly asked?: { readonly name: string; readonly choices: readonly RowsChoice[] };
}

/** A form found on a sheet. */
export interface Table {
  readonly form: Form;
  /** Which of the form's tables it is. */
  readonly layout: TableForm;
  readonly sheet: string;
  /** The old encoding the sheet's texts are written in; names and headings are given in Unicode. */
  readonly encoding?: EncodingRead;
  /** Which of the sheet's tables of its form and key it is, from 2 on; absent for the first. */
  readonly nth?: number;
  /** From the first header row to the last body row. */
  readonly range: Rectangle;
  /** Zero-based first and last header row; the numbering row counts as header. */
  readonly headerRows: readonly [first: number, last: number];
  /** Zero-based row with "(1) (2) (3)=…", where there is one. */
  readonly numberingRow?: number;
  /** The columns of figures found, left to right. */
  readonly columns: readonly TableColumn[];
  /** The other columns found, but for ordinals and labels: words, dates, fractions, choices. */
  readonly texts: readonly TableColumn<Column>[];
  readonly ordinalColumn?: number;
  /** −1 where the rows have no names. */
  readonly labelColumn: number;
  readonly percentages: readonly PercentageColumn[];
  readonly rows: readonly TableRow[];
  /** Which rows add up which, by their places in `rows`; also those of which it had better be asked. `rowSums` gives what may be judged. */
  readonly sums: readonly TableSum[];
  /** The names of the rows that are read as the reporter says. */
  readonly told?: readonly string[];
  /** Figures of the head, such as how many ballots were counted, by the keys of the form's fields. */
  readonly fields?: ReadonlyMap<string, Figure>;
  /** The sheet's rows that are not shown, by zero-based row; absent where all are. */
  readonly hiddenRows?: ReadonlyMap<number, Hiding>;
  readonly period?: PrintedPeriod;
  /** Name of the reporting unit, where the head prints one. */
  readonly unit?: string;
  /** It is of another workbook, which its sheet's name tells: compared with, never judged or changed. */
  readonly isBeside?: true;
}

/** Tables of another workbook, to be compared with: their sheets are named as formulas of Excel name them, "[quy-1.xlsx]II.06a", which no sheet of one's own can be called. */
export const besides = (tables: readonly Table[], file: string): readonly Table[] =>
  tables.map((table) => ({ ...table, sheet: `[${file}]${table.sheet}`, isBeside: true }));

/** The figure of a row under the column with that key; undefined where the sheet lacks the column. */
export function figureOf(table: Table, row: TableRow, key: string): Figure | undefined {
  const { columns } = table;
  for (let index = 0; index < columns.length; index++) if (columns[index]!.column.key === key) return row.figures[index];
  return undefined;
}

/** The row that the form gives under that key; the row for the whole table for "total". */
export function rowOf(table: Table, key: string): TableRow | undefined {
  return key === "total" ? totalRow(table) : table.rows.find((row) => row.key === key);
}

/** The row of one of a table's feet: for means that stand beside sums that of the sums. */
export function footRow(table: Table, foot: Foot): TableRow | undefined {
  const total = totalFoot(table.layout);
  return total && shareRow(total, foot) ? totalRow(table) : rowOf(table, footKey(foot));
}

/** Tells in which rows of a table columns hold across: not under headings, and not where any figure is a mean or a share. */
export function holdsAcross({ layout }: Pick<Table, "layout">): (row: Pick<TableRow, "kind">) => boolean {
  const total = totalFoot(layout);
  const isMixed = total !== undefined && layout.foot!.some((foot) => foot !== total && shareRow(total, foot));
  return ({ kind }) => kind !== "section" && kind !== "summary" && !(isMixed && kind === "total");
}

/** A row's cell under a column of words, with where it stands; undefined where the sheet lacks the column. */
export function textOf(table: Table, row: TableRow, key: string): { readonly at: Position; readonly cell: Cell } | undefined {
  const index = table.texts.findIndex(({ column }) => column.key === key);
  return index < 0 ? undefined : { at: { row: row.row, column: table.texts[index]!.at }, cell: row.texts?.[index] ?? BLANK_CELL };
}

/** The table's row at a zero-based row of the sheet. */
export function rowAt({ rows }: Pick<Table, "rows">, row: number): TableRow | undefined {
  // The rows are in the order of the sheet.
  const found = rows[firstFrom(rows, row, (each) => each.row)];
  return found?.row === row ? found : undefined;
}

/** Those of some figure columns, by key, that the sheet has; undefined where it lacks one that a layout may not be without. */
export function columnsThere({ columns, layout }: Table, keys: readonly string[]): readonly string[] | undefined {
  const there = keys.filter((key) => columns.some(({ column }) => column.key === key));
  const absent = leafColumns(layout.columns).filter(({ key, optional }) => keys.includes(key) && !there.includes(key) && !optional);
  return there.length > 0 && absent.length === 0 ? there : undefined;
}

/** Looks up a table's figures by where they stand: zero-based row and column of the sheet. */
export function figuresByPlace(table: Table): (row: number, column: number) => Figure | undefined {
  const indices = new Map(table.columns.map(({ at }, index) => [at, index]));
  return (row, column) => {
    const index = indices.get(column);
    return index === undefined ? undefined : rowAt(table, row)?.figures[index];
  };
}

/** A table's figures within a block of the sheet. */
export function figuresWithin({ rows, columns }: Table, { top, left, bottom, right }: Rectangle): readonly Figure[] {
  const found: Figure[] = [];
  for (let index = firstFrom(rows, top, ({ row }) => row); index < rows.length && rows[index]!.row <= bottom; index++) {
    columns.forEach(({ at }, place) => at >= left && at <= right && found.push(rows[index]!.figures[place]!));
  }
  return found;
}

/** The row for the whole table. */
export function totalRow(table: Table): TableRow | undefined {
  return table.rows.filter((row) => row.kind === "total").at(-1);
}

/** The rows that stand for a field or unit each. */
export function lines(table: Table): readonly TableRow[] {
  return table.rows.filter((row) => row.kind === "line");
}

/** What figures mean, added up; undefined where one is missing or cannot be read. */
export function meantSum(figures: Iterable<Figure | undefined>): number | undefined {
  let sum = 0;
  for (const figure of figures) {
    const count = figure && meantUnits(figure.reading);
    if (count === undefined) return undefined;
    sum += count;
  }
  return sum;
}

/** The rows that together make up the table: its lines, and the subtotals of sections printed without lines. */
export function standingRows({ rows, sums }: Table): readonly TableRow[] {
  const summed = new Set(sums.map(({ row }) => row));
  return rows.filter(({ kind }, place) => kind === "line" || (kind === "subtotal" && !summed.has(place)));
}

/** Whether two tables are of one series: of the same form, in whatever edition, and unit. Of two units in one workbook only the same one's report is its earlier one. */
export const inSeries = (one: Table, other: Table): boolean =>
  other !== one &&
  other.form.family === one.form.family &&
  other.layout.key === one.layout.key &&
  (one.unit === undefined || other.unit === undefined || fold(one.unit) === fold(other.unit));

/** The table of the same series whose period ends the day before this one's begins; undefined where there is none, or several. */
export function previousTable(table: Table, tables: readonly Table[]): Table | undefined {
  if (!table.period) return undefined;
  const start = dayNumber(table.period.period.from);
  const candidates = tables.filter((other) => inSeries(table, other) && other.period !== undefined && dayNumber(other.period.period.to) === start - 1);
  return candidates.length === 1 ? candidates[0] : undefined;
}
