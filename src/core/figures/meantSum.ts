import { meantUnits } from "./Reading";
import type { Figure } from "./Table";

/** What figures mean, added up; undefined where one is missing or cannot be read. */
export function meantSum(figures: Iterable<Figure | undefined>): number | undefined {
  let sum = 0;
  for (const figure of figures) {
    const count = figure && meantUnits(figure.reading);
    if (count === undefined) return undefined;
    sum += count;
  }
  return sum;
}
