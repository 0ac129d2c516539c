import type { Fact } from "../../checks/Check";
import type { Gap } from "../../form/Form";
import { decimalsOf, mostOf } from "../../figures/readFigure";
import type { Figure } from "../../figures/Table";

/** Along which way of the table a sum runs: across a row, down a column, or neither. */
export type Axis = "row" | "column" | "other";

/** A sum over numbered cells: total = parts added up, less what is taken away. */
export interface Sum {
  /** The check it is of, and what a lawful difference may be. */
  readonly check: string;
  readonly gap: Gap | undefined;
  readonly total: number;
  readonly parts: readonly number[];
  /** What is taken away from the parts; such a sum runs along no axis, as the total alone is not what they make up. */
  readonly taken: readonly number[];
  readonly axis: Axis;
  /** The zero-based row of the sheet in which its total stands. */
  readonly row: number;
  /** Whether it must come out; one whose gap is a question only usually does. */
  readonly hard: boolean;
}

/** What the formulas of a table add up, as far as they show what it comes to. */
export interface LiveSums {
  /** Whether there is any. */
  readonly any: boolean;
  /** Whether a cell is a formula that shows what the cells it names add up to. */
  readonly isLive: (cell: number) => boolean;
  /** What a live formula adds up, down to cells that are none; undefined for other cells. */
  readonly addends: (cell: number) => readonly Addend[] | undefined;
  /** The live formulas that name the cell, and how often each adds it. */
  readonly dependents: (cell: number) => readonly Addend[];
  /** Whether the cell is a live formula that names just these cells. */
  readonly adds: (total: number, parts: readonly number[]) => boolean;
}

/** A table's sums over numbered cells; everything about a cell is found at its number. */
export interface Problem {
  readonly figures: readonly Figure[];
  /** What each cell means, in units of its column. */
  readonly counts: Float64Array;
  /** What Excel's SUM adds for the cell, in thousandths of its unit: nothing for text, 1652 for the decimal 1.652. */
  readonly added: Float64Array;
  /** Whether SUM adds every cell as it is meant. */
  readonly isAddedAsMeant: boolean;
  readonly sums: readonly Sum[];
  /** By how much each sum's total is more than its parts. */
  readonly residuals: Float64Array;
  /** The sums a cell is the total or a part of. */
  readonly sumsOf: (cell: number) => readonly number[];
  /** The cells of a line by the zero-based row of the sheet, left to right. */
  readonly lines: ReadonlyMap<number, readonly number[]>;
  /** The columns of the sheet in which something is what is left of others: it may be less than nothing. */
  readonly restColumns: ReadonlySet<number>;
  /** Whether a cell adds up others across its row. */
  readonly isSubtotal: Uint8Array;
  /** Whether a cell adds up others down its column. */
  readonly isTotal: Uint8Array;
  /** What the rows stand for, by the zero-based row of the sheet. */
  readonly names: () => ReadonlyMap<number, string>;
  /** The rows of the sheet that add up others. */
  readonly totalRows: ReadonlySet<number>;
  readonly liveSums: LiveSums;
  /** Cells with formulas that are as good, or bad, as typed ones: `=37+4`, links, and what is not understood. */
  readonly inputs: ReadonlySet<number>;
  /** Those of them that change with the table, nobody knows how; and the cells they read. */
  readonly opaque: ReadonlySet<number>;
  /** Cells left empty in a table that otherwise writes its noughts. */
  readonly oddBlanks: readonly number[];
  /** Looks something up once in the counts as they are read, for all histories. */
  readonly once: <Found>(key: string, find: () => Found) => Found;
  readonly facts: readonly { readonly cell: number; readonly fact: Fact }[];
}

/** A cell that a sum counts `sign` times: a whole number of halves. */
export interface Addend {
  readonly cell: number;
  readonly sign: number;
}

/** Whether nothing speaks against a table: every sum comes out, every statement agrees, and every cell is what it reads as. */
export function comesOut({ residuals, counts, isAddedAsMeant, facts, oddBlanks }: Problem): boolean {
  return isAddedAsMeant && oddBlanks.length === 0 && facts.every(({ cell, fact }) => counts[cell] === fact.count) && residuals.every((residual) => residual === 0);
}

/** Whether the cell is worked out of others of the table by a formula that is understood: never a root cause, its inputs or its range are. */
export const isComputed = ({ figures, inputs }: Problem, cell: number): boolean => figures[cell]!.cell.formula !== undefined && !inputs.has(cell);

export const isBlank = ({ figures }: Problem, cell: number): boolean => figures[cell]!.reading.kind === "blank";

/** The zero-based row of the sheet. */
export const rowOf = ({ figures }: Problem, cell: number): number => figures[cell]!.at.row;

/** Digits after the decimal sign of a cell's column. */
export const decimalsAt = ({ figures }: Problem, cell: number): number => decimalsOf(figures[cell]!.column);

/** The most a cell can hold, in units of its column. What a column may hold in a line says nothing of the sum of all lines. */
export const mostAt = ({ figures, isTotal }: Problem, cell: number): number => (isTotal[cell] ? Infinity : mostOf(figures[cell]!.column.kind));

/** Whether a cell can hold so much: whole units from 0 to the most there may be; below 0 only what is left of others. */
export const mayHold = (problem: Problem, cell: number, units: number): boolean => (units >= 0 || problem.restColumns.has(problem.figures[cell]!.at.column)) && Number.isSafeInteger(units) && units <= mostAt(problem, cell);

/** Whether a figure may have been typed into the one cell instead of the other: both count the same thing, as finely. */
export function areAlike({ figures }: Problem, one: number, other: number): boolean {
  const [own, others] = [figures[one]!.column.kind, figures[other]!.column.kind];
  return own === others || (own.unit === others.unit && own.decimals === others.decimals);
}

/** The totals that a cell is carried on into, down its column: the section's, then the table's. */
export function totalsBelow({ sums, sumsOf }: Problem, cell: number): readonly number[] {
  const totals: number[] = [];
  for (let part = cell; ;) {
    const index = sumsOf(part).find((each) => sums[each]!.axis === "column" && sums[each]!.hard && sums[each]!.total !== part);
    if (index === undefined || totals.includes(sums[index]!.total)) return totals;
    totals.push((part = sums[index]!.total));
  }
}

/** The parts just before and after a cell in its sums of this axis. */
export function neighboursAlong({ sums, sumsOf }: Problem, cell: number, along: "row" | "column"): readonly number[] {
  return sumsOf(cell).flatMap((index) => {
    const { axis, hard, parts } = sums[index]!;
    const at = axis === along && hard ? parts.indexOf(cell) : -1;
    return at < 0 ? [] : [parts[at - 1], parts[at + 1]].filter((each) => each !== undefined);
  });
}

/** The sums across their lines, of those that must come out, in which any of these cells stands. */
export const sumsAcross = ({ sums, sumsOf }: Problem, cells: readonly number[]): readonly Sum[] =>
  [...new Set(cells.flatMap((cell) => sumsOf(cell)))].map((index) => sums[index]!).filter(({ axis, hard }) => axis === "row" && hard);

/** What the total is too much by when each cell holds this. */
export const excessOf = ({ total, parts, taken }: Sum, held: (cell: number) => number): number =>
  taken.reduce((rest, each) => rest + held(each), parts.reduce((rest, part) => rest - held(part), held(total)));
