import { addTo } from "../addTo";
import { firstFrom } from "../firstFrom";
import { STEP, type Steps } from "../steps";
import { isPassedOver, ownTerms, termsOf, type Formula, type Reading, type Term, type Terms } from "./Formula";
import { FormulaLines } from "./FormulaLines";
import { readFormula } from "./readFormula";
import { RowConditions } from "./RowConditions";
import { contains, type Position, type Rectangle } from "./Address";
import type { Cell } from "./Cell";
import { columnsOf, columnsWithin, WIDE, type Sheet } from "./Sheet";

/** Formulas of formulas are followed no deeper than this where what they add up is laid out: no table goes deeper. */
const DEEPEST = 64;

/** A formula's cell, as read, and where it stands. */
export interface FormulaCell extends Position {
  readonly cell: Cell;
}

/** Looks up which formulas of any shape read a cell, each once, by their numbers. */
export type ReadersOf = (at: Position) => ReadonlySet<number>;

/** Is shown a cell that a term counts; says whether to go on. */
type SeeCell = (cell: Cell | undefined, row: number, column: number, term: Term) => boolean;

interface Read {
  readonly formula: number;
  readonly block: Rectangle;
}

/** Cells of a column that are added up together, top down. */
export interface CellLine {
  readonly column: number;
  readonly rows: readonly number[];
  /** By the rows. */
  readonly cells: readonly (Cell | undefined)[];
}

/** Blocks that reach over more columns are kept once, not with each column. */
const MANY_COLUMNS = 64;

/** What a graph needs of its sheet. */
export type FormulaSheet = Pick<Sheet, "rows"> & Partial<Pick<Sheet, "name" | "names" | "hiddenRows">>;

/**
 * The formulas of a sheet, numbered in reading order from 0: what each is, which cells it reads, and who reads a cell. It is made in one
 * pass, reads a formula when first asked for it, and knows nothing of what the cells come to: `formulaResults` works that out. The
 * graphs of a workbook's sheets know one another, so that what a formula reads of another sheet is found there.
 */
export class FormulaGraph {
  private readonly cells: FormulaCell[] = [];
  private readonly rows: Sheet["rows"];
  /** The zero-based rows that hold anything, in ascending order. */
  private readonly rowNumbers: readonly number[];
  /** The numbers of the formulas, by row and column. */
  private readonly byRow = new Map<number, number[]>();
  /** One more than the last column that holds anything. */
  private readonly width: number;
  private readonly read: Reading[] = [];
  /** By the column, what is passed over and the conditions. */
  private readonly cellLines = new Map<string, CellLine>();
  private readonly conditions = new RowConditions((sheet) => this.graphOf(sheet)?.rows);
  private knownLines?: FormulaLines;
  private knownColumns?: readonly number[];
  private knownReaders?: ReadersOf;
  private knownDepths?: Uint8Array;

  /** @param workbook The graphs of all sheets, by their names; this one may still be missing. */
  constructor(
    private readonly sheet: FormulaSheet,
    private readonly workbook: ReadonlyMap<string, FormulaGraph> = new Map(),
  ) {
    this.rows = sheet.rows;
    this.rowNumbers = [...sheet.rows.keys()];
    let width = 0;
    for (const [row, line] of sheet.rows) {
      width = Math.max(width, line.length);
      let numbers: number[] | undefined;
      for (const column of columnsOf(line)) {
        const cell = line[column];
        if (cell?.formula === undefined) continue;
        if (!numbers) this.byRow.set(row, (numbers = []));
        numbers[column] = this.cells.push({ row, column, cell }) - 1;
      }
    }
    this.width = width;
  }

  /** How many formulas there are. */
  get size(): number {
    return this.cells.length;
  }

  /** The cell of a formula. */
  at(formula: number): FormulaCell {
    return this.cells[formula]!;
  }

  /** The number of the formula at a zero-based row and column; undefined where there is none. */
  numberAt(row: number, column: number): number | undefined {
    return this.byRow.get(row)?.[column];
  }

  /** What is known of a formula. */
  reading(formula: number): Reading {
    return (this.read[formula] ??= this.readAs(this.at(formula).cell.formula!, this.at(formula), this.at(formula).cell.block));
  }

  /** What a formula would be if it stood there. Where it cannot be told which rows count, it is left to Excel. */
  readAs(text: string, { row, column }: Position, block?: Rectangle): Reading {
    const { name, names } = this.sheet;
    const reading = readFormula(text, { at: { row, column }, ...(name === undefined ? {} : { sheet: name }), ...(names ? { names } : {}), ...(block ? { block } : {}) });
    const conditional = reading.formula ? termsOf(reading.formula).filter(({ where }) => where) : [];
    return conditional.every((term) => this.rowsOf(term)) ? reading : { ...reading, formula: undefined };
  }

  /** What a formula is; undefined where that is left to Excel. */
  formulaOf(formula: number): Formula | undefined {
    return this.reading(formula).formula;
  }

