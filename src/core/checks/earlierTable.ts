import { previousTable, type Table } from "../figures/Table";
import type { CheckContext } from "./Check";

/** The report of the period before: in the workbook itself, or else in one of those of a former period. */
export const earlierTable = (table: Table, { tables, former = [] }: Pick<CheckContext, "tables" | "former">): Table | undefined =>
  previousTable(table, tables) ?? previousTable(table, former);
