import { MEASURED, readFigure } from "../figures/readFigure";
import { meantUnits } from "../figures/Reading";
import { contains, positionKey, type Position, type Rectangle } from "../sheet/Address";
import type { Cell } from "../sheet/Cell";
import { ownTerms, type Term, type Terms } from "../sheet/Formula";
import type { FormulaGraph } from "../sheet/FormulaGraph";
import { cellAt, type Sheet } from "../sheet/Sheet";
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

/** Numbers that were typed, or pasted, as text under a SUM; none where they may be words. */
function textsUnder(graph: FormulaGraph, terms: Terms): readonly Position[] {
  const texts: Position[] = [];
  let numbers = 0;
  graph.eachCell(terms.filter(({ summed, sheet }) => summed && sheet === undefined), (cell, row, column) => {
    if (cell?.value.kind === "number") numbers++;
    if (cell?.value.kind !== "text" || cell.formula !== undefined) return true;
    const units = meantUnits(readFigure(cell, MEASURED));
    if (units !== undefined && units !== 0 && /\d/.test(cell.value.text)) texts.push({ row, column });
    return true;
  });
  // One text alone counts where numbers stand above it: over them it may be a heading.
  const isAmong = texts.length === 1 && numbers >= FEWEST_CELLS && terms.every(({ range }) => range.top !== texts[0]!.row);
  return texts.length >= FEWEST_TEXTS || isAmong ? texts : [];
}

/** Sums within the range of a sum that add up some of the same cells. */
function doubled(graph: FormulaGraph, range: Rectangle): readonly Position[] {
  const found: Position[] = [];
  for (const number of graph.formulasIn(range)) {
    const { row, column } = graph.at(number);
    const inner = ownTerms(graph.formulaOf(number)) ?? [];
    if (inner.some((term) => isList(term) && term.range.left === column && term.range.top <= range.bottom && term.range.bottom >= range.top)) found.push({ row, column });
  }
  return found;
}

/** The row between a list and its sum, where it goes on with the list: a number, or the same formula, and no words of a sum. */
function leftOut(sheet: Sheet, { top, bottom, left: column }: Rectangle, at: Position): Position | undefined {
  if (at.row !== bottom + 2 || at.column !== column || bottom - top + 1 < FEWEST_CELLS) return undefined;
  const [missing, last] = [{ row: bottom + 1, column }, { row: bottom, column }];
  const [cell, above] = [cellAt(sheet, missing), cellAt(sheet, last)];
  if (cell.value.kind !== "number" || above.value.kind !== "number") return undefined;
  const isAlike = cell.formula === undefined ? above.formula === undefined : above.formula !== undefined && relativeFormula(cell.formula, missing) === relativeFormula(above.formula, last);
  const texts = (sheet.rows.get(missing.row) ?? []).filter((each) => each?.value.kind === "text");
  const isLine = texts.length > 0 && !isNote(firstText(texts)) && !leads(firstText(texts)) && rowWords("", firstText(texts)) === undefined;
  return isAlike && isLine ? missing : undefined;
}

/** Sums of a sheet at odds with the cells they add up, in reading order. */
export function* oddSums(sheet: Sheet, graph: FormulaGraph): Steps<readonly OddSum[]> {
  const found: OddSum[] = [];
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
    note("skips-text", textsUnder(graph, formula.terms));
    for (const { range } of formula.terms.filter(isList)) {
      if (contains(range, at)) continue;
      note("counts-twice", doubled(graph, range));
      const missing = leftOut(sheet, range, at);
      if (missing && formula.terms.length === 1) note("stops-short", [missing]);
    }
  }
  return found;
}
