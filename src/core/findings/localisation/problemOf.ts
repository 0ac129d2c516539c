import type { Balance, Fact } from "../../checks/Check";
import type { Position } from "../../sheet/Address";
import { ByCell } from "../../sheet/ByCell";
import type { FormulaGraph } from "../../sheet/FormulaGraph";
import { STEP, type Steps } from "../../steps";
import { meantUnits } from "../../table/Reading";
import type { Figure } from "../../table/Table";
import { liveSumsOf } from "./liveSumsOf";
import type { Axis, Problem, Sum } from "./Problem";
import { sumsOfCells } from "./sumsOfCells";

/** A table writes its noughts when so many are written for each that is left empty. */
const NOUGHTS_FOR_A_BLANK = 4;

function axisOf({ total, parts }: Balance): Axis {
  const isAlong = (way: "row" | "column"): boolean => parts.every(({ at }) => at[way] === total.at[way]);
  return isAlong("row") ? "row" : isAlong("column") ? "column" : "other";
}

/** What SUM adds for a cell, in thousandths: text and blanks add nothing, formulas what they come to. */
function addedOf({ cell, reading }: Figure): number {
  if (cell.formula !== undefined) return (meantUnits(reading) ?? NaN) * 1000;
  return cell.value.kind === "number" ? Math.round(cell.value.number * 1000) : 0;
}

/**
 * The count a figure means. A fraction may be a total that added up misread thousands: not a number until they are put right.
 * Undefined where nothing can be made of it.
 */
function countOf({ cell, reading }: Figure): number | undefined {
  const isFraction = reading.kind === "unreadable" && reading.why === "fraction" && cell.value.kind === "number";
  return isFraction ? NaN : meantUnits(reading);
}

/** Cells as numbered, left to right in each row, and the sums over them. */
interface Numbered {
  readonly figures: readonly Figure[];
  readonly sums: readonly Sum[];
  readonly lines: Problem["lines"];
  /** The number of the cell that stands there. */
  readonly cellAt: (at: Position) => number | undefined;
}

/** Numbers the cells of the sums that can be read. */
function* numbered(hard: readonly Balance[], soft: readonly Balance[]): Steps<Numbered> {
  const numbers = new ByCell<number>();
  const figures: Figure[] = [];
  const sums: Sum[] = [];
  const numberOf = (figure: Figure): number => {
    const known = numbers.get(figure.at);
    if (known !== undefined) return known;
    const cell = figures.push(figure) - 1;
    numbers.set(figure.at, cell);
    return cell;
  };
  const isReadable = (figure: Figure): boolean => countOf(figure) !== undefined;
  for (const [index, balance] of [...hard, ...soft].entries()) {
    const isLong = balance.parts.length > STEP;
    if (index % STEP === STEP - 1 || isLong) yield;
    if (balance.parts.length === 0 || !isReadable(balance.total) || !balance.parts.every(isReadable)) continue;
    if (isLong) yield;
    const total = numberOf(balance.total);
    const parts = balance.parts.map(numberOf);
    if (isLong) yield;
    sums.push({ balance, total, parts, axis: axisOf(balance), hard: index < hard.length });
  }
  yield;
  const lines = new Map<number, readonly number[]>();
  for (const [row, line] of numbers.lines()) {
    lines.set(row, line);
    if (lines.size % STEP === 0) yield;
  }
  return { figures, sums, lines, cellAt: (at) => numbers.get(at) };
}

/**
 * Numbers the cells of the sums that can be read: those that must come out, those that usually do, and what is stated
 * elsewhere of single cells.
 */
export function* problemOf(
  hard: readonly Balance[],
  soft: readonly Balance[],
  facts: readonly Fact[],
  names: ReadonlyMap<number, string> = new Map(),
  formulas?: FormulaGraph,
): Steps<Problem> {
  const { figures, sums, lines, cellAt } = yield* numbered(hard, soft);
  // One list after the other: making room for several long ones at once would take long.
  const counts: number[] = [];
  for (const figure of figures) {
    counts.push(countOf(figure)!);
    if (counts.length % STEP === 0) yield;
  }
  const added = new Float64Array(figures.length);
  let isAddedAsMeant = true;
  for (let cell = 0; cell < figures.length; cell++) {
    if (cell % STEP === STEP - 1) yield;
    added[cell] = addedOf(figures[cell]!);
    isAddedAsMeant &&= added[cell] === counts[cell]! * 1000;
  }
  const residuals: number[] = [];
  for (const { total, parts } of sums) {
    if (residuals.length % STEP === STEP - 1 || parts.length > STEP) yield;
    residuals.push(parts.reduce((rest, part) => rest - counts[part]!, counts[total]!));
  }
  const isSubtotal = new Array<boolean>(figures.length).fill(false);
  const isTotal = new Array<boolean>(figures.length).fill(false);
  const totalRows = new Set<number>();
  for (const [index, { axis, hard: isHard, total }] of sums.entries()) {
    if (index % STEP === STEP - 1) yield;
    if (isHard && axis === "row") isSubtotal[total] = true;
    if (!isHard || axis !== "column") continue;
    isTotal[total] = true;
    totalRows.add(figures[total]!.at.row);
  }
  yield;
  const stated = facts.flatMap((fact) => {
    const cell = cellAt(fact.figure.at);
    return cell === undefined ? [] : [{ cell, fact }];
  });
  return {
    figures,
    counts,
    added,
    isAddedAsMeant,
    sums,
    residuals,
    sumsOf: yield* sumsOfCells(sums, figures.length),
    lines,
    isSubtotal,
    isTotal,
    names,
    totalRows,
    liveSums: yield* liveSumsOf(figures, counts, cellAt, formulas),
    oddBlanks: yield* oddBlanksOf(figures),
    facts: stated,
  };
}

function* oddBlanksOf(figures: readonly Figure[]): Steps<readonly number[]> {
  const blanks: number[] = [];
  let noughts = 0;
  for (const [
    cell,
    {
      cell: { formula },
      reading,
    },
  ] of figures.entries()) {
    if (cell % STEP === STEP - 1) yield;
    if (reading.kind === "blank") blanks.push(cell);
    else if (reading.kind === "figure" && reading.units === 0 && formula === undefined) noughts++;
  }
  return noughts >= NOUGHTS_FOR_A_BLANK * blanks.length ? blanks : [];
}
