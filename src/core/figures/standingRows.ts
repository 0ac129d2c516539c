import { lines, type Table, type TableRow } from "./Table";

/** The rows that together make up the table: its lines, and the subtotals of sections printed without lines. */
export function standingRows(table: Table): readonly TableRow[] {
  const detailed = new Set(lines(table).map(({ section }) => section));
  return table.rows.filter(({ kind, section }) => kind === "line" || (kind === "subtotal" && !detailed.has(section)));
}
