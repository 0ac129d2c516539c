import { costOf } from "../Cost";
import { columnSum, eventCost, KIND, type CellChange, type Event, type View } from "../Event";
import { isComputed, rowOf } from "../Problem";
import type { Phrase } from "../../../words/Phrase";
import { columnsBeside, partIn, partsHolding, type Column } from "./columns";

/** A row of figures that sums down the columns do not count. */
interface LeftOutRow {
  /** Zero-based row of the sheet. */
  readonly row: number;
  /** The columns in which the row has files, each with its cell and count. */
  readonly figures: readonly { readonly column: Column; readonly cell: number; readonly count: number }[];
}

/** The rows that failing totals lack: by more than half of a row's figures, as other slips may hide it in some columns. */
const leftOutRows = (index: number, view: View): readonly LeftOutRow[] => view.once(`left out rows ${index}`, () => findLeftOut(index, view));

function findLeftOut(index: number, view: View): readonly LeftOutRow[] {
  const { problem } = view.setting;
  const columns = columnsBeside(index, view);
  const rows = new Set<number>();
  for (const { sum, residual } of columns) {
    for (const part of residual < 0 ? partsHolding(sum, -residual, view) : []) rows.add(rowOf(problem, part));
  }
  return [...rows].flatMap((row): readonly LeftOutRow[] => {
    const figures = columns.flatMap((column) => {
      const cell = partIn(problem, column.sum, row);
      const count = cell === undefined ? 0 : view.value(cell);
      return count > 0 ? [{ column, cell: cell!, count }] : [];
    });
    return figures.length < 2 || figures.filter(({ column, count }) => column.residual === -count).length * 2 <= figures.length ? [] : [{ row, figures }];
  });
}

const MISSES_ROW: Phrase = { vi: "dòng tổng cộng sót dòng", en: "the total row leaves out" };

/** A total row that leaves a whole row out. */
export function* missedRow(index: number, view: View): Iterable<Event> {
  const cost = eventCost(KIND / 2, view.setting.model.lines);
  for (const { figures } of leftOutRows(index, view)) {
    const changes = figures.map(({ column: { sum }, count }) => ({ cell: sum.total, to: view.value(sum.total) + count }));
    yield { kind: "missed-row", what: MISSES_ROW, changes, cost, other: figures[0]!.cell };
  }
}

const MERGED: Phrase = { vi: "gộp hai dòng, đã cộng thêm số liệu của dòng", en: "two rows merged, it includes the figures of" };

/** Half of the kind is a row pasted twice. Whoever puts one row into another mostly takes the row away: one in ten leaves it standing. */
const STILL_STANDING = 1 / 10;
/** In a longer table the choice of a pair alone makes it far less likely than a total that leaves the row out. */
const MOST_LINES = 200;

/** The figures of a row without those of the other; undefined where they cannot be among them. */
function withoutThose(row: number, { figures }: LeftOutRow, view: View): readonly CellChange[] | undefined {
  const { problem, followedSum } = view.setting;
  const changes: CellChange[] = [];
  let rest = 0;
  for (const { column, count } of figures) {
    const cell = partIn(problem, column.sum, row);
    if (cell === undefined || view.isChanged(cell) || view.value(cell) < count || followedSum(column.sum.total)) return undefined;
    rest += view.value(cell) - count;
    // Live sums of the row follow.
    if (!isComputed(problem, cell) && !followedSum(cell)) changes.push({ cell, to: view.value(cell) - count });
  }
  // Nothing of its own left: that is the other row once more.
  return rest > 0 && changes.length > 1 ? changes : undefined;
}

/** One row's figures added into another's, the row left standing: every total lacks it. How rows look tells this from a total that leaves it out. */
export function* mergedRows(index: number, view: View): Iterable<Event> {
  const { problem, model } = view.setting;
  const sum = columnSum(view.setting, index);
  if (!sum || model.lines > MOST_LINES) return;
  const cost = eventCost((KIND / 2) * STILL_STANDING, model.lines * Math.max(1, model.lines - 1));
  for (const other of leftOutRows(index, view)) {
    for (const part of sum.parts) {
      const row = rowOf(problem, part);
      const changes = row === other.row ? undefined : withoutThose(row, other, view);
      if (changes) yield { kind: "merged-rows", what: MERGED, changes, cost, other: other.figures[0]!.cell };
    }
  }
}

const REPEATED: Phrase = { vi: "dòng bị dán lặp lại, dòng tổng chỉ tính một lần", en: "a row pasted twice, which the total row counts once" };

/** Whoever pastes a row pastes its name as well, and hardly ever changes it. */
const WITH_ITS_NAME = 0.98;

/** The rows that have the name of another. */
function namesakes(names: ReadonlyMap<number, string>): ReadonlySet<number> {
  const first = new Map<string, number>();
  const named = new Set<number>();
  for (const [row, name] of names) {
    const earlier = first.get(name);
    if (earlier === undefined) first.set(name, row);
    else named.add(earlier).add(row);
  }
  return named;
}

/** A row pasted twice: every column is out by the copy. What two equal rows hold tells it from a total that leaves a row out. */
export function* repeatedRow(index: number, view: View): Iterable<Event> {
  const { problem, model, followedSum } = view.setting;
  const sum = columnSum(view.setting, index);
  const residual = view.residual(index);
  if (!sum || residual >= 0) return;
  const names = problem.once("names", problem.names);
  const named = problem.once("namesakes", () => namesakes(names));
  // Where several rows were pasted twice, no copy shows by itself; its name must speak for it.
  const sharing = [...named].flatMap((row) => partIn(problem, sum, row) ?? []).filter((part) => view.value(part) > 0 && view.value(part) < -residual);
  const holding = [...partsHolding(sum, -residual, view), ...sharing].sort((one, other) => rowOf(problem, one) - rowOf(problem, other));
  if (holding.length < 2) return;
  const columns = columnsBeside(index, view);
  const inRow = (row: number): readonly number[] => columns.flatMap((column) => partIn(problem, column.sum, row) ?? []);
  const speaksFor = (out: number, count: number, row: number): boolean => out === -count || (named.has(row) && out < -count);
  for (const [place, part] of holding.entries()) {
    const copy = inRow(rowOf(problem, part));
    if (copy.length !== columns.length || copy.some((cell) => view.isChanged(cell) || isComputed(problem, cell) || followedSum(cell))) continue;
    const filled = copy.flatMap((cell, at) => (view.value(cell) > 0 ? [{ cell, speaks: speaksFor(columns[at]!.residual, view.value(cell), rowOf(problem, part)) }] : []));
    if (filled.length < 2 || filled.filter(({ speaks }) => speaks).length * 2 <= filled.length) continue;
    const originals = holding.slice(0, place).filter((earlier) => inRow(rowOf(problem, earlier)).every((cell, at) => view.value(cell) === view.value(copy[at]!)));
    if (originals.length === 0) continue;
    const name = names.get(rowOf(problem, part));
    const isNamesake = name !== undefined && originals.some((earlier) => names.get(rowOf(problem, earlier)) === name);
    // Two rows merged are the other half of the kind.
    const cost = eventCost(KIND / 2, model.lines) + costOf(isNamesake ? WITH_ITS_NAME : 1 - WITH_ITS_NAME);
    yield { kind: "repeated-row", what: REPEATED, changes: filled.map(({ cell }) => ({ cell, to: 0 })), cost };
  }
}
