import { columnLetters } from "../../src/core/sheet/Address";
import type { Sheet } from "../../src/core/sheet/Sheet";
import { HEADER, TITLE, sheetOf, type Cells } from "../../test/fixtures/report";
import { COLUMNS, type Value } from "./TableLine";

/** A row of the table's body as it is printed. */
export interface PrintedRow {
  readonly ordinal: string;
  readonly label: string;
  /** By the number printed over the column. */
  readonly values: readonly Value[];
  /** Formulas instead of typed values, by the number printed over the column; the values are their results. */
  readonly formulas?: ReadonlyMap<number, string>;
}

/** The first body row of the sheets made here, zero-based. */
export const FIRST_ROW = TITLE.length + HEADER.length;

/** The zero-based sheet column of the column with this number over it. */
export const columnAt = (column: number): number => column - 1;

/** The cell of a body row, counted from 0, as formulas name it: "D8". */
export const nameOf = (row: number, column: number): string => `${columnLetters(columnAt(column))}${FIRST_ROW + row + 1}`;

function written(value: Value | undefined): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? `"${value}"` : String(value);
}

/** What stands above the table: the form's name and the period. */
export interface Head {
  readonly name: string;
  readonly title: readonly Cells[];
}

/** A worksheet with form II.06a and these body rows; `moved` puts all counts so many columns to the right of their headings. */
export function sheetOfRows(rows: readonly PrintedRow[], moved = 0, { name, title }: Head = { name: "II.06a", title: TITLE }): Sheet {
  const lines = rows.map(({ ordinal, label, values, formulas }) => {
    const cells = COLUMNS.map((column) => {
      const formula = formulas?.get(column);
      return formula === undefined ? written(values[column]) : `${formula} -> ${written(values[column])}`;
    });
    const counts = moved < 0 ? cells.slice(-moved) : [...Array.from({ length: moved }, () => ""), ...cells];
    return [ordinal, label, ...counts];
  });
  return sheetOf([...title, ...HEADER, ...lines], name);
}
