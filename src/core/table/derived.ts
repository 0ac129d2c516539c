import { a1, a1Range, type Position } from "../sheet/Address";
import { rowSums } from "./rowSums";
import { figureOf, type Figure, type Table } from "./Table";

/** A cell that is the sum of others. `parts` are cells in one row, or in one column. */
export interface DerivedCell {
  readonly figure: Figure;
  readonly parts: readonly Figure[];
  readonly along: "row" | "column";
}

/**
 * Every cell of a table that adds up others. A total under a sum column is derived twice,
 * down its column and across its row: the column, as issued, comes first.
 */
export function derivedCells(table: Table): readonly DerivedCell[] {
  const derived: DerivedCell[] = [];
  for (const { sum, parts } of rowSums(table)) {
    for (const [index, figure] of sum.figures.entries()) {
      derived.push({ figure, parts: parts.map(({ figures }) => figures[index]!), along: "column" });
    }
  }
  for (const row of table.rows) {
    if (row.kind === "section") continue;
    for (const { column } of table.counts) {
      const figure = column.sum && figureOf(table, row, column.key);
      const parts = column.sum?.map((key) => figureOf(table, row, key));
      if (figure && parts?.every((part) => part !== undefined)) derived.push({ figure, parts, along: "row" });
    }
  }
  return derived;
}

/** Whether any figure of the table is a formula: where none is, there is nothing to ask of formulas. */
export function hasFormulas(table: Table): boolean {
  return table.rows.some(({ figures }) => figures.some(({ cell }) => cell.formula !== undefined));
}

/** Runs of neighbouring cells of one column, as ranges: C9:C20,C22. */
function runs(cells: readonly Position[]): readonly string[] {
  const ranges: string[] = [];
  for (let start = 0, end = 0; start < cells.length; start = ++end) {
    while (end + 1 < cells.length && cells[end + 1]!.row === cells[end]!.row + 1) end++;
    const [first, last] = [cells[start]!, cells[end]!];
    ranges.push(a1Range({ top: first.row, bottom: last.row, left: first.column, right: last.column }));
  }
  return ranges;
}

/** The formula of a derived cell: `=D9+E9+F9` along a row, `=SUM(D9:D20)` down a column. */
export function formulaOf({ parts, along }: DerivedCell): string {
  const cells = parts.map(({ at }) => at);
  if (along === "row") return `=${cells.map(a1).join("+")}`;
  const ranges = runs(cells);
  // A total of a few subtotals reads better as a sum of them; SUM takes at most 255 arguments.
  return ranges.length > 200 ? `=${cells.map(a1).join("+")}` : `=SUM(${ranges.join(",")})`;
}
