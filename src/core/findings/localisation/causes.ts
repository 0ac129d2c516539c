import type { Figure } from "../../figures/Table";
import type { Phrase } from "../../words/Phrase";
import type { Outcome, Trial } from "./compete";
import { NAT, probabilityOf, type Cost } from "./Cost";
import type { Event } from "./Event";
import { isComputed, rowOf, type Sum } from "./Problem";
import type { Setting } from "./Setting";

/** A cell and what it must have held; `to` is absent where only the sum of several cells is known. */
export interface Repair {
  readonly figure: Figure;
  readonly to?: number;
}

/** An event, told by its cells. */
export interface ToldEvent {
  readonly kind: string;
  /** What happened, in a few words. */
  readonly what: Phrase;
  /** The cells at fault with what they must have held. */
  readonly repairs: readonly Repair[];
  /** A figure of the other row that the event is about. */
  readonly other?: Figure;
  /** Cells of which only the sum is known. */
  readonly unknown?: { readonly figures: readonly Figure[]; readonly sum: number };
}

/** One way in which everything would come out. */
export interface Answer {
  readonly events: readonly ToldEvent[];
  /** Cells that are wrong only because they were added up from a wrong one: typed sums, and live ones, which mend themselves. */
  readonly followers: readonly Repair[];
  readonly probability: number;
  /** Whether of every cell that is given a value more speaks than a single sum: another one, a statement elsewhere, or what it holds itself. */
  readonly isBorneOut: boolean;
  /** Whether every formula is understood that has to do with the cells at fault, and none of these is a formula itself. */
  readonly isUnderstood: boolean;
}

/** What cells must have held, and cells of which only a sum is known, after some events. */
export interface Consequences {
  readonly to: ReadonlyMap<number, number>;
  readonly unknown: ReadonlySet<number>;
}

/** Every cell that differs from what it shows once the events are undone and the sums that followed are worked out again. */
export function consequences({ problem, values, followedSum }: Setting, events: readonly Event[]): Consequences {
  const differences = new Map<number, number>();
  // A formula may lead back to a sum that followed it: each way goes through a cell once.
  const way = new Set<number>();
  const differ = (cell: number, by: number): void => {
    if (way.has(cell)) return;
    way.add(cell);
    differences.set(cell, (differences.get(cell) ?? 0) + by);
    for (const index of problem.sumsOf(cell)) {
      const sum = problem.sums[index]!;
      if (sum.total !== cell && followedSum(sum.total) === sum) differ(sum.total, by);
    }
    for (const { cell: computed, sign } of problem.liveSums.dependents(cell)) differ(computed, sign * by);
    way.delete(cell);
  };
  const standing = new Map<number, number>();
  for (const { changes } of events) {
    for (const { cell, to } of changes) {
      differ(cell, to - (standing.get(cell) ?? values[cell]!));
      standing.set(cell, to);
    }
  }
  const unknown = new Set<number>();
  const follow = (cell: number): void => {
    if (unknown.has(cell)) return;
    unknown.add(cell);
    for (const index of problem.sumsOf(cell)) {
      const sum = problem.sums[index]!;
      if (sum.axis === "column" && sum.total !== cell && followedSum(sum.total) === sum) follow(sum.total);
    }
  };
  for (const event of events) event.unknown?.cells.forEach(follow);
  const to = new Map<number, number>();
  for (const [cell, by] of differences) if (!unknown.has(cell) && by !== 0) to.set(cell, values[cell]! + by);
  return { to, unknown };
}

/** Answers from this probability on are likely, and told apart as findings of their own; below, the reader chooses. */
export const LIKELY = 0.6;
/** As likely an answer is at most of which a single failing sum speaks. */
const MOST_BY_ONE_SUM = 0.99;
/** Nobody reads on for less. */
const LEAST_OPTION = 0.005;

/** An event that nearly all explanations share, or a choice, the likeliest first. An option without events says that nothing is wrong. */
export interface Cause {
  readonly options: readonly [Answer, ...Answer[]];
  /** Every cell that alone may be at fault, however unlikely, where one sum alone speaks of it, so that nothing rules it out; none in longer sums. */
  readonly candidates: readonly Answer[];
}

const keyOf = ({ changes, unknown }: Event): string => `${changes.map(({ cell, to }) => `${cell}=${to}`).join()}${unknown ? `?${unknown.cells.join()}=${unknown.sum}` : ""}`;

/** An explanation of one component with its probability. */
interface Weighed {
  readonly setting: Setting;
  readonly events: readonly Event[];
  readonly probability: number;
}

