import type { Balance, Fact } from "../../checks/Check";
import { parseAdditiveFormula } from "../../sheet/additiveFormula";
import { positionKey } from "../../sheet/Address";
import { STEP, type Steps } from "../../steps";
import { meantCount } from "../../table/Reading";
import type { Figure } from "../../table/Table";
import type { Addend, Axis, Problem, Sum } from "./Problem";

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
  }
  yield;
  const lines = new Map<number, number[]>();
  const added: number[] = [];
  for (const [cell, figure] of figures.entries()) {
    if (cell % STEP === STEP - 1) yield;
    added.push(addedOf(figure));
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
  const addends = addendsOf(figures, counts, numbers);
  return {
    figures,
    counts,
    added,
    sums,
    sumsOf,
    lines,
    beside,
    isSubtotal,
    isTotal,
    names,
    totalRows,
    addends,
    dependents: dependentsOf(figures, addends),
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

/** Looks up what a live sum adds up, down to cells that are no sums; undefined where it does not come out. */
function addendsOf(figures: readonly Figure[], counts: readonly number[], numbers: ReadonlyMap<number, number>): Problem["addends"] {
  const known = new Map<number, readonly Addend[] | undefined>();
  const addends = (cell: number): readonly Addend[] | undefined => {
    const { formula } = figures[cell]!.cell;
    if (formula === undefined) return undefined;
    if (known.has(cell)) return known.get(cell);
    // A formula that leads back to itself is not understood.
    known.set(cell, undefined);
    const found: Addend[] = [];
    for (const { sign, range } of parseAdditiveFormula(formula) ?? []) {
      for (let row = range.top; row <= range.bottom; row++) {
        for (let column = range.left; column <= range.right; column++) {
          const addend = numbers.get(positionKey({ row, column }));
          if (addend === undefined) return undefined;
          for (const each of addends(addend) ?? [{ cell: addend, sign: 1 }]) found.push({ cell: each.cell, sign: sign * each.sign });
        }
      }
    }
    const sum = found.reduce((added, each) => added + each.sign * counts[each.cell]!, 0);
    if (found.length === 0 || sum !== counts[cell]) return undefined;
    known.set(cell, found);
    return found;
  };
  return addends;
}

/** The addends turned round, when somebody asks for the first time. */
function dependentsOf(figures: readonly Figure[], addends: Problem["addends"]): Problem["dependents"] {
  let known: Map<number, Addend[]> | undefined;
  return (cell) => {
    if (!known) {
      known = new Map();
      for (const computed of figures.keys()) {
        for (const { cell: addend, sign } of addends(computed) ?? []) {
          const formulas = known.get(addend);
          if (formulas) formulas.push({ cell: computed, sign });
          else known.set(addend, [{ cell: computed, sign }]);
        }
      }
    }
    return known.get(cell) ?? [];
  };
}
