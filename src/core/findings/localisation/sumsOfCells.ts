import { STEP, type Steps } from "../../steps";
import type { Problem, Sum } from "./Problem";

/** Looks up the sums each cell stands in: laid end to end, as a list for every cell of a long table would be many. */
export function* sumsOfCells(sums: readonly Sum[], cells: number): Steps<Problem["sumsOf"]> {
  const ends = new Int32Array(cells + 1);
  for (const [index, { total, parts }] of sums.entries()) {
    if (index % STEP === 0 || parts.length > STEP) yield;
    ends[total]!++;
    for (const part of parts) ends[part]!++;
  }
  for (let cell = 0; cell < cells; cell++) {
    if (cell % STEP === STEP - 1) yield;
    ends[cell + 1]! += ends[cell]!;
  }
  const laid = new Int32Array(ends[cells]!);
  // From the last sum to the first, so that each list fills from its end; then its end is where it begins.
  for (let index = sums.length - 1; index >= 0; index--) {
    const { total, parts } = sums[index]!;
    if (index % STEP === 0 || parts.length > STEP) yield;
    for (let place = parts.length - 1; place >= 0; place--) laid[--ends[parts[place]!]!] = index;
    laid[--ends[total]!] = index;
  }
  const known = new Array<readonly number[] | undefined>(cells);
  const listOf = (cell: number): readonly number[] => {
    const first = ends[cell]!;
    const list = new Array<number>(ends[cell + 1]! - first);
    for (let place = 0; place < list.length; place++) list[place] = laid[first + place]!;
    return list;
  };
  return (cell) => (known[cell] ??= listOf(cell));
}
