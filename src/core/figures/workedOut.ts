import { footColumns, type Column, type FigureColumn, type Foot } from "../form/Form";
import type { Position } from "../sheet/Address";
import { roundedRatio } from "../sheet/ratio";
import { meantUnits } from "./Reading";
import { decimalsOf } from "./readFigure";
import { columnsThere, figureOf, footRow, holdsAcross, lines, meantSum, rowAt, type Figure, type Table, type TableRow } from "./Table";

/** The figures that a column's figure in a row rests on; undefined where the sheet lacks a column. */
const figuresUnder = (table: Table, row: TableRow, keys: readonly string[]): readonly Figure[] | undefined => {
  const there = columnsThere(table, keys);
  return there?.map((key) => figureOf(table, row, key)!);
};

/** A figure that is a quotient of others in its row. */
export interface QuotientFigure {
  readonly figure: Figure;
  readonly above: readonly Figure[];
  readonly below: readonly Figure[];
}

/** The quotients of a column, row by row; none in rows that are no sums of figures. */
export function* quotientsIn(table: Table, { key, ratio }: Column): Iterable<readonly [TableRow, QuotientFigure]> {
  const isAcross = holdsAcross(table);
  for (const row of ratio ? table.rows : []) {
    if (!isAcross(row)) continue;
    const [figure, above, below] = [figureOf(table, row, key), figuresUnder(table, row, ratio!.above), figuresUnder(table, row, ratio!.below)];
    if (figure && above && below) yield [row, { figure, above, below }];
  }
}

/** Whether a column's quotients are percentages. */
export const isPercentage = ({ kind }: Pick<FigureColumn, "kind">): boolean => kind.unit === "%";

/** What a quotient comes to at so many digits, half up, as a whole number of 10^-digits; undefined where nothing can be divided. */
export function quotientOf({ figure: { column }, above, below }: QuotientFigure, digits = decimalsOf(column)): number | undefined {
  const [upper, lower] = [meantSum(above), meantSum(below)];
  return upper === undefined || lower === undefined ? undefined : roundedRatio(upper * (isPercentage(column) ? 100 : 1), lower, digits);
}

/** A figure that is what is left of others of its row when some are taken away. */
export interface RestFigure {
  readonly figure: Figure;
  readonly plus: readonly Figure[];
  readonly minus: readonly Figure[];
}

/** What is left, row by row. */
export function* restsIn(table: Table, { key, sum = [], less = [] }: Column): Iterable<readonly [TableRow, RestFigure]> {
  const isAcross = holdsAcross(table);
  for (const row of table.rows) {
    if (!isAcross(row)) continue;
    const [figure, plus, minus] = [figureOf(table, row, key), figuresUnder(table, row, sum), figuresUnder(table, row, less)];
    if (figure && plus && minus) yield [row, { figure, plus, minus }];
  }
}

export function restOf({ plus, minus }: RestFigure): number | undefined {
  const [all, taken] = [meantSum(plus), meantSum(minus)];
  return all === undefined || taken === undefined ? undefined : all - taken;
}

/** A column that ranks the lines of a table by another. */
export interface Ranking {
  /** Line by line: its rank, and what it is ranked by. */
  readonly ranks: readonly Figure[];
  readonly by: readonly Figure[];
}

export function rankingOf(table: Table, { key, rank }: Column): Ranking | undefined {
  const pairs = rank === undefined ? [] : lines(table).flatMap((row) => {
    const [own, by] = [figureOf(table, row, key), figureOf(table, row, rank)];
    return own && by ? [{ own, by }] : [];
  });
  return pairs.length > 0 ? { ranks: pairs.map(({ own }) => own), by: pairs.map(({ by }) => by) } : undefined;
}

/** The ranks of figures, the largest first: equal ones share the better rank, and those after them are left out, 1, 1, 3; undefined for what cannot be ranked. */
export function ranksOf(units: readonly (number | undefined)[]): readonly (number | undefined)[] {
  const down = units.flatMap((each) => each ?? []).sort((one, other) => other - one);
  const first = new Map<number, number>();
  down.forEach((each, place) => first.has(each) || first.set(each, place + 1));
  return units.map((each) => (each === undefined ? undefined : first.get(each)));
}

/** Ranks without a rank left out after equal ones, 1, 1, 2: another way in use. */
export function denseRanksOf(units: readonly (number | undefined)[]): readonly (number | undefined)[] {
  const down = [...new Set(units.flatMap((each) => each ?? []))].sort((one, other) => other - one);
  return units.map((each) => (each === undefined ? undefined : down.indexOf(each) + 1));
}

/** A figure in a row that closes a table otherwise than by adding up, with the lines it is about. */
export interface ClosingFigure {
  readonly foot: Foot;
  readonly row: TableRow;
  readonly figure: Figure;
  /** The figures of its column, line by line. */
  readonly parts: readonly Figure[];
}

/** Means, shares and counts that stand under a table. */
export function* closingIn(table: Table): Iterable<ClosingFigure> {
  const { layout } = table;
  for (const foot of layout.foot ?? []) {
    const row = (foot.how ?? "sum") === "sum" ? undefined : footRow(table, foot);
    for (const key of row ? footColumns(layout, foot) : []) {
      const figure = figureOf(table, row!, key);
      if (figure) yield { foot, row: row!, figure, parts: lines(table).map((line) => figureOf(table, line, key)!) };
    }
  }
}

/** What figures mean, added up, and how many of them are not blank. */
const addedAndFilled = (parts: readonly Figure[]): { readonly sum: number | undefined; readonly filled: number } => ({
  sum: meantSum(parts),
  filled: parts.filter(({ reading }) => reading.kind !== "blank").length,
});

/**
 * What a closing figure may come to, in units of its own column, the likeliest first: a mean is over the lines that hold a figure, or over all.
 * None where a figure cannot be read, or there are no lines.
 * @param known Of the parts, where they come to something else than they say yet.
 */
export function closingOf({ foot, figure, parts }: ClosingFigure, known = addedAndFilled(parts)): readonly number[] {
  const { sum, filled } = known;
  const own = decimalsOf(figure.column);
  const [part] = parts;
  if (sum === undefined || !part) return [];
  const quotient = (above: number, below: number, decimals: number): readonly number[] => {
    const finer = own - decimals;
    const units = roundedRatio(finer < 0 ? above : above * 10 ** finer, finer < 0 ? below * 10 ** -finer : below, 0);
    return units === undefined ? [] : [units];
  };
  switch (foot.how) {
    case "mean":
      return [...new Set([filled, parts.length].flatMap((many) => (many > 0 ? quotient(sum, many, decimalsOf(part.column)) : [])))];
    case "share":
      return quotient(sum * 100, parts.length, decimalsOf(part.column));
    case "count":
      return [parts.length];
    default:
      return [];
  }
}

/** What figures mean, none of them counted as nothing where it is blank. */
export const filledUnits = ({ reading }: Figure): number | undefined => (reading.kind === "blank" ? undefined : meantUnits(reading));

/** Where figures stand, and those that they add up in their rows: what follows from the ones follows from the others. */
export const groundsOf = (table: Table, figures: readonly Figure[]): readonly Position[] =>
  figures.flatMap(({ at, column }) => {
    const row = column.sum && rowAt(table, at.row);
    return [at, ...(row ? column.sum!.flatMap((key) => figureOf(table, row, key)?.at ?? []) : [])];
  });
