import type { Balance } from "../checks/Check";
import { positionKey } from "../sheet/Address";
import { meantCount } from "../table/Reading";
import type { Figure } from "../table/Table";

/** A cell that must have held another count for the balances to come out. */
export interface Repair {
  readonly figure: Figure;
  readonly to: number;
  /** The violated balances it takes part in, by index into `Explanation.violated`. */
  readonly mends: readonly number[];
}

/**
 * Why some balances fail together. Each of `solutions` is a smallest set of cells whose change satisfies all of
 * them and spoils no other; none when the search gave up, which is not the same as there being none.
 */
export interface Explanation {
  readonly violated: readonly Balance[];
  readonly solutions: readonly (readonly Repair[])[];
}

/** Cells changed together at most, beyond one for each row that fails by itself. */
const MOST_EXTRA_CELLS = 1;
/** Beyond this many steps the answer would keep a person waiting; the balances are then told one by one. */
const MOST_STEPS = 20_000;
const MOST_SOLUTIONS = 24;
/** A sum of more cells than this is searched by its crossings with others only. */
const LONG_SUM = 80;

interface Item {
  readonly balance: Balance;
  /** Cell keys with their weight in `total − parts`: +1 for the total, −1 for a part. */
  readonly cells: ReadonlyMap<number, number>;
  readonly residual: number;
}

interface Problem {
  readonly items: readonly Item[];
  readonly figures: ReadonlyMap<number, Figure>;
  readonly values: ReadonlyMap<number, number>;
  /** Which items a cell takes part in. */
  readonly itemsOf: ReadonlyMap<number, readonly number[]>;
}

function problemOf(balances: readonly Balance[]): Problem {
  const figures = new Map<number, Figure>();
  const values = new Map<number, number>();
  const itemsOf = new Map<number, number[]>();
  const items: Item[] = [];
  for (const balance of balances) {
    const cells = new Map<number, number>();
    let residual: number | undefined = 0;
    for (const [figure, weight] of [[balance.total, 1] as const, ...balance.parts.map((part) => [part, -1] as const)]) {
      const value = meantCount(figure.reading);
      residual = value === undefined || residual === undefined ? undefined : residual + weight * value;
      const key = positionKey(figure.at);
      cells.set(key, weight);
      figures.set(key, figure);
      if (value !== undefined) values.set(key, value);
    }
    if (residual === undefined || cells.size < 2) continue;
    for (const key of cells.keys()) {
      const list = itemsOf.get(key);
      if (list) list.push(items.length);
      else itemsOf.set(key, [items.length]);
    }
    items.push({ balance, cells, residual });
  }
  return { items, figures, values, itemsOf };
}

/** Violated balances that share a cell belong to one explanation. */
function components({ items }: Problem): readonly (readonly number[])[] {
  const violated = [...items.keys()].filter((index) => items[index]!.residual !== 0);
  const leader = new Map(violated.map((index) => [index, index]));
  const find = (index: number): number => {
    let root = index;
    while (leader.get(root) !== root) root = leader.get(root)!;
    leader.set(index, root);
    return root;
  };
  const owner = new Map<number, number>();
  for (const index of violated) {
    for (const key of items[index]!.cells.keys()) {
      const other = owner.get(key);
      if (other === undefined) owner.set(key, index);
      else leader.set(find(index), find(other));
    }
  }
  const groups = new Map<number, number[]>();
  for (const index of violated) {
    const root = find(index);
    groups.set(root, [...(groups.get(root) ?? []), index]);
  }
  return [...groups.values()];
}

/**
 * Fewest violated balances that share no cell: each needs a cell of its own, so no explanation is smaller.
 * Short balances are taken first, as they leave most room for others.
 */
function fewestCells({ items }: Problem, violated: readonly number[]): number {
  const taken = new Set<number>();
  let count = 0;
  for (const index of [...violated].sort((one, other) => items[one]!.cells.size - items[other]!.cells.size)) {
    const cells = [...items[index]!.cells.keys()];
    if (cells.some((key) => taken.has(key))) continue;
    cells.forEach((key) => taken.add(key));
    count++;
  }
  return count;
}

