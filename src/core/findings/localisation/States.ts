import type { Gap } from "../../form/Form";
import { costOf, type Cost } from "./Cost";
import { columnSum, eventCost, KIND, type Event, type Unknown, type View } from "./Event";
import { rowOf } from "./Problem";
import { remembering, weightIn, type Setting, type Soft } from "./Setting";

/** Of a hundred figures that two sheets both state, one differs for a reason of its own. */
const WRONG_STATEMENT = costOf(1 / 100);

/** A table as some events would leave it, on the way to one in which everything comes out. */
export interface State {
  /** What the events cost, what is left as it is, and how the lines touched look. */
  readonly cost: Cost;
  readonly events: readonly Event[];
  /** What cells must have held. */
  readonly changes: Pairs;
  /** Constraints that are left as they are, or of which nothing more can be known. */
  readonly settled: readonly number[];
  /** The questions whose differences are taken to be lawful, one for each line left as it is. */
  readonly gaps: readonly Gap[];
  /** Columns that came out as the table stands, because two mistakes hid each other there, and do not now that one is mended. */
  readonly laidBare: readonly number[];
  /** Residuals by constraint, where they may differ from the table's own. */
  readonly residuals: Pairs;
  /** What the lines touched so far cost for the way they look. */
  readonly lines: Pairs;
}

/** The steps from state to state within one component of failing constraints. */
export interface States {
  readonly start: State;
  residual(state: State, constraint: number): number;
  view(state: State): View;
  /** The state after an event; undefined where sums that held would fail: mistakes that hide each other are looked for in one column at a time. */
  after(state: State, event: Event): State | undefined;
  /** The state in which a constraint that only usually holds is left as it is. */
  leaving(state: State, constraint: number): State;
  /** What leaving it so costs. */
  leavingCost(state: State, constraint: number): Cost;
  /** The constraints that fail. */
  failing(state: State): readonly number[];
}

/** Columns in which two mistakes may hide each other at once. */
const MOST_LAID_BARE = 1;

const gapsWith = (gaps: readonly Gap[], soft: Soft | undefined): readonly Gap[] => (soft?.kind === "gap" ? [...gaps, soft.gap] : gaps);

const withPair = (pairs: Pairs, key: number, value: number): Pairs => {
  const copy = pairs.slice();
  put(copy, key, value);
  return copy;
};

/** The constraints that fail in a state. */
function failingIn({ residuals }: State): readonly number[] {
  const failing: number[] = [];
  for (let place = 0; place < residuals.length; place += 2) if (residuals[place + 1] !== 0) failing.push(residuals[place]!);
  return failing;
}

