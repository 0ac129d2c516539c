import { addTo, emptyTally, outcomeOf, type Outcome, type Tally } from "./tally";
import type { KnownTable, Prediction } from "./TableLine";

/** A rate, or nothing where there is nothing to divide by. */
export type Rate = number | null;

export interface Rates {
  readonly tables: number;
  readonly exactLocalisation: Rate;
  readonly exactRepair: Rate;
  readonly precision: Rate;
  readonly recall: Rate;
  readonly f1: Rate;
  /** Right values among the wrong cells. */
  readonly valueRepair: Rate;
  /** Right values among the values given. */
  readonly valuePrecision: Rate;
}

/** How many tables were answered in a certain way, and how many of those exactly right. */
export interface Graded {
  readonly share: Rate;
  readonly right: Rate;
}

export interface Calibration {
  readonly meanP: Rate;
  readonly accuracy: Rate;
  readonly brier: Rate;
  readonly atLeast90: Graded;
  readonly bins: readonly { readonly from: number; readonly to: number; readonly tables: number; readonly meanP: Rate; readonly right: Rate }[];
}

export interface Score extends Rates {
  readonly missing: number;
  readonly inTop3: Rate;
  /** Right tables with a finding. */
  readonly falseAlarms: Rate;
  /** Wrong tables without one. */
  readonly silent: Rate;
  /** Stopped before the search was through. */
  readonly incomplete: Rate;
  readonly calibration: Calibration | null;
  /** By the tool's own word for how sure it is. */
  readonly bySure: Readonly<Record<string, Graded>>;
  readonly milliseconds: { readonly mean: Rate; readonly median: Rate; readonly p95: Rate; readonly p99: Rate; readonly most: Rate } | null;
  readonly byK: Readonly<Record<string, Rates>>;
  readonly byRegime: Readonly<Record<string, Rates>>;
  readonly byKind: Readonly<Record<string, { readonly events: number; readonly found: Rate; readonly repaired: Rate }>>;
}

const rate = (part: number, whole: number): Rate => (whole === 0 ? null : Math.round((part / whole) * 1e4) / 1e4);
const mean = (values: readonly number[]): Rate => rate(values.reduce((sum, value) => sum + value, 0), values.length);
const quantile = (values: readonly number[], share: number): Rate => {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? null;
};

function ratesOf(tally: Tally): Rates {
  const { tables, exact, repaired, hits, extra, missed, valuesGiven, valuesRight } = tally;
  return {
    tables,
    exactLocalisation: rate(exact, tables),
    exactRepair: rate(repaired, tables),
    precision: rate(hits, hits + extra),
    recall: rate(hits, hits + missed),
    f1: rate(2 * hits, 2 * hits + extra + missed),
    valueRepair: rate(valuesRight, hits + missed),
    valuePrecision: rate(valuesRight, valuesGiven),
  };
}

function tallied(outcomes: readonly Outcome[]): Rates {
  const tally = emptyTally();
  outcomes.forEach(({ counts }) => addTo(tally, counts));
  return ratesOf(tally);
}

/** Items by a key, the keys in order. */
function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): [string, Item[]][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1));
}

const ratesBy = (outcomes: readonly Outcome[], keyOf: (outcome: Outcome) => string): Record<string, Rates> =>
  Object.fromEntries(grouped(outcomes, keyOf).map(([key, some]) => [key, tallied(some)]));

const graded = (some: readonly Outcome[], all: number): Graded => ({ share: rate(some.length, all), right: rate(some.filter(({ exact }) => exact).length, some.length) });

const BIN_EDGES = [0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.000001];

function calibrationOf(outcomes: readonly Outcome[]): Calibration | null {
  const sure = outcomes.flatMap((outcome) => (outcome.prediction?.p === undefined ? [] : [{ outcome, p: outcome.prediction.p }]));
  if (sure.length === 0) return null;
  const bins = BIN_EDGES.slice(0, -1).map((from, index) => {
    const to = BIN_EDGES[index + 1]!;
    const inside = sure.filter(({ p }) => p >= from && p < to);
    return { from, to: Math.min(1, to), tables: inside.length, meanP: mean(inside.map(({ p }) => p)), right: mean(inside.map(({ outcome }) => Number(outcome.exact))) };
  });
  return {
    meanP: mean(sure.map(({ p }) => p)),
    accuracy: mean(sure.map(({ outcome }) => Number(outcome.exact))),
    brier: mean(sure.map(({ p, outcome }) => (p - Number(outcome.exact)) ** 2)),
    atLeast90: graded(sure.filter(({ p }) => p >= 0.9).map(({ outcome }) => outcome), sure.length),
    bins,
  };
}

/** Holds predictions against the truth of their tables. */
export function scoreTables(tables: readonly KnownTable[], predictions: readonly Prediction[]): Score {
  const byId = new Map(predictions.map((prediction) => [String(prediction.id), prediction]));
  const outcomes = tables.map((table) => outcomeOf(table, byId.get(String(table.id))));
  const clean = outcomes.filter(({ table }) => table.truth.k === 0);
  const dirty = outcomes.filter(({ table }) => table.truth.k > 0);
  const flags = ({ prediction }: Outcome): boolean => (prediction?.cells.length ?? 0) > 0;
  const times = outcomes.flatMap(({ prediction }) => (prediction?.ms === undefined ? [] : [prediction.ms]));
  const events = outcomes.flatMap(({ table, events: some }) => some.map((event, index) => ({ kind: table.truth.kinds[index]!, event })));
  return {
    missing: outcomes.filter(({ prediction }) => !prediction).length,
    ...tallied(outcomes),
    inTop3: rate(outcomes.filter(({ inTop3 }) => inTop3).length, outcomes.length),
    falseAlarms: rate(clean.filter(flags).length, clean.length),
    silent: rate(dirty.filter((outcome) => !flags(outcome)).length, dirty.length),
    incomplete: rate(outcomes.filter(({ prediction }) => prediction?.complete === false).length, outcomes.length),
    calibration: calibrationOf(outcomes),
    bySure: Object.fromEntries(
      grouped(outcomes.filter(({ prediction }) => prediction?.sure), ({ prediction }) => prediction!.sure!).map(([sure, some]) => [sure, graded(some, outcomes.length)]),
    ),
    milliseconds: times.length === 0 ? null : { mean: mean(times), median: quantile(times, 0.5), p95: quantile(times, 0.95), p99: quantile(times, 0.99), most: Math.max(...times) },
    byK: ratesBy(outcomes, ({ table }) => String(table.truth.k)),
    byRegime: ratesBy(outcomes, ({ table }) => table.truth.regime),
    byKind: Object.fromEntries(
      grouped(events, ({ kind }) => kind).map(([kind, some]) => {
        const [found, repaired] = [some.filter(({ event }) => event.found).length, some.filter(({ event }) => event.repaired).length];
        return [kind, { events: some.length, found: rate(found, some.length), repaired: rate(repaired, some.length) }];
      }),
    ),
  };
}
