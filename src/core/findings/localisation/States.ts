import type { Gap } from "../../form/Form";
import { costOf, type Cost } from "./Cost";
import { eventCost, KIND, type Event, type Unknown, type View } from "./Event";
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
  readonly changes: ReadonlyMap<number, number>;
  /** Constraints that are left as they are, or of which nothing more can be known. */
  readonly settled: readonly number[];
  /** The questions whose differences are taken to be lawful, one for each line left as it is. */
  readonly gaps: readonly Gap[];
  /** Columns that came out as the table stands, because two mistakes hid each other there, and do not now that one is mended. */
  readonly laidBare: readonly number[];
  /** Residuals by constraint, where they may differ from the table's own. */
  readonly residuals: ReadonlyMap<number, number>;
  /** What the lines touched so far cost for the way they look. */
  readonly lines: ReadonlyMap<number, Cost>;
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

const gapsWith = (gaps: readonly Gap[], soft: Soft | undefined): readonly Gap[] => (soft?.kind === "gap" ? [...gaps, soft.gap] : gaps);

/** Columns in which two mistakes may hide each other at once. */
const MOST_LAID_BARE = 1;

export function statesOf(setting: Setting, failing: readonly number[]): States {
  const { constraints, constraintsOf, problem, model, values, followedSum } = setting;
  const start: State = {
    cost: 0,
    events: [],
    changes: new Map(),
    settled: [],
    gaps: [],
    laidBare: [],
    residuals: new Map(failing.map((index) => [index, constraints[index]!.residual])),
    lines: new Map(),
  };

  const residual = (state: State, index: number): number => state.residuals.get(index) ?? constraints[index]!.residual;

  const isBroken = (total: number): boolean => constraintsOf(total).some((index) => constraints[index]!.cells.length === 1 && constraints[index]!.sum?.total === total);

  /** A cell's count, with the live sums of its line worked out again. */
  const trueValue = (changes: ReadonlyMap<number, number>) => {
    const value = (cell: number): number => {
      const changed = changes.get(cell);
      if (changed !== undefined) return changed;
      const sum = followedSum(cell);
      return sum?.axis === "row" && !isBroken(cell) ? sum.parts.reduce((added, part) => added + value(part), 0) : values[cell]!;
    };
    return value;
  };

  const hardInLine = new Map<number, readonly number[]>();
  const lineFails = (residuals: State["residuals"], line: number): boolean => {
    let hard = hardInLine.get(line);
    if (!hard) {
      const all = problem.lines.get(line)!.flatMap((cell) => constraintsOf(cell).filter((index) => constraints[index]!.line === line && !constraints[index]!.soft));
      hardInLine.set(line, (hard = [...new Set(all)]));
    }
    return hard.some((index) => (residuals.get(index) ?? constraints[index]!.residual) !== 0);
  };

  /** What a line costs as it stands, if it comes out: explanations that leave it alone pay nothing for it. */
  const asItStands = new Map<number, Cost>();
  const untouched = (line: number): Cost => {
    const known = asItStands.get(line);
    if (known !== undefined) return known;
    const cost = lineFails(start.residuals, line) ? 0 : model.lineCost(line, trueValue(start.changes));
    asItStands.set(line, cost);
    return cost;
  };

  const unknownIn = (events: readonly Event[]): readonly Unknown[] => events.flatMap(({ unknown }) => unknown ?? []);

  function after(state: State, event: Event): State | undefined {
    // Most events are turned down here, before anything is copied.
    const moved = new Map<number, number>();
    for (const { cell, to } of event.changes) {
      const by = to - (state.changes.get(cell) ?? values[cell]!);
      for (const index of constraintsOf(cell)) {
        const constraint = constraints[index]!;
        const before = moved.get(index) ?? residual(state, index);
        moved.set(index, constraint.soft?.kind === "odd-blank" ? 0 : before + weightIn(constraint, cell) * by);
      }
    }
    for (const index of event.settles ?? []) moved.set(index, 0);
    const laidBare = state.laidBare.filter((index) => moved.get(index) !== 0);
    for (const [index, rest] of moved) {
      const { soft, line, sum } = constraints[index]!;
      const isLoose = soft !== undefined || (line !== undefined && problem.totalRows.has(line));
      if (rest === 0 || isLoose || residual(state, index) !== 0) continue;
      if (sum?.axis !== "column" || laidBare.length === MOST_LAID_BARE) return undefined;
      laidBare.push(index);
    }
    const changes = new Map(state.changes);
    const residuals = new Map(state.residuals);
    const touched = new Set<number>();
    for (const [index, rest] of moved) residuals.set(index, rest);
    for (const { cell, to } of event.changes) {
      changes.set(cell, to);
      touched.add(rowOf(problem, cell));
    }
    for (const cell of event.unknown?.cells ?? []) touched.add(rowOf(problem, cell));
    const events = [...state.events, event];
    const settled = event.settles ? [...state.settled, ...event.settles] : state.settled;
    const lines = new Map(state.lines);
    const value = trueValue(changes);
    let cost = state.cost + event.cost;
    for (const line of touched) {
      cost -= lines.get(line) ?? 0;
      lines.delete(line);
      if (lineFails(residuals, line)) continue;
      const look = model.lineCost(line, value, unknownIn(events)) - untouched(line);
      lines.set(line, look);
      cost += look;
    }
    return { cost, events, changes, settled, gaps: state.gaps, laidBare, residuals, lines };
  }

  const leavingCost = (state: State, index: number): Cost => {
    const soft = constraints[index]!.soft!;
    if (soft.kind === "gap") {
      const { gaps } = state;
      const total = trueValue(state.changes)(constraints[index]!.sum!.total);
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
      value: (cell) => state.changes.get(cell) ?? values[cell]!,
      residual: (index) => residual(state, index),
      isChanged: (cell) => state.changes.has(cell),
      once: remembering(),
    }),
    after,
    leaving: (state, index) => ({
      ...state,
      cost: state.cost + leavingCost(state, index),
      settled: [...state.settled, index],
      gaps: gapsWith(state.gaps, constraints[index]!.soft),
      residuals: new Map(state.residuals).set(index, 0),
    }),
    leavingCost,
    failing: ({ residuals }) => [...residuals].flatMap(([index, rest]) => (rest === 0 ? [] : [index])),
  };
}

/** The cheapest event that can strike a line of the body. */
export const cheapestEvent = ({ model }: Setting): Cost => eventCost(4 * KIND, model.filledLeaves);
