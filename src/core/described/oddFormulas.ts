import { addTo } from "../addTo";
import { columnLetters, positionKey, type Position } from "../sheet/Address";
import type { Cell, Value } from "../sheet/Cell";
import { eachReference, movedFormula, splitSheet } from "../sheet/eachReference";
import { readArea } from "../sheet/readArea";
import type { FormulaGraph } from "../sheet/FormulaGraph";
import { CellSums, standing } from "../sheet/CellSums";
import { resultOf } from "../sheet/recalculate";
import { cellAt, type Sheet } from "../sheet/Sheet";
import { STEP, type Steps } from "../steps";

/** A cell that does not go with the formulas beside it. */
export interface OddFormula {
  /** differs: another formula than its neighbours'. typed: a number among formulas. */
  readonly kind: "differs" | "typed";
  readonly at: Position;
  readonly cell: Cell;
  /** What the neighbours' formula is, written for this cell. */
  readonly usual: string;
  /** What that comes to; undefined where it cannot be worked out. */
  readonly result: Value | undefined;
  /** Whether the neighbours stand in its row or in its column. */
  readonly along: "row" | "column";
  /** How many of them are alike. */
  readonly alike: number;
}

/** So many formulas alike in one line make a pattern; fewer may be alike by chance. */
const FEWEST_ALIKE = 6;
/** Lines beside, in which the same two cells are alike, say that nothing new begins between them. */
const FEWEST_BESIDE = 2;
/** One line in so many may differ, as a heading does. */
const MOST_UNLIKE = 4;
/** So far is looked for them. */
const FARTHEST_BESIDE = 8;

/** The cell's formula with every reference as far from the cell as it is: what is equal was filled down or across. */
export function relativeFormula(formula: string, { row, column }: Position): string {
  return eachReference(formula, (written) => {
    const [sheet, named] = splitSheet(written);
    const area = readArea(named);
    if (!area) return written.toUpperCase();
    const { range: { top, left, bottom, right }, fixed } = area;
    const end = (place: number, from: number, isFixed: boolean): string => (isFixed ? String(place) : `[${place - from}]`);
    return `${sheet.toUpperCase()}R${end(top, row, fixed[0])}C${end(left, column, fixed[1])}:R${end(bottom, row, fixed[2])}C${end(right, column, fixed[3])}`;
  }).replace(/\s+/g, "");
}

/** What is left of a formula without the cells it names: "=SUM(?)". */
export const frameOf = (formula: string): string => eachReference(formula, () => "?").replace(/\s+/g, "").toUpperCase();

/** The formulas of a sheet by their shapes, and what stands among them. */
class Shapes {
  private readonly ids = new Map<string, number>();
  private readonly known: number[] = [];
  /** What the cells of the sheet show. */
  readonly sums: CellSums;

  constructor(
    readonly sheet: Sheet,
    readonly graph: FormulaGraph,
  ) {
    this.sums = new CellSums(graph, standing);
  }

  /** The number of its shape; −1 for a number that was typed, −2 for everything else. */
  at(row: number, column: number): number {
    const formula = this.graph.numberAt(row, column);
    if (formula === undefined) return cellAt(this.sheet, { row, column }).value.kind === "number" ? -1 : -2;
    return (this.known[formula] ??= this.idOf(relativeFormula(this.graph.at(formula).cell.formula!, { row, column })));
  }

  private idOf(shape: string): number {
    const id = this.ids.get(shape) ?? this.ids.size;
    this.ids.set(shape, id);
    return id;
  }
}

/** Some cells of a row, or of a column, one after the other, with what stands between two formulas where that is one cell. */
interface Line {
  readonly along: "row" | "column";
  readonly cells: readonly Position[];
  /** By the cells; −2 where the line is broken. */
  readonly shapes: readonly number[];
}

/** What stands so many rows, or columns, beside a line's cell. */
const beside = ({ along, cells }: Line, index: number, distance: number): Position => {
  const { row, column } = cells[index]!;
  return along === "row" ? { row: row + distance, column } : { row, column: column + distance };
};

/** How many cells of one formula's shape end just before each cell, or begin just behind it; counted along the line once. */
function alikeBeside(shapes: readonly number[], step: 1 | -1): readonly number[] {
  const counts = new Array<number>(shapes.length).fill(0);
  for (let index = step < 0 ? 1 : shapes.length - 2; index >= 0 && index < shapes.length; index -= step) {
    const beside = shapes[index + step]!;
    if (beside >= 0) counts[index] = 1 + (shapes[index + 2 * step] === beside ? counts[index + step]! : 0);
  }
  return counts;
}

/** In how many lines near by this cell and its neighbour hold formulas that are alike, and in how many others. */
function besides(all: Shapes, line: Line, index: number, neighbour: number): { readonly alike: number; readonly unlike: number } {
  let [alike, unlike] = [0, 0];
  for (const side of [-1, 1]) {
    for (let distance = 1; distance <= FARTHEST_BESIDE; distance++) {
      const [own, other] = [beside(line, index, side * distance), beside(line, neighbour, side * distance)];
      if (own.row < 0 || own.column < 0) break;
      const [one, two] = [all.at(own.row, own.column), all.at(other.row, other.column)];
      if (one < 0 && two < 0) continue;
      if (one === two) alike++;
      else unlike++;
    }
  }
  return { alike, unlike };
}

