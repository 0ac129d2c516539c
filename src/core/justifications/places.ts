import { positionKey, type Position } from "../sheet/Address";
import type { Steps } from "../steps";
import type { Table, TableRow } from "../table/Table";

/** Where the cells of a table stand, by names that survive rows and columns being put in or taken out around them. */
export interface Places {
  /** The name of a position; undefined outside the form's own rows and columns. */
  nameOf(at: Position): string | undefined;
  /** The table's row at a zero-based row of the sheet. */
  rowAt(row: number): TableRow | undefined;
  /** Where a cell of that name stands now; undefined where the table has none. */
  positionOf(name: string): Position | undefined;
}

/** Names each row by its label, and by which of several of that label it is; each column by its key in the form. */
export function* placesInSteps(table: Table): Steps<Places> {
  const columns = new Map<number, string>([
    [table.labelColumn, "label"],
    ...table.columns.map(({ column, at }) => [at, column.key] as const),
    ...table.percentages.map(({ percentage, at }) => [at, percentage.id] as const),
  ]);
  const columnAt = new Map([...columns].map(([at, name]) => [name, at]));
  const names = new Map<number, string>();
  const rows = new Map<number, TableRow>();
  const named = new Map<string, number>();
  const times = new Map<string, number>();
  for (const each of table.rows) {
    const { row, kind, label } = each;
    const nth = (times.get(`${kind}|${label}`) ?? 0) + 1;
    times.set(`${kind}|${label}`, nth);
    const name = `${kind}|${nth}|${label}`;
    rows.set(row, each);
    names.set(row, name);
    named.set(name, row);
    yield;
  }
  const period = table.period?.at;
  return {
    nameOf(at) {
      if (period && positionKey(period) === positionKey(at)) return "period";
      const [row, column] = [names.get(at.row), columns.get(at.column)];
      return row === undefined || column === undefined ? undefined : `${column}|${row}`;
    },
    rowAt: (row) => rows.get(row),
    positionOf(name) {
      if (name === "period") return period;
      const end = name.indexOf("|");
      const [row, column] = [named.get(name.slice(end + 1)), columnAt.get(name.slice(0, end))];
      return row === undefined || column === undefined ? undefined : { row, column };
    },
  };
}
