import { firstFrom } from "../firstFrom";
import { STEP, type Steps } from "../steps";
import type { AdditiveFormula, Term } from "./additiveFormula";
import type { Position, Rectangle } from "./Address";
import type { Cell } from "./Cell";
import { Readers } from "./Readers";
import { readFormula, termsOf, type Formula } from "./readFormula";
import type { Sheet } from "./Sheet";

/** Formulas of formulas are followed no deeper than this where what they add up is laid out: no table goes deeper. */
const DEEPEST = 64;

interface FormulaCell extends Position {
  readonly cell: Cell;
}

/** A formula being followed: the formulas it reads that are still to be looked at. */
interface Look {
  readonly formula: number;
  readonly rest: Iterator<number>;
}

/**
 * The formulas of a sheet, numbered in reading order from 0: what each is, which cells it reads, and who reads a cell. It is made in one
 * pass, reads a formula when first asked for it, and knows nothing of what the cells come to: `formulaResults` works that out.
 */
export class FormulaGraph {
  private readonly cells: FormulaCell[] = [];
  /** The zero-based rows that hold anything, and those with formulas, in ascending order. */
  private readonly rowNumbers: readonly number[];
  private readonly formulaRows: number[] = [];
  /** The numbers of the formulas, by row and column. */
  private readonly byRow = new Map<number, number[]>();
  /** One more than the last column that holds anything. */
  private readonly width: number;
  private readonly read: (Formula | null)[] = [];
  private knownReaders?: Readers;
  private knownDepths?: Uint8Array;

  /** @param rows What stands on the sheet, by zero-based row, in ascending order. */
  constructor(private readonly rows: Sheet["rows"]) {
    this.rowNumbers = [...rows.keys()];
    let width = 0;
    for (const [row, line] of rows) {
      width = Math.max(width, line.length);
      let numbers: number[] | undefined;
      for (let column = 0; column < line.length; column++) {
        const cell = line[column];
        if (cell?.formula === undefined) continue;
        if (!numbers) {
          this.formulaRows.push(row);
          this.byRow.set(row, (numbers = []));
        }
        numbers[column] = this.cells.push({ row, column, cell }) - 1;
      }
    }
    this.width = width;
  }

  /** How many formulas there are. */
  get size(): number {
    return this.cells.length;
  }

  /** Where a formula stands, and what its cell held when the sheet was read. */
  at(formula: number): FormulaCell {
    return this.cells[formula]!;
  }

  /** The number of the formula at a zero-based row and column; undefined where there is none. */
  numberAt(row: number, column: number): number | undefined {
    return this.byRow.get(row)?.[column];
  }

  /** What a formula is; undefined where that is left to Excel. */
  formulaOf(formula: number): Formula | undefined {
    const known = this.read[formula];
    if (known !== undefined) return known ?? undefined;
    const read = readFormula(this.at(formula).cell.formula!);
    this.read[formula] = read ?? null;
    return read;
  }

  /** What the cell at a position adds up; undefined where it is no formula, or one of another shape. */
  sumAt({ row, column }: Position): AdditiveFormula | undefined {
    const number = this.numberAt(row, column);
    const formula = number === undefined ? undefined : this.formulaOf(number);
    return formula?.kind === "sum" ? formula.terms : undefined;
  }

  /** Shows every cell of these blocks in a row that holds anything, from top left to bottom right; ends early where `see` says false. */
  eachCell(terms: AdditiveFormula, see: (cell: Cell | undefined, row: number, column: number, term: Term) => boolean): boolean {
    for (const term of terms) {
      const { top, bottom, left } = term.range;
      const right = Math.min(term.range.right, this.width - 1);
      for (let index = placeOf(this.rowNumbers, top); index < this.rowNumbers.length; index++) {
        const row = this.rowNumbers[index]!;
        if (row > bottom) break;
        const line = this.rows.get(row)!;
        for (let column = left; column <= right; column++) if (!see(line[column], row, column, term)) return false;
      }
    }
    return true;
  }

  /** The formulas within a block. */
  *formulasIn({ top, left, bottom, right }: Rectangle): Generator<number> {
    for (let index = placeOf(this.formulaRows, top); index < this.formulaRows.length; index++) {
      const row = this.formulaRows[index]!;
      if (row > bottom) return;
      const numbers = this.byRow.get(row)!;
      for (let column = left; column <= right && column < numbers.length; column++) if (numbers[column] !== undefined) yield numbers[column]!;
    }
  }

  /** Who reads which cell, of formulas of any shape. */
  *readers(): Steps<Readers> {
    return (this.knownReaders ??= yield* Readers.of(this, this.width));
  }

  /** The formulas that read these cells, those that read them in turn, and so on, as far as `follows`; in no order. */
  *restingOn(cells: Iterable<Position>, follows: (formula: number) => boolean): Steps<ReadonlySet<number>> {
    const readers = yield* this.readers();
    const found = new Set<number>();
    let seen = 0;
    const take = (at: Position): void => readers.of(at).forEach((reader) => follows(reader) && found.add(reader));
    for (const at of cells) {
      if (++seen % STEP === 0) yield;
      take(at);
    }
    for (const formula of found) {
      if (++seen % STEP === 0) yield;
      take(this.at(formula));
    }
    return found;
  }

  /**
   * These formulas, each after those of them that it reads. Of those that lead back to themselves, one comes before what it reads.
   * `instead`: what some of them are to be, in place of what they are.
   */
  *inOrder(formulas: ReadonlySet<number>, formulaOf = (formula: number): Formula | undefined => this.formulaOf(formula)): Steps<readonly number[]> {
    const order: number[] = [];
    const met = new Uint8Array(this.size);
    const open: Look[] = [];
    const begin = (formula: number): void => {
      met[formula] = 1;
      open.push({ formula, rest: this.readBy(formulaOf(formula)) });
    };
    let looks = 0;
    for (const start of formulas) {
      if (!met[start]) begin(start);
      // A list of its own instead of calls that call themselves: sums of sums may go as deep as the sheet is long.
      for (let look = open.at(-1); look; look = open.at(-1)) {
        if (++looks % STEP === 0) yield;
        const { value, done } = look.rest.next();
        if (done) order.push(open.pop()!.formula);
        else if (!met[value] && formulas.has(value)) begin(value);
      }
    }
    return order;
  }

  private *readBy(formula: Formula | undefined): Generator<number> {
    if (formula) for (const { range } of termsOf(formula)) yield* this.formulasIn(range);
  }

  /**
   * How many formulas of formulas stand below each, itself included; 0 for those that are not to be followed, because they are not
   * understood, lead back to themselves, or would go too deep. Who leaves these alone comes to an end.
   */
  *depths(): Steps<Uint8Array> {
    if (this.knownDepths) return this.knownDepths;
    const depths = new Uint8Array(this.size);
    const done = new Uint8Array(this.size);
    const order = yield* this.inOrder(new Set(depths.keys()));
    for (const [index, number] of order.entries()) {
      if (index % STEP === STEP - 1) yield;
      const formula = this.formulaOf(number);
      let depth = formula ? 1 : DEEPEST + 1;
      for (const below of this.readBy(formula)) depth = done[below] ? Math.max(depth, depths[below]! + 1) : DEEPEST + 1;
      done[number] = 1;
      depths[number] = depth > DEEPEST ? 0 : depth;
    }
    return (this.knownDepths = depths);
  }
}

/** The place of the first number from this one on in an ascending list. */
const placeOf = (numbers: readonly number[], from: number): number => firstFrom(numbers, from, (number) => number);
