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
