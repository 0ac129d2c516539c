/**
 * `numerator / denominator` as a whole number of 10^-decimals, rounded half up (away from zero below 0, as Excel's ROUND does),
 * without passing through binary fractions: 1/8 to two decimals is 13. A percentage to d decimals is a ratio to d + 2:
 * 2125 of 2130 to 4 decimals is 9977, read 99,77%.
 * Undefined where nothing exact can be said: a denominator of 0, numbers that are not whole, or a result too large to be exact.
 */
export function roundedRatio(numerator: number, denominator: number, decimals: number): number | undefined {
  if (![numerator, denominator, decimals].every(Number.isSafeInteger) || denominator === 0 || decimals < 0) return undefined;
  const negative = numerator < 0 !== denominator < 0;
  const divisor = magnitude(denominator);
  const scaled = magnitude(numerator) * 10n ** BigInt(decimals);
  const rounded = Number((2n * scaled + divisor) / (2n * divisor));
  if (!Number.isSafeInteger(rounded)) return undefined;
  return negative && rounded !== 0 ? -rounded : rounded;
}

const magnitude = (number: number): bigint => BigInt(Math.abs(number));
