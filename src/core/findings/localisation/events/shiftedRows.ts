import { costOf } from "../Cost";
import { eventCost, RARE, type CellChange, type Event, type View } from "../Event";
import { areAlike, excessOf, isComputed, mayHold, sumsAcross, type Problem, type Sum } from "../Problem";
import type { Phrase } from "../../../words/Phrase";

const RIGHTWARDS: Phrase = { vi: "cả dòng gõ lệch sang phải một cột", en: "the whole row typed one column too far right" };
const LEFTWARDS: Phrase = { vi: "cả dòng gõ lệch sang trái một cột", en: "the whole row typed one column too far left" };

/** To the right or to the left. */
const WAYS = 2;
/** In a shorter row a shift is the same as a few values in the wrong places. */
const FEWEST_CELLS = 5;

/** The line's own counts, were they written so many columns further right; the one that fell out of the table follows from its sum. */
function movedBack(cells: readonly number[], by: 1 | -1, view: View): readonly CellChange[] | undefined {
  const lost = by === 1 ? cells.length - 1 : 0;
  const right = new Map(cells.flatMap((cell, at) => (at === lost ? [] : [[cell, view.value(cells[at + by]!)]])));
  const across = sumsAcross(view.setting.problem, cells);
  const own = across.find(({ total, parts }) => total === cells[lost] || parts.includes(cells[lost]!));
  if (!own) return undefined;
  const rest = excessOf(own, (cell) => right.get(cell) ?? 0);
  right.set(cells[lost]!, own.total === cells[lost] ? -rest : rest);
  const holds = across.every((sum) => excessOf(sum, (cell) => right.get(cell)!) === 0);
  const changes = cells.flatMap((cell) => (right.get(cell) === view.value(cell) ? [] : [{ cell, to: right.get(cell)! }]));
  return holds && across.length > 1 ? changes : undefined;
}

/** All counts of a row one column off, as when a cell was skipped or typed twice at its beginning. */
export function* shiftedLine(index: number, view: View): Iterable<Event> {
  const { constraints, problem, model, followedSum } = view.setting;
  const { line, soft, sum } = constraints[index]!;
  if (line === undefined || soft || sum?.axis !== "row" || problem.totalRows.has(line)) return;
  const cells = problem.lines.get(line)!;
  if (cells.length < FEWEST_CELLS || !cells.every((cell) => areAlike(problem, cells[0]!, cell)) || cells.some((cell) => view.isChanged(cell) || isComputed(problem, cell) || followedSum(cell))) return;
  // A row that was moved to the right begins with nothing, one moved to the left ends so.
  for (const [by, what] of [
    [1, RIGHTWARDS],
    [-1, LEFTWARDS],
  ] as const) {
    if (view.value(by === 1 ? cells[0]! : cells.at(-1)!) !== 0) continue;
    const changes = movedBack(cells, by, view);
    if (changes && changes.length > 2) yield { kind: "shifted-line", what, changes, cost: eventCost(RARE, model.lines) + costOf(1 / WAYS) };
  }
}

const RIGHT: Phrase = { vi: "số liệu của cả bảng lệch một cột sang phải", en: "the figures of the whole table stand one column too far right" };
const LEFT: Phrase = { vi: "số liệu của cả bảng lệch một cột sang trái", en: "the figures of the whole table stand one column too far left" };

/** So many lines with figures are needed to tell a shift from chance. */
const FEWEST_LINES = 2;
/** A table is taken for shifted when so few of its sums across come out as it stands, and so many once it is moved back. */
const MOST_AS_IT_STANDS = 0.4;
const LEAST_MOVED_BACK = 0.9;
const SAMPLE = 600;

/** A table that was pasted one column off: what each of its cells must have held. */
export interface ShiftedTable {
  readonly what: Phrase;
  readonly to: ReadonlyMap<number, number>;
}

/** The share of sums across that come out with these counts; those of noughts alone say nothing. */
function shareOf(sums: readonly Sum[], value: (cell: number) => number | undefined): { readonly share: number; readonly judged: number } {
  let judged = 0;
  let hold = 0;
  for (const { total, parts } of sums) {
    const counts = [total, ...parts].map(value);
    if (counts.some((count) => count === undefined) || counts.every((count) => count === 0)) continue;
    judged++;
    if (counts.slice(1).reduce<number>((rest, count) => rest - count!, counts[0]!) === 0) hold++;
  }
  return { share: judged === 0 ? 0 : hold / judged, judged };
}

/** Some sums across, from all over the table: enough to tell most tables from a shifted one at a glance. */
function sampleOf({ sums }: Problem): readonly Sum[] {
  const step = Math.max(1, Math.floor(sums.length / SAMPLE));
  const sample: Sum[] = [];
  for (let index = 0; index < sums.length; index += step) if (sums[index]!.axis === "row" && sums[index]!.hard) sample.push(sums[index]!);
  return sample;
}

/** A table whose figures all stand one column off: hardly a sum across comes out, and nearly all do once it is moved back; undefined for others. */
export function shiftedTable(problem: Problem): ShiftedTable | undefined {
  const { counts, figures, lines } = problem;
  if (shareOf(sampleOf(problem), (cell) => counts[cell]).share > MOST_AS_IT_STANDS) return undefined;
  const across = problem.sums.filter(({ axis, hard }) => axis === "row" && hard);
  const filled = [...lines.values()].filter((line) => line.some((cell) => counts[cell]! !== 0));
  if (filled.length < FEWEST_LINES || figures.some((_, cell) => isComputed(problem, cell) || !areAlike(problem, 0, cell))) return undefined;
  if (shareOf(across, (cell) => counts[cell]).share > MOST_AS_IT_STANDS) return undefined;
  const placeOf = new Map<number, readonly [line: readonly number[], place: number]>();
  for (const line of lines.values()) for (const [place, cell] of line.entries()) placeOf.set(cell, [line, place]);
  for (const [by, what] of [[1, RIGHT], [-1, LEFT]] as const) {
    const moved = (cell: number): number | undefined => {
      const [line, place] = placeOf.get(cell)!;
      const from = line[place + by];
      return from === undefined ? undefined : counts[from];
    };
    const { share, judged } = shareOf(across, moved);
    if (judged < FEWEST_LINES || share < LEAST_MOVED_BACK) continue;
    const to = new Map<number, number>();
    for (const cell of figures.keys()) {
      const count = moved(cell) ?? lost(problem, cell, moved);
      if (count !== undefined && mayHold(problem, cell, count) && count !== counts[cell]) to.set(cell, count);
    }
    return { what, to };
  }
  return undefined;
}

/** What a cell that fell off the edge must have held, by a sum across that it stands in. */
function lost({ sums, sumsOf }: Problem, cell: number, moved: (cell: number) => number | undefined): number | undefined {
  for (const index of sumsOf(cell)) {
    const { axis, hard, total, parts } = sums[index]!;
    if (axis !== "row" || !hard) continue;
    const others = [total, ...parts].filter((each) => each !== cell).map((each) => (each === total ? moved(each) : negative(moved(each))));
    if (others.some((count) => count === undefined)) continue;
    const rest = others.reduce<number>((sum, count) => sum + count!, 0);
    return total === cell ? -rest : rest;
  }
  return undefined;
}

const negative = (count: number | undefined): number | undefined => (count === undefined ? undefined : -count);
