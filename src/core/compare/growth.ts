import { sayFigure } from "../figures/figureValue";
import type { TableRow } from "../figures/Table";
import { sayDecimal } from "../words/decimal";
import type { Language } from "../words/Phrase";
import type { ComparedFigure, Comparison } from "./compareTables";
import { mainColumns } from "./comparisonColumns";

const signed = (text: string): string => (text.startsWith("-") || text === "0" ? text : `+${text}`);

/** "+56; +8,55%": what became of a figure; "" where nothing can be told. */
export function sayGrowth({ column: { column }, difference, rate }: ComparedFigure, language: Language): string {
  const grown = difference === undefined ? [] : [signed(sayFigure(difference, column, language))];
  return [...grown, ...(rate === undefined ? [] : [`${signed(sayDecimal(rate, 2, language))}%`])].join("; ");
}

/** A figure that changed, and its row. */
export interface Growth {
  readonly row: TableRow;
  readonly figure: ComparedFigure;
}

/** The figures that changed, of the columns that make up no other: the largest change first. */
export function largestFirst(comparison: Comparison): readonly Growth[] {
  const shown = new Set(mainColumns(comparison));
  const changed = comparison.rows.flatMap(({ now: row, figures }) => figures.flatMap((figure): readonly Growth[] => (shown.has(figure.column) && figure.difference ? [{ row, figure }] : [])));
  return changed.sort((one, other) => Math.abs(other.figure.difference!) - Math.abs(one.figure.difference!));
}
