import { a1, positionKey } from "../sheet/Address";
import type { Column } from "../form/Form";
import { columnName, rowName } from "../checks/columnWords";
import { rowAt, type Figure, type Table, type TableRow } from "../table/Table";
import type { Language } from "../words/Phrase";

/** Looks up the row and column of a table's figures. */
export interface FigureNames {
  rowOf(figure: Figure): TableRow | undefined;
  /** "ô D11, cột (4) Trực tuyến, “Lĩnh vực BTXH”" */
  say(figure: Figure, language: Language): string;
}

export function figureNames(table: Table): FigureNames {
  const columns = new Map<number, Column>(table.columns.map(({ at, column }) => [at, column]));
  const rowOf = ({ at }: Figure) => rowAt(table, at.row);
  return {
    rowOf,
    say(figure, language) {
      const row = rowOf(figure);
      const column = columns.get(figure.at.column);
      const words = [
        `${language === "vi" ? "ô" : "cell"} ${a1(figure.at)}`,
        column && `${language === "vi" ? "cột" : "column"} ${columnName(column)}`,
        row && rowName(row, language),
      ];
      return words.filter(Boolean).join(", ");
    },
  };
}

/** Whether two figures are the same cell. */
export const sameFigure = (one: Figure, other: Figure): boolean => positionKey(one.at) === positionKey(other.at);
