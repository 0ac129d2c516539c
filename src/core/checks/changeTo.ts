import { contentOf } from "../sheet/Cell";
import { showsAs } from "../sheet/shownText";
import { formatOf, valueIn } from "../figures/figureValue";
import { decimalsOf } from "../figures/readFigure";
import type { Figure } from "../figures/Table";
import type { Change } from "./Check";

/** The edit that puts so many units of its column into a figure's cell, with a format that shows them where the cell's own would show a day or a percentage. */
export function changeTo(figure: Figure, units: number): Change {
  const { at, cell, column } = figure;
  const isMisleading = decimalsOf(column) === 0 && showsAs(cell.numberFormat) !== "number";
  return { at, from: contentOf(cell), to: valueIn(figure, units), ...(isMisleading ? { format: formatOf(column) } : {}) };
}
