import type { Steps } from "../steps";
import type { Position, Rectangle } from "./Address";

/** Where each of the things stands. */
export function* placesOf(things: Iterable<{ readonly at: Position }>): Iterable<Position> {
  for (const { at } of things) yield at;
}

/** The smallest rectangle around all positions; undefined when there are none. */
export function* boundsOf(positions: Iterable<Position>): Steps<Rectangle | undefined> {
  let bounds: { top: number; left: number; bottom: number; right: number } | undefined;
  for (const { row, column } of positions) {
    if (!bounds) bounds = { top: row, left: column, bottom: row, right: column };
    bounds.top = Math.min(bounds.top, row);
    bounds.left = Math.min(bounds.left, column);
    bounds.bottom = Math.max(bounds.bottom, row);
    bounds.right = Math.max(bounds.right, column);
    yield;
  }
  return bounds;
}
