import { parseAdditiveFormula } from "./additiveFormula";
import { positionKey, type Position } from "./Address";
import { numberValue, type Cell } from "./Cell";
import { cellAt, type Sheet, type SheetRow } from "./Sheet";

/**
 * The sheet with its additive formulas worked out, as Excel would: SUM skips texts and blanks, a bare "+" takes
 * blanks for 0 and digits in text for numbers. Formulas of other shapes, circular ones and those over errors stay
 * as they are. `which`: every additive formula, or only those saved without a result.
 */
export function recalculate(sheet: Sheet, which: "all" | "uncalculated"): Sheet {
  const results = new Map<number, number | undefined>();

  const valueAt = (position: Position, summed: boolean): number | undefined => {
    const cell = cellAt(sheet, position);
    if (cell.formula !== undefined && (which === "all" || cell.uncalculated)) {
      const result = resultAt(position, cell.formula);
      if (result !== undefined) return result;
      if (cell.uncalculated || parseAdditiveFormula(cell.formula)) return undefined;
    }
    switch (cell.value.kind) {
      case "blank":
        return 0;
      case "number":
        return cell.value.number;
      case "text":
        return summed ? 0 : /^\d+$/.test(cell.value.text.trim()) ? Number(cell.value.text) : undefined;
      case "error":
        return undefined;
    }
  };

  const resultAt = (position: Position, formula: string): number | undefined => {
    const key = positionKey(position);
    if (results.has(key)) return results.get(key);
    // Until it is known, a formula that leads back to itself has no result.
    results.set(key, undefined);
    const terms = parseAdditiveFormula(formula);
    let result: number | undefined = terms && 0;
    for (const { sign, range, summed } of terms ?? []) {
      for (let row = range.top; row <= range.bottom && result !== undefined; row++) {
        if (!sheet.rows.has(row)) continue;
        for (let column = range.left; column <= range.right && result !== undefined; column++) {
          const value = valueAt({ row, column }, summed);
          result = value === undefined ? undefined : result + sign * value;
        }
      }
    }
    results.set(key, result);
    return result;
  };

  const worked = (cell: Cell, position: Position): Cell => {
    if (cell.formula === undefined || (which === "uncalculated" && !cell.uncalculated)) return cell;
    const result = resultAt(position, cell.formula);
    if (result === undefined) return cell;
    const { uncalculated, ...rest } = cell;
    return { ...rest, value: numberValue(result) };
  };

  const rows = new Map<number, SheetRow>();
  for (const [row, cells] of sheet.rows) {
    rows.set(row, cells.some((cell) => cell?.formula !== undefined) ? cells.map((cell, column) => cell && worked(cell, { row, column })) : cells);
  }
  return { ...sheet, rows };
}
