import { addTo } from "../addTo";
import { firstFrom } from "../firstFrom";
import { MEASURED, readFigure } from "../figures/readFigure";
import { meantUnits } from "../figures/Reading";
import { contains, positionKey, type Position, type Rectangle } from "../sheet/Address";
import type { Cell } from "../sheet/Cell";
import { ownTerms, type Term, type Terms } from "../sheet/Formula";
import type { CellLine, FormulaGraph } from "../sheet/FormulaGraph";
import { cellAt, cellsOf, type Sheet } from "../sheet/Sheet";
import { STEP, type Steps } from "../steps";
import { firstText, isNote, leads, rowWords } from "../table/rowWords";
import { relativeFormula } from "./oddFormulas";

/** What is wrong with a sum by what stands in the cells it adds up. */
export interface OddSum {
  /** skips-text: numbers kept as text add nothing. counts-twice: a sum of its own cells is among them. stops-short: the row above it is left out. */
  readonly kind: "skips-text" | "counts-twice" | "stops-short";
  readonly at: Position;
  readonly cell: Cell;
  /** The cells at fault, top down. */
  readonly others: readonly [Position, ...Position[]];
}

/** A text or two among numbers may be a word that looks like one, as a year over its column. */
const FEWEST_TEXTS = 2;
/** A sum of so many cells is one of a list. */
const FEWEST_CELLS = 3;

/** A column's block that SUM goes through; nested sums are left out by SUBTOTAL. */
const isList = ({ sheet, range: { top, bottom, left, right }, summed, skips, times }: Term): boolean =>
  sheet === undefined && summed && times === 1 && left === right && bottom - top + 1 >= 2 && skips === undefined;

/** So many cells at fault are told of one sum: whoever adds up a column of sums on every row need not read all of them. */
const MOST_TOLD = 50;

/** What of a column a sum may stumble over: its rows, in ascending order. */
interface ColumnSeen {
  readonly numbers: number[];
  /** Numbers kept as text. */
  readonly texts: number[];
}

const isNumberAsText = (cell: Cell): boolean => {
  if (cell.value.kind !== "text" || cell.formula !== undefined || !/\d/.test(cell.value.text)) return false;
  const units = meantUnits(readFigure(cell, MEASURED));
  return units !== undefined && units !== 0;
};

/** A line of cells as it is met first, so that sums of one column do not each go through it. */
function seenIn(seen: Map<CellLine, ColumnSeen>, line: CellLine): ColumnSeen {
  const known = seen.get(line);
  if (known) return known;
  const column: ColumnSeen = { numbers: [], texts: [] };
  for (const [place, row] of line.rows.entries()) {
    const cell = line.cells[place];
    if (cell?.value.kind === "number") column.numbers.push(row);
    else if (cell && isNumberAsText(cell)) column.texts.push(row);
  }
  seen.set(line, column);
  return column;
}

/** Numbers that were typed, or pasted, as text under a SUM; none where they may be words. */
function textsUnder(graph: FormulaGraph, terms: Terms, seen: Map<CellLine, ColumnSeen>): readonly Position[] {
  const texts: Position[] = [];
  let numbers = 0;
  for (const term of terms.filter(({ summed, sheet }) => summed && sheet === undefined)) {
    const { top, bottom } = term.range;
    for (const line of graph.linesOf(term) ?? []) {
      const column = seenIn(seen, line);
      const place = (rows: readonly number[], row: number): number => firstFrom(rows, row, (each) => each);
      numbers += place(column.numbers, bottom + 1) - place(column.numbers, top);
      for (const row of column.texts.slice(place(column.texts, top), Math.min(place(column.texts, bottom + 1), place(column.texts, top) + MOST_TOLD))) texts.push({ row, column: line.column });
    }
  }
  // One text alone counts where numbers stand above it: over them it may be a heading.
  const isAmong = texts.length === 1 && numbers >= FEWEST_CELLS && terms.every(({ range }) => range.top !== texts[0]!.row);
  return texts.length >= FEWEST_TEXTS || isAmong ? texts : [];
}

/** Sums within the range of a sum that add up some of the same cells. */
function doubled(lists: ReadonlyMap<number, readonly List[]>, { top, bottom, left }: Rectangle): readonly Position[] {
  const found: Position[] = [];
  const own = lists.get(left) ?? [];
  for (let place = firstFrom(own, top, ({ row }) => row); place < own.length && own[place]!.row <= bottom && found.length < MOST_TOLD; place++) {
    const { row, ranges } = own[place]!;
    if (ranges.some((range) => range.top <= bottom && range.bottom >= top)) found.push({ row, column: left });
  }
  return found;
}

/** A sum of cells of its own column. */
interface List {
  readonly row: number;
  readonly ranges: readonly Rectangle[];
}

/** The sums of a sheet that go through their own column, by that column, top down. */
function* listsOf(graph: FormulaGraph): Steps<ReadonlyMap<number, readonly List[]>> {
  const lists = new Map<number, List[]>();
  for (let number = 0; number < graph.size; number++) {
    if (number % STEP === STEP - 1) yield;
    const { row, column } = graph.at(number);
    const ranges = (ownTerms(graph.formulaOf(number)) ?? []).filter((term) => isList(term) && term.range.left === column).map(({ range }) => range);
    if (ranges.length > 0) addTo(lists, column, { row, ranges });
  }
  return lists;
}

/** The row between a list and its sum, where it goes on with the list: a number, or the same formula, and no words of a sum. */
function leftOut(sheet: Sheet, { top, bottom, left: column }: Rectangle, at: Position): Position | undefined {
  if (at.row !== bottom + 2 || at.column !== column || bottom - top + 1 < FEWEST_CELLS) return undefined;
  const [missing, last] = [{ row: bottom + 1, column }, { row: bottom, column }];
  const [cell, above] = [cellAt(sheet, missing), cellAt(sheet, last)];
  if (cell.value.kind !== "number" || above.value.kind !== "number") return undefined;
  const isAlike = cell.formula === undefined ? above.formula === undefined : above.formula !== undefined && relativeFormula(cell.formula, missing) === relativeFormula(above.formula, last);
  const texts = cellsOf(sheet.rows.get(missing.row) ?? []).filter(({ value }) => value.kind === "text");
  const isLine = texts.length > 0 && !isNote(firstText(texts)) && !leads(firstText(texts)) && rowWords("", firstText(texts)) === undefined;
  return isAlike && isLine ? missing : undefined;
}

/** Sums of a sheet at odds with the cells they add up, in reading order. */
export function* oddSums(sheet: Sheet, graph: FormulaGraph): Steps<readonly OddSum[]> {
  const found: OddSum[] = [];
  const lists = yield* listsOf(graph);
  const seen = new Map<CellLine, ColumnSeen>();
  for (let number = 0; number < graph.size; number++) {
    if (number % STEP === STEP - 1) yield;
    const { row, column, cell } = graph.at(number);
    const at = { row, column };
    const formula = graph.formulaOf(number);
    if (formula?.kind !== "sum") continue;
    const note = (kind: OddSum["kind"], others: readonly Position[]): void => {
      const [first, ...rest] = [...others].sort((one, other) => positionKey(one) - positionKey(other));
      if (first) found.push({ kind, at, cell, others: [first, ...rest] });
    };
    note("skips-text", textsUnder(graph, formula.terms, seen));
    for (const { range } of formula.terms.filter(isList)) {
      if (contains(range, at)) continue;
      note("counts-twice", doubled(lists, range));
      const missing = leftOut(sheet, range, at);
      if (missing && formula.terms.length === 1) note("stops-short", [missing]);
    }
  }
  return found;
}