interface Component {
  readonly explanations: readonly Weighed[];
  /** Cells that some of its explanations change. */
  readonly cells: ReadonlySet<number>;
}

/** Shares by cost, adding up to 1, and what all of them cost together. */
function sharesOf(costs: readonly Cost[]): { readonly shares: readonly number[]; readonly together: Cost } {
  const best = Math.min(...costs);
  const weights = costs.map((cost) => probabilityOf(cost - best));
  const mass = weights.reduce((sum, weight) => sum + weight, 0);
  return { shares: weights.map((weight) => weight / mass), together: best - NAT * Math.log(mass) };
}

/** How probable each history is, and within it each explanation of its components. */
function historiesOf(outcomes: readonly Outcome[]): readonly (readonly [probability: number, components: readonly Component[]])[] {
  const weighed = outcomes.map(({ setting, found }) => {
    let cost = setting.history.cost;
    const components = found.map((explanations): Component => {
      const { shares, together } = sharesOf(explanations.map((each) => each.cost));
      cost += together;
      const cells = explanations.flatMap(({ events }) => events.flatMap(({ changes, unknown }) => [...changes.map(({ cell }) => cell), ...(unknown?.cells ?? [])]));
      return { explanations: explanations.map(({ events }, index) => ({ setting, events, probability: shares[index]! })), cells: new Set(cells) };
    });
    return { cost, components };
  });
  const { shares } = sharesOf(weighed.map(({ cost }) => cost));
  return weighed.map(({ components }, index) => [shares[index]!, components] as const);
}

function answerOf(setting: Setting, events: readonly Event[], probability: number): Answer {
  const { problem } = setting;
  const { to, unknown } = consequences(setting, events);
  const roots = new Set(events.flatMap(({ changes, unknown: each }) => [...changes.map(({ cell }) => cell), ...(each?.cells ?? [])]));
  const told = events.map(({ kind, what, changes, other, unknown: each }): ToldEvent => ({
    kind,
    what,
    repairs: changes.flatMap(({ cell }) => {
      const count = to.get(cell);
      return count === undefined ? [] : [{ figure: problem.figures[cell]!, to: count }];
    }),
    ...(other === undefined ? {} : { other: problem.figures[other]! }),
    ...(each ? { unknown: { figures: each.cells.map((cell) => problem.figures[cell]!), sum: each.sum } } : {}),
  }));
  const followers: Repair[] = [];
  for (const [cell, count] of to) if (!roots.has(cell)) followers.push({ figure: problem.figures[cell]!, to: count });
  for (const cell of unknown) if (!roots.has(cell)) followers.push({ figure: problem.figures[cell]! });
  const isStated = (cell: number): boolean => problem.facts.some((fact) => fact.cell === cell);
  const isWitnessed = (cell: number): boolean => problem.sumsOf(cell).length > 1 || isStated(cell);
  // A sum over live sums alone says again what the lines below them say.
  const saysAgain = ({ total, parts }: Sum): boolean => isComputed(problem, total) && parts.every((part) => isComputed(problem, part));
  const failing = new Set([...roots, ...to.keys()].flatMap((cell) => problem.sumsOf(cell)).filter((index) => problem.residuals[index] !== 0 && !saysAgain(problem.sums[index]!)));
  const isAlone = failing.size < 2 && ![...roots, ...to.keys()].some(isStated);
  // A row of which one typed figure alone differs may as well hold that figure wrongly as have been left out.
  const typedIn = (row: number): number =>
    new Set([...failing].flatMap((index) => problem.sums[index]!.parts).filter((part) => rowOf(problem, part) === row && !isComputed(problem, part) && problem.counts[part] !== 0)).size;
  const isThin = events.some(({ other, changes }) => other !== undefined && changes.length > 1 && typedIn(rowOf(problem, other)) < 2);
  const isBorneOut = !isThin && events.every(({ changes }) => changes.every(({ cell }) => isWitnessed(cell) && !isAlone));
  const isUnderstood = [...roots].every((cell) => !problem.inputs.has(cell)) && (problem.opaque.size === 0 || ![...roots, ...to.keys()].some((cell) => meetsOpaque(setting, cell)));
  // Shares that add up to all may come to a hair more in floating point. What a single sum speaks of another cell of that sum may explain.
  return { events: told, followers, probability: Math.min(isAlone ? MOST_BY_ONE_SUM : 1, probability), isBorneOut, isUnderstood };
}

