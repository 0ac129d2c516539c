import { STEP, type Steps } from "../../steps";
import { totalsBelow } from "./Problem";
import type { Setting } from "./Setting";

/**
 * The failing constraints, in groups that no event can join: those of one group share a cell, a line, or the row in which their
 * columns end. What only usually holds is looked at where it fails, too.
 */
export function* components({ constraints, constraintsOf, failing, followedSum, problem }: Setting): Steps<readonly (readonly number[])[]> {
  const leader = new Map<number, number>();
  const find = (index: number): number => {
    let root = index;
    while (leader.get(root) !== root) root = leader.get(root)!;
    leader.set(index, root);
    return root;
  };
  const [ofCell, ofRow, ofGap] = [new Map<number, number>(), new Map<number, number>(), new Map<string, number>()];
  const claim = <Key>(owner: Map<Key, number>, key: Key, index: number): void => {
    const other = owner.get(key);
    if (other === undefined) owner.set(key, index);
    else if (other !== index) leader.set(find(index), find(other));
  };
  const fails = (index: number): boolean => constraints[index]!.residual !== 0;
  for (const [place, index] of failing.entries()) {
    if (place % STEP === STEP - 1) yield;
    leader.set(index, index);
    const { cells, line, sum } = constraints[index]!;
    for (const cell of cells) claim(ofCell, cell, index);
    if (cells.length > STEP) yield;
    // A row's sum that was not added up again may have been carried on into the totals below it.
    if (sum?.axis === "row" && sum.hard) for (const total of totalsBelow(problem, sum.total)) if (!followedSum(total) && constraintsOf(total).some(fails)) claim(ofCell, total, index);
    // Two rows out by the same count, one too much and one too little: a figure may have gone from one to the other.
    if (sum?.axis === "row" && sum.hard) claim(ofGap, `${sum.balance.check} ${Math.abs(constraints[index]!.residual)}`, index);
    const row = line ?? (sum?.axis === "column" ? problem.figures[sum.total]!.at.row : undefined);
    if (row !== undefined) claim(ofRow, row, index);
  }
  const groups = new Map<number, number[]>();
  for (const index of failing) {
    const root = find(index);
    const group = groups.get(root);
    if (group) group.push(index);
    else groups.set(root, [index]);
  }
  return [...groups.values()];
}
