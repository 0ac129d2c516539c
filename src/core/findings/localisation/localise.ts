import type { Balance } from "../../checks/Check";
import type { Steps } from "../../steps";
import type { Figure } from "../../table/Table";
import { components } from "./components";
import { probabilityOf, type Cost } from "./Cost";
import type { Event } from "./Event";
import { historiesOf, type History } from "./History";
import type { Model } from "./Model";
import { modelOf } from "./modelOf";
import type { Fact, Problem } from "./Problem";
import { problemOf } from "./problemOf";
import { searchFor, WINDOW, type Explanation, type Limit, type Search } from "./search";
import type { Setting } from "./Setting";
import { settingOf } from "./settingOf";

/** What is looked at to find the guilty cells of a table. */
export interface Evidence {
  /** The sums that must come out. */
  readonly hard: readonly Balance[];
  /** What usually comes out: received = resolved + pending. */
  readonly soft: readonly Balance[];
  /** What is stated elsewhere of single cells. */
  readonly facts?: readonly Fact[];
  /** Cells in which a number was typed over a live formula. */
  readonly typedOver?: readonly Figure[];
}

/** A cell and what it must have held; `to` is absent where only the sum of several cells is known. */
export interface Repair {
  readonly figure: Figure;
  readonly to?: number;
}

/** One way in which everything would come out. */
export interface Answer {
  readonly events: readonly Event[];
  /** Every cell that is wrong, whether at fault or following. */
  readonly repairs: readonly Repair[];
  readonly probability: number;
}

export interface Localisation {
  readonly problem: Problem;
  /** The likeliest first. None when nothing fails. */
  readonly answers: readonly Answer[];
  /** Whether all that is likely was looked at; otherwise time ran out, and these are the best so far. */
  readonly complete: boolean;
}

const MOST_ANSWERS = 24;
export const USUAL_LIMIT: Limit = { looks: 20_000 };

interface Whole {
  readonly events: readonly Event[];
  readonly changes: ReadonlyMap<number, number>;
  readonly withdrawn: number;
  readonly cost: Cost;
}

/** The likeliest combinations of one explanation for each component. */
function combine({ withdrawnLinesCost }: Model, wholes: readonly Whole[], found: readonly Explanation[]): readonly Whole[] {
  return wholes
    .flatMap((whole) =>
      found.map((each) => {
        // Each search takes its lines with withdrawn files for the table's only ones; together they are likelier.
        const withdrawn = whole.withdrawn + each.withdrawn;
        const together = withdrawnLinesCost(withdrawn) - withdrawnLinesCost(whole.withdrawn) - withdrawnLinesCost(each.withdrawn);
        return { events: [...whole.events, ...each.events], changes: new Map([...whole.changes, ...each.changes]), withdrawn, cost: whole.cost + each.cost + together };
      }),
    )
    .sort((one, other) => one.cost - other.cost)
    .slice(0, MOST_ANSWERS);
}

/** Every cell that differs from what it shows once the changes are made and the sums that followed are worked out again. */
function repairsOf({ problem, values, followedSum }: Setting, { events, changes }: Whole): readonly Repair[] {
  const differences = new Map<number, number>();
  const differ = (cell: number, by: number): void => {
    differences.set(cell, (differences.get(cell) ?? 0) + by);
    for (const index of problem.sumsOf[cell]!) {
      const sum = problem.sums[index]!;
      if (sum.total !== cell && followedSum(sum.total) === sum) differ(sum.total, by);
    }
  };
  for (const [cell, to] of changes) differ(cell, to - values[cell]!);
  for (const [cell, value] of values.entries()) if (value !== problem.counts[cell] && !differences.has(cell)) differences.set(cell, 0);
  const repairs: Repair[] = [];
  const unknown = new Set<number>();
  const follow = (cell: number): void => {
    if (unknown.has(cell)) return;
    unknown.add(cell);
    for (const index of problem.sumsOf[cell]!) {
      const sum = problem.sums[index]!;
      if (sum.axis === "column" && sum.total !== cell && followedSum(sum.total) === sum) follow(sum.total);
    }
  };
  for (const event of events) event.unknown?.cells.forEach(follow);
  for (const cell of unknown) repairs.push({ figure: problem.figures[cell]! });
  for (const [cell, by] of differences) {
    if (unknown.has(cell)) continue;
    const to = values[cell]! + by;
    if (to !== problem.counts[cell]) repairs.push({ figure: problem.figures[cell]!, to });
  }
  return repairs.sort((one, other) => one.figure.at.row - other.figure.at.row || one.figure.at.column - other.figure.at.column);
}