/** Whether a cell, or one that it is added up with, has to do with a formula that nobody understands. */
function meetsOpaque({ problem: { opaque, sums, sumsOf }, constraints, constraintsOf }: Setting, cell: number): boolean {
  const isOpaque = (each: number): boolean => opaque.has(each);
  return isOpaque(cell) || constraintsOf(cell).some((index) => constraints[index]!.cells.some(isOpaque)) || sumsOf(cell).some((index) => isOpaque(sums[index]!.total) || sums[index]!.parts.some(isOpaque));
}

/** Rivals of other histories overlap with those of the likeliest: together they share what probability is left. */
function sharing(most: number, answers: readonly Answer[]): readonly Answer[] {
  const sum = answers.reduce((all, { probability }) => all + probability, 0);
  return sum <= most ? answers : answers.map((answer) => ({ ...answer, probability: (answer.probability * most) / sum }));
}

/** The causes in the likeliest history, each with what else may be, in whatever history. `typed` is the one in which every number stands for itself. */
export function causesOf(outcomes: readonly Outcome[], typed: Trial): readonly Cause[] {
  const histories = historiesOf(outcomes);
  const [likeliest] = [...histories].sort(([one], [other]) => other - one);
  if (!likeliest) return [];
  const [own, components] = likeliest;
  const others = histories.filter((each) => each !== likeliest);
  const alone = typed.searches.map((search) => search.candidates());

  /** How probable it is that this event happened, over all histories. */
  const probability = (event: Event): number => {
    const key = keyOf(event);
    const within = (all: readonly Component[]): number =>
      all.reduce((most, { explanations }) => Math.max(most, explanations.reduce((sum, each) => (each.events.some((other) => keyOf(other) === key) ? sum + each.probability : sum), 0)), 0);
    return histories.reduce((sum, [share, all]) => sum + share * within(all), 0);
  };

  return components.flatMap((component): readonly Cause[] => {
    const { events, setting } = component.explanations[0]!;
    const rivals = others.flatMap(([share, all]) =>
      all.filter(({ cells }) => [...cells].some((cell) => component.cells.has(cell))).flatMap(({ explanations }) => explanations.map((each) => ({ ...each, probability: each.probability * share }))),
    );
    const explanations = [...component.explanations.map((each) => ({ ...each, probability: each.probability * own })), ...rivals];
    const sure = new Map(events.map((event) => [keyOf(event), { event, share: probability(event) }] as const).filter(([, { share }]) => share >= LIKELY));

    /** What the explanations say beside the sure events, the same only once. */
    const rests = (include: (all: readonly Event[]) => boolean): readonly Answer[] => {
      const merged = new Map<string, Weighed>();
      for (const each of explanations) {
        if (!include(each.events)) continue;
        const rest = each.events.filter((event) => !sure.has(keyOf(event)));
        const key = rest.map(keyOf).sort().join("|");
        const known = merged.get(key);
        merged.set(key, { setting: known?.setting ?? each.setting, events: known?.events ?? rest, probability: each.probability + (known?.probability ?? 0) });
      }
      return [...merged.values()]
        .filter((each) => each.probability >= LEAST_OPTION)
        .sort((one, other) => other.probability - one.probability)
        .map((each) => answerOf(each.setting, each.events, each.probability));
    };

    const found: (readonly [Answer, ...Answer[]])[] = [...sure.values()].map(({ event, share }) => [
      answerOf(setting, [event], share),
      ...sharing(1 - share, rests((all) => !all.some((other) => keyOf(other) === keyOf(event)))),
    ]);
    if (events.length > sure.size || events.length === 0) {
      const [first, ...more] = sharing(1, rests(() => true));
      if (first && [first, ...more].some((each) => each.events.length > 0)) found.push([first, ...more]);
    }
    return found.map((options) => ({ options, candidates: candidatesOf(options, alone, typed.setting) }));
  });
}

/** The candidates of the sum that the options are about; none where cells left blank explain it. */
function candidatesOf(options: readonly Answer[], alone: readonly (readonly Event[])[], setting: Setting): readonly Answer[] {
  if (options.some(({ events }) => events.some(({ unknown }) => unknown))) return [];
  const told = new Set(options.flatMap(({ events }) => events.flatMap(({ repairs }) => repairs.map(({ figure }) => figure))));
  const figureOf = ({ changes }: Event): Figure => setting.problem.figures[changes[0]!.cell]!;
  const list = alone.find((events) => events.some((event) => told.has(figureOf(event)))) ?? [];
  return list.map((event) => answerOf(setting, [event], LEAST_OPTION));
}
