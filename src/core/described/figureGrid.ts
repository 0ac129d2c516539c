import { readFigure } from "../figures/readFigure";
import type { Reading } from "../figures/Reading";
import type { FigureKind } from "../form/Form";
import { BLANK_CELL } from "../sheet/Cell";
import type { RowAsRead, TableAsRead } from "../table/TableAsRead";
import type { ColumnNature } from "./ColumnNature";

/** The figures of a table, by the places of its rows and columns, before any form says what they are. */
export interface FigureGrid {
  readonly rows: readonly RowAsRead[];
  readonly natures: readonly ColumnNature[];
  at(row: number, column: number): Reading;
}

/** How a column's figures are read. What nobody rounded is rounded as percentages are. */
export const kindOf = ({ unit, decimals, isUnrounded }: ColumnNature): FigureKind => ({ unit: isUnrounded ? "%" : unit, ...(decimals > 0 ? { decimals } : {}) });

const BLANK: Reading = { kind: "blank" };

/** Reads a table's figures, each once, when it is asked for. */
export function figureGrid({ rows, columns }: TableAsRead, natures: readonly ColumnNature[]): FigureGrid {
  const kinds = natures.map((nature) => ({ kind: kindOf(nature) }));
  const known: (Reading | undefined)[][] = rows.map(() => []);
  return {
    rows,
    natures,
    at(row, column) {
      const line = known[row];
      if (!line || !kinds[column]) return BLANK;
      return (line[column] ??= readFigure(rows[row]!.cells[columns[column]!.at] ?? BLANK_CELL, kinds[column]));
    },
  };
}
