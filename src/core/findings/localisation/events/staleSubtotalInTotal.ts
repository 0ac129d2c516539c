import type { ManyCellsKind } from "../Event";
import { isComputed, totalsBelow } from "../Problem";
import { weightIn } from "../Setting";
import type { Phrase } from "../../../words/Phrase";
import { staleCost } from "./staleSubtotal";

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
    for (const total of totalsBelow(problem, cell)) {
      if (followedSum(total) || isComputed(problem, total)) break;
      if (view.isChanged(total) || view.value(total) + by < 0) return;
      changes.push({ cell: total, to: view.value(total) + by });
    }
    if (changes.length < 2) return;
    yield { kind: this.id, what: CARRIED, changes, cost: staleCost(by, model) };
  },
};
