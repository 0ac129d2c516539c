import { BLANK_CELL, type Cell, BLANK, numberValue, type Value } from "./Cell";
import { FormulaGraph } from "./FormulaGraph";
import { finish, STEP, type Steps } from "../steps";
import type { Sheet, SheetRow } from "./Sheet";
import type { Formula, SumFormula, Terms, Test } from "./Formula";
import { roundedRatio } from "./ratio";

/** Excel shows, and keeps, no more digits of a number. */
const DIGITS = 15;

/** The number that Excel shows for one that binary fractions have carried off: 17.400000000000002 is 17.4. */
const asShown = (number: number): number => (Number.isSafeInteger(number) ? number : Number(number.toPrecision(DIGITS)));

/** A number as a whole number of 10^-decimals. */
function decimalOf(number: number): readonly [units: bigint, decimals: number] {
  const [mantissa = "", exponent = "0"] = String(asShown(number)).split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const decimals = fraction.length - Number(exponent);
  const units = BigInt(whole + fraction);
  return decimals < 0 ? [units * 10n ** BigInt(-decimals), 0] : [units, decimals];
}

/** Adds up numbers as the decimals they are shown as, without passing through binary fractions: 1.8 and 17.4 come to 19.2. */
export class DecimalSum {
  /** Whole numbers, by far the most, are added up as they are. */
  private whole = 0;
  private fraction = 0n;
  /** Of the fraction, which is a whole number of 10^-decimals. */
  decimals = 0;

  /** @param times A whole number of halves. */
  add(number: number, times: number): void {
    const whole = this.whole + times * number;
    if (Number.isSafeInteger(number) && Number.isSafeInteger(whole) && Number.isSafeInteger(times * number)) {
      this.whole = whole;
      return;
    }
    // Five times as many, with one more digit, are the halves.
    const isHalved = !Number.isInteger(times);
    const [plain, digits] = decimalOf(number);
    const [units, decimals] = isHalved ? [plain * 5n, digits + 1] : [plain, digits];
    if (decimals > this.decimals) {
      this.fraction *= 10n ** BigInt(decimals - this.decimals);
      this.decimals = decimals;
    }
    this.fraction += BigInt(isHalved ? 2 * times : times) * units * 10n ** BigInt(this.decimals - decimals);
  }

  /** The sum as a whole number of 10^-decimals, for no fewer decimals than its own. */
  unitsOf(decimals: number): bigint {
    return BigInt(this.whole) * 10n ** BigInt(decimals) + this.fraction * 10n ** BigInt(decimals - this.decimals);
  }

  /** The sum, as Excel shows it. */
  get number(): number {
    return this.fraction === 0n ? this.whole : asShown(Number(`${this.unitsOf(this.decimals)}e-${this.decimals}`));
  }
}

/** What a cell comes to, as read and by its zero-based row and column; undefined where that is not known. */
export type ValueAt = (cell: Cell | undefined, row: number, column: number) => Value | undefined;

/** What Excel adds for a value: SUM skips texts and blanks, a bare "+" takes blanks for 0 and digits in text for numbers. Undefined where it shows an error. */
function addend(value: Value, summed: boolean): number | undefined {
  switch (value.kind) {
    case "blank":
      return 0;
    case "number":
      return value.number;
    case "text":
      return summed ? 0 : /^\d+$/.test(value.text.trim()) ? Number(value.text) : undefined;
    case "error":
      return undefined;
  }
}

/** What terms come to; undefined where that is not known, or an error among them is. @param onError Told of an error that one of the cells shows. */
function totalOf(graph: FormulaGraph, terms: Terms, valueAt: ValueAt, onError?: () => void): DecimalSum | undefined {
  const sum = new DecimalSum();
  const isKnown = graph.eachCell(terms, (cell, row, column, { times, summed, sheet }) => {
    const value = sheet === undefined ? valueAt(cell, row, column) : standing(cell);
    const number = value && addend(value, summed);
    if (number !== undefined) sum.add(number, times);
    else if (value?.kind === "error") onError?.();
    return number !== undefined;
  });
  return isKnown ? sum : undefined;
}

/** What a cell shows; undefined for a formula that was saved without a result. */
export const standing = ({ uncalculated, value }: Cell = BLANK_CELL): Value | undefined => (uncalculated ? undefined : value);

