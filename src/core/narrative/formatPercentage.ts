import { roundedRatio } from "../sheet/ratio";
import { formatCount } from "./formatCount";

/**
 * A share as officials print it: "99,39%", "77%", "100%". Rounded half up to `decimals` digits after the comma,
 * exactly; zeros at the end are left out, so that a whole is "100%" and not "100,00%".
 * Undefined where there is no share: a denominator of 0, or numbers that are not whole.
 */
export function formatPercentage(numerator: number, denominator: number, decimals: number): string | undefined {
  const scaled = roundedRatio(numerator, denominator, decimals + 2);
  if (scaled === undefined) return undefined;
  const digits = String(Math.abs(scaled)).padStart(decimals + 1, "0");
  const whole = formatCount(Number(digits.slice(0, digits.length - decimals)));
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, "");
  return `${scaled < 0 ? "-" : ""}${whole}${fraction && `,${fraction}`}%`;
}
