import type { Steps } from "../steps";
import type { AdditiveFormula } from "./additiveFormula";
import { BLANK, numberValue, type Cell, type Value } from "./Cell";
import { DecimalSum } from "./DecimalSum";
import type { FormulaGraph } from "./FormulaGraph";
import { roundedRatio } from "./ratio";
import type { Formula } from "./readFormula";

/** What a cell comes to, as read and by its zero-based row and column; undefined where that is not known. */
export type ValueAt = (cell: Cell | undefined, row: number, column: number) => Value | undefined;

/** What Excel adds for a value: SUM skips texts and blanks, a bare "+" takes blanks for 0 and digits in text for numbers. Undefined where it shows an error. */
function addend(value: Value, summed: boolean): number | undefined {
  switch (value.kind) {
    case "blank":
      return 0;
    case "number":
      return value.number;
    case "text":
      return summed ? 0 : /^\d+$/.test(value.text.trim()) ? Number(value.text) : undefined;
    case "error":
      return undefined;
  }
}

function totalOf(graph: FormulaGraph, terms: AdditiveFormula, valueAt: ValueAt): DecimalSum | undefined {
  const sum = new DecimalSum();
  const isKnown = graph.eachCell(terms, (cell, row, column, { sign, summed }) => {
    const value = valueAt(cell, row, column);
    const number = value && addend(value, summed);
    if (number !== undefined) sum.add(number, sign);
    return number !== undefined;
  });
  return isKnown ? sum : undefined;
}

/** What a formula comes to over these values, as Excel would show it; undefined where that would be an error, or a value is not known. */
export function resultOf(graph: FormulaGraph, formula: Formula, valueAt: ValueAt): Value | undefined {
  if (formula.kind === "sum") {
    const sum = totalOf(graph, formula.terms, valueAt);
    return sum && numberValue(sum.number);
  }
  const [above, below] = [formula.numerator, formula.denominator].map((terms) => totalOf(graph, terms, valueAt));
  if (!above || !below) return undefined;
  if (below.number === 0) return BLANK;
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
  for (const formula of yield* graph.inOrder(formulas, formulaOf)) {
    const understood = formulaOf(formula);
    results[formula] = understood && resultOf(graph, understood, known);
    // Each may add up a column as long as the sheet.
    yield;
  }
  return results;
}
