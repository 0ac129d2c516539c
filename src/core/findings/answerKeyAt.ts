import { answerKey } from "../checks/Check";
import type { Table } from "../table/Table";

/** The key under which answers about the row at this zero-based sheet row are kept. */
export function answerKeyAt(table: Table, row: number): string {
  return answerKey(table, table.rows.find((each) => each.row === row)?.label ?? "", row);
}
