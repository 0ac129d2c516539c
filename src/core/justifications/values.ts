import { positionKey, type Position } from "../sheet/Address";
import { sameContent, type Cell, type Value } from "../sheet/Cell";
import { cellAt, type Sheet } from "../sheet/Sheet";
import { readCount } from "../table/readCount";
import type { Table } from "../table/Table";

/** What the cells of a sheet show, as the checks of a table took it. */
export function valuesOf(sheet: Sheet, table: Table): (at: Position) => Value {
  // Sums saved without results were worked out for the checks; the table knows them.
  const figures = new Map<number, Cell>();
  for (const row of table.rows) for (const { at, cell } of row.figures) if (cell.formula !== undefined) figures.set(positionKey(at), cell);
  return (at) => (figures.get(positionKey(at)) ?? cellAt(sheet, at)).value;
}

/** Whether a cell still shows what it showed. "08" and 8 are one figure, typed or worked out by a formula. */
export function stillShows(now: Value, shown: Value): boolean {
  if (sameContent(now, shown)) return true;
  const [one, other] = [readCount({ value: now }), readCount({ value: shown })];
  return one.kind === "count" && other.kind === "count" && one.count === other.count;
}
