import { eventCost, KIND, type OneCellKind } from "../Event";
import { isBlank } from "../Problem";
import type { Phrase } from "../../../words";

const BLANK: Phrase = { vi: "bỏ trống", en: "left blank" };
const NOUGHT: Phrase = { vi: "để 0", en: "left at 0" };

/** A part left blank or at nought while the total counts it. The other half of such slips leaves several parts out. */
export const leftBlank: OneCellKind = {
  id: "left-blank",
  explain(cell, from, to, { setting: { problem, model } }) {
    if (from !== 0 || to <= 0 || problem.isSubtotal[cell] || problem.isTotal[cell]) return undefined;
    return { what: isBlank(problem, cell) ? BLANK : NOUGHT, cost: eventCost(KIND / 2, model.filledLeaves) };
  },
};
