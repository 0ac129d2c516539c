import { figureOf, type Figure, type Table, type TableRow } from "../figures/Table";
import { decimalsOf } from "../figures/readFigure";
import { meantUnits } from "../figures/Reading";
import { renameKey, type Renames } from "../figures/renames";
import { rowsByField, type RowName } from "../figures/rowNames";
import type { FigureColumn, Form } from "../form/Form";
import { fold } from "../sheet/fold";
import { roundedRatio } from "../sheet/ratio";
import type { TablePair } from "./formerTable";

/** A column of figures that both tables have. */
export interface ComparedColumn {
  readonly column: FigureColumn;
  /** Key of the other table's column. */
  readonly former: string;
  /** Id of the quantity that the form binds the column to. */
  readonly quantity?: string;
  /** Whether the growth of its figures can be told in percent: that of shares is told in points. */
  readonly hasRate: boolean;
}

/** One figure of both tables, in units of its column. */
export interface ComparedFigure {
  readonly column: ComparedColumn;
  readonly now: Figure;
  readonly then: Figure;
  /** Undefined where either cannot be read. */
  readonly difference?: number;
  /** Of what there was then, in hundredths of a percent, rounded half up; undefined where that was nothing. */
  readonly rate?: number;
}

/** A row that both tables have. */
export interface ComparedRow {
  readonly now: TableRow;
  readonly then: TableRow;
  /** The `renameKey` by which the reporter said that they are one. */
  readonly renamed?: string;
  readonly figures: readonly ComparedFigure[];
}

export interface Comparison extends TablePair {
  readonly columns: readonly ComparedColumn[];
  readonly rows: readonly ComparedRow[];
  /** Rows that only one of them has: one may be the other under another name. */
  readonly onlyNow: readonly RowName[];
  readonly onlyThen: readonly RowName[];
}

/** The quantity that a form binds to a column of every row, and nothing else. */
const quantityOfColumn = ({ quantities = [], tables: [first] }: Form, table: string, key: string): string | undefined =>
  quantities.find((each) => "columns" in each && each.row === undefined && (each.table ?? first.key) === table && each.columns.length === 1 && each.columns[0] === key)?.quantity;

/** The columns that both tables have: of one key, or of one quantity. Marks and ranks grow by nothing. */
function columnsCompared(now: Table, then: Table): readonly ComparedColumn[] {
  const quantityIn = ({ form, layout }: Table, key: string) => quantityOfColumn(form, layout.key, key);
  return now.columns.flatMap(({ column }) => {
    const { key, kind, rank } = column;
    const quantity = quantityIn(now, key);
    const former = (then.columns.find((each) => each.column.key === key) ?? then.columns.find((each) => quantity !== undefined && quantityIn(then, each.column.key) === quantity))?.column;
    if (!former || kind.mark !== undefined || rank !== undefined || decimalsOf(former) !== decimalsOf(column)) return [];
    return [{ column, former: former.key, ...(quantity === undefined ? {} : { quantity }), hasRate: kind.unit !== "%" }];
  });
}

/** What became of a figure: exact, and nothing where it cannot be told. */
function compareFigures(column: ComparedColumn, now: Figure, then: Figure): ComparedFigure {
  const [came, left] = [now, then].map(({ reading }) => meantUnits(reading));
  if (came === undefined || left === undefined) return { column, now, then };
  const rate = column.hasRate && left > 0 ? roundedRatio(came - left, left, 4) : undefined;
  return { column, now, then, difference: came - left, ...(rate === undefined ? {} : { rate }) };
}

const isNamed = ({ row: { kind, label } }: RowName): boolean => kind !== "section" && kind !== "summary" && (label !== "" || kind === "total");

/** Holds a table against an earlier one, row by row: by their names, or as the reporter has said of rows that only changed theirs. */
export function compareTables({ now, then, span }: TablePair, renames: Renames = new Map()): Comparison {
  const columns = columnsCompared(now, then);
  const [own, former] = [rowsByField(now), rowsByField(then)];
  const taken = new Set<RowName>();
  const taking = (name: RowName | undefined): RowName | undefined => {
    if (!name || !isNamed(name) || taken.has(name)) return undefined;
    taken.add(name);
    return name;
  };
  const pairs = new Map<RowName, RowName>();
  for (const [field, name] of own) {
    const same = isNamed(name) ? taking(former.get(field)) : undefined;
    if (same) pairs.set(name, same);
  }
  const renamed = new Map<RowName, string>();
  for (const name of own.values()) {
    const key = renameKey(now, name);
    const called = pairs.has(name) || !isNamed(name) ? undefined : renames.get(key);
    const earlier = called === undefined ? undefined : taking([...former.values()].find(({ row, folded }) => row.kind === name.row.kind && folded === fold(called)));
    if (!earlier) continue;
    pairs.set(name, earlier);
    renamed.set(name, key);
  }
  const rows = [...own.values()].flatMap((name): readonly ComparedRow[] => {
    const earlier = pairs.get(name)?.row;
    if (!earlier) return [];
    const figures = columns.flatMap((column) => {
      const [came, left] = [figureOf(now, name.row, column.column.key), figureOf(then, earlier, column.former)];
      return came && left ? [compareFigures(column, came, left)] : [];
    });
    return [{ now: name.row, then: earlier, figures, ...(renamed.has(name) ? { renamed: renamed.get(name)! } : {}) }];
  });
  const left = (names: Iterable<RowName>, isKnown: (name: RowName) => boolean) => [...names].filter((name) => isNamed(name) && !isKnown(name));
  return { now, then, span, columns, rows, onlyNow: left(own.values(), (name) => pairs.has(name)), onlyThen: left(former.values(), (name) => taken.has(name)) };
}
