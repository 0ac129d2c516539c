import { NAT, type Cost } from "./Cost";
import { logGamma } from "./logGamma";

/** A beta-binomial: weights of what is taken and of what is left, and how much the rows of the table speak for it. */
interface Share {
  readonly taken: number;
  readonly left: number;
  readonly weight: number;
}

/**
 * How a total usually falls into its parts: one part after the other takes its share of what is left, the rarest first, each
 * by beta-binomials of its own (the generalised Dirichlet-multinomial of Connor and Mosimann 1969). So "few are carried over" can be
 * known for certain while "online or in person" stays open. How closely rows keep to a share is averaged over, so that three
 * rows which happen to be alike do not make a law.
 */
export interface Composition {
  /** Indices of the parts in the order they take their shares. */
  readonly order: readonly number[];
  /** For all but the last in that order. */
  readonly shares: readonly (readonly Share[])[];
}

/** Rows looked at when learning: more teach nothing new. */
const MOST_EXAMPLES = 300;
/** From shares that are nearly always all or nothing to shares that hardly vary. */
const CONCENTRATIONS = [0.5, 2, 8, 32, 128];
/** What is taken for granted before the table is read: every part alike, as if so many rows had said so. */
const PRIOR_ROWS = 1;

/** What the rows speak against this clearly is left out. */
const LEAST_WEIGHT = 1e-4;

/** ln P(taken of total), beta-binomial. */
function logShare(taken: number, total: number, a: number, b: number): number {
  const choose = logGamma(total + 1) - logGamma(taken + 1) - logGamma(total - taken + 1);
  return choose + logGamma(taken + a) + logGamma(total - taken + b) - logGamma(total + a + b) - logGamma(a) - logGamma(b) + logGamma(a + b);
}

const totalOf = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0);

/** How unlikely a total is to fall into just these parts. */
export function compositionCost({ order, shares }: Composition, parts: readonly number[]): Cost {
  if (parts.some((part) => part < 0)) return Infinity;
  let left = totalOf(parts);
  let log = 0;
  for (const [place, share] of shares.entries()) {
    const taken = parts[order[place]!]!;
    if (left > 0) log += Math.log(share.reduce((sum, each) => sum + each.weight * Math.exp(logShare(taken, left, each.taken, each.left)), 0));
    left -= taken;
  }
  return Math.round(-NAT * log);
}

/** Learns a composition from rows in which it holds. */
export function learnComposition(size: number, rows: readonly (readonly number[])[]): Composition {
  const step = Math.max(1, Math.floor(rows.length / MOST_EXAMPLES));
  const examples = rows.filter((parts, index) => index % step === 0 && parts.some((part) => part > 0));
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

/** Shares about the mean the rows show, kept to loosely or closely, and one that knows nothing; each as likely as it makes the rows. */
function learnShare(pairs: readonly (readonly [taken: number, total: number])[], alike: number): readonly Share[] {
  const mean = (pairs.reduce((sum, [taken, total]) => sum + taken / total, 0) + PRIOR_ROWS * alike) / (pairs.length + PRIOR_ROWS);
  const candidates = [[1, 1], ...CONCENTRATIONS.map((concentration) => [concentration * mean, concentration * (1 - mean)])] as [number, number][];
  const logs = candidates.map(([a, b]) => pairs.reduce((sum, [taken, total]) => sum + logShare(taken, total, a, b), 0));
  const most = Math.max(...logs);
  const likelihoods = logs.map((log) => Math.exp(log - most));
  const all = likelihoods.reduce((sum, likelihood) => sum + likelihood, 0);
  return candidates.map(([taken, left], index) => ({ taken, left, weight: likelihoods[index]! / all })).filter(({ weight }) => weight > LEAST_WEIGHT);
}
