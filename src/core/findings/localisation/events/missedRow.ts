import { eventCost, KIND, type ManyCellsKind } from "../Event";
import type { Phrase } from "../../../words/Phrase";
import { leftOutRows } from "./leftOutRows";

const MISSES_ROW: Phrase = { vi: "dòng tổng cộng sót dòng", en: "the total row leaves out" };

/** A total row that leaves a whole row out. */
export const missedRow: ManyCellsKind = {
  id: "missed-row",
  *propose(index, view) {
    const cost = eventCost(KIND / 2, view.setting.model.lines);
    for (const { figures } of leftOutRows(index, view)) {
      const changes = figures.map(({ column: { sum }, count }) => ({ cell: sum.total, to: view.value(sum.total) + count }));
      yield { kind: this.id, what: MISSES_ROW, changes, cost, other: figures[0]!.cell };
    }
  },
};
