import type { Position } from "../sheet/Address";
import { sameContent, type Value } from "../sheet/Cell";
import { cellAt, type Sheet } from "../sheet/Sheet";
import { COUNTED, MEASURED, readFigure } from "../figures/readFigure";
import { figuresByPlace, type Table } from "../figures/Table";

/** What a cell shows, as the checks of the table took it: sums saved without results were worked out for them. */
export function valueAt(sheet: Sheet, table: Table, at: Position): Value {
  const cell = cellAt(sheet, at);
  return (cell.formula === undefined ? cell : (figuresByPlace(table)(at.row, at.column)?.cell ?? cell)).value;
}

/** Whether a cell still shows what it showed. "08" and 8 are one figure, typed or worked out by a formula. */
export function stillShows(now: Value, shown: Value): boolean {
  if (sameContent(now, shown)) return true;
  return [COUNTED, MEASURED].some((column) => {
    const [one, other] = [now, shown].map((value) => readFigure({ value }, column));
    return one!.kind === "figure" && other!.kind === "figure" && one!.units === other!.units;
  });
}
