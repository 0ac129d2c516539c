import { choiceOf, costOf, magnitudeOf, type Cost } from "../Cost";
import { choicesOf, eventCost, KIND, type Event, type View } from "../Event";
import { excessOf, isComputed, rowOf, sumsAcross, totalsBelow, type Sum } from "../Problem";
import { weightIn } from "../Setting";
import type { Phrase } from "../../../words/Phrase";
import { columnsBeside, type Column } from "./columns";
import { staleCost } from "./oneCell";

const CARRIED: Phrase = {
  vi: "tổng của dòng không được cộng lại, dòng tổng cộng theo số cũ",
  en: "the row's sum was not added up again, and the total row used it",
};

/** A row's sum kept from before, from which the totals below were made. */
export function* staleSubtotalInTotal(index: number, view: View): Iterable<Event> {
  const { constraints, problem, model, followedSum } = view.setting;
  const constraint = constraints[index]!;
  const cell = constraint.sum?.total;
  if (cell === undefined || constraint.sum!.axis !== "row" || !problem.isSubtotal[cell] || problem.isTotal[cell]) return;
  if (isComputed(problem, cell) || view.isChanged(cell) || followedSum(cell)) return;
  const weight = weightIn(constraint, cell);
  if (weight === 0) return;
  const by = -view.residual(index) / weight;
  const changes = [{ cell, to: view.value(cell) + by }];
  for (const total of totalsBelow(problem, cell)) {
    if (followedSum(total) || isComputed(problem, total)) break;
    if (view.isChanged(total)) return;
    changes.push({ cell: total, to: view.value(total) + by });
  }
  if (changes.length < 2) return;
  yield { kind: "stale-subtotal-in-total", what: CARRIED, changes, cost: staleCost(by, model) };
}

const STALE: Phrase = { vi: "dòng tổng không được cộng lại", en: "the total row was not added up again" };

/** The columns in groups that are added up across the row. */
function bySum(columns: readonly Column[], { setting: { problem } }: View): readonly (readonly Column[])[] {
  const groups = new Map<Sum | undefined, Column[]>();
  for (const column of columns) {
    const { total } = column.sum;
    const [across] = sumsAcross(problem, [total]);
    const group = groups.get(across);
    if (group) group.push(column);
    else groups.set(across, [column]);
  }
  return [...groups.values()];
}

/** Of more groups only all are tried. */
const MOST_GROUPS = 4;

/** The columns of every choice of some of the groups. */
const chosenFrom = (groups: readonly (readonly Column[])[]): readonly (readonly Column[])[] =>
  groups.length > MOST_GROUPS ? [groups.flat()] : choicesOf(groups).map((some) => some.flat()).filter(({ length }) => length > 0);

/** Whether a row of figures changed by this much would still come out, as rows do. */
const comesOut = (across: readonly Sum[], by: ReadonlyMap<number, number>): boolean => across.every((sum) => excessOf(sum, (cell) => by.get(cell) ?? 0) === 0);

/** How many parts changed beside the first in their sum: a row that grew by some files mostly grew in one part of each sum. */
const extraParts = (across: readonly Sum[], by: ReadonlyMap<number, number>): number =>
  across.reduce((extra, { parts }) => extra + Math.max(0, parts.filter((part) => by.has(part)).length - 1), 0);

function stale(columns: readonly Column[], view: View): Event | undefined {
  const { problem, model } = view.setting;
  if (columns.length < 2) return undefined;
  const by = new Map(columns.map(({ sum, residual }) => [sum.total, -residual]));
  const across = sumsAcross(problem, [...by.keys()]);
  if (!comesOut(across, by)) return undefined;
  const sizes = new Set(columns.map(({ residual }) => Math.abs(residual)));
  const magnitudes = [...sizes].reduce<Cost>((cost, size) => cost + costOf(1 / 2) + magnitudeOf(size - 1), 0);
  const isMixed = new Set(columns.map(({ residual }) => Math.sign(residual))).size > 1;
  const oddities = extraParts(across, by) + (isMixed ? 1 : 0);
  // In so many ways a row's figures change: one of those that add up nothing grew, or became less, and with it the sums it stands in.
  const patterns = 2 * problem.lines.get(rowOf(problem, columns[0]!.sum.total))!.filter((cell) => !problem.isSubtotal[cell]).length;
  const changes = columns.map(({ sum: { total }, residual }) => ({ cell: total, to: view.value(total) - residual }));
  return { kind: "stale-total", what: STALE, changes, cost: eventCost(KIND / 2, model.lines) + choiceOf(patterns) * (1 + oddities) + magnitudes };
}

/** A total row kept from before one of its rows changed: several of its cells are out, by what rows change by. */
export function* staleTotal(index: number, view: View): Iterable<Event> {
  const columns = columnsBeside(index, view).filter(({ residual }) => residual !== 0);
  const sizes = new Set(columns.map(({ residual }) => Math.abs(residual)));
  // Other events may speak in some of the columns; a row that changed by one count changed by it in all of its own.
  const chosen = [columns, ...(sizes.size > 1 ? [...sizes].map((size) => columns.filter(({ residual }) => Math.abs(residual) === size)) : [])];
  for (const each of chosen) {
    for (const some of chosenFrom(bySum(each, view))) {
      const event = stale(some, view);
      if (event) yield event;
    }
  }
}
