import { choiceOf, costOf, magnitudeOf, type Cost } from "../Cost";
import { eventCost, KIND, type Event, type ManyCellsKind, type View } from "../Event";
import type { Phrase } from "../../../words/Phrase";
import type { Sum } from "../Problem";
import { choicesOf } from "./choicesOf";
import { columnsBeside, type Column } from "./columnsBeside";
import { excessOf, sumsAcross } from "./sumsAcross";

const STALE: Phrase = { vi: "dòng tổng không được cộng lại", en: "the total row was not added up again" };

/** So many ways a row's figures change together: a channel of what came in, a punctuality of what went out, or what is pending. */
const PATTERNS = 16;

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
  const changes = columns.map(({ sum: { total }, residual }) => ({ cell: total, to: view.value(total) - residual }));
  if (changes.some(({ to }) => to < 0)) return undefined;
  return { kind: "stale-total", what: STALE, changes, cost: eventCost(KIND / 2, model.lines) + choiceOf(PATTERNS) * (1 + oddities) + magnitudes };
}

/** A total row kept from before one of its rows changed: several of its cells are out, by what rows change by. */
export const staleTotal: ManyCellsKind = {
  id: "stale-total",
  *propose(index, view) {
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
  },
};
