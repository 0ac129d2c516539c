import { contentOf } from "../sheet/Cell";
import { movedFormula } from "../sheet/eachReference";
import { liveSum, type DerivedCell } from "../figures/derived";
import type { Phrase } from "../words/Phrase";
import type { CheckContext, Suggestion, Sureness } from "./Check";
import { departs, departures } from "./departures";
import { FormulaGraph } from "../sheet/FormulaGraph";
import type { SheetRow } from "../sheet/Sheet";
import { figuresByPlace, type Table } from "../figures/Table";

/** So many cells to either side are asked how they are made. */
const NEAR = 3;

/**
 * How the cells beside are made, moved here as Excel copies it: along the same column for a sum across its row, else along the row. Undefined
 * where none of them would add up just what the cell is to.
 */
function asBeside(derived: DerivedCell, table: Table, formulas: FormulaGraph): string | undefined {
  const { at } = derived.figure;
  const figureAt = figuresByPlace(table);
  for (let away = 1; away <= NEAR; away++) {
    for (const by of [-away, away]) {
      const place = derived.along === "row" ? { row: at.row + by, column: at.column } : { row: at.row, column: at.column + by };
      const text = figureAt(place.row, place.column)?.cell.formula;
      const moved = text === undefined ? undefined : movedFormula(text, place, at);
      const formula = moved === undefined ? undefined : formulas.readAs(moved, at).formula;
      if (formula?.kind === "sum" && formula.terms.every(({ sheet }) => sheet === undefined) && !departs(departures(formula, derived, figureAt, formulas))) return moved;
    }
  }
  return undefined;
}

/** The offer to write the sum that belongs in a cell, as the cells beside it are made; `why` words it. */
export function properFormula(derived: DerivedCell, sure: Sureness, table: Table, formulas: FormulaGraph, why: (formula: string) => Phrase): Suggestion {
  const { at, cell } = derived.figure;
  const plain = liveSum(derived);
  const formula = asBeside(derived, table, formulas) ?? plain.formula;
  return { changes: [{ at, from: contentOf(cell), to: { ...plain, formula } }], sure, why: why(formula) };
}

/** The formulas of a table's sheet, as all who judge it share them; of a table judged by itself, those of its own figures. */
export function formulasOf(table: Table, { formulas }: Pick<CheckContext, "formulas">): FormulaGraph {
  return formulas?.get(table.sheet) ?? new FormulaGraph({ name: table.sheet, rows: figureCells(table), ...(table.hiddenRows ? { hiddenRows: table.hiddenRows } : {}) });
}

function figureCells({ rows }: Table): ReadonlyMap<number, SheetRow> {
  const cells = new Map<number, SheetRow>();
  for (const { row, figures } of rows) {
    const line: SheetRow[number][] = [];
    for (const { at, cell } of figures) line[at.column] = cell;
    cells.set(row, line);
  }
  return cells;
}
