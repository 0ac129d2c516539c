import type { Balance } from "../core/checks/Check";
import { checksOf } from "../core/checks/checksOf";
import { sumsOfKinds } from "../core/figures/givenRows";
import { readFigure } from "../core/figures/readFigure";
import type { Figure, Table, TableRow } from "../core/figures/Table";
import { CERTAIN, surenessOf } from "../core/findings/explain";
import { fillUnreadable } from "../core/findings/findings";
import { LIKELY, type Repair } from "../core/findings/localisation/causes";
import { evidenceOf } from "../core/findings/localisation/evidenceOf";
import { localise, USUAL_LIMIT } from "../core/findings/localisation/localise";
import { figureColumns, type Form } from "../core/form/Form";
import type { Cell } from "../core/sheet/Cell";
import type { StatedText } from "../core/stated/StatedFigure";
import { finish } from "../core/steps";
import { FORMS } from "../forms/forms";
import { ii06a } from "../forms/ii-06a";

/** A wrong cell: row 1…n or "total", column as the form numbers it; no value where only a sum is known. */
export interface PredictedCell {
  readonly row: number | "total";
  readonly col: number;
  readonly value?: number;
}

/** What is believed to be wrong with a table. */
export interface Prediction {
  readonly id: string | number;
  /** Every cell that is wrong, whether at fault or following; none when the table is in order. */
  readonly cells: readonly PredictedCell[];
  /** How probable it is that these are just the wrong ones. */
  readonly p: number;
  /** Other sets of cells, the likeliest first. */
  readonly alternatives: readonly (readonly PredictedCell[])[];
  /** Time taken, in milliseconds. */
  readonly ms: number;
  readonly sure: "certain" | "likely" | "choose";
  /** Whether everything likely was looked at. */
  readonly complete: boolean;
}

const MOST_ALTERNATIVES = 4;
/** The most that is stated for the answer of a search that was cut short. It may have missed a rival, so that its p stays below what counts as certain. */
const MOST_WHEN_CUT_SHORT = CERTAIN - 0.01;
const USUAL_MILLISECONDS = 2000;

/** The count that the sums around an unreadable figure ask for. */
function askedFor({ at }: Figure, hard: readonly Balance[]): number | undefined {
  const to = fillUnreadable(at, hard)?.changes[0]?.to;
  return to?.kind === "number" ? to.number : undefined;
}

interface LocalizeOptions {
  readonly limitMilliseconds?: number;
  /** Written reports of the table, as read. */
  readonly texts?: readonly StatedText[];
}

/** A set of cells that may be the wrong ones. */
interface Guess {
  readonly cells: readonly PredictedCell[];
  readonly p: number;
}

/** Where the next best guess is that nothing is wrong but the `odd` cells, which show themselves, no more is said unless it is likely: files may have been withdrawn. */
function accusingOnlyIfLikely(guesses: readonly Guess[], odd: number): readonly Guess[] {
  const [first, second, ...others] = guesses;
  return first && second?.cells.length === odd && first.p < LIKELY ? [second, first, ...others] : guesses;
}

/** Localises the errors of one table. */
export function localizeLine(line: TableLine, options: LocalizeOptions = {}): Prediction {
  const started = performance.now();
  const table = tableOfLine(line);
  const end = started + (options.limitMilliseconds ?? USUAL_MILLISECONDS);
  const evidence = finish(evidenceOf(checksOf(table), table, { tables: [table], answers: new Map(), texts: options.texts ?? [] }));
  const { wholes, complete } = finish(localise(evidence, { ...USUAL_LIMIT, isOver: () => performance.now() > end }));
  const figures = table.rows.flatMap((row) => row.figures);
  const odd = figures.filter(({ reading }) => reading.kind === "figure" && reading.notation !== "number");
  const unreadable = figures.filter(({ reading }) => reading.kind === "unreadable").map((figure) => ({ figure, count: askedFor(figure, evidence.balances) }));
  const nameOf = ({ at }: Figure): Pick<PredictedCell, "row" | "col"> => ({
    row: at.row === line.rows.length + 1 ? "total" : at.row,
    col: table.columns.find((each) => each.at === at.column)!.column.no!,
  });
  const placeOf = (figure: Figure): string => Object.values(nameOf(figure)).join("|");
  const cellsOf = (repairs: readonly Repair[]): readonly PredictedCell[] => {
    const cells = new Map<string, PredictedCell>();
    const put = (figure: Figure, value: number | undefined): void => {
      const { row, col } = nameOf(figure);
      cells.set(`${row}|${col}`, { row, col, ...(value === undefined ? {} : { value }) });
    };
    for (const figure of odd) put(figure, figure.reading.kind === "figure" ? figure.reading.units : undefined);
    for (const { figure, count } of unreadable) put(figure, count);
    for (const { figure, to } of repairs) put(figure, to);
    return [...cells.values()];
  };
  // The same cells with other counts are one answer to the question which cells are wrong.
  const sets = new Map<string, Guess>();
  for (const { repairs, probability } of wholes) {
    const cells = cellsOf(repairs);
    const key = cells.map(({ row, col }) => `${row}|${col}`).sort().join();
    const known = sets.get(key);
    sets.set(key, { cells: known?.cells ?? cells, p: probability + (known?.p ?? 0) });
  }
  const [first, ...others] = accusingOnlyIfLikely([...sets.values()].sort((one, other) => other.p - one.p), cellsOf([]).length);
  const believed = first?.p ?? (complete ? 1 : 0);
  // Sums with a figure that nobody can read say nothing: what else is wrong there stays unseen.
  const isWhole = complete && unreadable.every(({ figure, count }) => count !== undefined || first?.cells.some(({ row, col, value }) => value !== undefined && placeOf(figure) === `${row}|${col}`));
  const p = Math.round(1e4 * (isWhole ? believed : Math.min(believed, MOST_WHEN_CUT_SHORT))) / 1e4;
  const sure = surenessOf(p, isWhole);
  return {
    id: line.id,
    cells: first?.cells ?? cellsOf([]),
    p,
    alternatives: others.slice(0, MOST_ALTERNATIVES).map(({ cells }) => cells),
    ms: Math.round(1e3 * (performance.now() - started)) / 1e3,
    sure: sure === "possible" ? "choose" : sure,
    complete,
  };
}

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
  const all = total ? [...body, rowOf(total, rows.length + 1, "total")] : body;
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
    rows: all,
    sums: sumsOfKinds(all),
  };
}
