import { BLANK, numberValue, type Cell, type Value } from "./Cell";
import { CellSums, standing, type ValueAt } from "./CellSums";
import type { DecimalSum } from "./DecimalSum";
import { FormulaGraph } from "./FormulaGraph";
import { finish, STEP, type Steps } from "../steps";
import { copyOfRow, type Sheet, type SheetRow } from "./Sheet";
import type { Formula, SumFormula, Terms, Test } from "./Formula";
import { roundedRatio } from "./ratio";

function sumOf(sums: CellSums, { terms, constant, digits, unless, otherwise }: SumFormula): Value | undefined {
  if (unless) {
    const held = unless.tests.map((test) => holds(sums, test));
    if (held.includes(undefined)) return undefined;
    if (unless.all ? !held.includes(false) : held.includes(true)) return unless.shows;
  }
  const together = sums.of(terms);
  if (!together || together.isError || together.isUnreadable) return together?.isError ? otherwise : undefined;
  const { sum } = together;
  // Beyond the largest number Excel shows an error.
  if (!Number.isFinite(constant)) return otherwise;
  if (constant !== 0) sum.add(constant, 1);
  if (!Number.isFinite(sum.number)) return otherwise;
  // What is rounded is left to Excel, but for what rounding leaves as it is.
  return digits !== undefined && Number(sum.number.toFixed(digits)) !== sum.number ? undefined : numberValue(sum.number);
}

/** What terms come to; undefined where that is not known, or an error among them is. */
function totalOf(sums: CellSums, terms: Terms): DecimalSum | undefined {
  const together = sums.of(terms);
  return together && !together.isError && !together.isUnreadable ? together.sum : undefined;
}

function holds(sums: CellSums, { terms, is }: Test): boolean | undefined {
  if (is === "nought") {
    const sum = totalOf(sums, terms);
    return sum && sum.number === 0;
  }
  const together = sums.of(terms);
  // A formula that shows nothing is a text to COUNTA.
  return together && (is === "blank" ? together.filled : together.numbers) === 0;
}

/** What a formula comes to over these values, as Excel would show it; undefined where that would be an error, or a value is not known. */
export function resultOf(sums: CellSums, formula: Formula): Value | undefined {
  if (formula.kind === "sum") return sumOf(sums, formula);
  const guard = totalOf(sums, formula.guard);
  if (!guard || guard.number === 0) return guard && BLANK;
  const [above, below] = [formula.numerator, formula.denominator].map((terms) => totalOf(sums, terms));
  if (!above || !below || below.number === 0) return undefined;
  const decimals = Math.max(above.decimals, below.decimals);
  const units = roundedRatio(Number(above.unitsOf(decimals)) * 100, Number(below.unitsOf(decimals)), formula.decimals);
  return units === undefined ? undefined : numberValue(units / 10 ** formula.decimals);
}

/**
 * What these formulas come to, by their numbers, each from what those of them that it reads come to, and from `valueAt` of all other cells.
 * Undefined, too, for formulas that are not understood or lead back to themselves, and for what rests on them.
 */
export function* formulaResults(
  graph: FormulaGraph,
  formulas: ReadonlySet<number>,
  valueAt: ValueAt,
  formulaOf = (formula: number): Formula | undefined => graph.formulaOf(formula),
): Steps<readonly (Value | undefined)[]> {
  const results: (Value | undefined)[] = [];
  const asked = new Uint8Array(graph.size);
  for (const formula of formulas) asked[formula] = 1;
  const known: ValueAt = (cell, row, column) => {
    const formula = cell?.formula === undefined ? undefined : graph.numberAt(row, column);
    return formula !== undefined && asked[formula] ? results[formula] : valueAt(cell, row, column);
  };
  const sums = new CellSums(graph, known);
  for (const formula of yield* graph.inOrder(formulas, formulaOf)) {
    const understood = formulaOf(formula);
    results[formula] = understood && resultOf(sums, understood);
    // Each may add up a column as long as the sheet.
    yield;
  }
  return results;
}

/**
 * The sheet with its sums and percentages worked out, as Excel would. Formulas of other shapes, circular ones and those over errors
 * stay as they are. `which`: all of them, or only those saved without a result.
 */
export const recalculate = (sheet: Sheet, which: "all" | "uncalculated"): Sheet => finish(recalculateInSteps(sheet, which));

/** The same, in steps. */
export function* recalculateInSteps(sheet: Sheet, which: "all" | "uncalculated", graph = new FormulaGraph(sheet)): Steps<Sheet> {
  const meant = new Set<number>();
  for (let formula = 0; formula < graph.size; formula++) {
    // What another shape shows is all that is known of it.
    if (graph.at(formula).cell.uncalculated || (which === "all" && graph.formulaOf(formula))) meant.add(formula);
  }
  if (meant.size === 0) return sheet;
  const results = yield* formulaResults(graph, meant, standing);
  const lines = new Map<number, (Cell | undefined)[]>();
  for (const formula of meant) {
    if (formula % STEP === STEP - 1) yield;
    const value = results[formula];
    if (value === undefined) continue;
    const { row, column, cell } = graph.at(formula);
    const { uncalculated: _uncalculated, ...rest } = cell;
    const line = lines.get(row) ?? copyOfRow(sheet.rows.get(row)!);
    line[column] = { ...rest, value };
    lines.set(row, line);
  }
  const rows = new Map<number, SheetRow>(sheet.rows);
  for (const [row, line] of lines) rows.set(row, line);
  return { ...sheet, rows };
}