  /** What the cell at a position adds up of its own sheet, and nothing besides; undefined where it is no formula, or one of another shape. */
  sumAt({ row, column }: Position): Terms | undefined {
    const number = this.numberAt(row, column);
    return number === undefined ? undefined : ownTerms(this.formulaOf(number));
  }

  /** Shows every cell that these terms count, in a row that holds anything; ends early, with false, where `see` says so or another sheet is not known. */
  eachCell(terms: Terms, see: SeeCell): boolean {
    for (const term of terms) {
      const { sheet, range: { left, right } } = term;
      const graph = this.graphOf(sheet);
      const rows = this.rowsOf(term);
      if (!graph || !rows) return false;
      for (let index = rows.from; index < rows.to; index++) {
        const row = rows.numbers[index]!;
        if (graph.isPassed(term, row)) continue;
        const line = graph.rows.get(row)!;
        const goesOn = (column: number): boolean => graph.isPassed(term, row, line[column]) || see(line[column], row, column, term);
        if (graph.width > WIDE) {
          // Of a sheet as wide as the grid, only what is there is looked at.
          for (const column of columnsWithin(line, left, right)) if (!goesOn(column)) return false;
        } else for (let column = left; column <= right && column < graph.width; column++) if (!goesOn(column)) return false;
      }
    }
    return true;
  }

  /** The cells that a term counts, column by column, rows beyond its block included; undefined where it cannot be told which rows count. */
  linesOf(term: Term): readonly CellLine[] | undefined {
    const { sheet, range: { left, right } } = term;
    const graph = this.graphOf(sheet);
    if (!graph || !this.rowsOf(term)) return undefined;
    const { skips = {} } = term;
    const which = `${sheet ?? ""}|${skips.rows ?? ""}${skips.nested ?? ""}${skips.errors ?? ""}|${term.where ? this.conditions.keyOf(term) : ""}`;
    return graph.usedColumns(left, right).map((column) => {
      const key = `${column}|${which}`;
      let line = this.cellLines.get(key);
      if (!line) this.cellLines.set(key, (line = graph.lineOf(term, column, term.where ? this.conditions.met(term)!.rows : graph.rowNumbers)));
      return line;
    });
  }

  private lineOf(term: Term, column: number, numbers: readonly number[]): CellLine {
    const [rows, cells]: [number[], (Cell | undefined)[]] = [[], []];
    for (const row of numbers) {
      const cell = this.rows.get(row)?.[column];
      // In a sheet as wide as the grid, what is not there is not looked at again.
      if ((cell === undefined && this.width > WIDE) || this.isPassed(term, row) || this.isPassed(term, row, cell)) continue;
      rows.push(row);
      cells.push(cell);
    }
    return { column, rows, cells };
  }

  /** Whether a function passes over a row, or over a cell in it. */
  private isPassed({ skips }: Term, row: number, cell?: Cell): boolean {
    if (!skips) return false;
    if (!cell) return skips.rows !== undefined && this.isLeftOut(row, skips.rows);
    return (skips.errors === true && cell.value.kind === "error") || (skips.nested === true && isSubtotal(cell));
  }

  /** The rows of a term's block that hold anything and answer to its conditions, as a part of a list; undefined where that cannot be told. */
  private rowsOf(term: Term): { readonly numbers: readonly number[]; readonly from: number; readonly to: number } | undefined {
    const { sheet, where, range: { top, bottom } } = term;
    const graph = this.graphOf(sheet);
    const met = where && graph ? this.conditions.met(term) : undefined;
    if (!graph || (where && (!met || met.isUnsure(top, bottom)))) return undefined;
    const numbers = met?.rows ?? graph.rowNumbers;
    return { numbers, from: firstFrom(numbers, top, (row) => row), to: firstFrom(numbers, bottom + 1, (row) => row) };
  }

  /** The columns between two in which anything stands on the sheet. */
  private usedColumns(left: number, right: number): readonly number[] {
    if (!this.knownColumns) {
      const used = new Set<number>();
      for (const line of this.rows.values()) for (const column of columnsOf(line)) used.add(column);
      this.knownColumns = [...used].sort((one, other) => one - other);
    }
    const [from, to] = [left, right + 1].map((column) => firstFrom(this.knownColumns!, column, (each) => each));
    return this.knownColumns.slice(from, to);
  }

  /** How often these terms count the cell at a position of this sheet; below 0 where they take it away. */
  timesAdded(terms: Terms, at: Position): number {
    let times = 0;
    for (const term of terms) {
      if (term.sheet !== undefined || !contains(term.range, at)) continue;
      const { top, left, bottom, right } = term.range;
      if (!term.skips && !term.where && top <= bottom && left <= right) times += term.times;
      else {
        const moved = at.row - top;
        const where = term.where?.map((condition) => ({ ...condition, block: { ...condition.block, range: rowOf(condition.block.range, moved) } }));
        this.eachCell([{ ...term, range: { top: at.row, bottom: at.row, left: at.column, right: at.column }, ...(where ? { where } : {}) }], () => (times += term.times) === times);
      }
    }
    return times;
  }

  /** Whether a function that passes over such rows leaves this one out. */
  isLeftOut(row: number, which: "filtered" | "hidden"): boolean {
    return isPassedOver(this.sheet.hiddenRows?.get(row), which);
  }

