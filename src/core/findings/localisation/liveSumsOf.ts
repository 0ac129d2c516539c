import { parseAdditiveFormula, timesAdded, type AdditiveFormula } from "../../sheet/additiveFormula";
import type { Position } from "../../sheet/Address";
import { STEP, type Steps } from "../../steps";
import type { Figure } from "../../table/Table";
import type { Addend, LiveSums } from "./Problem";

const NONE: readonly Addend[] = [];
const NO_LIVE_SUMS: LiveSums = { any: false, isLive: () => false, addends: () => undefined, dependents: () => NONE, adds: () => false };

/** A formula that adds up cells. */
interface Formula {
  readonly cell: number;
  readonly terms: AdditiveFormula;
}

/** A formula being looked at. */
interface Look {
  readonly formula: Formula;
  /** The cells still to be looked at. */
  readonly rest: Iterator<Addend | undefined>;
  sum: number;
  /** Formulas of formulas below it, itself included. */
  depth: number;
  isSound: boolean;
}

/** No table adds up sums of sums deeper than this. */
const DEEPEST = 64;

function put(formulas: Map<number, Formula[]>, place: number, formula: Formula): void {
  const there = formulas.get(place);
  if (!there) formulas.set(place, [formula]);
  else if (there.at(-1) !== formula) there.push(formula);
}

/** Reads the formulas that only add up cells; what they come to is looked up when asked. `cellAt` numbers the cells. */
export function* liveSumsOf(figures: readonly Figure[], counts: ArrayLike<number>, cellAt: (at: Position) => number | undefined): Steps<LiveSums> {
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

  /** Every cell that a formula names, with how it counts; undefined in place of one that is no cell of the sums. */
  function* named({ terms }: Formula): Generator<Addend | undefined> {
    for (const { sign, range } of terms) {
      for (let row = range.top; row <= range.bottom; row++) {
        for (let column = range.left; column <= range.right; column++) {
          const cell = cellAt({ row, column });
          yield cell === undefined ? undefined : { cell, sign };
        }
      }
    }
  }

  /** How deep the formulas go that were looked at; 0 where one is not understood, or not yet. */
  const depths = new Map<number, number>();
  /** Looks at a formula, and before that at those it names. A list of its own instead of calls that call themselves: formulas of formulas may go deep. */
  const lookAt = (start: Formula): void => {
    const open: Look[] = [];
    const begin = (formula: Formula): void => {
      depths.set(formula.cell, 0);
      open.push({ formula, rest: named(formula), sum: 0, depth: 1, isSound: true });
    };
    begin(start);
    for (let look = open.at(-1); look; look = open.at(-1)) {
      const { value: addend, done } = look.rest.next();
      if (done) {
        const { cell } = look.formula;
        if (look.isSound && look.sum === counts[cell] && look.depth <= DEEPEST) depths.set(cell, look.depth);
        open.pop();
        const above = open.at(-1);
        if (above) above.depth = Math.max(above.depth, depths.get(cell)! + 1);
        continue;
      }
      const inner = addend && formulas.get(addend.cell);
      const depth = inner && depths.get(inner.cell);
      if (!addend || (depth === 0 && open.some(({ formula }) => formula === inner))) look.isSound = false;
      else look.sum += addend.sign * counts[addend.cell]!;
      if (inner && depth === undefined) begin(inner);
      else look.depth = Math.max(look.depth, (depth ?? 0) + 1);
    }
  };
  /** The formula of a cell, if it shows what its cells add up to; of those that run in a circle one is not understood. */
  const formulaOf = (cell: number): Formula | undefined => {
    const formula = formulas.get(cell);
    if (formula && !depths.has(cell)) lookAt(formula);
    return (depths.get(cell) ?? 0) > 0 ? formula : undefined;
  };

  const expanded = new Map<number, readonly Addend[]>();
  const addends = (cell: number): readonly Addend[] | undefined => {
    const formula = formulaOf(cell);
    const known = expanded.get(cell);
    if (!formula || known) return known;
    const found: Addend[] = [];
    for (const each of named(formula)) for (const { cell: addend, sign } of addends(each!.cell) ?? [{ cell: each!.cell, sign: 1 }]) found.push({ cell: addend, sign: each!.sign * sign });
    expanded.set(cell, found);
    return found;
  };

  return {
    any: true,
    isLive: (cell) => formulaOf(cell) !== undefined,
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
