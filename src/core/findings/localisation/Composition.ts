import { costOf, NAT, probabilityOf, type Cost } from "./Cost";
import type { Unknown } from "./Event";

/** A beta-binomial, by its weights of what is taken and of what is left. */
interface Law {
  readonly taken: number;
  readonly left: number;
  /** ln B(taken, left), which no count changes. */
  readonly logBeta: number;
}

/** How often a part takes nothing of what is left, all of it, or some by one law or another. */
interface Share {
  readonly none: number;
  readonly all: number;
  readonly some: readonly Law[];
  /** How many of the rows go by each of those. */
  readonly weights: readonly number[];
}

/**
 * How a total usually falls into its parts: one part after the other takes its share of what is left, the rarest first, each
 * by a law of its own (the generalised Dirichlet-multinomial of Connor and Mosimann 1969): nothing, all, or some by beta-binomials.
 * So "mostly none are carried over" can be known for certain while "online or in person" stays open. How closely rows keep to a
 * share is left to the rows.
 */
export interface Composition {
  /** Indices of the parts in the order they take their shares. */
  readonly order: readonly number[];
  /** For all but the last in that order. */
  readonly shares: readonly Share[];
}

/** Rows looked at when learning: more teach nothing new. */
const MOST_EXAMPLES = 300;
/** From shares that vary widely to shares that hardly vary. */
const CONCENTRATIONS = [2, 8, 32];
/** What is taken for granted before the table is read: every part alike, as if so many rows had said so. */
const PRIOR_ROWS = 1;

/** Before the table is read every law counts as if so many rows had gone by it: one row in all. */
const PRIOR_WEIGHT = 1 / 6;
/** Rounds in which rows and laws are assigned to each other; more change little. */
const ROUNDS = 8;

/** From here on the logarithms of factorials are too large for their differences to be exact; a count like this is itself a mistake. */
const LARGEST = 1e9;

const lawOf = (taken: number, left: number): Law => ({ taken, left, logBeta: logGamma(taken) + logGamma(left) - logGamma(taken + left) });

/** P(taken of total) by each of the laws. Of enormous totals the share is looked at, not each count. */
function probabilitiesBy(laws: readonly Law[], taken: number, total: number): readonly number[] {
  if (total > LARGEST) return probabilitiesBy(laws, (taken / total) * LARGEST, LARGEST).map((probability) => (probability * LARGEST) / total);
  const left = total - taken;
  const logChoices = logGamma(total + 1) - logGamma(taken + 1) - logGamma(left + 1);
  return laws.map((law) => Math.exp(logChoices + logGamma(taken + law.taken) + logGamma(left + law.left) - logGamma(total + law.taken + law.left) - law.logBeta));
}

/** P(taken of total) when rows go by one law or another. */
function probabilityOfShare({ none, all, some, weights }: Share, taken: number, total: number): number {
  const probabilities = probabilitiesBy(some, taken, total);
  return weights.reduce((sum, weight, law) => sum + weight * probabilities[law]!, (taken === 0 ? none : 0) + (taken === total ? all : 0));
}

export const totalOf = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0);

/** How unlikely a total is to fall into just these parts. */
export function compositionCost({ order, shares }: Composition, parts: readonly number[]): Cost {
  if (parts.some((part) => part < 0)) return Infinity;
  let left = totalOf(parts);
  let log = 0;
  for (const [place, share] of shares.entries()) {
    const taken = parts[order[place]!]!;
    if (left > 0) log += Math.log(probabilityOfShare(share, taken, left));
    left -= taken;
  }
  return Math.round(-NAT * log);
}

/** Enough rows to learn from, taken from all over the table. */
export function thinned<Row>(rows: readonly Row[]): readonly Row[] {
  const step = Math.max(1, Math.floor(rows.length / MOST_EXAMPLES));
  return rows.filter((_, index) => index % step === 0);
}

/** Learns a composition from rows in which it holds. */
export function learnComposition(size: number, rows: readonly (readonly number[])[]): Composition {
  const examples = rows.filter((parts) => parts.some((part) => part > 0));
  const means = Array.from(
    { length: size },
    (_, part) => examples.reduce((sum, parts) => sum + parts[part]! / totalOf(parts), PRIOR_ROWS / size) / (examples.length + PRIOR_ROWS),
  );
  const order = [...means.keys()].sort((one, other) => means[one]! - means[other]! || one - other);
  const shares = order.slice(0, -1).map((part, place) => {
    const pairs = examples
      .map((parts): readonly [number, number] => [parts[part]!, order.slice(place).reduce((sum, each) => sum + parts[each]!, 0)])
      .filter(([, total]) => total > 0);
    return learnShare(pairs, 1 / (size - place));
  });
  return { order, shares };
}

