import type { FigureColumn } from "../form/Form";
import { BLANK, numberValue, textValue, type Cell, type Value } from "../sheet/Cell";
import { sayDecimal } from "../words/decimal";
import type { Language } from "../words/Phrase";
import { decimalsOf } from "./readFigure";
import type { Figure } from "./Table";

/** The way out into a cell: so many units of a column as Excel holds them. 174 at one decimal is 17.4, the double nearest to it. */
export function valueOf(units: number, column: Pick<FigureColumn, "kind">): Value {
  const { mark } = column.kind;
  if (mark !== undefined && units <= 1) return units === 1 ? textValue(mark) : BLANK;
  return numberValue(numberOf(units, column));
}

const isPercentCell = ({ numberFormat = "" }: Cell): boolean => numberFormat.includes("%");

/** Whether a cell holds hundredths of what it shows. */
export const holdsHundredths = ({ cell, column }: Pick<Figure, "cell" | "column">): boolean => decimalsOf(column) > 0 && cell.value.kind === "number" && isPercentCell(cell);

/** The same into a cell that is there: one that Excel shows as a percentage holds hundredths of it, 57,57 % as 0.5757. */
export function valueIn({ cell, column }: Pick<Figure, "cell" | "column">, units: number): Value {
  const decimals = decimalsOf(column);
  return decimals > 0 && isPercentCell(cell) ? numberValue(Number(`${units}e-${decimals + 2}`)) : valueOf(units, column);
}

/** The way out into JSON and charts: the number that so many units are. */
export function numberOf(units: number, column: Pick<FigureColumn, "kind">): number {
  const decimals = decimalsOf(column);
  return decimals === 0 ? units : Number(`${units}e-${decimals}`);
}

/** How Excel is to show figures of a column: counts with their thousands apart, others with the decimals they have. */
export function formatOf(column: Pick<FigureColumn, "kind">): string {
  const decimals = decimalsOf(column);
  return decimals === 0 ? "#,##0" : `0.${"#".repeat(decimals)}`;
}

/**
 * The way out into words: 1652 as "1.652" in Vietnamese and "1,652" in English, 174 at one decimal as "17,4" and "17.4"; never rounded.
 * Noughts at the end are left out.
 */
export function sayFigure(units: number, column: Pick<FigureColumn, "kind">, language: Language): string {
  return sayDecimal(units, decimalsOf(column), language);
}
