import type { Balance, Fact } from "../../checks/Check";
import type { Position } from "../../sheet/Address";
import type { Cell } from "../../sheet/Cell";
import type { FormulaGraph } from "../../sheet/FormulaGraph";
import { STEP, type Steps } from "../../steps";
import { decimalsOf } from "../../figures/readFigure";
import { meantUnits } from "../../figures/Reading";
import type { Figure } from "../../figures/Table";
import type { Addend, Axis, LiveSums, Problem, Sum } from "./Problem";
import { formulaRoles, NO_ROLES } from "./formulaRoles";
import { remembering } from "./Setting";

/** Cells, or sums, gone through between two pauses. */
const STRETCH = 50_000;

/** A table writes its noughts when so many are written for each that is left empty. */
const NOUGHTS_FOR_A_BLANK = 4;

/** What SUM adds for a cell, in thousandths of its unit: text and blanks add nothing, formulas what they come to. */
function addedOf({ cell: { formula, value }, reading, column }: Figure): number {
  const meant = (meantUnits(reading) ?? NaN) * 1000;
  if (formula !== undefined) return meant;
  if (value.kind !== "number") return 0;
  // A percentage holds a hundredth of what it says, and SUM comes to it just so.
  const decimals = decimalsOf(column);
  return decimals > 0 && reading.kind === "figure" ? meant : Math.round(value.number * 1000 * 10 ** decimals);
}

/** The count a figure means; NaN for a fraction, which may be a total of misread thousands. Undefined where nothing can be made of it. */
function countOf({ cell, reading }: Figure): number | undefined {
  const isFraction = reading.kind === "unreadable" && reading.why === "fraction" && cell.value.kind === "number";
  return isFraction ? NaN : meantUnits(reading);
}

/** Cells in the order in which sums name them, with the sums over their numbers. */
export interface Summed extends Pick<Problem, "figures" | "counts" | "sums" | "residuals" | "lines"> {
  readonly cellAt: (at: Position) => number | undefined;
}

/** Of most sums nothing is taken away. */
const NOTHING_TAKEN: readonly number[] = [];

/** Numbers the cells of the sums that can be read. Each figure is looked at once: of a long table they lie far apart in memory. */
export function* summed(balances: readonly Balance[]): Steps<Summed> {
  const figures: Figure[] = [];
  const meant: number[] = [];
  const sums: Sum[] = [];
  /** By column, then row, of the sheet. */
  const columns: (number | undefined)[][] = [];
  /** The number of a figure, given to it if it has none; undefined where it cannot be read. */
  const numberOf = (figure: Figure): number | undefined => {
    const { row, column } = figure.at;
    const known = (columns[column] ??= []);
    const count = known[row] === undefined ? countOf(figure) : undefined;
    if (count === undefined) return known[row];
    meant.push(count);
    return (known[row] = figures.push(figure) - 1);
  };
  /** Numbers the parts as far as they can be read, and tells along which way of the table they lie. */
  const numbersOf = (balance: Balance, numbers: number[]): Axis => {
    const { total: { at: { row, column } }, down } = balance;
    for (let index = 0; down && index < down.length; index++) {
      const number = columns[column]![down[index]!] ?? numberOf(balance.parts[index]!);
      if (number === undefined) break;
      numbers.push(number);
    }
    if (down) return "column";
    let [isRow, isColumn] = [true, true];
    for (const part of balance.parts) {
      const number = numberOf(part);
      if (number === undefined) break;
      if (part.at.row !== row) isRow = false;
      if (part.at.column !== column) isColumn = false;
      numbers.push(number);
    }
    return isRow ? "row" : isColumn ? "column" : "other";
  };
  let seen = 0;
  for (const balance of balances) {
    const { check, total, gap } = balance;
    const length = (balance.down ?? balance.parts).length;
    if ((seen += length) > STEP) {
      yield;
      seen = 0;
    }
    if (length === 0) continue;
    const before = figures.length;
    const whole = numberOf(total);
    if (whole === undefined) continue;
    const parts: number[] = [];
    const axis = numbersOf(balance, parts);
    const taken = balance.taken ? balance.taken.map(numberOf).filter((each) => each !== undefined) : NOTHING_TAKEN;
    const isRead = parts.length === length && taken.length === (balance.taken ?? NOTHING_TAKEN).length;
    if (isRead) sums.push({ check, gap, total: whole, parts, taken, axis: taken.length > 0 ? "other" : axis, row: total.at.row, hard: gap === undefined });
    else {
      // What only this sum names has no number: nothing can be said of it.
      for (const { at } of figures.splice(before)) columns[at.column]![at.row] = undefined;
      meant.length = before;
    }
  }
  yield;
  const rows: number[][] = [];
  columns.forEach((column) => column.forEach((cell, row) => cell !== undefined && (rows[row] ??= []).push(cell)));
  const lines = new Map<number, readonly number[]>();
  // Only where there is something: most rows of the sheet may be none of the table's.
  rows.forEach((cells, row) => lines.set(row, cells));
  const counts = Float64Array.from(meant);
  const residuals = new Float64Array(sums.length);
  for (let index = 0; index < sums.length; index++) {
    if (index % STRETCH === STRETCH - 1) yield;
    const { total, parts, taken } = sums[index]!;
    let rest = counts[total]!;
    for (let place = 0; place < parts.length; place++) rest -= counts[parts[place]!]!;
    for (let place = 0; place < taken.length; place++) rest += counts[taken[place]!]!;
    residuals[index] = rest;
  }
  return { figures, counts, sums, residuals, lines, cellAt: ({ row, column }) => columns[column]?.[row] };
}