  private graphOf(sheet: string | undefined): FormulaGraph | undefined {
    return sheet === undefined ? this : this.workbook.get(sheet);
  }

  /** The formulas within a block, in reading order. */
  formulasIn(block: Rectangle): Generator<number> {
    return this.lines.within(block);
  }

  private get lines(): FormulaLines {
    return (this.knownLines ??= new FormulaLines(this.cells));
  }

  /** Who reads which cell of this sheet. */
  *readers(): Steps<ReadersOf> {
    if (this.knownReaders) return this.knownReaders;
    // Most read cells of a row; the others, blocks down a column.
    const [alongRows, downColumns] = [new Map<number, Read[]>(), new Map<number, Read[]>()];
    const broad: Read[] = [];
    for (let formula = 0; formula < this.size; formula++) {
      if (formula % STEP === STEP - 1) yield;
      for (const { sheet, range: block } of this.reading(formula).reads) {
        if (sheet !== undefined) continue;
        if (block.top === block.bottom) addTo(alongRows, block.top, { formula, block });
        else if (block.right - block.left > MANY_COLUMNS) broad.push({ formula, block });
        else for (let column = block.left; column <= block.right && column < this.width; column++) addTo(downColumns, column, { formula, block });
      }
    }
    return (this.knownReaders = (at) => {
      const found = new Set<number>();
      for (const reads of [alongRows.get(at.row), downColumns.get(at.column), broad]) {
        for (const { formula, block } of reads ?? []) if (contains(block, at)) found.add(formula);
      }
      return found;
    });
  }

  /** The formulas that read these cells, those that read them in turn, and so on, as far as `follows`; in no order. */
  *restingOn(cells: Iterable<Position>, follows = (_formula: number): boolean => true): Steps<Set<number>> {
    const readersOf = yield* this.readers();
    const found = new Set<number>();
    let seen = 0;
    for (const each of [cells, found]) {
      for (const next of each) {
        if (++seen % STEP === 0) yield;
        for (const reader of readersOf(typeof next === "number" ? this.at(next) : next)) if (follows(reader)) found.add(reader);
      }
    }
    return found;
  }

  /**
   * These formulas, each after those of them that it reads. Of those that lead back to themselves, one comes before what it reads.
   * @param formulaOf What they are, where that is not what stands on the sheet.
   */
  *inOrder(formulas: ReadonlySet<number>, formulaOf = (formula: number): Formula | undefined => this.formulaOf(formula)): Steps<readonly number[]> {
    const order: number[] = [];
    const untaken = this.lines.untaken();
    for (let formula = 0; formula < this.size; formula++) if (!formulas.has(formula)) untaken.take(formula);
    const met = new Uint8Array(this.size);
    // A list of its own instead of calls that call themselves: sums of sums may go as deep as the sheet is long.
    const open: { readonly formula: number; readonly below: Iterator<number> }[] = [];
    let looks = 0;
    const begin = (formula: number): void => {
      met[formula] = 1;
      untaken.take(formula);
      open.push({ formula, below: readBy(formulaOf(formula), (block) => untaken.within(block)) });
    };
    for (const start of formulas) {
      if (!met[start]) begin(start);
      for (let look = open.at(-1); look; look = open.at(-1)) {
        if (++looks % STEP === 0) yield;
        const { value, done } = look.below.next();
        if (done) order.push(open.pop()!.formula);
        else begin(value);
      }
    }
    return order;
  }

  /**
   * How many formulas of formulas stand below each, itself included; 0 for those that are not to be followed, because they are not
   * understood, lead back to themselves, or would go too deep. Who leaves these alone comes to an end.
   */
  *depths(): Steps<Uint8Array> {
    if (this.knownDepths) return this.knownDepths;
    const [depths, done] = [new Uint8Array(this.size), new Uint8Array(this.size)];
    for (const number of yield* this.inOrder(new Set(depths.keys()))) {
      const formula = this.formulaOf(number);
      let depth = formula ? 1 : DEEPEST + 1;
      for (const below of readBy(formula, (block) => this.formulasIn(block))) depth = done[below] ? Math.max(depth, depths[below]! + 1) : DEEPEST + 1;
      done[number] = 1;
      depths[number] = depth > DEEPEST ? 0 : depth;
      yield;
    }
    return (this.knownDepths = depths);
  }
}

/** The formulas that a formula reads of its own sheet. */
function* readBy(formula: Formula | undefined, within: (block: Rectangle) => Iterable<number>): Generator<number> {
  for (const { sheet, range } of formula ? termsOf(formula) : []) if (sheet === undefined) yield* within(range);
}

const rowOf = ({ top, left }: Rectangle, down: number): Rectangle => ({ top: top + down, bottom: top + down, left, right: left });

/** What SUBTOTAL and AGGREGATE pass over, so that sums of sections are not counted again. */
const isSubtotal = ({ formula }: Cell): boolean => formula !== undefined && /(?:SUBTOTAL|AGGREGATE)\(/i.test(formula);
