import { costOf, magnitudeOf, type Cost } from "../Cost";
import { eventCost, KIND, type OneCellKind } from "../Event";
import type { Model } from "../Model";
import type { Phrase } from "../../../words/Phrase";

const STALE: Phrase = { vi: "tổng của dòng không được cộng lại", en: "the row's sum was not added up again" };

/** What half of the kind costs, by how much a sum is out: too much or too little, and rather by a little. */
export const staleCost = (by: number, { subtotals }: Model): Cost => eventCost(KIND / 2, subtotals) + costOf(1 / 2) + magnitudeOf(Math.abs(by) - 1);

/** A row's sum kept from before its parts changed. The other half of such slips was carried on into the total row. */
export const staleSubtotal: OneCellKind = {
  id: "stale-subtotal",
  explain(cell, from, to, { setting: { problem, model } }) {
    if (!problem.isSubtotal[cell] || problem.isTotal[cell]) return undefined;
    return { what: STALE, cost: staleCost(to - from, model) };
  },
};