/** Looks up the sums each cell stands in: laid end to end, as a list for every cell of a long table would be many. */
function sumsOfCells(sums: readonly Sum[], cells: number): Problem["sumsOf"] {
  const ends = new Int32Array(cells + 1);
  for (const { total, parts, taken } of sums) {
    ends[total]!++;
    for (let place = 0; place < parts.length; place++) ends[parts[place]!]!++;
    for (let place = 0; place < taken.length; place++) ends[taken[place]!]!++;
  }
  for (let cell = 0; cell < cells; cell++) ends[cell + 1]! += ends[cell]!;
  const laid = new Int32Array(ends[cells]!);
  // From the last sum to the first, so that each list fills from its end; then its end is where it begins.
  for (let index = sums.length - 1; index >= 0; index--) {
    const { total, parts, taken } = sums[index]!;
    for (let place = taken.length - 1; place >= 0; place--) laid[--ends[taken[place]!]!] = index;
    for (let place = parts.length - 1; place >= 0; place--) laid[--ends[parts[place]!]!] = index;
    laid[--ends[total]!] = index;
  }
  const known: (readonly number[] | undefined)[] = [];
  const listOf = (cell: number): readonly number[] => {
    const list: number[] = [];
    for (let place = ends[cell]!; place < ends[cell + 1]!; place++) list.push(laid[place]!);
    return list;
  };
  return (cell) => (known[cell] ??= listOf(cell));
}

/** Numbers the cells of the sums that can be read: those that must come out, those that usually do, and what is stated elsewhere of single cells. */
export function* problemOf(balances: readonly Balance[], formulas: FormulaGraph, facts: readonly Fact[] = [], names: Problem["names"] = () => new Map()): Steps<Problem> {
  const { figures, counts, sums, residuals, lines, cellAt } = yield* summed(balances);
  const cells = figures.length;
  const added = new Float64Array(cells);
  const blanks: number[] = [];
  let [noughts, isAddedAsMeant, hasFormulas] = [0, true, false];
  for (let cell = 0; cell < cells; cell++) {
    if (cell % STRETCH === STRETCH - 1) yield;
    const figure = figures[cell]!;
    const isTyped = figure.cell.formula === undefined;
    const count = counts[cell]!;
    added[cell] = addedOf(figure);
    isAddedAsMeant &&= added[cell] === count * 1000;
    hasFormulas ||= !isTyped;
    if (figure.reading.kind === "blank") blanks.push(cell);
    else if (count === 0 && isTyped) noughts++;
  }
  yield;
  const [isSubtotal, isTotal] = [new Uint8Array(cells), new Uint8Array(cells)];
  const totalRows = new Set<number>();
  for (let index = 0; index < sums.length; index++) {
    if (index % STRETCH === STRETCH - 1) yield;
    const { total, axis, hard, row } = sums[index]!;
    if (!hard || axis === "other") continue;
    (axis === "row" ? isSubtotal : isTotal)[total] = 1;
    if (axis === "column") totalRows.add(row);
  }
  yield;
  const sumsOf = sumsOfCells(sums, cells);
  yield;
  const { inputs, opaque, circular } = hasFormulas ? yield* formulaRoles(figures, sums, cellAt, formulas) : NO_ROLES;
  return {
    figures,
    counts,
    added,
    isAddedAsMeant,
    sums,
    residuals,
    sumsOf,
    lines,
    isSubtotal,
    isTotal,
    restColumns: new Set(sums.filter(({ taken }) => taken.length > 0).map(({ total }) => figures[total]!.at.column)),
    names,
    totalRows,
    liveSums: yield* liveSumsOf(hasFormulas ? figures : [], counts, cellAt, formulas, circular),
    inputs,
    opaque,
    oddBlanks: noughts >= NOUGHTS_FOR_A_BLANK * blanks.length ? blanks : [],
    once: remembering(),
    facts: facts.flatMap((fact) => {
      const cell = cellAt(fact.figure.at);
      return cell === undefined ? [] : [{ cell, fact }];
    }),
  };
}

