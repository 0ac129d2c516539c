import type { Balance, Fact } from "../../checks/Check";
import { positionKey } from "../../sheet/Address";
import { STEP, type Steps } from "../../steps";
import { meantCount } from "../../table/Reading";
import type { Figure } from "../../table/Table";
import { liveSumsOf } from "./liveSumsOf";
import type { Axis, Problem, Sum } from "./Problem";

/** A table writes its noughts when so many are written for each that is left empty. */
const NOUGHTS_FOR_A_BLANK = 4;

function axisOf({ total, parts }: Balance): Axis {
  if (parts.every(({ at }) => at.row === total.at.row)) return "row";
  return parts.every(({ at }) => at.column === total.at.column) ? "column" : "other";
}

/** What SUM adds for a cell, in thousandths: text and blanks add nothing, formulas what they come to. */
function addedOf({ cell, reading }: Figure): number {
  if (cell.formula !== undefined) return (meantCount(reading) ?? NaN) * 1000;
  return cell.value.kind === "number" ? Math.round(cell.value.number * 1000) : 0;
}

/**
 * The count a figure means. A fraction may be a total that added up misread thousands: not a number until they are put right.
 * Undefined where nothing can be made of it.
 */
function countOf({ cell, reading }: Figure): number | undefined {
  const isFraction = reading.kind === "unreadable" && reading.why === "fraction" && cell.value.kind === "number";
  return isFraction ? NaN : meantCount(reading);
}

/**
 * Numbers the cells of the sums that can be read: those that must come out, those that usually do, and what is stated
 * elsewhere of single cells.
 */
export function* problemOf(hard: readonly Balance[], soft: readonly Balance[], facts: readonly Fact[], names: ReadonlyMap<number, string> = new Map()): Steps<Problem> {
  const numbers = new Map<number, number>();
  const figures: Figure[] = [];
  const counts: number[] = [];
  const sumsOf: number[][] = [];
  const beside: number[][] = [];
  const isSubtotal: boolean[] = [];
  const isTotal: boolean[] = [];
  const totalRows = new Set<number>();
  const sums: Sum[] = [];
  const residuals: number[] = [];
  const numberOf = (figure: Figure): number => {
    const key = positionKey(figure.at);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, figures.length);
    counts.push(countOf(figure)!);
    sumsOf.push([]);
    beside.push([]);
    isSubtotal.push(false);
    isTotal.push(false);
    return figures.push(figure) - 1;
  };
  for (const [index, balance] of [...hard, ...soft].entries()) {
    if (index % STEP === STEP - 1 || balance.parts.length > STEP) yield;
    if (balance.parts.length === 0 || [balance.total, ...balance.parts].some((figure) => countOf(figure) === undefined)) continue;
    const total = numberOf(balance.total);
    const parts = balance.parts.map(numberOf);
    const axis = axisOf(balance);
    const isHard = index < hard.length;
    if (isHard && axis === "row") {
      isSubtotal[total] = true;
      for (const [place, part] of parts.slice(1).entries()) {
        beside[parts[place]!]!.push(part);
        beside[part]!.push(parts[place]!);
      }
    }
    if (isHard && axis === "column") {
      isTotal[total] = true;
      totalRows.add(balance.total.at.row);
    }
    for (const cell of [total, ...parts]) sumsOf[cell]!.push(sums.length);
    sums.push({ balance, total, parts, axis, hard: isHard });
    residuals.push(parts.reduce((rest, part) => rest - counts[part]!, counts[total]!));
  }
  yield;
  const lines = new Map<number, number[]>();
  const added: number[] = [];
  let isAddedAsMeant = true;
  for (const [cell, figure] of figures.entries()) {
    if (cell % STEP === STEP - 1) yield;
    added.push(addedOf(figure));
    isAddedAsMeant &&= added[cell] === counts[cell]! * 1000;
    const { at } = figure;
    const line = lines.get(at.row);
    if (line) line.push(cell);
    else lines.set(at.row, [cell]);
  }
  let sorted = 0;
  for (const line of lines.values()) {
    if (++sorted % STEP === 0) yield;
    line.sort((one, other) => figures[one]!.at.column - figures[other]!.at.column);
  }
  yield;
  const stated = facts.flatMap((fact) => {
    const cell = numbers.get(positionKey(fact.figure.at));
    return cell === undefined ? [] : [{ cell, fact }];
  });
  return {
    figures,
    counts,
    added,
    isAddedAsMeant,
    sums,
    residuals,
    sumsOf,
    lines,
    beside,
    isSubtotal,
    isTotal,
    names,
    totalRows,
    liveSums: yield* liveSumsOf(figures, counts, numbers),
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
    else if (reading.kind === "count" && reading.count === 0 && formula === undefined) noughts++;
  }
  return noughts >= NOUGHTS_FOR_A_BLANK * blanks.length ? blanks : [];
}
