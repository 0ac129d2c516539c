import { figureColumns, type Form } from "../core/form/Form";
import type { Cell } from "../core/sheet/Cell";
import { readFigure } from "../core/figures/readFigure";
import type { Figure, Table, TableRow } from "../core/figures/Table";
import { FORMS } from "../forms/forms";
import { ii06a } from "../forms/ii-06a";

/** What a cell of such a table holds: a count, text, or nothing. */
export type LineCell = number | string | null;

/** A table as one JSON line: rows of cells under the numbers of the form's columns. Values only: no formulas. */
export interface TableLine {
  readonly id: string | number;
  /** Which form it is; II.06a where nothing is said. */
  readonly form?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly LineCell[])[];
  readonly total?: readonly LineCell[] | null;
}

function cellOf(value: LineCell | undefined): Cell {
  if (value === null || value === undefined || value === "") return { value: { kind: "blank" } };
  return { value: typeof value === "number" ? { kind: "number", number: value } : { kind: "text", text: value } };
}

/** Columns are named by their numbers, with or without what they add up: "3", "(3)", "(3)=(4)+(5)+(6)". */
const numberOf = (column: string): string => /\d+/.exec(column)?.[0] ?? "";

/** The table of a line, its body starting in the second row of a sheet. */
export function tableOfLine({ form: id, columns, rows, total }: TableLine): Table {
  const form: Form = FORMS.find((each) => each.id === id) ?? ii06a;
  const [layout] = form.tables;
  const leaves = figureColumns(layout.columns);
  const counts = columns.flatMap((no, at) => {
    const column = leaves.find((each) => String(each.no) === numberOf(String(no)));
    return column ? [{ column, at }] : [];
  });
  const rowOf = (values: readonly LineCell[], row: number, kind: "line" | "total"): TableRow => ({
    row,
    kind,
    ordinal: "",
    label: String(values[1] ?? ""),
    labelAt: { row, column: 1 },
    section: -1,
    figures: counts.map(({ at, column }): Figure => {
      const cell = cellOf(values[at]);
      return { at: { row, column: at }, cell, column, reading: readFigure(cell, column) };
    }),
  });
  const body = rows.map((values, index) => rowOf(values, index + 1, "line"));
  return {
    form,
    layout,
    texts: [],
    sheet: "",
    range: { top: 0, left: 0, bottom: rows.length + 1, right: columns.length - 1 },
    headerRows: [0, 0],
    columns: counts,
    labelColumn: 1,
    percentages: [],
    rows: total ? [...body, rowOf(total, rows.length + 1, "total")] : body,
  };
}
