import type { Steps } from "../../steps";
import { NAT, type Cost } from "./Cost";
import type { CellChange, Event, Unknown, View } from "./Event";
import { eventCost, KIND } from "./Event";
import { IN_ONE_LINE, MANY_CELLS_KINDS, ONE_CELL_KINDS } from "./kinds";
import { isComputed } from "./Problem";
import { Queue } from "./Queue";
import { weightIn, type Constraint, type Setting } from "./Setting";

/** A set of events after which every constraint of a component holds. */
export interface Explanation {
  readonly events: readonly Event[];
  /** What cells must have held. */
  readonly changes: ReadonlyMap<number, number>;
  readonly cost: Cost;
}

export interface Explanations {
  /** The likeliest first; none when nothing was found in time. */
  readonly found: readonly Explanation[];
  /** Whether every explanation within the window was looked at. */
  readonly complete: boolean;
}

/** What may be spent on a search: so many sets of events are looked at, unless the clock runs out before. */
export interface Limit {
  readonly looks: number;
  readonly isOver?: () => boolean;
}

/** Explanations so much less likely than the best (1 in 3,000) are not looked for. */
export const WINDOW: Cost = 8 * NAT;
/** Two events may leave a line likelier than any single one does; by more than this it is not reckoned with. */
const SLACK: Cost = 2 * NAT;
const MOST_EXPLANATIONS = 24;
/** In a sum of more cells than this only the total and the cells at which other failing constraints point are tried. */
const LONG_SUM = 24;
const LOOKS_PER_STEP = 50;

interface State {
  readonly cost: Cost;
  readonly events: readonly Event[];
  readonly changes: ReadonlyMap<number, number>;
  /** Constraints that are left as they are, or of which nothing more can be known. */
  readonly settled: readonly number[];
  /** Residuals by constraint, where they differ from the table's own or from nothing. */
  readonly residuals: ReadonlyMap<number, number>;
  /** What the lines touched so far cost for the way they look. */
  readonly lines: ReadonlyMap<number, Cost>;
}

export interface Search {
  /** What the explanations cost at the least. */
  readonly bound: Cost;
  /** Finds those that cost no more than `ceiling`. */
  run(limit: Limit, ceiling: Cost): Steps<Explanations>;
}

