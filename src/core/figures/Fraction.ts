/** An exact fraction; `below` is above 0. */
export interface Fraction {
  readonly above: bigint;
  readonly below: bigint;
}

/** A whole number of 10^-decimals: 174 with one decimal is 17.4. */
export const fraction = (units: number, decimals = 0): Fraction => ({ above: BigInt(units), below: 10n ** BigInt(decimals) });

/** One added to another so many times, or taken from it. */
export const added = (one: Fraction, other: Fraction, times: 1 | -1 = 1): Fraction =>
  one.below === other.below
    ? { above: one.above + BigInt(times) * other.above, below: one.below }
    : { above: one.above * other.below + BigInt(times) * other.above * one.below, below: one.below * other.below };

export const multiplied = (one: Fraction, other: Fraction): Fraction => ({ above: one.above * other.above, below: one.below * other.below });

/** Undefined where nothing can be divided. */
export function divided(one: Fraction, other: Fraction): Fraction | undefined {
  if (other.above === 0n) return undefined;
  const sign = other.above < 0n ? -1n : 1n;
  return { above: one.above * other.below * sign, below: one.below * other.above * sign };
}

export const isSame = (one: Fraction, other: Fraction): boolean => one.above * other.below === other.above * one.below;

/** Whether two fractions are no further apart than so many halves of 10^-digits. */
export function isWithin(one: Fraction, other: Fraction, digits: number, halves: number): boolean {
  const apart = one.above * other.below - other.above * one.below;
  return 2n * (apart < 0n ? -apart : apart) * 10n ** BigInt(digits) <= BigInt(halves) * one.below * other.below;
}

/** A fraction as a whole number of 10^-decimals, rounded half up (away from zero below 0); undefined where that is too large to be exact. */
export function roundedUnits({ above, below }: Fraction, decimals: number): number | undefined {
  const magnitude = (above < 0n ? -above : above) * 10n ** BigInt(decimals);
  const units = Number((2n * magnitude + below) / (2n * below));
  if (!Number.isSafeInteger(units)) return undefined;
  return above < 0n && units !== 0 ? -units : units;
}
