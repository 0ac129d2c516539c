import { parseAdditiveFormula, timesAdded, type AdditiveFormula } from "../../sheet/additiveFormula";
import { STEP, type Steps } from "../../steps";
import type { Figure } from "../../table/Table";
import type { Addend, LiveSums } from "./Problem";

const NONE: readonly Addend[] = [];
const NO_LIVE_SUMS: LiveSums = { addends: () => undefined, dependents: () => NONE, adds: () => false };

/** A formula that adds up cells. */
interface Formula {
  readonly cell: number;
  readonly terms: AdditiveFormula;
}

function put(formulas: Map<number, Formula[]>, place: number, formula: Formula): void {
  const there = formulas.get(place);
  if (!there) formulas.set(place, [formula]);
  else if (there.at(-1) !== formula) there.push(formula);
}

/** Reads the formulas that only add up cells; what they come to is looked up when asked. `cellAt` numbers the cells by row and column. */
export function* liveSumsOf(figures: readonly Figure[], counts: readonly number[], cellAt: (row: number, column: number) => number | undefined): Steps<LiveSums> {
  const formulas = new Map<number, Formula>();
  // Most add up cells of a row; the others, blocks of a column.
  const alongRows = new Map<number, Formula[]>();
  const downColumns = new Map<number, Formula[]>();
  for (const [cell, figure] of figures.entries()) {
    if (cell % STEP === STEP - 1) yield;
    const terms = figure.cell.formula === undefined ? undefined : parseAdditiveFormula(figure.cell.formula);
    if (!terms || terms.length === 0) continue;
    const formula: Formula = { cell, terms };
    formulas.set(cell, formula);
    for (const { range } of terms) {
      if (range.top === range.bottom) put(alongRows, range.top, formula);
      else for (let column = range.left; column <= range.right; column++) put(downColumns, column, formula);
    }
  }
  if (formulas.size === 0) return NO_LIVE_SUMS;

  /** Hands over every cell that a formula names; false where one is no cell of the sums. */
  const eachNamed = ({ terms }: Formula, take: (cell: number, sign: 1 | -1) => void): boolean => {
    for (const { sign, range } of terms) {
      for (let row = range.top; row <= range.bottom; row++) {
        for (let column = range.left; column <= range.right; column++) {
          const cell = cellAt(row, column);
          if (cell === undefined) return false;
          take(cell, sign);
        }
      }
    }
    return true;
  };

  const understood = new Map<number, Formula | undefined>();
  const open = new Set<number>();
  /** The formula of a cell that shows what its cells add up to; of those that run in a circle one is not understood. */
  const formulaOf = (cell: number): Formula | undefined => {
    const formula = formulas.get(cell);
    if (!formula || understood.has(cell)) return understood.get(cell);
    open.add(cell);
    let sum = 0;
    let isCircle = false;
    const isKnown = eachNamed(formula, (each, sign) => {
      sum += sign * counts[each]!;
      if (open.has(each)) isCircle = true;
      else formulaOf(each);
    });
    open.delete(cell);
    const found = isKnown && !isCircle && sum === counts[cell] ? formula : undefined;
    understood.set(cell, found);
    return found;
  };

  const expanded = new Map<number, readonly Addend[]>();
  const addends = (cell: number): readonly Addend[] | undefined => {
    const formula = formulaOf(cell);
    const known = expanded.get(cell);
    if (!formula || known) return known;
    const found: Addend[] = [];
    eachNamed(formula, (named, sign) => {
      for (const each of addends(named) ?? [{ cell: named, sign: 1 }]) found.push({ cell: each.cell, sign: sign * each.sign });
    });
    expanded.set(cell, found);
    return found;
  };

  return {
    addends,
    dependents(cell) {
      const { at } = figures[cell]!;
      const near = new Set([...(alongRows.get(at.row) ?? []), ...(downColumns.get(at.column) ?? [])]);
      return [...near].flatMap((formula) => {
        const sign = timesAdded(formula.terms, at);
        return sign !== 0 && formulaOf(formula.cell) ? [{ cell: formula.cell, sign }] : [];
      });
    },
    adds(total, parts) {
      const formula = formulaOf(total);
      if (!formula) return false;
      const named = formula.terms.reduce((cells, { range }) => cells + (range.bottom - range.top + 1) * (range.right - range.left + 1), 0);
      return named === parts.length && parts.every((part) => timesAdded(formula.terms, figures[part]!.at) === 1);
    },
  };
}