/** Depth-first search for all sets of `size` cells; undefined when it took too many steps. */
function search(problem: Problem, violated: readonly number[], size: number): readonly (readonly Repair[])[] | undefined {
  const { items, figures, values, itemsOf } = problem;
  const residual = new Map(violated.map((index) => [index, items[index]!.residual]));
  const changed = new Map<number, number>();
  const found = new Map<string, readonly Repair[]>();
  let steps = 0;

  const residualOf = (index: number) => residual.get(index) ?? items[index]!.residual;

  const shift = (key: number, by: number) => {
    for (const index of itemsOf.get(key)!) {
      const now = residualOf(index) + items[index]!.cells.get(key)! * by;
      if (now === 0) residual.delete(index);
      else residual.set(index, now);
      // A balance that held and was spoilt must be mended as well; one that holds now is done.
      if (now === 0 && items[index]!.residual !== 0) residual.set(index, 0);
    }
  };

  const open = () => [...residual].filter(([, rest]) => rest !== 0).map(([index]) => index);

  /** In a sum over hundreds of rows only its total, and cells that other failing sums point at, are worth trying. */
  const candidates = (index: number, failing: readonly number[]) => {
    const { cells } = items[index]!;
    if (cells.size <= LONG_SUM) return [...cells];
    const pointed = new Set(failing.filter((each) => each !== index).flatMap((each) => [...items[each]!.cells.keys()]));
    return [...cells].filter(([key, weight]) => weight === 1 || pointed.has(key));
  };

  const descend = (left: number): boolean => {
    if (++steps > MOST_STEPS) return false;
    const failing = open();
    if (failing.length === 0) {
      const repairs = [...changed].map(
        ([key, to]): Repair => ({
          figure: figures.get(key)!,
          to,
          mends: itemsOf.get(key)!.flatMap((index) => (violated.includes(index) ? [violated.indexOf(index)] : [])),
        }),
      );
      found.set(repairs.map(({ figure, to }) => `${positionKey(figure.at)}=${to}`).sort().join(), repairs);
      return found.size < MOST_SOLUTIONS;
    }
    if (left === 0 || failing.length > left * 4) return true;
    const index = failing.reduce((best, each) => (items[each]!.cells.size < items[best]!.cells.size ? each : best));
    const rest = residualOf(index);
    const cells = candidates(index, failing).filter(([key]) => !changed.has(key) && figures.get(key)!.cell.formula === undefined);
    // With no cells to spare, a change that spoils a balance which held could not be made good again.
    const useful = (key: number) => {
      const spoilt = itemsOf.get(key)!.filter((each) => residualOf(each) === 0).length;
      return spoilt === 0 || left > 1;
    };
    for (const [key, weight] of cells) {
      if (!useful(key)) continue;
      const to = values.get(key)! - weight * rest;
      if (to < 0) continue;
      changed.set(key, to);
      shift(key, to - values.get(key)!);
      const on = descend(left - 1);
      shift(key, values.get(key)! - to);
      changed.delete(key);
      if (!on) return false;
    }
    return true;
  };

  descend(size);
  // Cut short by its steps it may have missed a rival: then nothing is known.
  return steps > MOST_STEPS ? undefined : [...found.values()];
}

/**
 * Error localisation: the smallest sets of cells whose change makes every balance come out (Fellegi and Holt 1976),
 * for each group of violated balances apart. Formulas are never to blame: their inputs or ranges are.
 */
export function localise(balances: readonly Balance[]): readonly Explanation[] {
  const problem = problemOf(balances);
  return components(problem).map((indices) => {
    const violated = indices.map((index) => problem.items[index]!.balance);
    const fewest = fewestCells(problem, indices);
    for (let size = fewest; size <= fewest + MOST_EXTRA_CELLS; size++) {
      const solutions = search(problem, indices, size);
      if (solutions === undefined) break;
      if (solutions.length > 0) return { violated, solutions };
    }
    return { violated, solutions: [] };
  });
}
