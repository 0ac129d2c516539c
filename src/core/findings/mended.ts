import type { Change } from "../checks/Check";
import { formulasOf } from "../checks/properFormula";
import { LAST_COLUMN, type Position } from "../sheet/Address";
import { ByCell } from "../sheet/Sheet";
import { BLANK, type Value } from "../sheet/Cell";
import type { ValueAt } from "../sheet/CellSums";
import { formulaResults } from "../sheet/recalculate";
import type { Formula } from "../sheet/Formula";
import { STEP, type Steps } from "../steps";
import { valueOf } from "../figures/figureValue";
import { readFigure, readOnceWritten } from "../figures/readFigure";
import { meantUnits, type Notation, type Reading } from "../figures/Reading";
import { figuresByPlace, type Figure, type Table, type TableRow } from "../figures/Table";

/** What a cell would hold: a figure in units of its column, a value to be read, or a formula to be worked out in place of the one there. */
export type Mending = { readonly count: number } | { readonly value: Value } | { readonly formula: string };

/** What cells would hold, by `positionKey`. */
type Mendings = ReadonlyMap<number, Mending>;

export function mendingOf({ to }: Change): Mending | undefined {
  if (to.kind === "number") return { value: to };
  return to.kind === "formula" ? { formula: to.formula } : undefined;
}

/** What a figure means once it holds that. */
const readingOf = (figure: Figure, mending: Exclude<Mending, { readonly formula: string }>): Reading =>
  "value" in mending ? readOnceWritten(mending.value, figure) : { kind: "figure", units: mending.count, notation: notationOf(figure, mending.count) };

/** A cell that meant as much before still says it in its own way. */
const notationOf = ({ reading }: Figure, count: number): Notation =>
  reading.kind === "figure" && (reading.units === count || reading.notation === "stacked") ? reading.notation : "number";

/** The table as it would read with these cells mended and the live sums over them worked out again. Formulas of other shapes keep their results. */
export function* mendedInSteps(table: Table, mendings: Mendings, graph = formulasOf(table, {})): Steps<Table> {
  if (mendings.size === 0) return table;
  const figureAt = figuresByPlace(table);
  const readings = new ByCell<Reading>();
  const instead = new Map<number, Formula | undefined>();
  const cells: Position[] = [];
  for (const [key, mending] of mendings) {
    const at = { row: Math.floor(key / (LAST_COLUMN + 1)), column: key % (LAST_COLUMN + 1) };
    const [figure, formula] = [figureAt(at.row, at.column), graph.numberAt(at.row, at.column)];
    if ("formula" in mending) {
      if (formula !== undefined) instead.set(formula, graph.readAs(mending.formula, at).formula);
    } else if (figure) readings.set(at, readingOf(figure, mending));
    cells.push(at);
    if (cells.length % STEP === 0) yield;
  }
  const formulaOf = (formula: number): Formula | undefined => (instead.has(formula) ? instead.get(formula) : graph.formulaOf(formula));
  const isLive = (formula: number): boolean => formulaOf(formula) !== undefined && !readings.get(graph.at(formula));
  // Only what the mending changes: a stale or text-skipping result elsewhere is told by its own check.
  const live = yield* graph.restingOn(cells, isLive);
  for (const formula of instead.keys()) live.add(formula);
  const meantAt: ValueAt = (_cell, row, column) => {
    const figure = figureAt(row, column);
    const units = figure && meantUnits(readings.get(figure.at) ?? figure.reading);
    return units === undefined ? BLANK : valueOf(units, figure!.column);
  };
  const results = yield* formulaResults(graph, live, meantAt, formulaOf);
  for (const formula of live) {
    const [{ row, column }, value] = [graph.at(formula), results[formula]];
    const figure = figureAt(row, column);
    if (figure && value?.kind === "number") readings.set(figure.at, readFigure({ value }, figure.column));
  }
  const again = (figure: Figure): Figure => {
    const reading = readings.get(figure.at);
    return reading ? { ...figure, reading } : figure;
  };
  const rows: TableRow[] = [];
  for (const [index, row] of table.rows.entries()) {
    if (index % STEP === STEP - 1) yield;
    rows.push(row.figures.some(({ at }) => readings.get(at)) ? { ...row, figures: row.figures.map(again) } : row);
  }
  return { ...table, rows };
}
