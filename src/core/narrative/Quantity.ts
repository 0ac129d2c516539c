import type { Position } from "../sheet/Address";
import { meantUnits } from "../table/Reading";
import { standingRows } from "../table/standingRows";
import { figureOf, totalRow, type Figure, type Table, type TableRow } from "../table/Table";

/** A count and where it comes from. */
export interface Quantity {
  /** Undefined where a cell it rests on cannot be read, is yet to be filled in, or is not on the sheet. */
  readonly count: number | undefined;
  /** Empty when the sheet lacks the column. */
  readonly cells: readonly Position[];
}

/** Several quantities as one; unknown as soon as one of them is. */
export function addUp(quantities: readonly Quantity[]): Quantity {
  const counts = quantities.map(({ count }) => count);
  return {
    count: counts.reduce((sum, count) => (sum === undefined || count === undefined ? undefined : sum + count), 0),
    cells: quantities.flatMap(({ cells }) => cells),
  };
}

/** The count of one row under the column with that key. */
export function quantityIn(table: Table, row: TableRow, key: string): Quantity {
  const figure = figureOf(table, row, key);
  return figure ? { count: meantUnits(figure.reading), cells: [figure.at] } : { count: undefined, cells: [] };
}

/**
 * The count of the whole table under the column with that key: as its total row says. Where that row is missing
 * or blank there, the lines added up; where they are blank too, the columns it is the sum of. Blanks among filled
 * cells add nothing; as long as all are blank the count is unknown.
 */
export function quantityOf(table: Table, key: string): Quantity {
  const column = table.columns.find((each) => each.column.key === key)?.column;
  if (!column) return { count: undefined, cells: [] };
  const total = totalRow(table);
  const own = total && figureOf(table, total, key);
  const figures = standingRows(table).map((row) => figureOf(table, row, key)).filter((figure) => figure !== undefined);
  if (figures.length === 0 || isUnfilled(table)) return { count: undefined, cells: (own ? [own] : figures).map(({ at }) => at) };
  if (own && !isBlank(own)) return quantityIn(table, total, key);
  if (figures.every(isBlank) && column.sum) return addUp(column.sum.map((part) => quantityOf(table, part)));
  return addUp(figures.map(({ at, reading }) => ({ count: meantUnits(reading), cells: [at] })));
}

/** Whether nobody has entered anything yet: a fresh form must not be told as a period without files. */
function isUnfilled({ rows }: Table): boolean {
  const idle = ({ cell, reading }: Figure) => cell.formula !== undefined && meantUnits(reading) === 0;
  const filled = (figure: Figure) => !isBlank(figure) && !idle(figure);
  return !rows.some(({ figures }) => figures.some(filled)) && rows.some(({ figures }) => figures.some(isBlank));
}

const isBlank = ({ reading }: Figure): boolean => reading.kind === "blank";