const NONE: readonly Addend[] = [];

/** Whether a cell adds nothing to a sum over it, whatever is mended in the table. */
const addsNothing = (cell: Cell | undefined, summed: boolean): boolean =>
  cell === undefined || (cell.formula === undefined && (cell.value.kind === "blank" || (summed && cell.value.kind === "text")));

const NO_LIVE_SUMS: LiveSums = { any: false, isLive: () => false, addends: () => undefined, dependents: () => NONE, adds: () => false };

/** What the formulas of a sheet add up among the cells of a table's sums; looked up when asked. `cellAt` numbers the cells. */
export function* liveSumsOf(figures: readonly Figure[], counts: ArrayLike<number>, cellAt: (at: Position) => number | undefined, graph: FormulaGraph, circular: ReadonlySet<number> = new Set()): Steps<LiveSums> {
  if (!figures.some(({ cell }) => cell.formula !== undefined)) return NO_LIVE_SUMS;
  const depths = yield* graph.depths();
  const readersOf = yield* graph.readers();

  /** What each formula adds up, cell by cell, where that is what it shows. */
  const known = new Map<number, readonly Addend[] | undefined>();
  const look = (cell: number): readonly Addend[] | undefined => {
    const { at } = figures[cell]!;
    const formula = graph.numberAt(at.row, at.column);
    const terms = formula !== undefined && depths[formula]! > 0 && !circular.has(cell) ? graph.sumAt(at) : undefined;
    if (!terms) return undefined;
    const added: Addend[] = [];
    let sum = 0;
    const isWithin = graph.eachCell(terms, (read, row, column, { times, summed }) => {
      const addend = cellAt({ row, column });
      // What stands beside the sums is a cell that nobody asks about, but where it adds nothing.
      if (addend === undefined) return addsNothing(read, summed);
      added.push({ cell: addend, sign: times });
      sum += times * counts[addend]!;
      return true;
    });
    return isWithin && sum === counts[cell] ? added : undefined;
  };
  const named = (cell: number): readonly Addend[] | undefined => {
    if (!known.has(cell)) known.set(cell, look(cell));
    return known.get(cell);
  };

  const expanded = new Map<number, readonly Addend[]>();
  /** Ends, as no formula is followed that leads back to itself or goes too deep. */
  const addends = (cell: number): readonly Addend[] | undefined => {
    const own = named(cell);
    if (!own || expanded.has(cell)) return own && expanded.get(cell);
    const found: Addend[] = [];
    for (const { cell: inner, sign: times } of own) for (const { cell: addend, sign } of addends(inner) ?? [{ cell: inner, sign: 1 }]) found.push({ cell: addend, sign: times * sign });
    expanded.set(cell, found);
    return found;
  };

  return {
    any: true,
    isLive: (cell) => named(cell) !== undefined,
    addends,
    dependents(cell) {
      const { at } = figures[cell]!;
      return [...readersOf(at)].flatMap((formula) => {
        const place = graph.at(formula);
        const reader = cellAt(place);
        const sign = graph.timesAdded(graph.sumAt(place) ?? [], at);
        return reader !== undefined && sign !== 0 && named(reader) ? [{ cell: reader, sign }] : [];
      });
    },
    adds(total, parts) {
      if (named(total)?.length !== parts.length) return false;
      const terms = graph.sumAt(figures[total]!.at)!;
      return parts.every((part) => graph.timesAdded(terms, figures[part]!.at) === 1);
    },
  };
}
