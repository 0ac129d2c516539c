import { positionKey, type Position, type Rectangle } from "./Address";

/** The fewest rectangles that a left-to-right, top-to-bottom sweep finds for a set of cells. Cells named twice count once. */
export function compactRectangles(cells: readonly Position[]): readonly Rectangle[] {
  const distinct = [...new Map(cells.map((cell) => [positionKey(cell), cell])).values()];
  distinct.sort((first, second) => first.row - second.row || first.column - second.column);
  const done: Rectangle[] = [];
  let above = new Map<string, Rectangle>();
  for (let at = 0; at < distinct.length; ) {
    const { row } = distinct[at]!;
    const here = new Map<string, Rectangle>();
    while (distinct[at]?.row === row) {
      const left = distinct[at]!.column;
      let right = left;
      while (distinct[++at]?.row === row && distinct[at]!.column === right + 1) right++;
      const key = `${left} ${right}`;
      const grown = above.get(key);
      const joined = grown?.bottom === row - 1;
      if (joined) above.delete(key);
      here.set(key, { top: joined ? grown.top : row, left, bottom: row, right });
    }
    done.push(...above.values());
    above = here;
  }
  done.push(...above.values());
  return done.sort((first, second) => first.top - second.top || first.left - second.left);
}
