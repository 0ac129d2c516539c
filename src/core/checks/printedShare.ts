import { roundedRatio } from "../sheet/ratio";
import { sayDecimal } from "../words/decimal";
import { decimalsOf } from "../figures/readFigure";
import type { Figure } from "../figures/Table";
import type { Language } from "../words/Phrase";

/** A percentage as printed: `units` are 10^-digits of a percent, so 57,5 is 575 with one digit. It stands for an interval (XBRL Calculations 1.1). */
export interface PrintedShare {
  readonly units: number;
  readonly digits: number;
}

/** A figure of a column of percentages at its own digits; undefined where it cannot be read or is blank. */
export function printedShare({ reading, column }: Figure): PrintedShare | undefined {
  if (reading.kind !== "figure" || reading.units < 0) return undefined;
  const decimals = decimalsOf(column);
  const digits = Math.min(reading.digits ?? decimals, decimals);
  return { units: Math.round(reading.units / 10 ** (decimals - digits)), digits };
}

/** How a printed percentage stands to the share of two counts: rounded half up, cut off after these digits, or something else; undefined where there is no share. */
export function standsTo({ units, digits }: PrintedShare, above: number, below: number): "rounded" | "cut" | "other" | undefined {
  const proper = roundedRatio(above * 100, below, digits);
  if (proper === undefined) return undefined;
  if (proper === units) return "rounded";
  return (BigInt(above) * 100n * 10n ** BigInt(digits)) / BigInt(below) === BigInt(units) ? "cut" : "other";
}

/** How two printed percentages stand to each other at the digits of the shorter one. */
export function compareShares(one: PrintedShare, other: PrintedShare): "same" | "cut" | "other" {
  const [finer, coarser] = one.digits >= other.digits ? [one, other] : [other, one];
  const step = 10 ** (finer.digits - coarser.digits);
  if (Math.floor((2 * finer.units + step) / (2 * step)) === coarser.units) return "same";
  return Math.floor(finer.units / step) === coarser.units ? "cut" : "other";
}

/** "57,5", all digits shown. */
export const sayShare = ({ units, digits }: PrintedShare, language: Language): string => sayDecimal(units, digits, language, digits);
