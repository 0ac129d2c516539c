import type { Change } from "../checks/Check";
import { formulasOf } from "../checks/formulasOf";
import { LAST_COLUMN, type Position } from "../sheet/Address";
import { ByCell } from "../sheet/ByCell";
import { BLANK, numberValue } from "../sheet/Cell";
import { formulaResults, type ValueAt } from "../sheet/formulaResults";
import { readFormula, type Formula } from "../sheet/readFormula";
import { finish, STEP, type Steps } from "../steps";
import { meantUnits } from "../table/Reading";
import { isStacked } from "../table/stackedLines";
import { figuresByPlace, type Figure, type Table, type TableRow } from "../table/Table";

/** What a cell would hold: a count, or a formula to be worked out in place of the one there. */
export type Mending = { readonly count: number } | { readonly formula: string };

/** What cells would hold, by `positionKey`. */
type Mendings = ReadonlyMap<number, Mending>;

export function mendingOf({ to }: Change): Mending | undefined {
  if (to.kind === "number") return { count: to.number };
  return to.kind === "formula" ? { formula: to.formula } : undefined;
}

/**
 * The table as it would read with these cells mended and the live sums over them worked out again.
 * Formulas of other shapes keep their results.
 */
export const mended = (table: Table, mendings: Mendings): Table => finish(mendedInSteps(table, mendings));

/** The same, in steps, over the formulas of the table's sheet. Rows in which nothing changes stay the same objects. */
export function* mendedInSteps(table: Table, mendings: Mendings, graph = formulasOf(table, {})): Steps<Table> {
  if (mendings.size === 0) return table;
  const figureAt = figuresByPlace(table);
  const counts = new ByCell<number>();
  const instead = new Map<number, Formula | undefined>();
  const cells: Position[] = [];
  for (const [key, mending] of mendings) {
    const at = { row: Math.floor(key / (LAST_COLUMN + 1)), column: key % (LAST_COLUMN + 1) };
    const formula = graph.numberAt(at.row, at.column);
    if ("count" in mending) counts.set(at, mending.count);
    else if (formula !== undefined) instead.set(formula, readFormula(mending.formula));
    cells.push(at);
    if (cells.length % STEP === 0) yield;
  }
  const formulaOf = (formula: number): Formula | undefined => (instead.has(formula) ? instead.get(formula) : graph.formulaOf(formula));
  const isLive = (formula: number): boolean => formulaOf(formula) !== undefined && counts.get(graph.at(formula)) === undefined;
  // Only what the mending changes: a stale or text-skipping result elsewhere is told by its own check.
  const live = new Set([...(yield* graph.restingOn(cells, isLive)), ...instead.keys()]);
  const meantAt: ValueAt = (_cell, row, column) => {
    const count = counts.get({ row, column });
    if (count !== undefined) return numberValue(count);
    const figure = figureAt(row, column);
    const meant = figure && meantUnits(figure.reading);
    return meant === undefined ? BLANK : numberValue(meant);
  };
  for (const [formula, value] of yield* formulaResults(graph, live, meantAt, formulaOf)) {
    yield;
    if (value?.kind === "number") counts.set(graph.at(formula), value.number);
  }
  const again = (figure: Figure): Figure => {
    const count = counts.get(figure.at);
    return count === undefined ? figure : { ...figure, reading: { kind: "figure", units: count, notation: isStacked(figure) ? "stacked" : "number" } };
  };
  const rows: TableRow[] = [];
  for (const [index, row] of table.rows.entries()) {
    if (index % STEP === STEP - 1) yield;
    rows.push(row.figures.some(({ at }) => counts.get(at) !== undefined) ? { ...row, figures: row.figures.map(again) } : row);
  }
  return { ...table, rows };
}
