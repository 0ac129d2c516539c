import type { Content } from "../sheet/Cell";
import { isPassedOver } from "../sheet/Formula";
import { rowsPassedOver } from "../sheet/readFormula";
import { fitsExcel, plus, sum } from "../sheet/writeFormula";
import { valueOf } from "./figureValue";
import { meantUnits } from "./Reading";
import { addedPlaces } from "./openRows";
import { columnsThere, holdsAcross, rowAt, type Figure, type Table, type TableRow } from "./Table";

/** A row that adds up others, column by column. */
export interface RowSum {
  readonly sum: TableRow;
  readonly parts: readonly TableRow[];
  /** Which of the row's figures are sums, by their places. */
  readonly places: readonly number[];
  /** The lines beneath, where parts are sums themselves. */
  readonly lines?: readonly TableRow[];
  readonly hiddenRows?: Table["hiddenRows"];
  /** Whether nothing else can be meant, so that what does not come out is an error for certain. */
  readonly isSure: boolean;
}

/** Which rows add up which, as far as that is clear enough to be judged. */
export function rowSums({ rows, sums, layout, columns, hiddenRows }: Table): readonly RowSum[] {
  const places = addedPlaces(layout, columns);
  const hidden = hiddenRows ? { hiddenRows } : {};
  const partsOf = new Map(sums.filter(({ doubt }) => !doubt).map(({ row, parts }) => [row, parts]));
  /** A line stands for its parts; only sums of sections are taken apart. */
  const below = (first: number): readonly number[] => {
    const found: number[] = [];
    // A list of its own instead of calls that call themselves: sections may be nested as deep as somebody likes.
    for (const open = [first]; open.length > 0; ) {
      const part = open.pop()!;
      const parts = rows[part]!.kind === "subtotal" ? partsOf.get(part) : undefined;
      if (parts) for (let place = parts.length - 1; place >= 0; place--) open.push(parts[place]!);
      else found.push(part);
    }
    return found;
  };
  return sums.flatMap(({ row, parts, isSure, doubt }): readonly RowSum[] => {
    if (doubt) return [];
    const lines = parts.some((part) => rows[part]!.kind === "subtotal") ? { lines: parts.flatMap(below).map((part) => rows[part]!) } : {};
    return [{ sum: rows[row]!, parts: parts.map((part) => rows[part]!), places, ...lines, ...hidden, isSure }];
  });
}

/** A cell that is the sum of others. `parts` are cells in one row, or in one column. */
export interface DerivedCell {
  readonly figure: Figure;
  readonly parts: readonly Figure[];
  readonly along: "row" | "column";
  /** Whether these are its parts for certain. */
  readonly isSure: boolean;
}

/** A column that adds up others, as places in a row's figures. */
export interface SumColumn {
  readonly total: number;
  readonly parts: readonly number[];
}

/** The columns of a table that add up others. */
export function sumColumns(table: Table): readonly SumColumn[] {
  return table.columns.flatMap(({ column }, total) => {
    // What is left of others is worked out, but no sum of them.
    const parts = column.less ? undefined : columnsThere(table, column.sum ?? []);
    return parts ? [{ total, parts: parts.map((key) => table.columns.findIndex((each) => each.column.key === key)) }] : [];
  });
}

/** The rows that a row adds up in the column at this place of its figures. Rows that are not shown are none of them where its formula leaves them out. */
export function rowsDown({ sum: { figures }, parts, lines = parts, hiddenRows }: Omit<RowSum, "places">, index: number): readonly TableRow[] {
  const { formula } = figures[index]!.cell;
  const leftOut = hiddenRows && formula !== undefined ? rowsPassedOver(formula) : undefined;
  // What passes over rows passes over sums of sections, too.
  return leftOut ? lines.filter(({ row }) => !isPassedOver(hiddenRows?.get(row), leftOut)) : parts;
}

/** What a row that adds up others holds in the column at this place of its figures. */
export const downColumn = (rowSum: Omit<RowSum, "places">, index: number): DerivedCell => ({
  figure: rowSum.sum.figures[index]!,
  parts: rowsDown(rowSum, index).map((part) => part.figures[index]!),
  along: "column",
  isSure: rowSum.isSure,
});

/** What a column that adds up others holds in a row. */
export const acrossRow = ({ figures }: TableRow, { total, parts }: SumColumn): DerivedCell => ({ figure: figures[total]!, parts: parts.map((index) => figures[index]!), along: "row", isSure: true });

/**
 * Looks up of a table's figures in which ways they add up others, if any. A total under a sum column is derived twice,
 * down its column and across its row: the column, as issued, comes first.
 */
export function derivedIn(table: Table): (figure: Figure) => readonly DerivedCell[] {
  const columns = new Map(sumColumns(table).map((each) => [table.columns[each.total]!.at, each]));
  const rows = new Map(rowSums(table).map((each) => [each.sum.row, each]));
  const isAcross = holdsAcross(table);
  return ({ at }) => {
    const [row, down, across] = [rowAt(table, at.row), rows.get(at.row), columns.get(at.column)];
    const place = down?.places.find((each) => table.columns[each]!.at === at.column);
    return [
      ...(down && place !== undefined ? [downColumn(down, place)] : []),
      ...(across && row && isAcross(row) ? [acrossRow(row, across)] : []),
    ];
  };
}

/** What figures mean, added up; those that cannot be read add nothing. */
export const addedUp = (parts: readonly Figure[]): number => parts.reduce((total, { reading }) => total + (meantUnits(reading) ?? 0), 0);

/** The formula of a derived cell: `=D9+E9+F9` along a row, `=SUM(D9:D20)` down a column. */
export function formulaOf({ parts, along }: DerivedCell): string {
  const cells = parts.map(({ at }) => at);
  const blocks = sum(cells);
  // A total of more subtotals than SUM takes is added up one by one.
  return `=${along === "row" || !fitsExcel(blocks) ? plus(cells) : blocks}`;
}

/** A derived cell as a live sum, with what it comes to. */
export const liveSum = (derived: DerivedCell): Extract<Content, { kind: "formula" }> => ({
  kind: "formula",
  formula: formulaOf(derived),
  value: valueOf(addedUp(derived.parts), derived.figure.column),
});
