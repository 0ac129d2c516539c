import type { View } from "../Event";
import { isComputed } from "../Problem";

/** Whether an event may still strike the cell: typed in the body, not one that followed, and not struck already. */
export const isFree = (cell: number, { setting: { problem, followedSum }, isChanged }: View): boolean =>
  !isChanged(cell) && !isComputed(problem, cell) && !followedSum(cell) && !problem.isTotal[cell];
