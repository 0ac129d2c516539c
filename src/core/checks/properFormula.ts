import { contentOf } from "../sheet/Cell";
import { liveSum, type DerivedCell } from "../figures/derived";
import type { Phrase } from "../words/Phrase";
import type { CheckContext, Suggestion, Sureness } from "./Check";
import { FormulaGraph } from "../sheet/FormulaGraph";
import type { SheetRow } from "../sheet/Sheet";
import type { Table } from "../figures/Table";

/** The offer to write the sum that belongs in a cell; `why` words it. */
export function properFormula(derived: DerivedCell, sure: Sureness, why: (formula: string) => Phrase): Suggestion {
  const { at, cell } = derived.figure;
  const to = liveSum(derived);
  return { changes: [{ at, from: contentOf(cell), to }], sure, why: why(to.formula) };
}

/** The formulas of a table's sheet, as all who judge it share them; of a table judged by itself, those of its own figures. */
export function formulasOf(table: Table, { formulas }: Pick<CheckContext, "formulas">): FormulaGraph {
  return formulas?.get(table.sheet) ?? new FormulaGraph(figureCells(table));
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
