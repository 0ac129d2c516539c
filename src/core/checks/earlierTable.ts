import { isUnfilled } from "../figures/isUnfilled";
import { previousTable, type Table } from "../figures/Table";
import type { CheckContext } from "./Check";

/** The report of the period before: in the workbook itself, or else in one of those of a former period. A form that nobody filled in left nothing, and not nought. */
export function earlierTable(table: Table, { tables, former = [] }: Pick<CheckContext, "tables" | "former">): Table | undefined {
  const isFilled = (found: Table | undefined): found is Table => found !== undefined && !isUnfilled(found);
  return [previousTable(table, tables), previousTable(table, former)].find(isFilled);
}
