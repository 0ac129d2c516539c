/** Chance that repeats itself for the same seed. */
export interface Chance {
  /** In [0, 1). */
  readonly real: () => number;
  /** A whole number from `low` to `high`, both included. */
  readonly whole: (low: number, high: number) => number;
  /** True with this probability. */
  readonly hit: (probability: number) => boolean;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  readonly shuffled: <Item>(items: readonly Item[]) => Item[];
  /** A normal deviate: mean 0, standard deviation 1. */
  readonly normal: () => number;
}

/** Seeded chance (mulberry32). */
export function chance(seed: number): Chance {
  let state = Math.imul(seed, 0x9e3779b1) | 0;
  const real = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (low: number, high: number): number => low + Math.floor(real() * (high - low + 1));
  const shuffled = <Item>(items: readonly Item[]): Item[] => {
    const result = [...items];
    for (let last = result.length - 1; last > 0; last--) {
      const other = whole(0, last);
      [result[last], result[other]] = [result[other]!, result[last]!];
    }
    return result;
  };
  return {
    real,
    whole,
    hit: (probability) => real() < probability,
    pick: (items) => items[whole(0, items.length - 1)]!,
    shuffled,
    normal: () => Math.sqrt(-2 * Math.log(1 - real())) * Math.cos(2 * Math.PI * real()),
  };
}
