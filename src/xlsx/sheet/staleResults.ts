import { contains, type Position } from "../../core/sheet/Address";
import { ByCell, type Sheet } from "../../core/sheet/Sheet";
import { BLANK_CELL, type Value } from "../../core/sheet/Cell";
import { FormulaGraph } from "../../core/sheet/FormulaGraph";
import { formulaResults } from "../../core/sheet/recalculate";
import { STEP, type Steps } from "../../core/steps";
import { withAttribute, withoutAttribute } from "../xml/text";
import { resultXml } from "./cellXml";
import { PieceSplices } from "./PieceSplices";
import { SheetCursor } from "./SheetCursor";

/** What a formula shows from now on; undefined: unknown until Excel calculates it. */
export interface Result {
  readonly at: Position;
  readonly value: Value | undefined;
}

/**
 * The results that written cells make out of date on their own sheet, as it stands afterwards. `readers` are formulas
 * whose results are out of date already, because they read other sheets.
 * Sums and percentages are worked out exactly; what other formulas come to is not known here. What INDIRECT and the like read is
 * not followed.
 */
export function* staleResults(sheet: Sheet, written: readonly Position[], readers: readonly Position[] = []): Steps<readonly Result[]> {
  const graph = new FormulaGraph(sheet);
  if (graph.size === 0) return [];
  yield;
  const cells = written.concat(readers);
  const stale = yield* graph.restingOn(cells);
  const told = new Set<number>();
  for (const [place, { row, column }] of cells.entries()) {
    if (place % STEP === STEP - 1) yield;
    const formula = graph.numberAt(row, column);
    if (formula === undefined) continue;
    stale.add(formula);
    if (place < written.length) told.add(formula);
  }
  const unknown = new Set(stale);
  yield;
  for (let formula = 0; formula < graph.size; formula++) {
    if (formula % STEP === STEP - 1) yield;
    if (graph.at(formula).cell.uncalculated) unknown.add(formula);
  }
  const worked = yield* formulaResults(graph, unknown, ({ value } = BLANK_CELL) => value);
  const results: Result[] = [];
  for (const formula of stale) {
    if (results.length % STEP === STEP - 1) yield;
    const { cell, ...at } = graph.at(formula);
    // Of a formula just written, its writer may know what we cannot work out.
    results.push({ at, value: worked[formula] ?? (told.has(formula) && !cell.uncalculated ? cell.value : undefined) });
  }
  return results;
}

/** Cells whose formulas read any of these cells of another sheet. */
export function* readersFromOutside(sheet: Sheet, other: string, cells: readonly Position[]): Steps<readonly Position[]> {
  const graph = new FormulaGraph(sheet);
  const name = other.toLowerCase();
  const found: Position[] = [];
  for (let formula = 0; formula < graph.size; formula++) {
    if (formula % STEP === STEP - 1) yield;
    const { row, column } = graph.at(formula);
    const reads = graph.reading(formula).reads.filter((block) => block.sheet?.toLowerCase() === name);
    if (reads.some(({ range }) => cells.some((each) => contains(range, each)))) found.push({ row, column });
  }
  return found;
}

/**
 * The worksheet's text, in pieces cut between rows, with other results of formulas. An unknown result leaves none,
 * so that Excel works it out on opening instead of showing the old one. Throws `BrokenXml`.
 */
export function* writeResults(pieces: readonly string[], results: readonly Result[]): Steps<readonly string[]> {
  if (results.length === 0) return pieces;
  const wanted = new ByCell<Result>();
  for (const result of results) {
    wanted.set(result.at, result);
    yield;
  }
  const splices = new PieceSplices(pieces);
  const cursor = new SheetCursor(pieces);
  for (let event = cursor.next(); event !== "end"; event = cursor.next()) {
    if (event === "rowEnd") yield;
    const result = event === "cell" ? wanted.get(cursor) : undefined;
    // In the block of an array one cell has the formula of all: what the others show stays until there is something else to show.
    if (!result || (cursor.formulaTag.start < 0 && result.value === undefined)) continue;
    const { xml, piece } = cursor;
    const { type, xml: v } = resultXml(cursor.prefix, result.value ?? { kind: "blank" });
    const tag = xml.slice(cursor.cell.start, cursor.inside.start);
    const typed = type === "" ? withoutAttribute(tag, "t") : withAttribute(tag, "t", type);
    if (typed !== tag) splices.add(piece, { start: cursor.cell.start, end: cursor.inside.start, text: typed });
    const { start, end } = cursor.valueElement.start >= 0 ? cursor.valueElement : { start: cursor.inside.end, end: cursor.inside.end };
    if (xml.slice(start, end) !== v) splices.add(piece, { start, end, text: v });
  }
  return yield* splices.made();
}
