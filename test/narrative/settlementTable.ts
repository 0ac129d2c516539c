import { figureColumns } from "../../src/core/form/Form";
import { numberValue, textValue, type Cell } from "../../src/core/sheet/Cell";
import type { Period } from "../../src/core/words/Period";
import { sumsOfKinds } from "../../src/core/figures/givenRows";
import { readFigure } from "../../src/core/figures/readFigure";
import type { RowKind, Table, TableRow } from "../../src/core/figures/Table";
import { ii06a } from "../../src/forms/ii-06a";

const COUNTS = figureColumns(ii06a.tables[0].columns);

/** What is typed into a cell: a number, a text, or nothing. A text that begins with "=" is a formula whose result is 0. */
export type Typed = number | string | undefined;

/** A row's label and its cells under columns (3) to (13). */
export type TypedRow = readonly [label: string, ...cells: readonly Typed[]];

/** A filled-in form. Its rows stand from row 10 of the sheet on, one below the other, counts in columns C to M. */
export interface FilledForm {
  readonly fields: readonly TypedRow[];
  readonly total?: TypedRow;
  readonly period?: Period;
  readonly unit?: string;
  /** Leaves out the columns with these keys. */
  readonly without?: readonly string[];
}

const FIRST_ROW = 9;

export function settlementTable({ fields, total, period, unit, without = [] }: FilledForm): Table {
  const all: readonly (readonly [RowKind, TypedRow])[] = [
    ...fields.map((row) => ["line", row] as const),
    ...(total ? [["total", total] as const] : []),
  ];
  const rows = all.map(([kind, [label, ...cells]], index): TableRow => {
    const row = FIRST_ROW + index;
    const figures = COUNTS.flatMap((column, place) => {
      if (without.includes(column.key)) return [];
      const cell = cellOf(cells[place]);
      return [{ at: { row, column: place + 2 }, cell, column, reading: readFigure(cell, column) }];
    });
    return { row, kind, ordinal: kind === "line" ? String(index + 1) : "", label, labelAt: { row, column: 1 }, section: -1, figures };
  });
  return {
    form: ii06a,
    layout: ii06a.tables[0],
    texts: [],
    sheet: "II.06a",
    range: { top: FIRST_ROW - 4, left: 0, bottom: FIRST_ROW + rows.length - 1, right: 12 },
    headerRows: [FIRST_ROW - 4, FIRST_ROW - 1],
    columns: COUNTS.flatMap((each, place) => (without.includes(each.key) ? [] : [{ column: each, at: place + 2 }])),
    ordinalColumn: 0,
    labelColumn: 1,
    percentages: [],
    rows,
    sums: sumsOfKinds(rows),
    ...(period && { period: { period, at: { row: 3, column: 0 }, text: "" } }),
    ...(unit && { unit }),
  };
}

function cellOf(typed: Typed): Cell {
  if (typed === undefined) return { value: { kind: "blank" } };
  if (typeof typed === "number") return { value: numberValue(typed) };
  if (typed.startsWith("=")) return { value: numberValue(0), formula: typed };
  if (typed.startsWith("#")) return { value: { kind: "error", code: typed } };
  return { value: textValue(typed) };
}
