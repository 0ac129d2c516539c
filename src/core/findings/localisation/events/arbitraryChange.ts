import { sizeOf } from "../Cost";
import { eventCost, KIND, type OneCellKind } from "../Event";
import type { Phrase } from "../../../words/Phrase";

const WRONG: Phrase = { vi: "số khác hẳn", en: "another number altogether" };

/** The last resort, of Fellegi and Holt (1976): any number instead of the right one, copied from who knows where. */
export const arbitraryChange: OneCellKind = {
  id: "arbitrary-change",
  explain: (cell, from, _to, { setting: { problem, model } }) => ({
    what: WRONG,
    cost: eventCost(KIND / 5, problem.isTotal[cell] ? model.totals : model.filled) + sizeOf(from),
  }),
};
