import { costOf, probabilityOf } from "../Cost";
import { eventCost, KIND, type OneCellKind } from "../Event";
import { isBlank } from "../Problem";
import type { Phrase } from "../../../words/Phrase";
import { sumsAcross } from "./sumsAcross";

const BLANK: Phrase = { vi: "bỏ trống", en: "left blank" };
const NOUGHT: Phrase = { vi: "để 0", en: "left at 0" };

/**
 * A part left blank or at nought while the total counts it. The other half of such slips leaves all parts of a sum out, of which
 * this may have been the only one that held anything.
 */
export const leftBlank: OneCellKind = {
  id: "left-blank",
  explain(cell, from, to, { setting: { problem, model }, value }) {
    if (from !== 0 || to <= 0 || problem.isSubtotal[cell] || problem.isTotal[cell]) return undefined;
    const isEmptied = sumsAcross(problem, [cell]).some(({ parts }) => parts.every((part) => value(part) === 0));
    const alone = probabilityOf(eventCost(KIND / 2, model.filledLeaves));
    const withOthers = isEmptied ? probabilityOf(eventCost(KIND / 2, model.subtotals)) : 0;
    return { what: isBlank(problem, cell) ? BLANK : NOUGHT, cost: costOf(alone + withOthers) };
  },
};
