import type { Balance } from "../checks/Check";
import { outcomeOf } from "../checks/judgeBalance";
import { parseAdditiveFormula } from "../sheet/additiveFormula";
import { positionKey } from "../sheet/Address";
import { finish, STEP, type Steps } from "../steps";
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
/** Beyond this many looks at a failing sum the answer would keep a person waiting; the balances are then told one by one. */
const MOST_WORK = 1_000_000;
/** A few milliseconds of it. */
const WORK_PER_STEP = 10_000;
const MOST_SOLUTIONS = 24;
/** A sum of more cells than this is searched by its crossings with others only. */
const LONG_SUM = 80;

interface Item {
  readonly balance: Balance;
  /** Cells by number, each once. */
  readonly cells: readonly number[];
  /** How each counts in `total − parts`; undefined where the first counts +1 and all others −1. */
  readonly weights: ReadonlyMap<number, number> | undefined;
  /** The number of the total's cell, or −1 where it is a live sum and its addends stand for it. */
  readonly total: number;
  /** total − parts. */
  readonly residual: number;
}

/** The balances over numbered cells; everything about a cell is found at its number. */
interface Problem {
  readonly items: readonly Item[];
  readonly figures: readonly Figure[];
  readonly values: readonly number[];
  /** Which items a cell takes part in. */
  readonly itemsOf: readonly (readonly number[])[];
}

/**
 * Numbers the cells of the balances. A live sum is not a cell of its own: it always comes out, and its addends stand
 * for it wherever it is added up again. A balance that so holds by itself says nothing of any cell.
 */
function* problemOf(balances: readonly Balance[]): Steps<Problem> {
  const numbers = new Map<number, number>();
  const figures: Figure[] = [];
  const values: number[] = [];
  const itemsOf: number[][] = [];
  const items: Item[] = [];
  const numberOf = (figure: Figure): number => {
    const key = positionKey(figure.at);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, figures.length);
    values.push(meantCount(figure.reading)!);
    itemsOf.push([]);
    return figures.push(figure) - 1;
  };
  const addendsOf = liveSums(balances);
  for (const [index, balance] of balances.entries()) {
    if (index % STEP === STEP - 1) yield;
    const outcome = outcomeOf(balance);
    if (!outcome || balance.parts.length === 0) continue;
    const all = [balance.total, ...balance.parts];
    const addends = all.map((figure) => addendsOf(figure));
    let cells: readonly number[];
    let weights: ReadonlyMap<number, number> | undefined;
    if (addends.every((each) => each === undefined)) {
      cells = all.map(numberOf);
    } else {
      const sums = new Map<number, number>();
      for (const [place, figure] of all.entries()) {
        for (const { figure: addend, sign } of addends[place] ?? [{ figure, sign: 1 }]) {
          if (meantCount(addend.reading) === undefined) continue;
          const cell = numberOf(addend);
          sums.set(cell, (sums.get(cell) ?? 0) + (place === 0 ? sign : -sign));
        }
      }
      for (const [cell, weight] of sums) if (weight === 0) sums.delete(cell);
      cells = [...sums.keys()];
      weights = sums;
    }
    if (cells.length === 0) continue;
    for (const cell of cells) itemsOf[cell]!.push(items.length);
    const total = addends[0] === undefined ? numberOf(balance.total) : -1;
    items.push({ balance, cells, weights, total, residual: outcome.total - outcome.sum });
  }
  return { items, figures, values, itemsOf };
}

interface Addend {
  readonly figure: Figure;
  readonly sign: number;
}

