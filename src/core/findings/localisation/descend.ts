import type { Steps } from "../../steps";
import { NAT, type Cost } from "./Cost";
import { rowOf } from "./Problem";
import { proposals } from "./proposals";
import type { Setting } from "./Setting";
import type { State, States } from "./States";

/** A sum that fails counts as much as an event that is not likely. */
const FAILING: Cost = 12 * NAT;
/** Events looked at in all, and times that each line is gone back to. */
const MOST_EVENTS = 6_000;
/** So many of them are kept for the columns. */
const FOR_COLUMNS = 2_000;
const MOST_ROUNDS = 3;
const EVENTS_PER_STEP = 50;

/**
 * A good set of events where there is no time to look for the best: each failing line gets the event that leaves least to explain,
 * then each is thought over again in the light of all others (coordinate descent), and what is left over goes to the
 * columns. The same for the same table; undefined where some sum withstands.
 */
export function* descend({ constraints, problem }: Setting, states: States): Steps<State | undefined> {
  let left = MOST_EVENTS - FOR_COLUMNS;
  let unpaused = 0;
  const isLines = (index: number): boolean => {
    const { line, soft } = constraints[index]!;
    return line !== undefined && soft === undefined && !problem.totalRows.has(line);
  };
  const rank = (state: State): Cost => states.failing(state).reduce((cost, index) => cost + (constraints[index]!.soft ? Math.min(FAILING, states.leavingCost(state, index)) : FAILING), state.cost);

  /** The best state in which one event, or leaving it so, settles a failing constraint. */
  function* bestFor(state: State, index: number): Steps<State | undefined> {
    let best: State | undefined;
    let least = Infinity;
    const consider = (next: State | undefined): void => {
      const at = next && states.residual(next, index) === 0 ? rank(next) : Infinity;
      if (at < least) [best, least] = [next, at];
    };
    if (constraints[index]!.soft) consider(states.leaving(state, index));
    for (const event of proposals(index, states.failing(state), states.view(state))) {
      if (left <= 0) break;
      if (!event || ++unpaused > EVENTS_PER_STEP) {
        unpaused = 0;
        yield;
      }
      if (!event) continue;
      left--;
      consider(states.after(state, event));
    }
    return best;
  }

  const lines = states.failing(states.start).filter(isLines);
  let state = states.start;
  for (const index of lines) if (states.residual(state, index) !== 0) state = (yield* bestFor(state, index)) ?? state;

  for (let round = 0; round < MOST_ROUNDS && left > 0; round++) {
    const before = rank(state);
    for (const index of lines) {
      const { line } = constraints[index]!;
      const kept = state.events.filter(({ changes }) => !changes.some(({ cell }) => rowOf(problem, cell) === line));
      if (left <= 0 || kept.length === state.events.length) continue;
      let again: State | undefined = states.start;
      for (const event of kept) again = again && states.after(again, event);
      left -= kept.length;
      unpaused += kept.length;
      for (const other of lines) if (again && constraints[other]!.line === line && states.residual(again, other) !== 0) again = yield* bestFor(again, other);
      if (again && rank(again) < rank(state)) state = again;
    }
    if (rank(state) >= before) break;
  }

  left += FOR_COLUMNS;
  for (let open = states.failing(state); open.length > 0; open = states.failing(state)) {
    const index = open.find(isLines) ?? open.find((each) => !constraints[each]!.soft) ?? open[0]!;
    const next: State | undefined = left > 0 ? yield* bestFor(state, index) : undefined;
    if (!next) return undefined;
    state = next;
  }
  return state;
}