/** A history with the searches it asks for. */
interface Trial {
  readonly setting: Setting;
  readonly searches: readonly Search[];
  /** What its explanations cost at the least. */
  readonly bound: Cost;
}

/** What a history's searches found, one list for each component. */
type Outcomes = ReadonlyMap<Trial, readonly (readonly Explanation[])[]>;

/** A first look at every history is cheap; what it finds tells where looking longer is no use. */
const FIRST_LOOKS = 300;

/** Searches the histories against each other: none goes on looking for what is much less likely than what another has found. */
function* compete(trials: readonly Trial[], limit: Limit): Steps<{ readonly outcomes: Outcomes; readonly complete: boolean }> {
  const outcomes = new Map<Trial, readonly (readonly Explanation[])[]>();
  let ceiling: Cost = Infinity;
  let waiting = [...trials].sort((one, other) => one.bound - other.bound);
  for (const looks of [FIRST_LOOKS, limit.looks]) {
    const unfinished: Trial[] = [];
    for (const trial of waiting) {
      // What the searches done cost at the least, and those still to come.
      let least = trial.bound;
      let complete = true;
      const found: (readonly Explanation[])[] = [];
      for (const each of trial.searches) {
        const explanations = yield* each.run({ ...limit, looks }, ceiling - least + each.bound);
        complete &&= explanations.complete;
        found.push(explanations.found);
        if (explanations.found.length === 0) break;
        least += explanations.found[0]!.cost - each.bound;
      }
      const isWhole = found.length === trial.searches.length && found.every(({ length }) => length > 0);
      if (isWhole) {
        outcomes.set(trial, found);
        ceiling = Math.min(ceiling, least + WINDOW);
      }
      if (!complete) unfinished.push(trial);
    }
    waiting = unfinished.filter(({ bound }) => bound <= ceiling);
  }
  return { outcomes, complete: waiting.length === 0 };
}

const keyOf = (repairs: readonly Repair[]): string => repairs.map(({ figure: { at }, to }) => `${at.row},${at.column}=${to}`).join(" ");

/**
 * Error localisation: the most probable sets of events (slips, exchanges, totals not added up again, …) after which every sum comes
 * out, with how probable each is. Fellegi and Holt (1976) ask for the fewest cells; Scholtus (2016) for the
 * cheapest operations; the cost of an operation here is minus the logarithm of its likelihood.
 */
export function* localise({ hard, soft, facts = [], typedOver = [] }: Evidence, limit: Limit = USUAL_LIMIT): Steps<Localisation> {
  const problem = yield* problemOf(hard, soft, facts);
  const over = new Set(typedOver.map((figure) => problem.figures.indexOf(figure)));
  const model = yield* modelOf(problem, over);
  const trials: Trial[] = [];
  for (const history of historiesOf(problem)) {
    const setting = yield* settingOf(problem, history, model);
    const searches = (yield* components(setting)).map((failing) => searchFor(setting, failing));
    trials.push({ setting, searches, bound: searches.reduce((sum, { bound }) => sum + bound, history.cost) });
  }
  const { outcomes, complete } = yield* compete(trials, limit);
  let mass = 0;
  const weighed = new Map<string, { readonly events: readonly Event[]; readonly repairs: readonly Repair[]; readonly weight: number; readonly best: number }>();
  for (const [{ setting }, found] of outcomes) {
    const wholes = found.reduce<readonly Whole[]>((wholes, each) => combine(model, wholes, each), [{ events: [], changes: new Map(), withdrawn: 0, cost: setting.history.cost }]);
    for (const whole of wholes) {
      const weight = probabilityOf(whole.cost);
      mass += weight;
      const repairs = repairsOf(setting, whole);
      const key = keyOf(repairs);
      const known = weighed.get(key);
      weighed.set(key, !known || known.best < weight ? { events: whole.events, repairs, weight: weight + (known?.weight ?? 0), best: weight } : { ...known, weight: known.weight + weight });
    }
  }
  const answers = [...weighed.values()]
    .sort((one, other) => other.weight - one.weight)
    .map(({ events, repairs, weight }): Answer => ({ events, repairs, probability: weight / mass }));
  return { problem, answers, complete };
}

export type { History };
