import { positionKey, type Position } from "../sheet/Address";
import type { Steps } from "../steps";
import { rowNames, tableName } from "../figures/rowNames";
import { figuresByPlace, type Table } from "../figures/Table";
import { sameContent, type Value } from "../sheet/Cell";
import { cellAt, type Sheet } from "../sheet/Sheet";
import { COUNTED, MEASURED, readFigure } from "../figures/readFigure";

/** Where the cells of a table stand, by names that survive rows and columns being put in or taken out around them. */
export interface Places {
  /** The name of a position; undefined outside the form's own rows and columns. */
  nameOf(at: Position): string | undefined;
  /** Whether a name is of a cell of this table, there or not. Names that say no table are the first one's. */
  owns(name: string): boolean;
  /** Where a cell of that name stands now; undefined where the table has none. */
  positionOf(name: string): Position | undefined;
}

/** ":scores:2!received|line|1|Lâm nghiệp": the table, unless it is the first; the column; the row. */
const NAME = /^(?:(:[^|!]*)!)?([^|]*)(?:\|([^]*))?$/;

/** Names each row by its label, and by which of several of that label it is; each column by its key in the form. */
export function* placesInSteps(table: Table): Steps<Places> {
  const columns = new Map<number, string>([
    [table.labelColumn, "label"],
    ...[...table.columns, ...table.texts].map(({ column, at }) => [at, column.key] as const),
    ...table.percentages.map(({ percentage, at }) => [at, percentage.id] as const),
  ]);
  const columnAt = new Map([...columns].map(([at, name]) => [name, at]));
  const own = tableName(table);
  const prefix = own && `${own}!`;
  const names = yield* rowNames(table);
  const rows = new Map<string, number>();
  const rowNameAt = (row: number): string | undefined => {
    const name = names.get(row);
    return name && `${name.row.kind}|${name.ofKind}|${name.row.label}`;
  };
  for (const row of names.keys()) rows.set(rowNameAt(row)!, row);
  const period = table.period?.at;
  const owns = (name: string): boolean => (NAME.exec(name)?.[1] ?? "") === own;
  return {
    nameOf(at) {
      if (period && positionKey(period) === positionKey(at)) return `${prefix}period`;
      const [row, column] = [rowNameAt(at.row), columns.get(at.column)];
      return row === undefined || column === undefined ? undefined : `${prefix}${column}|${row}`;
    },
    owns,
    positionOf(name) {
      if (!owns(name)) return undefined;
      const [, , column = "", rowName] = NAME.exec(name)!;
      if (rowName === undefined) return column === "period" ? period : undefined;
      const [row, at] = [rows.get(rowName), columnAt.get(column)];
      return row === undefined || at === undefined ? undefined : { row, column: at };
    },
  };
}

/** What a cell shows, as the checks of the table took it: sums saved without results were worked out for them. */
export function valueAt(sheet: Sheet, table: Table, at: Position): Value {
  const cell = cellAt(sheet, at);
  return (cell.formula === undefined ? cell : (figuresByPlace(table)(at.row, at.column)?.cell ?? cell)).value;
}

/** Whether a cell still shows what it showed. "08" and 8 are one figure, typed or worked out by a formula. */
export function stillShows(now: Value, shown: Value): boolean {
  if (sameContent(now, shown)) return true;
  return [COUNTED, MEASURED].some((column) => {
    const [one, other] = [now, shown].map((value) => readFigure({ value }, column));
    return one!.kind === "figure" && other!.kind === "figure" && one!.units === other!.units;
  });
}