/** Looks up what a live sum adds up, down to cells that are no sums; undefined for any other cell, and for sums that do not come out. */
function liveSums(balances: readonly Balance[]): (figure: Figure) => readonly Addend[] | undefined {
  const known = new Map<number, readonly Addend[] | undefined>();
  let byPlace: Map<number, Figure> | undefined;
  const place = (): Map<number, Figure> => {
    byPlace ??= new Map(balances.flatMap(({ total, parts }) => [total, ...parts]).map((figure) => [positionKey(figure.at), figure]));
    return byPlace;
  };
  const addendsOf = (figure: Figure): readonly Addend[] | undefined => {
    const { formula } = figure.cell;
    if (formula === undefined) return undefined;
    const key = positionKey(figure.at);
    if (known.has(key)) return known.get(key);
    // One that leads back to itself is no sum.
    known.set(key, undefined);
    const addends: Addend[] = [];
    for (const { sign, range } of parseAdditiveFormula(formula) ?? []) {
      for (let row = range.top; row <= range.bottom; row++) {
        for (let column = range.left; column <= range.right; column++) {
          const addend = place().get(positionKey({ row, column }));
          if (!addend) return undefined;
          addends.push(...(addendsOf(addend) ?? [{ figure: addend, sign: 1 }]).map((each) => ({ ...each, sign: each.sign * sign })));
        }
      }
    }
    const counts = addends.map((each) => meantCount(each.figure.reading));
    const sum = counts.reduce<number | undefined>((added, count, at) => (added === undefined || count === undefined ? undefined : added + addends[at]!.sign * count), 0);
    if (addends.length === 0 || sum === undefined || sum !== meantCount(figure.reading)) return undefined;
    known.set(key, addends);
    return addends;
  };
  return addendsOf;
}

/** Cells by number, with what they must have held. */
type Solution = readonly (readonly [cell: number, to: number])[];

/** How a cell counts in `total − parts`. */
const weightIn = ({ weights, total }: Item, cell: number): number => weights?.get(cell) ?? (total === cell ? 1 : -1);

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
    for (const key of items[index]!.cells) {
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
  for (const index of [...violated].sort((one, other) => items[one]!.cells.length - items[other]!.cells.length)) {
    const { cells } = items[index]!;
    if (cells.some((key) => taken.has(key))) continue;
    cells.forEach((key) => taken.add(key));
    count++;
  }
  return count;
}

/**
 * Depth-first search for all sets of `size` cells; undefined when it took too much work. `strict` leaves alone every
 * cell that takes part in a sum which holds: changes that make each other good are looked for only when nothing else will do.
 */
function* search(problem: Problem, violated: readonly number[], size: number, strict: boolean): Steps<readonly Solution[] | undefined> {
  const { items, figures, values, itemsOf } = problem;
  const residual = new Map(violated.map((index) => [index, items[index]!.residual]));
  const changed = new Map<number, number>();
  const found = new Map<string, Solution>();
  let work = 0;
  let unpaused = 0;

  const residualOf = (index: number) => residual.get(index) ?? items[index]!.residual;

  const shift = (cell: number, by: number) => {
    for (const index of itemsOf[cell]!) residual.set(index, residualOf(index) + weightIn(items[index]!, cell) * by);
  };

  const open = () => [...residual].filter(([, rest]) => rest !== 0).map(([index]) => index);

  /** In a sum over hundreds of rows only its total, and cells that other failing sums point at, are worth trying. */
  const candidates = (index: number, failing: readonly number[]): readonly number[] => {
    const { cells, total } = items[index]!;
    if (cells.length <= LONG_SUM) return cells;
    const pointed = new Set(failing.filter((each) => each !== index).flatMap((each) => items[each]!.cells));
    return cells.filter((cell) => cell === total || pointed.has(cell));
  };

  /** With no cells to spare, a change that spoils a balance which held could not be made good again. */
  const isUseful = (cell: number, left: number): boolean =>
    (!strict && left > 1) || itemsOf[cell]!.every((each) => residualOf(each) !== 0);

  function* descend(left: number): Steps<boolean> {
    const failing = open();
    work += residual.size;
    if ((unpaused += residual.size) > WORK_PER_STEP) {
      unpaused = 0;
      yield;
    }
    if (work > MOST_WORK) return false;
    if (failing.length === 0) {
      const solution = [...changed].sort(([one], [other]) => one - other);
      found.set(solution.join(), solution);
      return found.size < MOST_SOLUTIONS;
    }
    if (left === 0 || failing.length > left * 4) return true;
    const index = failing.reduce((best, each) => (items[each]!.cells.length < items[best]!.cells.length ? each : best));
    for (const cell of candidates(index, failing)) {
      if (changed.has(cell) || figures[cell]!.cell.formula !== undefined || !isUseful(cell, left)) continue;
      // Two cells of one sum may both be wrong: then another sum through the cell tells its share.
      const telling = left > 1 ? itemsOf[cell]!.filter((each) => residualOf(each) !== 0) : [index];
      const aims = new Set(telling.map((each) => values[cell]! - residualOf(each) / weightIn(items[each]!, cell)));
      for (const to of aims) {
        if (to < 0 || !Number.isSafeInteger(to)) continue;
        changed.set(cell, to);
        shift(cell, to - values[cell]!);
        const on = yield* descend(left - 1);
        shift(cell, values[cell]! - to);
        changed.delete(cell);
        if (!on) return false;
      }
    }
    return true;
  }

  yield* descend(size);
  // Cut short it may have missed a rival: then nothing is known.
  return work > MOST_WORK ? undefined : [...found.values()];
}

