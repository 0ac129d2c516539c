import { a1, a1Range, type Position } from "../sheet/Address";
import { finish, type Steps } from "../steps";
import { rowSums } from "./rowSums";
import type { Figure, Table } from "./Table";

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
export const derivedCells = (table: Table): readonly DerivedCell[] => finish(derivedInSteps(table));

/** Tables stay as they are: what was worked out of one holds. */
const known = new WeakMap<Table, readonly DerivedCell[]>();

/** The same, in steps. */
export function* derivedInSteps(table: Table): Steps<readonly DerivedCell[]> {
  const before = known.get(table);
  if (before) return before;
  const derived: DerivedCell[] = [];
  for (const { sum, parts } of rowSums(table)) {
    for (const [index, figure] of sum.figures.entries()) {
      yield;
      derived.push({ figure, parts: parts.map(({ figures }) => figures[index]!), along: "column" });
    }
  }
  const sums = sumColumns(table);
  for (const { kind, figures } of table.rows) {
    yield;
    if (kind === "section") continue;
    for (const { total, parts } of sums) derived.push({ figure: figures[total]!, parts: parts.map((index) => figures[index]!), along: "row" });
  }
  known.set(table, derived);
  return derived;
}

/** The columns of a table that add up others, as places in a row's figures. */
function sumColumns({ columns: counts }: Table): readonly { readonly total: number; readonly parts: readonly number[] }[] {
  const indexOf = (key: string): number => counts.findIndex(({ column }) => column.key === key);
  return counts
    .map(({ column }, total) => ({ total, parts: column.sum?.map(indexOf) ?? [-1] }))
    .filter(({ parts }) => parts.every((index) => index >= 0));
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
