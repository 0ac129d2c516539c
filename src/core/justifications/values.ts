import type { Position } from "../sheet/Address";
import { sameContent, type Cell, type Value } from "../sheet/Cell";
import { cellAt, type Sheet } from "../sheet/Sheet";
import { COUNTED, MEASURED, readFigure } from "../table/readFigure";
import type { Table } from "../table/Table";
import type { Places } from "./places";

/** What a cell shows, as the checks of the table took it: sums saved without results were worked out for them. */
export function valueAt(sheet: Sheet, table: Table, places: Places, at: Position): Value {
  const cell = cellAt(sheet, at);
  return (cell.formula === undefined ? cell : (figureCell(table, places, at) ?? cell)).value;
}

function figureCell(table: Table, places: Places, { row, column }: Position): Cell | undefined {
  const index = table.columns.findIndex(({ at }) => at === column);
  return index < 0 ? undefined : places.rowAt(row)?.figures[index]?.cell;
}

/** Whether a cell still shows what it showed. "08" and 8 are one figure, typed or worked out by a formula. */
export function stillShows(now: Value, shown: Value): boolean {
  if (sameContent(now, shown)) return true;
  return [COUNTED, MEASURED].some((column) => {
    const [one, other] = [now, shown].map((value) => readFigure({ value }, column));
    return one!.kind === "figure" && other!.kind === "figure" && one!.units === other!.units;
  });
}
