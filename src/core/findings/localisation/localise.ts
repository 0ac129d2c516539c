import type { Gap } from "../../form/Form";
import { STEP, type Steps } from "../../steps";
import type { Figure } from "../../figures/Table";
import { shiftedTable, type ShiftedTable } from "./events/shiftedRows";
import { comesOut, totalsBelow, type Problem } from "./Problem";
import { causesOf, consequences, type Answer, type Cause, type Repair } from "./causes";
import { compete, type Outcome, type Trial } from "./compete";
import { probabilityOf, type Cost } from "./Cost";
import type { Event } from "./Event";
import type { Evidence } from "./evidenceOf";
import { historiesOf } from "./History";
import { modelOf, type Model } from "./Model";
import { problemOf } from "./problemOf";
import { searchFor, type Explanation, type Limit, type Search } from "./search";
import { settingOf, type Setting } from "./Setting";

/** A state of the whole table in which everything comes out: every wrong cell, whether at fault or following. */
export interface Whole {
  readonly repairs: readonly Repair[];
  readonly probability: number;
}

export interface Localisation {
  /** The likeliest first; one without repairs where nothing fails. None when nothing was found in time. */
  readonly wholes: readonly Whole[];
  /** What went wrong, thing by thing, in the likeliest history. */
  readonly causes: readonly Cause[];
  /** Whether all that is likely was looked at; otherwise time ran out, and these are the best so far. */
  readonly complete: boolean;
}

const MOST_WHOLES = 24;
export const USUAL_LIMIT: Limit = { looks: 4_000 };

/** With more failing sums that hang together nobody, and no search, sees through them: each line is then looked at by itself. */
const MOST_TOGETHER = 80;

/** With more than this there is something wrong with the table as such, and naming cells would only mislead. */
const MOST_FAILING = 400;

interface Combination {
  readonly events: readonly Event[];
  readonly gaps: readonly Gap[];
  readonly cost: Cost;
}

/** The likeliest combinations of one explanation for each component. */
function combine({ gapsCost }: Model, combinations: readonly Combination[], found: readonly Explanation[]): readonly Combination[] {
  return combinations
    .flatMap((one) =>
      found.map((each) => {
        // Each search takes its lines with a lawful difference for the table's only ones; together they are likelier.
        const gaps = [...one.gaps, ...each.gaps];
        const together = gapsCost(gaps) - gapsCost(one.gaps) - gapsCost(each.gaps);
        return { events: [...one.events, ...each.events], gaps, cost: one.cost + each.cost + together };
      }),
    )
    .sort((one, other) => one.cost - other.cost)
    .slice(0, MOST_WHOLES);
}

function repairsOf(setting: Setting, events: readonly Event[]): readonly Repair[] {
  const { figures, counts } = setting.problem;
  const { to, unknown } = consequences(setting, events);
  const all = new Map([...setting.unfolded, ...to]);
  const repairs: Repair[] = [];
  for (const [cell, count] of all) if (!unknown.has(cell) && count !== counts[cell]) repairs.push({ figure: figures[cell]!, to: count });
  for (const cell of unknown) repairs.push({ figure: figures[cell]! });
  return repairs.sort(byPlace);
}

const byPlace = ({ figure: { at: one } }: Repair, { figure: { at: other } }: Repair): number => one.row - other.row || one.column - other.column;
const keyOf = (repairs: readonly Repair[]): string => repairs.map(({ figure: { at }, to }) => `${at.row},${at.column}=${to}`).join(" ");

/** What was not looked at may be as likely as all that was. */
const SEEN = 1 / 2;

/** The states of the whole table that the histories lead to, the same one only once. */
function wholesOf(outcomes: readonly Outcome[], complete: boolean): readonly Whole[] {
  const combined = outcomes.flatMap(({ setting, found }) =>
    found.reduce<readonly Combination[]>((combinations, each) => combine(setting.model, combinations, each), [{ events: [], gaps: [], cost: setting.history.cost }]).map((combination) => ({ setting, ...combination })),
  );
  const least = Math.min(...combined.map(({ cost }) => cost));
  const weighed = new Map<string, { readonly repairs: readonly Repair[]; readonly weight: number }>();
  let mass = 0;
  for (const { setting, events, cost } of combined) {
    const weight = probabilityOf(cost - least);
    mass += weight;
    const repairs = repairsOf(setting, events);
    const key = keyOf(repairs);
    weighed.set(key, { repairs, weight: weight + (weighed.get(key)?.weight ?? 0) });
  }
  return [...weighed.values()].sort((one, other) => other.weight - one.weight).map(({ repairs, weight }) => ({ repairs, probability: ((complete ? 1 : SEEN) * weight) / mass }));
}

