import { parseAdditiveFormula, type AdditiveFormula } from "./additiveFormula";

/** `=IF(G9=0,"",ROUND((H9+I9)*100/G9,2))`: a share in percent, blank where there is nothing to divide by. */
export interface PercentageFormula {
  readonly numerator: AdditiveFormula;
  readonly denominator: AdditiveFormula;
  readonly decimals: number;
}

const SHAPE = /^=IF\((.+)=0,"",ROUND\((.+)\*100\/(.+),(\d)\)\)$/i;

/** Reads a formula of that shape; undefined for any other. */
export function parsePercentageFormula(formula: string): PercentageFormula | undefined {
  const match = SHAPE.exec(formula.replace(/\s+/g, ""));
  if (!match) return undefined;
  const [guard, numerator, denominator] = [match[1]!, match[2]!, match[3]!].map((part) => parseAdditiveFormula(`=${part}`));
  // A guard on other cells than the divisor would blank other rows: that is not this shape.
  if (!guard || !numerator || !denominator || JSON.stringify(guard) !== JSON.stringify(denominator)) return undefined;
  return { numerator, denominator, decimals: Number(match[4]) };
}
