import type { FigureKind, Foot, Printed } from "../form/Form";
import { a1, a1Range, type Position, type Rectangle } from "../sheet/Address";
import { fixedRange, plus, quotedText, sum } from "../sheet/writeFormula";

const bracketed = (expression: string): string => (expression.includes("+") ? `(${expression})` : expression);

/**
 * A quotient of two additions, blank where there is nothing to divide by. The factor 100 of a percentage comes before the division: then a
 * share that lies exactly between two roundings is not pushed below it by a second binary rounding.
 */
export const quotientFormula = (above: string, below: string, { percent, decimals }: { readonly percent: boolean; readonly decimals: number }): string =>
  `=IF(${below}=0,"",ROUND(${bracketed(above)}${percent ? "*100" : ""}/${bracketed(below)},${decimals}))`;

/** What is left: "=D9+E9-F9". */
export const restFormula = (added: readonly Position[], taken: readonly Position[]): string => `=${[plus(added), ...taken.map(a1)].join("-")}`;

/**
 * The rank of a cell among those of its column, 1 for the largest, equal ones alike. Compared as rounded: RANK tells 17.4 from the
 * 17.400000000000002 that binary additions come to.
 */
export function rankFormula(own: Position, among: Rectangle, decimals: number): string {
  const cell = a1(own);
  return `=IF(N(${cell})=0,"",SUMPRODUCT(--(ROUND(${fixedRange(among)},${decimals})>ROUND(${cell},${decimals})))+1)`;
}

/** The word of the band in which a figure lies, the highest band first; blank while there is no figure. */
export function bandFormula(of: Position, bands: readonly (readonly [least: Printed, band: string])[], decimals: number): string {
  const cell = a1(of);
  const inner = bands.slice(0, -1).reduceRight((rest, [least, band]) => `IF(ROUND(${cell},${decimals})>=${String(least).replace(",", ".")},${quotedText(band)},${rest})`, quotedText(bands.at(-1)![1]));
  return `=IF(N(${cell})=0,"",${inner})`;
}

/** What a row that closes a table comes to over the lines of a column: lines are counted by their names. */
export function closingFormula({ how = "sum", decimals }: Foot, { mark, decimals: own = 0 }: FigureKind, lines: Rectangle, names: Rectangle): string {
  const block = a1Range(lines);
  const added = mark === undefined ? `SUM(${block})` : `COUNTIF(${block},${quotedText(mark)})`;
  const many = `COUNTA(${fixedRange(names)})`;
  switch (how) {
    case "sum":
      return `=${added}`;
    case "mean":
      return `=IF(COUNT(${block})=0,"",ROUND(AVERAGE(${block}),${decimals ?? own}))`;
    case "share":
      return `=IF(${many}=0,"",ROUND(${added}*100/${many},${decimals ?? own}))`;
    case "count":
      return `=${many}`;
  }
}

/** Cells of a column added up one by one, or as blocks: the lines of a table that no other line adds up. */
export const linesFormula = (cells: readonly Position[]): string => `=${sum(cells)}`;
