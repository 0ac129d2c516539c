import { bindTable } from "../figures/bindTable";
import type { RowsTold } from "../figures/rowsTold";
import type { Table } from "../figures/Table";
import { positionKey } from "../sheet/Address";
import type { FormulaGraph } from "../sheet/FormulaGraph";
import type { Sheet } from "../sheet/Sheet";
import type { Steps } from "../steps";
import type { TableAsRead } from "../table/TableAsRead";
import { borneOut } from "./borneOut";
import { notesOf } from "./describeSheet";
import { formOf } from "./formOf";
import { describeTable, type SaidRelations, type TableDescription } from "./TableDescription";

/** A table that says itself what must hold in it, read as one of the form made of that. */
export interface DescribedTable {
  readonly description: TableDescription;
  /** Undefined for a table without figures, or one that says nothing. */
  readonly table?: Table;
}

/** Longer tables without a printed relation are not looked through for sums of their own: rows may be anything there. */
const MOST_SILENT_ROWS = 2_000;

/** Whether anything may be judged by what a table says, or shows. */
const speaks = ({ layout, sums }: Table): boolean => sums.length > 0 || (layout.rules ?? []).length > 0 || JSON.stringify(layout.columns).includes('"sum":') || JSON.stringify(layout.columns).includes('"ratio":');

/** What the reporter said of tables: of the relations they print, and which rows add up which. */
export interface SaidOfTables {
  readonly relations?: SaidRelations | undefined;
  readonly told?: RowsTold | undefined;
}

/** Reads tables of a sheet by what they say themselves. */
export function* describedTables(sheet: Sheet, tables: readonly TableAsRead[], graph: FormulaGraph, { relations, told = new Map() }: SaidOfTables = {}): Steps<readonly DescribedTable[]> {
  const notes = notesOf(tables);
  const found: DescribedTable[] = [];
  for (const [index, read] of tables.entries()) {
    const description = yield* describeTable(read, sheet, notes[index]!, relations);
    const isSilent = description.relations.length === 0;
    if (read.rows.length === 0 || (isSilent && read.rows.length > MOST_SILENT_ROWS)) {
      found.push({ description });
      continue;
    }
    const { form, layout, columns } = formOf(description);
    const bound = yield* bindTable(read, form, layout, columns, { sheet, graph, told });
    const table = borneOut(sheet.hiddenRows?.size ? { ...bound, hiddenRows: sheet.hiddenRows } : bound);
    found.push({ description, ...(table.rows.length > 0 && (!isSilent || speaks(table)) ? { table } : {}) });
  }
  return found;
}

/** The places of the cells that findings of tables are about. */
export const cellsOf = (findings: readonly { readonly cells: readonly { readonly row: number; readonly column: number }[] }[]): ReadonlySet<number> =>
  new Set(findings.flatMap(({ cells }) => cells.map(positionKey)));
