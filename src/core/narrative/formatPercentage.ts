import { roundedRatio } from "../sheet/ratio";
import { sayDecimal } from "../words/decimal";

/**
 * A share as officials print it: "99,39%", "77%", "100%". Rounded half up to `decimals` digits after the comma,
 * exactly; zeros at the end are left out, so that a whole is "100%" and not "100,00%".
 * Undefined where there is no share: a denominator of 0, or numbers that are not whole.
 */
export function formatPercentage(numerator: number, denominator: number, decimals: number): string | undefined {
  const scaled = roundedRatio(numerator, denominator, decimals + 2);
  return scaled === undefined ? undefined : `${sayDecimal(scaled, decimals, "vi")}%`;
}