export function statesOf(setting: Setting, failing: readonly number[]): States {
  const { constraints, constraintsOf, problem, model, values, followedSum } = setting;
  const residuals: number[] = [];
  for (const index of failing) put(residuals, index, constraints[index]!.residual);
  const start: State = { cost: 0, events: [], changes: [], settled: [], gaps: [], laidBare: [], residuals, lines: [] };

  const residual = (state: State, index: number): number => valueIn(state.residuals, index) ?? constraints[index]!.residual;

  const isBroken = (total: number): boolean => constraintsOf(total).some((index) => constraints[index]!.cells.length === 1 && constraints[index]!.sum?.total === total);

  /** A cell's count, with the live sums of its line worked out again. */
  const trueValue = (changes: Pairs, cell: number): number => {
    const changed = valueIn(changes, cell);
    if (changed !== undefined) return changed;
    const sum = followedSum(cell);
    return sum?.axis === "row" && !isBroken(cell) ? sum.parts.reduce((added, part) => added + trueValue(changes, part), 0) : values[cell]!;
  };

  const hardInLine = new Map<number, readonly number[]>();
  const lineFails = (state: Pairs, line: number): boolean => {
    let hard = hardInLine.get(line);
    if (!hard) {
      const all = problem.lines.get(line)!.flatMap((cell) => constraintsOf(cell).filter((index) => constraints[index]!.line === line && !constraints[index]!.soft));
      hardInLine.set(line, (hard = [...new Set(all)]));
    }
    for (const index of hard) if ((valueIn(state, index) ?? constraints[index]!.residual) !== 0) return true;
    return false;
  };

  /** How a line looks after events; the same changes come up in state after state. */
  const looks = new Map<string, Cost>();
  const lookOf = (line: number, changes: Pairs, unknown: readonly Unknown[]): Cost => {
    if (unknown.length > 0) return model.lineCost(line, (cell) => trueValue(changes, cell), unknown);
    let key = String(line);
    for (let place = 0; place < changes.length; place += 2) if (rowOf(problem, changes[place]!) === line) key += ` ${changes[place]}=${changes[place + 1]}`;
    let look = looks.get(key);
    if (look === undefined) looks.set(key, (look = model.lineCost(line, (cell) => trueValue(changes, cell))));
    return look;
  };
  /** What a line costs as it stands, if it comes out: explanations that leave it alone pay nothing for it. */
  const untouched = (line: number): Cost => (lineFails(start.residuals, line) ? 0 : lookOf(line, start.changes, []));

  /** The rows of the sheet in which an event changes anything. */
  const linesOf = ({ changes, unknown }: Event): readonly number[] => {
    const lines: number[] = [];
    for (const { cell } of changes) if (!lines.includes(rowOf(problem, cell))) lines.push(rowOf(problem, cell));
    for (const cell of unknown?.cells ?? []) if (!lines.includes(rowOf(problem, cell))) lines.push(rowOf(problem, cell));
    return lines;
  };

  function after(state: State, event: Event): State | undefined {
    // Most events are turned down here, before anything is copied.
    const moved: number[] = [];
    for (const { cell, to } of event.changes) {
      const by = to - (valueIn(state.changes, cell) ?? values[cell]!);
      for (const index of constraintsOf(cell)) {
        const constraint = constraints[index]!;
        const before = valueIn(moved, index) ?? residual(state, index);
        put(moved, index, constraint.soft?.kind === "odd-blank" ? 0 : before + weightIn(constraint, cell) * by);
      }
    }
    for (const index of event.settles ?? []) put(moved, index, 0);
    const laidBare = state.laidBare.length === 0 ? [] : state.laidBare.filter((index) => valueIn(moved, index) !== 0);
    for (let place = 0; place < moved.length; place += 2) {
      const index = moved[place]!;
      const { soft, line } = constraints[index]!;
      const isLoose = soft !== undefined || (line !== undefined && problem.totalRows.has(line));
      if (moved[place + 1] === 0 || isLoose || residual(state, index) !== 0) continue;
      if (!columnSum(setting, index) || laidBare.length === MOST_LAID_BARE) return undefined;
      laidBare.push(index);
    }
    const [changes, rests, lines] = [state.changes.slice(), state.residuals.slice(), state.lines.slice()];
    for (let place = 0; place < moved.length; place += 2) put(rests, moved[place]!, moved[place + 1]!);
    for (const { cell, to } of event.changes) put(changes, cell, to);
    const events = state.events.concat(event);
    const settled = event.settles ? [...state.settled, ...event.settles] : state.settled;
    const unknown = events.some((each) => each.unknown) ? events.flatMap((each) => each.unknown ?? []) : [];
    let cost = state.cost + event.cost;
    for (const line of linesOf(event)) {
      cost -= valueIn(lines, line) ?? 0;
      drop(lines, line);
      if (lineFails(rests, line)) continue;
      const look = lookOf(line, changes, unknown) - untouched(line);
      put(lines, line, look);
      cost += look;
    }
    return { cost, events, changes, settled, gaps: state.gaps, laidBare, residuals: rests, lines };
  }

  const leavingCost = (state: State, index: number): Cost => {
    const soft = constraints[index]!.soft!;
    if (soft.kind === "gap") {
      const { gaps } = state;
      const total = trueValue(state.changes, constraints[index]!.sum!.total);
      return model.gapsCost([...gaps, soft.gap]) - model.gapsCost(gaps) + model.gapSizeCost(soft.gap, residual(state, index), total);
    }
    if (soft.kind === "fact") return soft.fact.wrong === undefined ? WRONG_STATEMENT : costOf(soft.fact.wrong);
    return soft.cost;
  };

  return {
    start,
    residual,
    view: (state) => ({
      setting,
      value: (cell) => valueIn(state.changes, cell) ?? values[cell]!,
      residual: (index) => residual(state, index),
      isChanged: (cell) => valueIn(state.changes, cell) !== undefined,
      changed: state.changes.filter((_, place) => place % 2 === 0),
      once: remembering(),
    }),
    after,
    leaving: (state, index) => ({
      ...state,
      cost: state.cost + leavingCost(state, index),
      settled: [...state.settled, index],
      gaps: gapsWith(state.gaps, constraints[index]!.soft),
      residuals: withPair(state.residuals, index, 0),
    }),
    leavingCost,
    failing: failingIn,
  };
}

/** The cheapest event that can strike a line of the body. */
export const cheapestEvent = ({ model }: Setting): Cost => eventCost(4 * KIND, model.filledLeaves);

/** A few numbers by number: key, value, key, value …, the keys ascending. Copied, and looked through, faster than a map. */
export type Pairs = readonly number[];

/** Where a key stands, or would stand. */
function placeOf(pairs: Pairs, key: number): number {
  let [first, end] = [0, pairs.length >> 1];
  while (first < end) {
    const middle = (first + end) >> 1;
    if (pairs[2 * middle]! < key) first = middle + 1;
    else end = middle;
  }
  return 2 * first;
}

/** The value of a key; undefined where there is none. */
export function valueIn(pairs: Pairs, key: number): number | undefined {
  const place = placeOf(pairs, key);
  return pairs[place] === key ? pairs[place + 1] : undefined;
}

/** Takes a key out. */
export function drop(pairs: number[], key: number): void {
  const place = placeOf(pairs, key);
  if (pairs[place] !== key) return;
  pairs.copyWithin(place, place + 2);
  pairs.length -= 2;
}

/** Sets the value of a key. */
export function put(pairs: number[], key: number, value: number): void {
  const place = placeOf(pairs, key);
  if (pairs[place] !== key) {
    // What splice cuts out would be a list of its own, each time.
    pairs.push(key, value);
    for (let last = pairs.length - 1; last > place + 1; last--) pairs[last] = pairs[last - 2]!;
    pairs[place] = key;
  }
  pairs[place + 1] = value;
}
