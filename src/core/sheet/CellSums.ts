import { firstFrom } from "../firstFrom";
import { BLANK, type Cell, type Value } from "./Cell";
import { DecimalSum } from "./DecimalSum";
import type { Term, Terms } from "./Formula";
import type { CellLine, FormulaGraph } from "./FormulaGraph";

/** What a cell comes to, as read and by its zero-based row and column; undefined where that is not known. */
export type ValueAt = (cell: Cell | undefined, row: number, column: number) => Value | undefined;

/** What cells come to together. */
export class Together {
  readonly sum = new DecimalSum();
  numbers = 0;
  filled = 0;
  /** Whether one of them shows an error. */
  isError = false;
  /** Whether a bare "+" meets a text that is no number. */
  isUnreadable = false;

  /** Counts a cell in. @param summed Inside SUM(…), which skips texts; a bare "+" takes digits in text for numbers. */
  add(value: Value, times: number, summed: boolean): void {
    if (value.kind !== "blank") this.filled++;
    if (value.kind === "number") {
      this.numbers++;
      this.sum.add(value.number, times);
    } else if (value.kind === "text" && !summed) {
      if (/^\d+$/.test(value.text.trim())) this.sum.add(Number(value.text), times);
      else this.isUnreadable = true;
    } else if (value.kind === "error") this.isError = true;
  }

  addAll({ sum, numbers, filled, isError, isUnreadable }: Together, times: number): void {
    this.sum.addSum(sum, times);
    this.numbers += numbers;
    this.filled += filled;
    this.isError ||= isError;
    this.isUnreadable ||= isUnreadable;
  }
}

/** So many cells, and so many of those sums, make a sum of the next level. */
const FAN = 16;
/** Five levels hold a column as long as the grid. */
const WIDTHS: readonly number[] = [0, 1, 2, 3, 4, 5].map((level) => FAN ** level);
/** Blocks of fewer rows are gone through cell by cell. */
const FEW = 8;

/** Sums over the cells of one line, each kept once all its cells are known: a running sum down a column then costs a few looks, not all that stands above it. */
class LineSums {
  private readonly levels: (Together | undefined)[][] = WIDTHS.map(() => []);

  constructor(
    private readonly line: CellLine,
    private readonly summed: boolean,
    private readonly valueOf: (place: number) => Value | undefined,
  ) {}

  /** Counts in the cells between two rows; false where one of them is not known. */
  add(to: Together, times: number, top: number, bottom: number): boolean {
    const end = firstFrom(this.line.rows, bottom + 1, (row) => row);
    for (let at = firstFrom(this.line.rows, top, (row) => row); at < end; ) {
      let level = 0;
      while (level + 1 < WIDTHS.length && at % WIDTHS[level + 1]! === 0 && at + WIDTHS[level + 1]! <= end) level++;
      if (level === 0) {
        const value = this.valueOf(at);
        if (!value) return false;
        to.add(value, times, this.summed);
      } else {
        const known = this.node(level, at / WIDTHS[level]!);
        if (!known) return false;
        to.addAll(known, times);
      }
      at += WIDTHS[level]!;
    }
    return true;
  }

  /** Goes no deeper than there are levels. */
  private node(level: number, index: number): Together | undefined {
    const kept = this.levels[level]![index];
    if (kept) return kept;
    const made = new Together();
    for (let child = index * FAN; child < (index + 1) * FAN; child++) {
      if (level === 1) {
        const value = this.valueOf(child);
        if (!value) return undefined;
        made.add(value, 1, this.summed);
      } else {
        const known = this.node(level - 1, child);
        if (!known) return undefined;
        made.addAll(known, 1);
      }
    }
    return (this.levels[level]![index] = made);
  }
}

/** Adds up what the cells of a sheet come to. Values once known must not change; those not known yet may become known. */
export class CellSums {
  /** Inside SUM(…), and of what a product or a bare "+" makes numbers of. */
  private readonly lines = { summed: new Map<CellLine, LineSums>(), bare: new Map<CellLine, LineSums>() };

  constructor(
    readonly graph: FormulaGraph,
    private readonly valueAt: ValueAt,
  ) {}

  /** What the cells that terms count come to together; undefined where one of them is not known. */
  of(terms: Terms): Together | undefined {
    const together = new Together();
    return terms.every((term) => this.add(together, term)) ? together : undefined;
  }

  private add(to: Together, term: Term): boolean {
    const { range, summed, times, sheet } = term;
    const lines = range.bottom - range.top >= FEW ? this.graph.linesOf(term) : undefined;
    if (lines) return lines.every((line) => this.sumsOf(line, term).add(to, times, range.top, range.bottom));
    return this.graph.eachCell([term], (cell, row, column) => {
      const value = sheet === undefined ? this.valueAt(cell, row, column) : standing(cell);
      if (value) to.add(value, times, summed);
      return value !== undefined;
    });
  }

  private sumsOf(line: CellLine, { sheet, summed }: Term): LineSums {
    const lines = this.lines[summed ? "summed" : "bare"];
    const known = lines.get(line);
    if (known) return known;
    const { cells, rows, column } = line;
    const sums = new LineSums(line, summed, (place) => (sheet !== undefined ? standing(cells[place]) : this.valueAt(cells[place], rows[place]!, column)));
    lines.set(line, sums);
    return sums;
  }
}

/** What a cell shows; undefined for a formula that was saved without a result. */
export const standing = (cell: Cell | undefined): Value | undefined => (cell ? (cell.uncalculated ? undefined : cell.value) : BLANK);
