import type { Event, ManyCellsKind, View } from "../Event";
import type { Sum } from "../Problem";
import { columnsBeside, partIn } from "./columnsBeside";
import { exchangeInRow } from "./exchangedCells";
import { isFree } from "./isFree";
import { shiftedIntoNothing } from "./shiftedValue";
import { sumsAcross } from "./sumsAcross";

/** Of more pairs of rows that would do none stands out. */
const MOST_PAIRS = 4;
/** Among more rows chance alone makes more pairs than that. */
const MOST_ROWS = 500;

/** Two parts of one sum in a row, under the two columns. */
interface Place {
  readonly cell: number;
  readonly other: number;
  /** What the first column gains when they change places. */
  readonly by: number;
}

/** The places under two columns at which an exchange, or a value in the wrong one of them, leaves every sum across as it is. */
export function placesIn(sum: Sum, beside: Sum, view: View): readonly Place[] {
  const { problem } = view.setting;
  return sum.parts.flatMap((cell) => {
    const other = partIn(problem, beside, problem.figures[cell]!.at.row);
    if (other === undefined || view.value(cell) === view.value(other) || !isFree(cell, view) || !isFree(other, view)) return [];
    const areParts = sumsAcross(problem, [cell]).some(({ parts }) => parts.includes(cell) && parts.includes(other));
    return areParts ? [{ cell, other, by: view.value(other) - view.value(cell) }] : [];
  });
}

/** The pairs of places that together move so much from one column to the other; none where a single place does. */
function pairsOf(places: readonly Place[], moved: number): readonly (readonly [Place, Place])[] {
  const byGain = new Map<number, Place[]>();
  const pairs: [Place, Place][] = [];
  for (const place of places) {
    if (place.by === moved) return [];
    for (const earlier of byGain.get(moved - place.by) ?? []) pairs.push([earlier, place]);
    if (pairs.length > MOST_PAIRS) return [];
    const same = byGain.get(place.by);
    if (same) same.push(place);
    else byGain.set(place.by, [place]);
  }
  return pairs;
}

const likeliest = ({ cell, other }: Place, view: View): Event => {
  const exchange = exchangeInRow(cell, other, view);
  const shift = shiftedIntoNothing(cell, other, view);
  return shift && shift.cost < exchange.cost ? shift : exchange;
};

/**
 * Two rows in each of which two figures changed places, or one went to its neighbour, under the same two columns: the columns are out
 * by both together, so that neither shows by itself. The first is proposed; then the second shows.
 */
export const exchangesTogether: ManyCellsKind = {
  id: "exchanges-together",
  *propose(index, view) {
    const { constraints } = view.setting;
    const { sum, weights } = constraints[index]!;
    const residual = view.residual(index);
    if (sum?.axis !== "column" || sum.parts.length > MOST_ROWS || weights || residual === 0) return;
    for (const column of columnsBeside(index, view)) {
      if (column.residual !== -residual || constraints[column.constraint]!.weights) continue;
      for (const [first] of pairsOf(placesIn(sum, column.sum, view), residual)) yield likeliest(first, view);
    }
  },
};
