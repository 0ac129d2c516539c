/** Stirling's series is exact to a double from here on. */
const LARGE = 8;

/** ln Γ(x) for x > 0, by Stirling's series after Γ(x+1) = x·Γ(x); Abramowitz and Stegun 6.1.41. */
export function logGamma(x: number): number {
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
