import { finish, type Steps } from "../steps";
import { LAST_COLUMN, positionKey, type Position, type Rectangle } from "./Address";

/** Covers exactly these cells with few rectangles that do not overlap: runs along a row, joined downwards where they are alike. */
export const rectanglesOf = (positions: Iterable<Position>): readonly Rectangle[] => finish(rectanglesInSteps(positions));

/** The same, in steps. */
export function* rectanglesInSteps(positions: Iterable<Position>): Steps<readonly Rectangle[]> {
  const lines = new Map<number, number[]>();
  for (const { row, column } of positions) {
    const line = lines.get(row);
    if (line) line.push(column);
    else lines.set(row, [column]);
    yield;
  }
  const done: Rectangle[] = [];
  /** The rectangles that end in the row before, by the columns they span. */
  let above = new Map<number, Rectangle>();
  let before = -2;
  for (const row of Uint32Array.from(lines.keys()).sort()) {
    const here = new Map<number, Rectangle>();
    for (const [left, right] of runsOf(lines.get(row)!)) {
      const key = left * COLUMNS + right;
      const upper = before === row - 1 ? above.get(key) : undefined;
      if (upper) above.delete(key);
      here.set(key, { top: upper?.top ?? row, left, bottom: row, right });
    }
    done.push(...above.values());
    above = here;
    before = row;
    yield;
  }
  return [...done, ...above.values()].sort((one, other) => one.top - other.top || one.left - other.left);
}

const COLUMNS = LAST_COLUMN + 1;

/** Columns, or rows, that touch, as first and last in ascending order. */
export function runsOf(columns: number[]): readonly (readonly [left: number, right: number])[] {
  columns.sort((one, other) => one - other);
  const runs: [number, number][] = [];
  for (const column of columns) {
    const last = runs.at(-1);
    if (last && column <= last[1] + 1) last[1] = column;
    else runs.push([column, column]);
  }
  return runs;
}

/** The cells of rectangles, each once, but no more than so many: somebody may have stretched a format over whole columns. */
export function cellsWithin(rectangles: readonly Rectangle[], most: number): readonly Position[] {
  const cells = new Map<number, Position>();
  for (const { top, left, bottom, right } of rectangles) {
    for (let row = top; row <= bottom && cells.size < most; row++) {
      for (let column = left; column <= right && cells.size < most; column++) cells.set(positionKey({ row, column }), { row, column });
    }
  }
  return [...cells.values()];
}

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