/** Of a table against which nothing speaks. */
export const NOTHING_WRONG: Localisation = { wholes: [{ repairs: [], probability: 1 }], causes: [], complete: true };

/** A table pasted one column off is one thing that went wrong, whatever number of cells it spoilt. */
function wholeTable({ figures }: Problem, { what, to }: ShiftedTable): Localisation {
  const repairs = [...to].map(([cell, count]) => ({ figure: figures[cell]!, to: count })).sort(byPlace);
  const answer: Answer = { events: [{ kind: "shifted-table", what, repairs }], followers: [], probability: 1, isBorneOut: true, isUnderstood: true };
  return { wholes: [{ repairs, probability: 1 }], causes: [{ options: [answer], candidates: [] }], complete: true };
}

/** Too much fails to name cells: as a plain formula would have it, every sum is told by its total, and none is believed. */
function nothingTold({ problem, values }: Setting): Localisation {
  const repairs = problem.sums.flatMap(({ hard, total, parts, taken }): readonly Repair[] => {
    const sum = taken.reduce((rest, each) => rest - values[each]!, parts.reduce((added, part) => added + values[part]!, 0));
    return hard && sum !== values[total] && !Number.isNaN(sum) ? [{ figure: problem.figures[total]!, to: sum }] : [];
  });
  return { wholes: [{ repairs: [...new Map(repairs.map((repair) => [repair.figure, repair])).values()], probability: 0 }], causes: [], complete: false };
}

/**
 * Error localisation: the most probable sets of events (slips, exchanges, totals not added up again, …) after which every sum comes
 * out, with how probable each is. Fellegi and Holt (1976) ask for the fewest cells; Scholtus (2016) for the
 * cheapest operations; the cost of an operation here is minus the logarithm of its likelihood.
 */
export function* localise(evidence: Evidence, limit: Limit = USUAL_LIMIT): Steps<Localisation> {
  const problem = yield* problemOf(evidence.balances, evidence.formulas, evidence.facts, evidence.names);
  if (comesOut(problem)) return NOTHING_WRONG;
  const shifted = shiftedTable(problem);
  if (shifted) return wholeTable(problem, shifted);
  yield;
  const over = new Set<Figure>(evidence.typedOver);
  const typedOver = new Set(over.size === 0 ? [] : problem.figures.flatMap((figure, cell) => (over.has(figure) ? [cell] : [])));
  const model = yield* modelOf(problem, typedOver, evidence.previous);
  const trials: Trial[] = [];
  let byLines = false;
  for (const history of historiesOf(problem)) {
    let setting = yield* settingOf(problem, history, model);
    let failing = yield* components(setting);
    if (failing.reduce((all, { length }) => all + length, 0) > MOST_FAILING) return nothingTold(setting);
    if (failing.some(({ length }) => length > MOST_TOGETHER)) {
      byLines = true;
      setting = yield* settingOf(problem, history, model, true);
      failing = yield* components(setting);
    }
    const searches: Search[] = [];
    for (const each of failing) {
      searches.push(yield* searchFor(setting, each));
      yield;
    }
    trials.push({ setting, searches, bound: searches.reduce((sum, { bound }) => sum + bound, setting.history.cost) });
    // The other histories would only tell what the columns do, and that is out of reach.
    if (byLines) break;
  }
  const { outcomes, complete } = yield* compete(trials, limit, byLines);
  const isComplete = complete && !byLines;
  return {
    // Nobody asks for both: findings tell causes, and answers about whole tables combine them.
    get wholes() {
      return wholesOf(outcomes, isComplete);
    },
    get causes() {
      return causesOf(outcomes, trials[0]!);
    },
    complete: isComplete,
  };
}

/** The failing constraints, in groups that no event can join: by a cell, a line, or the row in which their columns end. */
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
    if (sum?.axis === "row" && sum.hard) claim(ofGap, `${sum.check} ${Math.abs(constraints[index]!.residual)}`, index);
    const row = line ?? (sum?.axis === "column" ? sum.row : undefined);
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
