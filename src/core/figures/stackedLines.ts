import { plainText, type Cell } from "../sheet/Cell";
import { COUNTED, readFigure } from "./readFigure";
import type { Figure, TableRow } from "./Table";

const BREAK = /\r\n|[\n\r\v\u2028\u2029]/;
/** One number cut by a line break, such as 1 and 652, rather than two. */
const CUT = /^[1-9]\d{0,2}\s*\d{3}$/;
/** A single cell with a break in it may be anything; a row of them is two rows. */
const FEWEST_CELLS = 2;

/** The lines of text in a cell, without those that are blank. */
export const linesIn = (text: string): readonly string[] =>
  text
    .split(BREAK)
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** The counts that stand one under the other in a cell: 12 and 15 in "12⏎15"; undefined in any other cell. */
export function stackedCounts(cell: Cell): readonly number[] | undefined {
  const written = linesIn(plainText(cell.value));
  if (written.length < 2 || cell.formula !== undefined) return undefined;
  const counts = written.flatMap((text) => {
    const reading = readFigure({ value: { kind: "text", text } }, COUNTED);
    return reading.kind === "figure" && reading.units >= 0 ? [reading.units] : [];
  });
  return counts.length === written.length ? counts : undefined;
}

const isWords = ({ reading }: Figure): boolean => reading.kind === "unreadable" && reading.why === "words";

/**
 * Figures of a row that holds several lines, as when two lines of a Word table were pasted into one: each such cell counts
 * for all of them together. Other rows, and rows whose cells hold different numbers of lines, stay as they are.
 */
export function withStackedLines(figures: readonly Figure[]): readonly Figure[] {
  if (!figures.some(isWords)) return figures;
  const stacks = figures.map((figure) => (isWords(figure) ? stackedCounts(figure.cell) : undefined));
  const heights = new Set(stacks.flatMap((counts) => counts?.length ?? []));
  const stacked = figures.filter((_, index) => stacks[index]);
  if (heights.size !== 1 || stacked.length < FEWEST_CELLS || stacked.every(({ cell }) => CUT.test(plainText(cell.value).trim()))) return figures;
  return figures.map((figure, index): Figure => {
    const counts = stacks[index];
    return counts ? { ...figure, reading: { kind: "figure", units: counts.reduce((sum, count) => sum + count, 0), notation: "stacked" } } : figure;
  });
}

/** Whether a figure holds the counts of several lines. */
export const isStacked = ({ reading }: Figure): boolean => reading.kind === "figure" && reading.notation === "stacked";

/** What the lines in a row are called: the row itself, where it holds one, or where they have no names of their own. A name may run over several lines. */
export function namesIn({ label, figures }: Pick<TableRow, "label" | "figures">): readonly string[] {
  const names = linesIn(label);
  if (names.length < 2) return [label];
  const stacked = figures.find(isStacked);
  return stacked && names.length === stackedCounts(stacked.cell)?.length ? names : [names.join(" ")];
}

/**
 * The rows that stand under a row of several lines for all of them but the first, by name and without figures: the figures of all were
 * put into the first, as into merged cells. None where they do not.
 */
export function rowsBelow(rows: readonly TableRow[], index: number): readonly TableRow[] {
  const row = rows[index]!;
  const stacked = row.figures.find(isStacked);
  if (!stacked || namesIn(row).length > 1) return [];
  const lines = stackedCounts(stacked.cell)!.length;
  const below = rows.slice(index + 1, index + lines);
  const isNameOnly = ({ kind, label, figures }: TableRow): boolean => (kind === "line" || kind === "section") && label !== "" && figures.every(({ reading }) => reading.kind === "blank");
  return below.length === lines - 1 && below.every(isNameOnly) ? below : [];
}
