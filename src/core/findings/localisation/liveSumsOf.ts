import { timesAdded, type AdditiveFormula } from "../../sheet/readFormula";
import type { Position } from "../../sheet/Address";
import type { FormulaGraph } from "../../sheet/FormulaGraph";
import type { Steps } from "../../steps";
import type { Figure } from "../../figures/Table";
import type { Addend, LiveSums } from "./Problem";

const NONE: readonly Addend[] = [];
const NO_LIVE_SUMS: LiveSums = { any: false, isLive: () => false, addends: () => undefined, dependents: () => NONE, adds: () => false };

/** How many cells a formula names, whether anything stands in them or not. */
const sizeOf = (terms: AdditiveFormula): number =>
  terms.reduce((cells, { range: { top, left, bottom, right } }) => cells + (bottom - top + 1) * (right - left + 1), 0);

/** What the formulas of a sheet add up among the cells of a table's sums; looked up when asked. `cellAt` numbers the cells. */
export function* liveSumsOf(figures: readonly Figure[], counts: ArrayLike<number>, cellAt: (at: Position) => number | undefined, graph: FormulaGraph): Steps<LiveSums> {
  if (!figures.some(({ cell }) => cell.formula !== undefined)) return NO_LIVE_SUMS;
  const depths = yield* graph.depths();
  const readersOf = yield* graph.readers();

  /** What each formula adds up, cell by cell, where that is what it shows. */
  const known = new Map<number, readonly Addend[] | undefined>();
  const look = (cell: number): readonly Addend[] | undefined => {
    const { at } = figures[cell]!;
    const formula = graph.numberAt(at.row, at.column);
    const terms = formula !== undefined && depths[formula]! > 0 ? graph.sumAt(at) : undefined;
    if (!terms) return undefined;
    const added: Addend[] = [];
    let sum = 0;
    graph.eachCell(terms, (_cell, row, column, { sign }) => {
      const addend = cellAt({ row, column });
      if (addend === undefined) return false;
      added.push({ cell: addend, sign });
      sum += sign * counts[addend]!;
      return true;
    });
    return added.length === sizeOf(terms) && sum === counts[cell] ? added : undefined;
  };
  const named = (cell: number): readonly Addend[] | undefined => {
    if (!known.has(cell)) known.set(cell, look(cell));
    return known.get(cell);
  };

  const expanded = new Map<number, readonly Addend[]>();
  /** Ends, as no formula is followed that leads back to itself or goes too deep. */
  const addends = (cell: number): readonly Addend[] | undefined => {
    const own = named(cell);
    if (!own || expanded.has(cell)) return own && expanded.get(cell);
    const found: Addend[] = [];
    for (const { cell: inner, sign: times } of own) for (const { cell: addend, sign } of addends(inner) ?? [{ cell: inner, sign: 1 }]) found.push({ cell: addend, sign: times * sign });
    expanded.set(cell, found);
    return found;
  };

  return {
    any: true,
    isLive: (cell) => named(cell) !== undefined,
    addends,
    dependents(cell) {
      const { at } = figures[cell]!;
      return [...readersOf(at)].flatMap((formula) => {
        const place = graph.at(formula);
        const reader = cellAt(place);
        const sign = timesAdded(graph.sumAt(place) ?? [], at);
        return reader !== undefined && sign !== 0 && named(reader) ? [{ cell: reader, sign }] : [];
      });
    },
    adds(total, parts) {
      if (named(total)?.length !== parts.length) return false;
      const terms = graph.sumAt(figures[total]!.at)!;
      return parts.every((part) => timesAdded(terms, figures[part]!.at) === 1);
    },
  };
}
