import { circlesFrom } from "../../circlesFrom";
import type { Position } from "../../sheet/Address";
import type { Term } from "../../sheet/Formula";
import type { FormulaGraph } from "../../sheet/FormulaGraph";
import type { Block } from "../../sheet/resolveReference";
import { STEP, type Steps } from "../../steps";
import type { Figure } from "../../figures/Table";
import type { Problem, Sum } from "./Problem";

/** What the formulas in cells of a table's sums are to the search. */
export interface FormulaRoles extends Pick<Problem, "inputs" | "opaque"> {
  /** Those that are added up again into what they read. */
  readonly circular: ReadonlySet<number>;
}

export const NO_ROLES: FormulaRoles = { inputs: new Set(), opaque: new Set(), circular: new Set() };

/** Tells the formulas that are worked out of the table from those that are given to it, and from those of which nobody knows. `cellAt` numbers the cells. */
export function* formulaRoles(figures: readonly Figure[], sums: readonly Sum[], cellAt: (at: Position) => number | undefined, graph: FormulaGraph): Steps<FormulaRoles> {
  const [inputs, opaque, circular, departing] = [new Set<number>(), new Set<number>(), new Set<number>(), new Set<number>()];
  const partsOf = new Map<number, readonly number[]>();
  for (const { total, parts, hard } of sums) if (hard) partsOf.set(total, [...(partsOf.get(total) ?? []), ...parts]);
  const formulaAt = ({ row, column }: Position): number | undefined => graph.numberAt(row, column);
  const cellsIn = (blocks: readonly Block[]): readonly number[] => {
    const found: number[] = [];
    const own = blocks.filter(({ sheet }) => sheet === undefined).map(({ range }): Term => ({ range, times: 1, summed: true }));
    graph.eachCell(own, (_cell, row, column) => {
      const cell = cellAt({ row, column });
      if (cell !== undefined) found.push(cell);
      return true;
    });
    return found;
  };
  const readBy = (cell: number): readonly number[] => {
    const formula = formulaAt(figures[cell]!.at);
    return formula === undefined ? [] : cellsIn(graph.reading(formula).reads);
  };
  let seen = 0;
  for (const [cell, { at }] of figures.entries()) {
    const formula = formulaAt(at);
    if (formula === undefined) continue;
    const { reads, readsUnknown, formula: understood } = graph.reading(formula);
    const named = cellsIn(reads);
    if ((seen += named.length + 1) > STEP) {
      yield;
      seen = 0;
    }
    if (understood === undefined || named.length === 0 || reads.some(({ sheet }) => sheet !== undefined)) inputs.add(cell);
    if (understood === undefined && (readsUnknown || named.length > 0)) for (const each of [cell, ...named]) opaque.add(each);
    const below = named.filter((each) => partsOf.has(each));
    const parts = below.length > 0 ? new Set(partsOf.get(cell)) : undefined;
    if (below.some((each) => !parts!.has(each))) departing.add(cell);
  }
  const next = (cell: number): readonly number[] => (figures[cell]!.cell.formula === undefined ? (partsOf.get(cell) ?? []) : readBy(cell));
  for (const cell of circlesFrom(departing, next).flat()) if (departing.has(cell)) for (const known of [inputs, opaque, circular]) known.add(cell);
  return { inputs, opaque, circular };
}