function sumOf(graph: FormulaGraph, { terms, constant, digits, unless, otherwise }: SumFormula, valueAt: ValueAt): Value | undefined {
  if (unless) {
    const held = unless.tests.map((test) => holds(graph, test, valueAt));
    if (held.includes(undefined)) return undefined;
    if (unless.all ? !held.includes(false) : held.includes(true)) return unless.shows;
  }
  let isError = false;
  const sum = totalOf(graph, terms, valueAt, () => (isError = true));
  if (!sum) return isError ? otherwise : undefined;
  // Beyond the largest number Excel shows an error.
  if (!Number.isFinite(constant)) return otherwise;
  if (constant !== 0) sum.add(constant, 1);
  if (!Number.isFinite(sum.number)) return otherwise;
  // What is rounded is left to Excel, but for what rounding leaves as it is.
  return digits !== undefined && Number(sum.number.toFixed(digits)) !== sum.number ? undefined : numberValue(sum.number);
}

function holds(graph: FormulaGraph, { terms, is }: Test, valueAt: ValueAt): boolean | undefined {
  if (is === "nought") {
    const sum = totalOf(graph, terms, valueAt);
    return sum && sum.number === 0;
  }
  let found = false;
  const isKnown = graph.eachCell(terms, (cell, row, column, { sheet }) => {
    const value = sheet === undefined ? valueAt(cell, row, column) : standing(cell);
    // A formula that shows nothing is a text to COUNTA.
    found ||= value !== undefined && (is === "blank" ? value.kind !== "blank" : value.kind === "number");
    return value !== undefined;
  });
  return isKnown ? !found : undefined;
}

/** What a formula comes to over these values, as Excel would show it; undefined where that would be an error, or a value is not known. */
export function resultOf(graph: FormulaGraph, formula: Formula, valueAt: ValueAt): Value | undefined {
  if (formula.kind === "sum") return sumOf(graph, formula, valueAt);
  const guard = totalOf(graph, formula.guard, valueAt);
  if (!guard || guard.number === 0) return guard && BLANK;
  const [above, below] = [formula.numerator, formula.denominator].map((terms) => totalOf(graph, terms, valueAt));
  if (!above || !below || below.number === 0) return undefined;
  const decimals = Math.max(above.decimals, below.decimals);
  const units = roundedRatio(Number(above.unitsOf(decimals)) * 100, Number(below.unitsOf(decimals)), formula.decimals);
  return units === undefined ? undefined : numberValue(units / 10 ** formula.decimals);
}

/**
 * What these formulas come to, by their numbers, each from what those of them that it reads come to, and from `valueAt` of all other cells.
 * Undefined, too, for formulas that are not understood or lead back to themselves, and for what rests on them.
 */
export function* formulaResults(
  graph: FormulaGraph,
  formulas: ReadonlySet<number>,
  valueAt: ValueAt,
  formulaOf = (formula: number): Formula | undefined => graph.formulaOf(formula),
): Steps<readonly (Value | undefined)[]> {
  const results: (Value | undefined)[] = [];
  const asked = new Uint8Array(graph.size);
  for (const formula of formulas) asked[formula] = 1;
  const known: ValueAt = (cell, row, column) => {
    const formula = cell?.formula === undefined ? undefined : graph.numberAt(row, column);
    return formula !== undefined && asked[formula] ? results[formula] : valueAt(cell, row, column);
  };
  for (const formula of yield* graph.inOrder(formulas, formulaOf)) {
    const understood = formulaOf(formula);
    results[formula] = understood && resultOf(graph, understood, known);
    // Each may add up a column as long as the sheet.
    yield;
  }
  return results;
}

/**
 * The sheet with its sums and percentages worked out, as Excel would. Formulas of other shapes, circular ones and those over errors
 * stay as they are. `which`: all of them, or only those saved without a result.
 */
export const recalculate = (sheet: Sheet, which: "all" | "uncalculated"): Sheet => finish(recalculateInSteps(sheet, which));

/** The same, in steps. */
export function* recalculateInSteps(sheet: Sheet, which: "all" | "uncalculated", graph = new FormulaGraph(sheet)): Steps<Sheet> {
  const meant = new Set<number>();
  for (let formula = 0; formula < graph.size; formula++) {
    // What another shape shows is all that is known of it.
    if (graph.at(formula).cell.uncalculated || (which === "all" && graph.formulaOf(formula))) meant.add(formula);
  }
  if (meant.size === 0) return sheet;
  const results = yield* formulaResults(graph, meant, standing);
  const lines = new Map<number, (Cell | undefined)[]>();
  for (const formula of meant) {
    if (formula % STEP === STEP - 1) yield;
    const value = results[formula];
    if (value === undefined) continue;
    const { row, column, cell } = graph.at(formula);
    const { uncalculated: _uncalculated, ...rest } = cell;
    const line = lines.get(row) ?? [...sheet.rows.get(row)!];
    line[column] = { ...rest, value };
    lines.set(row, line);
  }
  const rows = new Map<number, SheetRow>(sheet.rows);
  for (const [row, line] of lines) rows.set(row, line);
  return { ...sheet, rows };
}
