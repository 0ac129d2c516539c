import type { Steps } from "../../steps";
import { NAT, type Cost } from "./Cost";
import { eventCost, KIND, type Event } from "./Event";
import { descend } from "./descend";
import { oneCell } from "./events/oneCell";
import { proposals } from "./proposals";
import { cheapestEvent, put, statesOf, valueIn, type Pairs, type State } from "./States";
import { isComputed, mayHold, rowOf } from "./Problem";
import { Queue } from "./Queue";
import { weightIn, type Setting } from "./Setting";

/** A set of events after which every constraint of a component holds. */
export type Explanation = Pick<State, "events" | "changes" | "gaps" | "cost">;

/** What the search of a component found. */
export interface Explanations {
  /** The likeliest first; none when nothing was found in time, or below the ceiling. */
  readonly found: readonly Explanation[];
  /** Whether every explanation within the window was looked at. */
  readonly complete: boolean;
  /** What was spent. */
  readonly looked: number;
}

/** What may be spent on a search: so many sets of events are looked at, unless the clock runs out before. */
export interface Limit {
  readonly looks: number;
  readonly isOver?: () => boolean;
}

export interface Search {
  /** What the explanations cost at the least. */
  readonly bound: Cost;
  /** Every cell that alone may be at fault, however unlikely, where only one sum speaks of it and has few enough. */
  candidates(): readonly Event[];
  /** Finds those that cost no more than `ceiling`. Asked again, it goes on where its limit stopped it. */
  run(limit: Limit, ceiling: Cost): Steps<Explanations>;
}

/** Explanations so much less likely than the best (1 in 400) are not looked for. */
export const WINDOW: Cost = 6 * NAT;
/** Two events may leave a line likelier than any single one does; by more than this it is not reckoned with. */
const SLACK: Cost = 2 * NAT;
const MOST_EXPLANATIONS = 24;
/** Among more cells nobody looks for the one. */
const MOST_CANDIDATES = 12;
const LOOKS_PER_STEP = 50;
const EVENTS_PER_STEP = 500;
/** Going down a column of so many cells takes as long as looking at one more set of events. */
const CELLS_A_LOOK = 8;

/** A state, or an event that would lead to one: it is worked out only when its turn comes. */
type Candidate = { readonly state: State; readonly debt: Debt } | { readonly from: State; readonly event: Event };

/** What a state owes at the least: by line, for all lines, and in all. */
interface Debt {
  readonly lines: Pairs;
  readonly ofLines: Cost;
  readonly sum: Cost;
}

/** How far a search has come. */
interface Going {
  readonly queue: Queue<Candidate>;
  /** States entered, with what they cost. */
  readonly seen: Map<string, Cost>;
  readonly found: Map<string, State>;
  /** What ranked above this at first was turned down. */
  readonly highest: Cost;
  ceiling: Cost;
  looked: number;
}

