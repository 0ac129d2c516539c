import { BLANK_CELL, type Cell } from "./Cell";
import { FormulaGraph } from "./FormulaGraph";
import { formulaResults } from "./formulaResults";
import { finish, STEP, type Steps } from "../steps";
import type { Sheet, SheetRow } from "./Sheet";

/**
 * The sheet with its sums and percentages worked out, as Excel would. Formulas of other shapes, circular ones and those over errors
 * stay as they are. `which`: all of them, or only those saved without a result.
 */
export const recalculate = (sheet: Sheet, which: "all" | "uncalculated"): Sheet => finish(recalculateInSteps(sheet, which));

/** The same, in steps. */
export function* recalculateInSteps(sheet: Sheet, which: "all" | "uncalculated", graph = new FormulaGraph(sheet.rows)): Steps<Sheet> {
  const meant = new Set<number>();
  for (let formula = 0; formula < graph.size; formula++) {
    // What another shape shows is all that is known of it.
    if (graph.at(formula).cell.uncalculated || (which === "all" && graph.formulaOf(formula))) meant.add(formula);
  }
  if (meant.size === 0) return sheet;
  const results = yield* formulaResults(graph, meant, ({ uncalculated, value } = BLANK_CELL) => (uncalculated ? undefined : value));
  const lines = new Map<number, (Cell | undefined)[]>();
  for (const formula of meant) {
    if (formula % STEP === STEP - 1) yield;
    const value = results[formula];
    if (value === undefined) continue;
    const { row, column, cell } = graph.at(formula);
    const { uncalculated: _uncalculated, ...rest } = cell;
    const line = lines.get(row) ?? [...sheet.rows.get(row)!];
    line[column] = { ...rest, value };
    lines.set(row, line);
  }
  const rows = new Map<number, SheetRow>(sheet.rows);
  for (const [row, line] of lines) rows.set(row, line);
  return { ...sheet, rows };
}
