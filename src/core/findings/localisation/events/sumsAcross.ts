import type { Problem, Sum } from "../Problem";

/** The sums across their lines, of those that must come out, in which any of these cells stands. */
export const sumsAcross = ({ sums, sumsOf }: Problem, cells: readonly number[]): readonly Sum[] =>
  [...new Set(cells.flatMap((cell) => sumsOf(cell)))].map((index) => sums[index]!).filter(({ axis, hard }) => axis === "row" && hard);

/** What the total is too much by when each cell holds this. */
export const excessOf = ({ total, parts }: Sum, held: (cell: number) => number): number => parts.reduce((rest, part) => rest - held(part), held(total));
