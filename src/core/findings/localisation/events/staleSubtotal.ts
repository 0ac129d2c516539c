import { costOf, magnitudeOf } from "../Cost";
import { eventCost, KIND, type ManyCellsKind, type OneCellKind } from "../Event";
import { isComputed } from "../Problem";
import { weightIn } from "../Setting";
import type { Phrase } from "../../../words";

const STALE: Phrase = { vi: "tổng của dòng không được cộng lại", en: "the row's sum was not added up again" };
const SIGN = costOf(1 / 2);

/** A row's sum kept from before its parts changed. The other half of such slips was carried on into the total row. */
export const staleSubtotal: OneCellKind = {
  id: "stale-subtotal",
  explain(cell, from, to, { setting: { problem, model } }) {
    if (!problem.isSubtotal[cell] || problem.isTotal[cell]) return undefined;
    return { what: STALE, cost: eventCost(KIND / 2, model.subtotals) + SIGN + magnitudeOf(Math.abs(to - from) - 1) };
  },
};

const CARRIED: Phrase = {
  vi: "tổng của dòng không được cộng lại, dòng tổng cộng theo số cũ",
  en: "the row's sum was not added up again, and the total row used it",
};

/** A row's sum kept from before, from which the totals below were made. */
export const staleSubtotalInTotal: ManyCellsKind = {
  id: "stale-subtotal-in-total",
  *propose(index, view) {
    const { constraints, problem, model, followedSum } = view.setting;
    const constraint = constraints[index]!;
    const cell = constraint.sum?.total;
    if (cell === undefined || constraint.sum!.axis !== "row" || !problem.isSubtotal[cell] || problem.isTotal[cell]) return;
    if (isComputed(problem, cell) || view.isChanged(cell) || followedSum(cell)) return;
    const weight = weightIn(constraint, cell);
    if (weight === 0) return;
    const by = -view.residual(index) / weight;
    if (!Number.isInteger(by) || view.value(cell) + by < 0) return;
    const changes = [{ cell, to: view.value(cell) + by }];
    for (let part = cell; ;) {
      const sum = problem.sumsOf[part]!.map((each) => problem.sums[each]!).find((each) => each.axis === "column" && each.hard && each.total !== part);
      if (!sum || followedSum(sum.total) || isComputed(problem, sum.total)) break;
      if (view.isChanged(sum.total) || view.value(sum.total) + by < 0) return;
      changes.push({ cell: sum.total, to: view.value(sum.total) + by });
      part = sum.total;
    }
    if (changes.length < 2) return;
    yield { kind: this.id, what: CARRIED, changes, cost: eventCost(KIND / 2, model.subtotals) + SIGN + magnitudeOf(Math.abs(by) - 1) };
  },
};