/** Best-first search for the likeliest sets of events that settle all of these failing constraints. */
export function* searchFor(setting: Setting, failing: readonly number[]): Steps<Search> {
  const { constraints, constraintsOf, problem, model } = setting;
  const states = statesOf(setting, failing);
  const cheapest = cheapestEvent(setting);

  /** What a line that fails costs at the least: put right by the likeliest single event, or by two of which little is known. */
  const leasts = new Map<number, { readonly whole: Cost; readonly rest: Cost }>();
  const leastFor = (line: number): { readonly whole: Cost; readonly rest: Cost } => {
    const known = leasts.get(line);
    if (known) return known;
    let single: Cost = Infinity;
    let likeliest: Cost = Infinity;
    for (const index of failing) {
      if (constraints[index]!.line !== line || constraints[index]!.soft) continue;
      for (const event of proposals(index, failing, states.view(states.start))) {
        const state = event && states.after(states.start, event);
        const look = state && valueIn(state.lines, line);
        if (!event || look === undefined) continue;
        single = Math.min(single, event.cost + look);
        likeliest = Math.min(likeliest, look);
      }
    }
    const rest = cheapest + (Number.isFinite(likeliest) ? Math.max(0, likeliest - SLACK) : 0);
    const least = { whole: Math.min(single, cheapest + rest), rest };
    leasts.set(line, least);
    return least;
  };

  /** A column laid bare asks for another event, unless it is one that a failing line asks for anyway. */
  const hiddenCost = ({ laidBare, residuals }: State): Cost => {
    for (const index of laidBare) {
      const rest = Math.abs(valueIn(residuals, index)!);
      let isAsked = false;
      for (let place = 0; place < residuals.length; place += 2) {
        const { line, soft } = constraints[residuals[place]!]!;
        isAsked ||= Math.abs(residuals[place + 1]!) === rest && line !== undefined && !soft;
      }
      if (!isAsked) return eventCost(KIND, model.totals);
    }
    return 0;
  };

  /** What is owed at the least, by line: no event settles more than one, and what only usually holds may be left as it is. */
  const owed = (state: State): Debt => {
    const lines: number[] = [];
    let rest = 0;
    for (const index of states.failing(state)) {
      const { line, soft, residual } = constraints[index]!;
      if (line === undefined || problem.totalRows.has(line)) {
        if (!soft) rest = eventCost(KIND, model.totals);
        continue;
      }
      let least: Cost;
      if (soft) least = Math.min(cheapest, states.leavingCost(state, index));
      else least = states.residual(state, index) === residual ? leastFor(line).whole : leastFor(line).rest;
      put(lines, line, Math.max(valueIn(lines, line) ?? 0, least));
    }
    let sum = 0;
    for (let place = 1; place < lines.length; place += 2) sum += lines[place]!;
    return { lines, ofLines: sum, sum: (sum === 0 ? rest : sum) + hiddenCost(state) };
  };

  /** Where to look next: at the shortest failing sum of a line, then down the columns, last at what only usually holds. */
  const mostTelling = (state: State): number | undefined => {
    let best: number | undefined;
    let least = Infinity;
    for (const index of states.failing(state)) {
      const { cells, line, soft } = constraints[index]!;
      const rank = (soft ? 2e6 : line === undefined || problem.totalRows.has(line) ? 1e6 : 0) + Math.min(cells.length, 9e5);
      if (rank < least || (rank === least && index < best!)) [best, least] = [index, rank];
    }
    return best;
  };

  /** Where one sum alone fails, each of its cells of which nothing else says that it is right may be the one. */
  const candidates = (): readonly Event[] => {
    const [index, ...others] = failing.filter((each) => !constraints[each]!.soft);
    if (index === undefined || others.length > 0) return [];
    const view = states.view(states.start);
    const alone = constraints[index]!.cells.filter((cell) => !isComputed(problem, cell) && constraintsOf(cell).every((each) => each === index || constraints[each]!.residual !== 0));
    return alone.length > MOST_CANDIDATES ? [] : alone.flatMap((cell) => {
      const from = view.value(cell);
      const to = from - constraints[index]!.residual / weightIn(constraints[index]!, cell);
      return mayHold(problem, cell, to) ? [oneCell(cell, from, to, view)] : [];
    });
  };

  /** What is told when time runs out before anything is found; worked out at most once. */
  let makeshift: { readonly state: State | undefined } | undefined;

  let going: Going | undefined;

  const enter = (going: Going, state: State, atLeast: Cost): void => {
    const key = keyOf(state);
    if ((going.seen.get(key) ?? Infinity) <= state.cost) return;
    going.seen.set(key, state.cost);
    const debt = owed(state);
    const rank = Math.max(atLeast, state.cost + debt.sum);
    if (rank <= going.ceiling) going.queue.push(rank, { state, debt });
  };

  /** What is owed in the lines that an event touches. */
  const owedIn = ({ changes }: Event, lines: Pairs): Cost => {
    let cost: Cost = 0;
    for (let place = 0; place < changes.length; place++) {
      const line = rowOf(problem, changes[place]!.cell);
      let isFirst = true;
      for (let before = 0; before < place && isFirst; before++) isFirst = rowOf(problem, changes[before]!.cell) !== line;
      if (isFirst) cost += valueIn(lines, line) ?? 0;
    }
    return cost;
  };

  function* expand(going: Going, state: State, { lines, ofLines }: Debt, index: number): Steps<void> {
    let taken = 0;
    for (const event of proposals(index, states.failing(state), states.view(state))) {
      if (!event || ++taken % EVENTS_PER_STEP === 0) yield;
      if (!event) continue;
      const rank = state.cost + event.cost + ofLines - owedIn(event, lines);
      if (rank <= going.ceiling) going.queue.push(rank, { from: state, event });
    }
    if (constraints[index]!.soft) enter(going, states.leaving(state, index), 0);
  }

  /** Starts, or goes on where it stopped; from the beginning where so far it turned down what is asked for now. */
  function begin(highest: Cost): Going {
    if (going && highest <= going.highest) {
      going.ceiling = Math.min(going.ceiling, highest);
      return going;
    }
    const begun: Going = { queue: new Queue(), seen: new Map(), found: new Map(), highest, ceiling: highest, looked: 0 };
    enter(begun, states.start, 0);
    return (going = begun);
  }

  function* run(limit: Limit, highest: Cost): Steps<Explanations> {
    const going = begin(highest);
    const before = going.looked;
    let paused = before;
    // Who was stopped by the clock does not go on.
    let complete = before === 0 || limit.isOver?.() !== true;
    while (going.found.size < MOST_EXPLANATIONS) {
      if (going.looked - paused >= LOOKS_PER_STEP) {
        paused = going.looked;
        yield;
        if (limit.isOver?.()) complete = false;
      }
      if (going.looked - before >= limit.looks) complete = false;
      const next = complete ? going.queue.pop() : undefined;
      if (!next || next.rank > going.ceiling) break;
      going.looked++;
      if ("event" in next.item) {
        const state = states.after(next.item.from, next.item.event);
        if (state) enter(going, state, next.rank);
        continue;
      }
      const { state, debt } = next.item;
      const index = mostTelling(state);
      if (index !== undefined) {
        yield* expand(going, state, debt, index);
        going.looked += Math.floor(constraints[index]!.cells.length / CELLS_A_LOOK);
      } else {
        going.ceiling = Math.min(going.ceiling, state.cost + WINDOW);
        const key = answerKeyOf(state);
        if (!going.found.has(key)) going.found.set(key, state);
      }
    }
    const found = [...going.found.values()].sort((one, other) => one.cost - other.cost);
    if (!complete && found.length === 0) {
      makeshift ??= { state: yield* descend(setting, states) };
      if (makeshift.state) found.push(makeshift.state);
    }
    return { found, complete, looked: going.looked - before };
  }

  // What is owed looks at all columns of the failing lines: long ones are set up one by one before, and then line by line.
  for (const line of new Set(failing.flatMap((index) => constraints[index]!.line ?? []))) {
    for (const cell of problem.lines.get(line)!) {
      constraintsOf(cell);
      yield;
    }
    if (!problem.totalRows.has(line)) leastFor(line);
  }
  return { bound: owed(states.start).sum, candidates, run };
}

const inOrder = (numbers: readonly number[]): string => (numbers.length < 2 ? String(numbers) : [...numbers].sort((one, other) => one - other).join());

/** What tells states apart. */
const keyOf = ({ changes, settled }: State): string => `${changes.join()}|${inOrder(settled)}`;

/** What tells answers apart: how they came about is no matter. */
const answerKeyOf = ({ changes, events }: State): string => `${changes.join()}|${inOrder(events.flatMap(({ unknown }) => unknown?.cells ?? []))}`;