/** Whether a cell's shape is that of the next cell on either side across the line: then it belongs to a line of its own. */
function isOfAnotherLine(all: Shapes, line: Line, index: number, shape: number): boolean {
  return [-1, 1].some((distance) => {
    const { row, column } = beside(line, index, distance);
    return row >= 0 && column >= 0 && all.at(row, column) === shape;
  });
}

/** Whether the cell beside it was typed among formulas, too, as where actual figures stand in a row of planned ones. */
function isTypedAcross(all: Shapes, line: Line, index: number, neighbour: number): boolean {
  return [-1, 1].some((distance) => {
    const [own, other] = [beside(line, index, distance), beside(line, neighbour, distance)];
    return own.row >= 0 && own.column >= 0 && all.at(own.row, own.column) === -1 && all.at(other.row, other.column) >= 0;
  });
}

/** What is odd in one line. */
function* oddIn(all: Shapes, line: Line): Generator<OddFormula> {
  const { shapes, cells } = line;
  const [allBefore, allAfter] = [alikeBeside(shapes, -1), alikeBeside(shapes, 1)];
  for (let index = 0; index < shapes.length; index++) {
    const shape = shapes[index]!;
    if (shape === -2) continue;
    const [before, after] = [allBefore[index]!, allAfter[index]!];
    const isAmid = before > 0 && after > 0 && shapes[index - 1] === shapes[index + 1];
    const [neighbour, alike] = isAmid ? [index - 1, before + after] : before >= after ? [index - 1, before] : [index + 1, after];
    if (alike < FEWEST_ALIKE || shapes[neighbour] === shape || (shape >= 0 && isOfAnotherLine(all, line, index, shape))) continue;
    const at = cells[index]!;
    const cell = cellAt(all.sheet, at);
    const from = cells[neighbour]!;
    const text = cellAt(all.sheet, from).formula!;
    if (shape === -1) {
      // At the end of a run the formulas may just not have begun; and where a line across was typed, that was meant.
      if (!isAmid || isTypedAcross(all, line, index, neighbour)) continue;
    } else {
      const isSameFrame = frameOf(cell.formula!) === frameOf(text);
      const { alike: witnesses, unlike } = besides(all, line, index, neighbour);
      // Another kind of formula at the end of a run begins something new; amid one it is odd unless the lines beside do the same.
      if (isAmid ? unlike > witnesses : !isSameFrame || witnesses < FEWEST_BESIDE || unlike * MOST_UNLIKE > witnesses) continue;
    }
    const usual = movedFormula(text, from, at);
    if (usual === undefined) continue;
    const formula = all.graph.readAs(usual, at).formula;
    const result = formula && resultOf(all.sums, formula);
    yield { kind: shape === -1 ? "typed" : "differs", at, cell, usual, result, along: line.along, alike };
  }
}

/**
 * Cells of a sheet that do not go with the formulas beside them, in reading order. Whoever fills a formula down or across leaves the same
 * one everywhere; what differs in one cell alone, was changed there. (After Excel's own "inconsistent formula", with what stands beside the
 * line as a second witness.)
 */
export function* oddFormulas(sheet: Sheet, graph: FormulaGraph): Steps<readonly OddFormula[]> {
  const all = new Shapes(sheet, graph);
  const found = new Map<number, OddFormula>();
  for (const line of yield* linesOf(all)) {
    for (const odd of oddIn(all, line)) {
      const known = found.get(positionKey(odd.at));
      if (!known || known.alike < odd.alike) found.set(positionKey(odd.at), odd);
    }
    yield;
  }
  return [...found.values()].sort((one, other) => positionKey(one.at) - positionKey(other.at));
}

/** The rows and columns of formulas; what else stands on the sheet is not gone through. */
function* linesOf(all: Shapes): Steps<readonly Line[]> {
  const { graph, sheet } = all;
  // Blank rows part no column.
  const rows = [...sheet.rows.keys()];
  const ranks = new Map(rows.map((row, rank) => [row, rank]));
  const [across, down] = [new Map<number, number[]>(), new Map<number, number[]>()];
  for (let formula = 0; formula < graph.size; formula++) {
    if (formula % STEP === STEP - 1) yield;
    const { row, column } = graph.at(formula);
    for (const [lines, line, place] of [[across, row, column], [down, column, ranks.get(row)!]] as const) addTo(lines, line, place);
  }
  const lineOf = (along: Line["along"], places: readonly number[], at: (place: number) => Position): Line => {
    const cells: Position[] = [];
    const shapes: number[] = [];
    const add = (place: number, shape = all.at(at(place).row, at(place).column)): void => {
      cells.push(at(place));
      shapes.push(shape);
    };
    for (const [index, place] of places.entries()) {
      const gap = index === 0 ? 1 : place - places[index - 1]!;
      if (gap === 2) add(place - 1);
      else if (gap > 2) add(place - 1, -2);
      add(place);
    }
    return { along, cells, shapes };
  };
  const isLong = ([, places]: readonly [number, readonly number[]]): boolean => places.length >= FEWEST_ALIKE;
  return [
    ...[...across].filter(isLong).map(([row, columns]) => lineOf("row", columns, (column) => ({ row, column }))),
    ...[...down].filter(isLong).map(([column, ranked]) => lineOf("column", ranked, (rank) => ({ row: rows[rank]!, column }))),
  ];
}

/** Where it stands among its neighbours: "dòng 10" or "cột P". */
export const lineName = ({ along, at }: OddFormula): string => (along === "row" ? String(at.row + 1) : columnLetters(at.column));