/** The smallest sets of cells that put these balances right; none when the search gave up. */
function* solve(problem: Problem, violated: readonly number[]): Steps<readonly Solution[]> {
  const fewest = fewestCells(problem, violated);
  for (let size = fewest; size <= fewest + MOST_EXTRA_CELLS; size++) {
    for (const strict of [true, false]) {
      const solutions = yield* search(problem, violated, size, strict);
      if (solutions === undefined) return [];
      if (solutions.length > 0) return solutions;
    }
  }
  return [];
}

interface Group {
  readonly violated: readonly number[];
  readonly solutions: readonly Solution[];
}

/**
 * Two figures that changed places spoil two columns that share no cell. Groups of which one, when mended, would touch
 * a sum of the other have one cause, and are solved together.
 */
function* joined(problem: Problem, groups: readonly Group[]): Steps<readonly Group[]> {
  const clusterOf = new Map<number, Set<Group>>();
  for (const group of groups) {
    const touched = [...group.violated, ...group.solutions.flatMap((solution) => solution.flatMap(([cell]) => problem.itemsOf[cell]!))];
    const cluster = new Set([group]);
    for (const index of touched) for (const other of clusterOf.get(index) ?? []) cluster.add(other);
    const near = new Set(touched.map((index) => clusterOf.get(index)).filter((each) => each !== undefined));
    if (near.size > 0) for (const [index, other] of clusterOf) if (near.has(other)) clusterOf.set(index, cluster);
    for (const index of touched) clusterOf.set(index, cluster);
  }
  const solved: Group[] = [];
  for (const [first, ...others] of new Set(clusterOf.values())) {
    if (others.length === 0) {
      solved.push(first!);
      continue;
    }
    const violated = [first!, ...others].flatMap((group) => group.violated).sort((one, other) => one - other);
    solved.push({ violated, solutions: yield* solve(problem, violated) });
  }
  return solved;
}

/**
 * Error localisation: the smallest sets of cells whose change makes every balance come out (Fellegi and Holt 1976),
 * for each group of violated balances apart. Formulas are never to blame: their inputs or ranges are.
 */
export const localise = (balances: readonly Balance[]): readonly Explanation[] => finish(localiseInSteps(balances));

/** The same, in steps. */
export function* localiseInSteps(balances: readonly Balance[]): Steps<readonly Explanation[]> {
  const problem = yield* problemOf(balances);
  const { items, figures, itemsOf } = problem;
  const groups: Group[] = [];
  for (const violated of components(problem)) {
    groups.push({ violated, solutions: yield* solve(problem, violated) });
    yield;
  }
  return (yield* joined(problem, groups)).map(({ violated, solutions }) => ({
    violated: violated.map((index) => items[index]!.balance),
    solutions: solutions.map((solution) =>
      solution.map(([cell, to]): Repair => {
        const mends = itemsOf[cell]!.map((index) => violated.indexOf(index)).filter((index) => index >= 0);
        return { figure: figures[cell]!, to, mends };
      }),
    ),
  }));
}