/** A mixture of laws, each weighing as many rows as it explains best (expectation maximisation; Dempster, Laird and Rubin 1977). */
function learnShare(pairs: readonly (readonly [taken: number, total: number])[], alike: number): Share {
  const partial = pairs.filter(([taken, total]) => taken > 0 && taken < total);
  const mean = (partial.reduce((sum, [taken, total]) => sum + taken / total, 0) + PRIOR_ROWS * alike) / (partial.length + PRIOR_ROWS);
  const betas = [lawOf(1, 1), ...CONCENTRATIONS.map((concentration) => lawOf(concentration * mean, concentration * (1 - mean)))];
  const laws = betas.length + 2;
  const likelihoods = new Float64Array(pairs.length * laws);
  let at = 0;
  for (const [taken, total] of pairs) {
    likelihoods[at++] = taken === 0 ? 1 : 0;
    likelihoods[at++] = taken === total ? 1 : 0;
    for (const probability of probabilitiesBy(betas, taken, total)) likelihoods[at++] = probability;
  }
  const shares = new Float64Array(laws).fill(1 / laws);
  const explained = new Float64Array(laws);
  for (let round = 0; round < ROUNDS; round++) {
    explained.fill(PRIOR_WEIGHT);
    for (let row = 0; row < likelihoods.length; row += laws) {
      let all = 0;
      for (let law = 0; law < laws; law++) all += likelihoods[row + law]! * shares[law]!;
      for (let law = 0; law < laws; law++) explained[law]! += (likelihoods[row + law]! * shares[law]!) / all;
    }
    for (let law = 0; law < laws; law++) shares[law] = explained[law]! / (pairs.length + laws * PRIOR_WEIGHT);
  }
  const [none, all, ...weights] = shares;
  return { none: none!, all: all!, some: betas, weights };
}

/** So many counts are tried for each part of a sum whose parts cannot be known. */
const TRIALS = 12;

/** How unlikely it is that these parts share a sum, whatever each of them has. `split` gives all of it to the first. */
export function sharedCost(composition: Composition, parts: readonly number[], split: readonly number[], { cells, sum }: Unknown): Cost {
  const places = cells.map((cell) => parts.indexOf(cell));
  const trial = [...split];
  trial[places[0]!]! -= sum;
  const share = (place: number, left: number): number => {
    const at = places[place]!;
    const others = places.length - place - 1;
    if (others === 0) {
      trial[at]! += left;
      const probability = probabilityOf(compositionCost(composition, trial));
      trial[at]! -= left;
      return probability;
    }
    const most = left - others;
    const stride = Math.max(1, most / TRIALS);
    let probability = 0;
    for (let taken = 1; taken <= most; taken += stride) {
      trial[at]! += Math.floor(taken);
      probability += stride * share(place + 1, left - Math.floor(taken));
      trial[at]! -= Math.floor(taken);
    }
    return probability;
  };
  const probability = sum < cells.length ? 0 : share(0, sum);
  return probability > 0 ? costOf(Math.min(1, probability)) : Infinity;
}

/** Stirling's series is exact to a double from here on. */
const LARGE = 8;

/** Of whole numbers up to here the answers are kept: the counts of a table come up again and again. */
const LARGEST_KEPT = 4096;
const kept = new Float64Array(LARGEST_KEPT);

/** ln Γ(x) for x > 0. */
export function logGamma(x: number): number {
  return x < LARGEST_KEPT && Number.isInteger(x) ? (kept[x] ||= bySeries(x)) : bySeries(x);
}

/** By Stirling's series after Γ(x+1) = x·Γ(x); Abramowitz and Stegun 6.1.41. */
function bySeries(x: number): number {
  let shift = 0;
  let large = x;
  for (let product = 1; large < LARGE; large++) {
    product *= large;
    if (large + 1 >= LARGE) shift = Math.log(product);
  }
  const inverse = 1 / (large * large);
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / large;
  return (large - 0.5) * Math.log(large) - large + 0.5 * Math.log(2 * Math.PI) + series - shift;
}
