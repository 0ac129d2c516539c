import type { Repair } from "../core/findings/localisation/Answer";
import { evidenceOf } from "../core/findings/localisation/evidenceOf";
import { localise, USUAL_LIMIT } from "../core/findings/localisation/localise";
import { leafColumns } from "../core/Form";
import type { Cell } from "../core/sheet/Cell";
import { finish } from "../core/steps";
import { readCount } from "../core/table/readCount";
import type { Figure, Table, TableRow } from "../core/table/Table";
import { ii06a } from "../forms/ii-06a";

/** A table as one JSON line: counts as numbers, text or null, by the numbers of the form's columns. */
export interface TableLine {
  readonly id: string | number;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (number | string | null)[])[];
  readonly total?: readonly (number | string | null)[] | null;
}

/** A wrong cell: row 1…n or "total", column as the form numbers it; no value where only a sum is known. */
export interface PredictedCell {
  readonly row: number | "total";
  readonly col: number;
  readonly value?: number;
}

export interface Prediction {
  readonly id: string | number;
  readonly cells: readonly PredictedCell[];
  readonly p: number;
  readonly alternatives: readonly (readonly PredictedCell[])[];
  readonly ms: number;
  readonly sure: "certain" | "likely" | "choose";
  readonly complete: boolean;
}

function cellOf(value: number | string | null | undefined): Cell {
  if (value === null || value === undefined || value === "") return { value: { kind: "blank" } };
  return { value: typeof value === "number" ? { kind: "number", number: value } : { kind: "text", text: value } };
}

export function tableOf({ columns, rows, total }: TableLine): Table {
  const leaves = leafColumns(ii06a.columns);
  const counts = columns.flatMap((no, at) => {
    const column = leaves.find((each) => String(each.no) === String(no).replace(/\D.*$/u, "") && each.kind === "count");
    return column ? [{ column, at }] : [];
  });
  const rowOf = (values: readonly (number | string | null)[], row: number, kind: "line" | "total"): TableRow => ({
    row,
    kind,
    ordinal: "",
    label: String(values[1] ?? ""),
    labelAt: { row, column: 1 },
    section: -1,
    figures: counts.map(({ at }): Figure => {
      const cell = cellOf(values[at]);
      return { at: { row, column: at }, cell, reading: readCount(cell) };
    }),
  });
  const body = rows.map((values, index) => rowOf(values, index + 1, "line"));
  return {
    form: ii06a,
    sheet: "",
    range: { top: 0, left: 0, bottom: rows.length + 1, right: columns.length - 1 },
    headerRows: [0, 0],
    counts,
    labelColumn: 1,
    percentages: [],
    rows: total ? [...body, rowOf(total, rows.length + 1, "total")] : body,
  };
}

/** Localises the errors of one table. */
export function localizeLine(line: TableLine, options: { readonly limitMilliseconds?: number } = {}): Prediction {
  const started = performance.now();
  const table = tableOf(line);
  const end = started + (options.limitMilliseconds ?? 2000);
  const evidence = finish(evidenceOf(table.form.checks, table, { tables: [table], withdrawn: new Map() }));
  const { wholes, complete } = finish(localise(evidence, { ...USUAL_LIMIT, isOver: () => performance.now() > end }));
  const odd = table.rows.flatMap(({ figures }) => figures).filter(({ reading }) => reading.kind === "count" && reading.notation !== "number");
  const cellsOf = (repairs: readonly Repair[]): readonly PredictedCell[] => {
    const cells = new Map<string, PredictedCell>();
    const put = ({ at }: Figure, value: number | undefined): void => {
      const row = at.row === line.rows.length + 1 ? "total" : at.row;
      const col = table.counts.find((each) => each.at === at.column)!.column.no;
      cells.set(`${row}|${col}`, { row, col, ...(value === undefined ? {} : { value }) });
    };
    for (const figure of odd) put(figure, figure.reading.kind === "count" ? figure.reading.count : undefined);
    for (const { figure, to } of repairs) put(figure, to);
    return [...cells.values()];
  };
  const sets = new Map<string, { cells: readonly PredictedCell[]; p: number }>();
  for (const { repairs, probability } of wholes) {
    const cells = cellsOf(repairs);
    const key = cells.map(({ row, col }) => `${row}|${col}`).sort().join();
    const known = sets.get(key);
    sets.set(key, { cells: known?.cells ?? cells, p: probability + (known?.p ?? 0) });
  }
  const [first, ...others] = [...sets.values()].sort((one, other) => other.p - one.p);
  const p = first?.p ?? 1;
  return {
    id: line.id,
    cells: first?.cells ?? cellsOf([]),
    p,
    alternatives: others.slice(0, 4).map(({ cells }) => cells),
    ms: performance.now() - started,
    sure: p >= 0.9 ? "certain" : p >= 0.6 ? "likely" : "choose",
    complete,
  };
}