/** Best-first search for the likeliest sets of events that settle all of these failing constraints. */
export function searchFor(setting: Setting, failing: readonly number[]): Search {
  const { constraints, constraintsOf, problem, model, values } = setting;
  const cheapest = eventCost(4 * KIND, model.filledLeaves);

  const residualIn = (state: State, index: number): number => state.residuals.get(index) ?? constraints[index]!.residual;

  const viewOf = (state: State): View => {
    const value = (cell: number): number => state.changes.get(cell) ?? values[cell]!;
    return { setting, value, residual: (index) => residualIn(state, index), isChanged: (cell) => state.changes.has(cell) };
  };

  /** A cell's count with the live sums above its line worked out again. */
  const trueValue = (changes: ReadonlyMap<number, number>) => {
    const value = (cell: number): number => {
      const changed = changes.get(cell);
      if (changed !== undefined) return changed;
      const sum = setting.followedSum(cell);
      return sum?.axis === "row" && !isBroken(sum.total) ? sum.parts.reduce((added, part) => added + value(part), 0) : values[cell]!;
    };
    return value;
  };
  const isBroken = (total: number): boolean =>
    constraintsOf(total).some(
      (index) => constraints[index]!.cells.length === 1 && constraints[index]!.sum?.total === total && constraints[index]!.residual !== 0,
    );

  const lineFails = (state: State, line: number): boolean =>
    problem.lines
      .get(line)!
      .some((cell) => constraintsOf(cell).some((index) => constraints[index]!.line === line && !constraints[index]!.soft && residualIn(state, index) !== 0));

  /** No event settles more than one line; what only usually holds may also be left as it is. */
  const bound = (residuals: ReadonlyMap<number, number>): Cost => {
    const lines = new Map<number, Cost>();
    let columns = false;
    let totals = false;
    for (const [index, residual] of residuals) {
      if (residual === 0) continue;
      const { line, soft } = constraints[index]!;
      if (line === undefined) {
        if (!soft) columns = true;
        continue;
      }
      if (problem.totalRows.has(line)) {
        if (!soft) totals = true;
        continue;
      }
      const least = soft ? Math.min(cheapest, acceptance(constraints[index]!, residual)) : cheapest + likeliestLook(line);
      lines.set(line, Math.max(lines.get(line) ?? 0, least));
    }
    let cost = 0;
    for (const least of lines.values()) cost += least;
    return cost === 0 && (columns || totals) ? eventCost(KIND, model.totals) : cost;
  };

  const acceptance = ({ soft }: Constraint, residual: number): Cost => {
    if (soft!.kind === "withdrawn") return model.withdrawnCost(residual);
    return soft!.kind === "fact" ? soft!.fact.cost : soft!.cost;
  };

  /** The state after an event, or after a constraint was left as it is. */
  const after = (state: State, event: Event | undefined, price: Cost, settled?: number): State => {
    const changes = new Map(state.changes);
    const residuals = new Map(state.residuals);
    const touched = new Set<number>();
    for (const { cell, to } of event?.changes ?? []) {
      const by = to - (changes.get(cell) ?? values[cell]!);
      changes.set(cell, to);
      touched.add(problem.figures[cell]!.at.row);
      for (const index of constraintsOf(cell)) {
        const constraint = constraints[index]!;
        const residual = residuals.get(index) ?? constraint.residual;
        residuals.set(index, constraint.soft?.kind === "odd-blank" ? 0 : residual + weightIn(constraint, cell) * by);
      }
    }
    if (settled !== undefined) residuals.set(settled, 0);
    const next: State = {
      cost: state.cost + price,
      events: event ? [...state.events, event] : state.events,
      changes,
      settled: settled === undefined ? state.settled : [...state.settled, settled],
      residuals,
      lines: state.lines,
    };
    for (const cell of event?.unknown?.cells ?? []) touched.add(problem.figures[cell]!.at.row);
    if (touched.size === 0) return next;
    const lines = new Map(state.lines);
    const value = trueValue(changes);
    let cost = next.cost;
    for (const line of touched) {
      cost -= lines.get(line) ?? 0;
      if (lineFails(next, line)) lines.delete(line);
      else {
        lines.set(line, model.lineCost(line, value, unknownIn(next)) - untouched(line));
        cost += lines.get(line)!;
      }
    }
    return { ...next, cost, lines };
  };

  /** What a line costs as it stands, where it comes out as it stands: explanations that leave it alone pay nothing for it. */
  const asItStands = new Map<number, Cost>();
  const unknownIn = (state: State): readonly Unknown[] => state.events.flatMap(({ unknown }) => unknown ?? []);
  const untouched = (line: number): Cost => {
    const known = asItStands.get(line);
    if (known !== undefined) return known;
    const cost = lineFails(start, line) ? 0 : model.lineCost(line, trueValue(new Map()));
    asItStands.set(line, cost);
    return cost;
  };

  /** What a line that fails costs at the least for the way it looks, once it is put right. */
  const looks = new Map<number, Cost>();
  const likeliestLook = (line: number): Cost => {
    const known = looks.get(line);
    if (known !== undefined) return known;
    looks.set(line, 0);
    let least: Cost = Infinity;
    for (const index of failing) {
      if (constraints[index]!.line !== line || constraints[index]!.soft) continue;
      for (const event of proposals(start, index)) {
        const next = after(start, event, 0, event.unknown ? index : undefined);
        const cost = next.lines.get(line);
        if (cost !== undefined) least = Math.min(least, cost);
      }
    }
    const look = Number.isFinite(least) ? Math.max(0, least - SLACK) : 0;
    looks.set(line, look);
    return look;
  };

  /** Where to look next: at the shortest failing sum of a line, then down the columns, last at what only usually holds. */
  const mostTelling = (state: State): number | undefined => {
    let best: number | undefined;
    let least = Infinity;
    for (const [index, residual] of state.residuals) {
      if (residual === 0) continue;
      const { cells, line, soft } = constraints[index]!;
      const rank = (soft ? 2e6 : line === undefined || problem.totalRows.has(line) ? 1e6 : 0) + Math.min(cells.length, 9e5);
      if (rank < least || (rank === least && index < best!)) [best, least] = [index, rank];
    }
    return best;
  };

  function* proposals(state: State, index: number): Generator<Event> {
    const constraint = constraints[index]!;
    const view = viewOf(state);
    const failingNow =
      constraint.cells.length > LONG_SUM ? [...state.residuals].flatMap(([other, residual]) => (residual !== 0 && other !== index ? [other] : [])) : [];
    const pointed = new Set(failingNow.flatMap((other) => (constraints[other]!.cells.length > LONG_SUM ? [] : constraints[other]!.cells)));
    for (const cell of constraint.cells) {
      if (state.changes.has(cell) || isComputed(problem, cell)) continue;
      if (constraint.cells.length > LONG_SUM && cell !== constraint.sum?.total && !pointed.has(cell)) continue;
      const from = view.value(cell);
      const aims = new Set<number>();
      for (const each of constraintsOf(cell)) {
        const residual = residualIn(state, each);
        const weight = weightIn(constraints[each]!, cell);
        if (residual !== 0 && weight !== 0 && constraints[each]!.soft?.kind !== "odd-blank") aims.add(from - residual / weight);
      }
      for (const to of aims) {
        if (to < 0 || to === from || !Number.isSafeInteger(to)) continue;
        const event = oneCell(cell, from, to, view);
        if (event) yield event;
      }
    }
    for (const kind of MANY_CELLS_KINDS) yield* kind.propose(index, view);
    if (constraint.sum?.axis !== "column") return;
    // Two events in one column hide each other there; each may show by itself in another.
    for (const other of failingNow) {
      if (constraints[other]!.sum?.axis !== "column") continue;
      for (const kind of IN_ONE_LINE) yield* kind.propose(other, view);
    }
  }

  const residuals = new Map(failing.map((index) => [index, constraints[index]!.residual]));
  const start: State = { cost: 0, events: [], changes: new Map(), settled: [], residuals, lines: new Map() };
  const queue = new Queue<State>();
  const seen = new Map<string, Cost>();
  const enter = (state: State, ceiling: Cost): void => {
    const rank = state.cost + bound(state.residuals);
    if (rank > ceiling) return;
    const key = `${keyOf(state.changes)}|${[...state.settled].sort().join()}`;
    const known = seen.get(key);
    if (known !== undefined && known <= state.cost) return;
    seen.set(key, state.cost);
    queue.push(rank, state);
  };

  /** Whether a sum that held fails after the event: mistakes that hide each other are too rare to look for. */
  const breaksAnother = (before: State, next: State, { changes }: Event): boolean =>
    changes.some(({ cell }) =>
      constraintsOf(cell).some((index) => {
        const { soft, line } = constraints[index]!;
        return !soft && !(line !== undefined && problem.totalRows.has(line)) && residualIn(before, index) === 0 && residualIn(next, index) !== 0;
      }),
    );

  function* run(limit: Limit, highest: Cost): Steps<Explanations> {
    let ceiling = highest;
    enter(start, ceiling);
    const found = new Map<string, Explanation>();
    let complete = true;
    for (let looks = 1; ; looks++) {
      const state = queue.pop();
      if (!state) break;
      const index = mostTelling(state);
      if (index === undefined) {
        if (state.cost > ceiling) break;
        ceiling = Math.min(ceiling, state.cost + WINDOW);
        const key = state.events
          .flatMap(({ unknown, changes }) => [...changes.map(({ cell, to }) => `${cell}=${to}`), ...(unknown?.cells ?? []).map((cell) => `${cell}?`)])
          .sort()
          .join();
        if (!found.has(key)) found.set(key, { events: state.events, changes: state.changes, cost: state.cost });
        if (found.size >= MOST_EXPLANATIONS) break;
        continue;
      }
      if (state.cost + bound(state.residuals) > ceiling) break;
      if (looks > limit.looks || (looks % LOOKS_PER_STEP === 0 && limit.isOver?.())) {
        complete = false;
        break;
      }
      const constraint = constraints[index]!;
      for (const event of proposals(state, index)) {
        if (state.cost + event.cost > ceiling) continue;
        const next = after(state, event, event.cost, event.unknown ? index : undefined);
        if (!breaksAnother(state, next, event)) enter(next, ceiling);
      }
      if (constraint.soft) enter(after(state, undefined, acceptance(constraint, residualIn(state, index)), index), ceiling);
      if (looks % LOOKS_PER_STEP === 0) yield;
    }
    return { found: [...found.values()].sort((one, other) => one.cost - other.cost), complete };
  }

  return { bound: bound(start.residuals), run };
}

function keyOf(changes: ReadonlyMap<number, number>): string {
  return [...changes]
    .map(([cell, to]) => `${cell}=${to}`)
    .sort()
    .join();
}

/** The likeliest thing that happened to a single cell. */
function oneCell(cell: number, from: number, to: number, view: View): Event | undefined {
  let best: Event | undefined;
  for (const kind of ONE_CELL_KINDS) {
    const explained = kind.explain(cell, from, to, view);
    if (!explained || (best && best.cost <= explained.cost)) continue;
    const changes: readonly CellChange[] = [{ cell, to }];
    best = { kind: kind.id, what: explained.what, changes, cost: explained.cost };
  }
  return best;
}
