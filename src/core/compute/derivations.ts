import { figureOf, type Figure, type Table, type TableRow } from "../table/Table";
import { rowSums } from "../table/rowSums";

/** A cell that adds up others. */
export interface Derivation {
  readonly figure: Figure;
  readonly parts: readonly Figure[];
  /** Along its row, as the numbering row says, or down its column, as subtotals and totals do. */
  readonly direction: "across" | "down";
}

/** A row without a name and without a figure is no row of the report yet. */
function isEmpty({ kind, label, figures }: TableRow): boolean {
  return kind === "section" || (kind === "line" && label === "" && figures.every(({ reading }) => reading.kind === "blank"));
}

/**
 * Every cell of a table that follows from others, down the sheet. In subtotals and totals all columns are summed down,
 * those that add up others too, so that the row's own balance bears the column sums out.
 */
export function derivations(table: Table): readonly Derivation[] {
  const downward = new Map(rowSums(table).map(({ sum, parts }) => [sum.row, parts]));
  return table.rows.flatMap((row) => {
    if (isEmpty(row)) return [];
    const lines = downward.get(row.row) ?? [];
    return table.counts.flatMap(({ column }, index): readonly Derivation[] => {
      const figure = row.figures[index]!;
      if (lines.length > 0) return [{ figure, parts: lines.map(({ figures }) => figures[index]!), direction: "down" }];
      if (!column.sum || row.kind === "total") return [];
      const parts = column.sum.map((key) => figureOf(table, row, key)).filter((part) => part !== undefined);
      return parts.length === column.sum.length ? [{ figure, parts, direction: "across" }] : [];
    });
  });
}
