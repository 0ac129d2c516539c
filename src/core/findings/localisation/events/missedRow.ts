import { eventCost, KIND, type ManyCellsKind } from "../Event";
import type { Phrase } from "../../../words";
import { columnsBeside, partIn } from "./columnsBeside";

const MISSES_ROW: Phrase = { vi: "dòng tổng cộng sót một dòng", en: "the total row left a row out" };

/** A total row that leaves a whole row out. Other slips may hide it in some columns, so most of the row's figures must speak for it. */
export const missedRow: ManyCellsKind = {
  id: "missed-row",
  *propose(index, view) {
    const { problem, model } = view.setting;
    const columns = columnsBeside(index, view);
    const rows = new Set<number>();
    for (const { sum, residual } of columns) {
      if (residual >= 0) continue;
      for (const part of sum.parts) if (view.value(part) === -residual) rows.add(problem.figures[part]!.at.row);
    }
    for (const row of rows) {
      const missing = columns.flatMap(({ sum, residual }) => {
        const cell = partIn(problem, sum, row);
        const count = cell === undefined ? 0 : view.value(cell);
        return count > 0 ? [{ total: sum.total, count, speaks: residual === -count }] : [];
      });
      if (missing.length < 2 || missing.filter(({ speaks }) => speaks).length * 2 <= missing.length) continue;
      const changes = missing.map(({ total, count }) => ({ cell: total, to: view.value(total) + count }));
      yield { kind: this.id, what: MISSES_ROW, changes, cost: eventCost(KIND / 2, model.lines) };
    }
  },
};
