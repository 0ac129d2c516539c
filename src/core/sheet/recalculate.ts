import { parseAdditiveFormula, type AdditiveFormula } from "./additiveFormula";
import type { Position } from "./Address";
import { ByCell } from "./ByCell";
import { BLANK, numberValue, type Cell, type Value } from "./Cell";
import { parsePercentageFormula } from "./percentageFormula";
import { roundedRatio } from "./ratio";
import { finish, type Steps } from "../steps";
import { cellAt, type Sheet, type SheetRow } from "./Sheet";

/**
 * The sheet with its sums and percentages worked out, as Excel would: SUM skips texts and blanks, a bare "+" takes
 * blanks for 0 and digits in text for numbers. Formulas of other shapes, circular ones and those over errors stay
 * as they are. `which`: all of them, or only those saved without a result.
 */
export const recalculate = (sheet: Sheet, which: "all" | "uncalculated"): Sheet => finish(recalculateInSteps(sheet, which));

const UNKNOWN = "unknown";

/** The same, in steps. */
export function* recalculateInSteps(sheet: Sheet, which: "all" | "uncalculated"): Steps<Sheet> {
  const results = new ByCell<Value | typeof UNKNOWN>();

  /** The value of a cell in a sum; undefined where Excel would show an error, or we do not know. */
  const addend = (position: Position, summed: boolean): number | undefined => {
    const cell = cellAt(sheet, position);
    const fresh = cell.formula !== undefined && (which === "all" || cell.uncalculated);
    const value = fresh ? (resultAt(position, cell.formula!) ?? (cell.uncalculated || isKnown(cell.formula!) ? undefined : cell.value)) : cell.value;
    switch (value?.kind) {
      case "blank":
        return 0;
      case "number":
        return value.number;
      case "text":
        return summed ? 0 : /^\d+$/.test(value.text.trim()) ? Number(value.text) : undefined;
      default:
        return undefined;
    }
  };

  const total = (terms: AdditiveFormula): number | undefined => {
    let sum = 0;
    for (const { sign, range, summed } of terms) {
      for (let row = range.top; row <= range.bottom; row++) {
        if (!sheet.rows.has(row)) continue;
        for (let column = range.left; column <= range.right; column++) {
          const value = addend({ row, column }, summed);
          if (value === undefined) return undefined;
          sum += sign * value;
        }
      }
    }
    return sum;
  };

  const work = (formula: string): Value | undefined => {
    const terms = parseAdditiveFormula(formula);
    if (terms) {
      const sum = total(terms);
      return sum === undefined ? undefined : numberValue(sum);
    }
    const share = parsePercentageFormula(formula);
    const [above, below] = share ? [total(share.numerator), total(share.denominator)] : [];
    if (!share || above === undefined || below === undefined) return undefined;
    if (below === 0) return BLANK;
    const units = roundedRatio(above * 100, below, share.decimals);
    return units === undefined ? undefined : numberValue(units / 10 ** share.decimals);
  };

  const resultAt = (position: Position, formula: string): Value | undefined => {
    const known = results.get(position);
    if (known) return known === UNKNOWN ? undefined : known;
    // Until it is known, a formula that leads back to itself has no result.
    results.set(position, UNKNOWN);
    const value = work(formula);
    if (value) results.set(position, value);
    return value;
  };

  const isMeant = (cell: Cell | undefined): boolean => cell?.formula !== undefined && (which === "all" || cell.uncalculated === true);

  const worked = (cell: Cell, position: Position): Cell => {
    if (!isMeant(cell)) return cell;
    const value = safely(() => resultAt(position, cell.formula!));
    if (value === undefined) return cell;
    const { uncalculated: _uncalculated, ...rest } = cell;
    return { ...rest, value };
  };

  const rows = new Map<number, SheetRow>();
  for (const [row, cells] of sheet.rows) {
    yield;
    if (!cells.some(isMeant)) {
      rows.set(row, cells);
      continue;
    }
    const line = cells.slice();
    for (const [column, cell] of cells.entries()) {
      if (!cell || !isMeant(cell)) continue;
      line[column] = worked(cell, { row, column });
      // Each may add up a column as long as the sheet.
      yield;
    }
    rows.set(row, line);
  }
  return { ...sheet, rows };
}

/** Chains of formulas thousands of cells long end the stack before they end: they keep what they show. */
function safely<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const isKnown = (formula: string): boolean => parseAdditiveFormula(formula) !== undefined || parsePercentageFormula(formula) !== undefined;
