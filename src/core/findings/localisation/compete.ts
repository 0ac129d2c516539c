import type { Steps } from "../../steps";
import type { Cost } from "./Cost";
import { WINDOW, type Explanation, type Limit, type Search } from "./search";
import type { Setting } from "./Setting";

/** A history of the table with the searches it asks for, one for each component of its failing constraints. */
export interface Trial {
  readonly setting: Setting;
  readonly searches: readonly Search[];
  /** What its explanations cost at the least. */
  readonly bound: Cost;
}

/** What the searches of a history found, one list for each. */
export interface Outcome {
  readonly setting: Setting;
  readonly found: readonly (readonly Explanation[])[];
}

/** A first look at every history is cheap; what it finds tells where looking longer is no use. */
const FIRST_LOOKS = 300;
/** What all searches of a table may spend together. */
const MOST_LOOKS = 10_000;
/** Line by line, they are many and each is short. */
const MOST_LOOKS_BY_LINES = 12_000;

/** Searches the histories: none goes on for what is much less likely than what another found. `partly`, what is out of reach is left out. */
export function* compete(trials: readonly Trial[], limit: Limit, partly: boolean): Steps<{ readonly outcomes: readonly Outcome[]; readonly complete: boolean }> {
  const outcomes = new Map<Trial, Outcome>();
  let ceiling: Cost = Infinity;
  let left = partly ? MOST_LOOKS_BY_LINES : MOST_LOOKS;
  let waiting = [...trials].sort((one, other) => one.bound - other.bound);
  for (const looks of partly ? [FIRST_LOOKS] : [FIRST_LOOKS, limit.looks]) {
    const unfinished: Trial[] = [];
    for (const trial of waiting) {
      // What the searches done cost at the least, and those still to come.
      let least = trial.bound;
      let complete = true;
      const found: (readonly Explanation[])[] = [];
      for (const each of trial.searches) {
        if (partly && left <= 0) break;
        const explanations = yield* each.run({ ...limit, looks: Math.max(0, Math.min(looks, left)) }, partly ? Infinity : ceiling - least + each.bound);
        complete &&= explanations.complete;
        found.push(explanations.found);
        left -= explanations.looked;
        if (explanations.found.length === 0 && partly) continue;
        if (explanations.found.length === 0) break;
        least += explanations.found[0]!.cost - each.bound;
      }
      const told = found.filter(({ length }) => length > 0);
      if (partly || told.length === trial.searches.length) {
        outcomes.set(trial, { setting: trial.setting, found: told });
        ceiling = Math.min(ceiling, least + WINDOW);
      }
      if (!complete) unfinished.push(trial);
    }
    waiting = unfinished.filter(({ bound }) => bound <= ceiling);
  }
  return { outcomes: [...outcomes.values()], complete: waiting.length === 0 };
}
