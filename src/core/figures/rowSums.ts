import type { Table, TableRow } from "./Table";

/** A row that adds up others, column by column. */
export interface RowSum {
  readonly sum: TableRow;
  readonly parts: readonly TableRow[];
  /** Which of the row's figures are sums, by their places. */
  readonly places: readonly number[];
}

/**
 * Which rows add up which: each subtotal its section's lines, each total the subtotals,
 * the lines of sections without one, and the lines that belong to no section.
 */
export function rowSums(table: Table): readonly RowSum[] {
  const bySection = new Map<number, { subtotal?: TableRow; readonly lines: TableRow[] }>();
  for (const row of table.rows) {
    if (row.kind !== "line" && row.kind !== "subtotal") continue;
    const group = bySection.get(row.section) ?? { lines: [] };
    bySection.set(row.section, group);
    if (row.kind === "line") group.lines.push(row);
    else group.subtotal ??= row;
  }
  const groups = [...bySection.values()];
  const added = table.layout.foot?.columns;
  const places = [...table.columns.keys()].filter((place) => added?.includes(table.columns[place]!.column.key) ?? true);
  const subtotals = groups.flatMap(({ subtotal, lines }): readonly RowSum[] => (subtotal && lines.length > 0 ? [{ sum: subtotal, parts: lines, places }] : []));
  const parts = groups.flatMap(({ subtotal, lines }) => (subtotal ? [subtotal] : lines));
  const totals = table.rows.filter(({ kind }) => kind === "total").map((sum): RowSum => ({ sum, parts, places }));
  return [...subtotals, ...totals];
}
