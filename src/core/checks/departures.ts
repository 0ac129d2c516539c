import type { SumFormula, Terms } from "../sheet/Formula";
import type { FormulaGraph } from "../sheet/FormulaGraph";
import { decimalsOf } from "../figures/readFigure";
import type { DerivedCell } from "../figures/derived";
import { meantUnits } from "../figures/Reading";
import type { Figure } from "../figures/Table";

/** Where a formula departs from adding each part once, and nothing else. */
export interface Departures {
  /** Parts it does not name, or adds and takes away again. */
  readonly missed: readonly Figure[];
  /** Figures of the table that it adds although they are no part: another total, or itself. */
  readonly surplus: readonly Figure[];
  /** Parts it adds more than once, or takes away. */
  readonly repeated: readonly Figure[];
  /** A number typed into it. */
  readonly constant: number;
  /** By how much it therefore comes to more, in units of the column; 0 where it is but another way to the same. */
  readonly difference: number;
}

const NONE: Departures = { missed: [], surplus: [], repeated: [], constant: 0, difference: 0 };

/** Whether it names its parts one by one in their order, as nearly all along rows do. */
const listsParts = (terms: Terms, parts: readonly Figure[]): boolean =>
  terms.length === parts.length &&
  terms.every(({ times, range: { top, left, bottom, right } }, index) => times === 1 && top === bottom && left === right && top === parts[index]!.at.row && left === parts[index]!.at.column);

/** Looks up a table's figures by zero-based row and column. */
export type FigureAt = (row: number, column: number) => Figure | undefined;

/** Compares what a sum of its own sheet adds up with what the cell is to add up. */
export function departures(formula: SumFormula, { parts, figure }: DerivedCell, figureAt: FigureAt, formulas: FormulaGraph): Departures {
  const { terms, constant } = formula;
  const more = Math.round(constant * 10 ** decimalsOf(figure.column));
  if (listsParts(terms, parts)) return constant === 0 ? NONE : { ...NONE, constant, difference: more };
  const counted = new Map<Figure, number>();
  formulas.eachCell(terms, (_cell, row, column, { times }) => {
    const each = figureAt(row, column);
    if (each) counted.set(each, (counted.get(each) ?? 0) + times);
    return true;
  });
  const own = new Set(parts);
  let difference = more;
  for (const [{ reading }, times] of counted) difference += times * (meantUnits(reading) ?? 0);
  for (const { reading } of parts) difference -= meantUnits(reading) ?? 0;
  return {
    missed: parts.filter((part) => !counted.get(part)),
    surplus: [...counted.keys()].filter((each) => !own.has(each) && counted.get(each) !== 0 && (each === figure || (meantUnits(each.reading) ?? 0) !== 0)),
    repeated: parts.filter((part) => counted.get(part) && counted.get(part) !== 1),
    constant,
    difference,
  };
}

export const departs = ({ missed, surplus, repeated, constant }: Departures): boolean => missed.length + surplus.length + repeated.length > 0 || constant !== 0;
