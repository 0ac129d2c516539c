import { firstFrom } from "../firstFrom";
import type { Position, Rectangle } from "./Address";

/** Formulas that follow one another in a list: those of a row, or of a column, that lie in a block. */
interface Stretch {
  readonly lines: Lines;
  readonly from: number;
  /** Behind the last. */
  readonly to: number;
}

/** The formulas of a sheet in an order in which those of a line stand together. */
interface Lines {
  /** By their places in this order. */
  readonly formulas: Uint32Array;
  /** The rows, or columns, that hold any, in ascending order. */
  readonly lines: readonly number[];
  /** The place of each line's first; one more for the end. */
  readonly starts: readonly number[];
  /** Where a formula stands within its line. */
  readonly along: (formula: number) => number;
}

/** Looks up which formulas lie in a block, by going along its rows or down its columns, whichever of them hold fewer. */
export class FormulaLines {
  readonly rows: Lines;
  readonly columns: Lines;

  /** @param cells Where the formulas stand, in reading order. */
  constructor(private readonly cells: readonly Position[]) {
    const inRows = Uint32Array.from(cells, (_, formula) => formula);
    this.rows = linesOf(inRows, (formula) => cells[formula]!.row, (formula) => cells[formula]!.column);
    const inColumns = Uint32Array.from(inRows).sort((one, other) => cells[one]!.column - cells[other]!.column || one - other);
    this.columns = linesOf(inColumns, (formula) => cells[formula]!.column, (formula) => cells[formula]!.row);
  }

  /** The formulas of a block, in reading order. */
  *within(block: Rectangle): Generator<number> {
    const { top, left, bottom, right } = block;
    const columns = placesBetween(this.columns, left, right);
    if (columns[1] - columns[0] === 1) yield* this.in(stretchOf(this.columns, columns[0], top, bottom));
    else {
      const [first, end] = placesBetween(this.rows, top, bottom);
      for (let line = first; line < end; line++) yield* this.in(stretchOf(this.rows, line, left, right));
    }
  }

  private *in({ lines, from, to }: Stretch): Generator<number> {
    for (let place = from; place < to; place++) yield lines.formulas[place]!;
  }

  /** Those that no longer count are passed over in one look, however many they are. */
  untaken(): Untaken {
    return new Untaken(this, this.cells.length);
  }

  /** The stretches that make up a block. */
  *stretches({ top, left, bottom, right }: Rectangle): Generator<Stretch> {
    const [rows, columns] = [placesBetween(this.rows, top, bottom), placesBetween(this.columns, left, right)];
    const isAlong = rows[1] - rows[0] <= columns[1] - columns[0];
    const [lines, [first, end], start, last] = isAlong ? ([this.rows, rows, left, right] as const) : ([this.columns, columns, top, bottom] as const);
    for (let line = first; line < end; line++) yield stretchOf(lines, line, start, last);
  }
}

function linesOf(formulas: Uint32Array, lineOf: (formula: number) => number, along: (formula: number) => number): Lines {
  const [lines, starts]: [number[], number[]] = [[], []];
  for (let place = 0; place < formulas.length; place++) {
    const line = lineOf(formulas[place]!);
    if (line === lines.at(-1)) continue;
    lines.push(line);
    starts.push(place);
  }
  return { formulas, lines, starts: [...starts, formulas.length], along };
}

const placesBetween = ({ lines }: Lines, first: number, last: number): readonly [from: number, to: number] =>
  [firstFrom(lines, first, (line) => line), firstFrom(lines, last + 1, (line) => line)];

function stretchOf(lines: Lines, line: number, first: number, last: number): Stretch {
  const { formulas, starts, along } = lines;
  const ofLine = formulas.subarray(starts[line]!, starts[line + 1]!);
  const placeOf = (place: number): number => starts[line]! + firstFrom(ofLine as unknown as readonly number[], place, along);
  return { lines, from: placeOf(first), to: placeOf(last + 1) };
}

/** The formulas not yet taken. What is taken is linked to the next that is not (union and find), so that a thousand sums of one column do not each pass over it. */
export class Untaken {
  private readonly next = new Map<Lines, Uint32Array>();
  private readonly placeInColumns: Uint32Array;

  constructor(
    private readonly lines: FormulaLines,
    size: number,
  ) {
    for (const each of [lines.rows, lines.columns]) this.next.set(each, Uint32Array.from({ length: size + 1 }, (_, place) => place));
    this.placeInColumns = new Uint32Array(size);
    for (let place = 0; place < size; place++) this.placeInColumns[lines.columns.formulas[place]!] = place;
  }

  take(formula: number): void {
    const { rows, columns } = this.lines;
    this.next.get(rows)![formula] = formula + 1;
    const place = this.placeInColumns[formula]!;
    this.next.get(columns)![place] = place + 1;
  }

  /** Those of a block, each as it is when its turn comes: whoever does not take one is shown it again. */
  *within(block: Rectangle): Generator<number> {
    for (const { lines, from, to } of this.lines.stretches(block)) {
      for (let place = this.from(lines, from); place < to; place = this.from(lines, place)) yield lines.formulas[place]!;
    }
  }

  private from(lines: Lines, place: number): number {
    const next = this.next.get(lines)!;
    let end = place;
    while (next[end] !== end) end = next[end]!;
    for (let at = place; at < end; ) [at, next[at]] = [next[at]!, end];
    return end;
  }
}
