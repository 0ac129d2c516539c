import { costOf } from "../Cost";
import { eventCost, KIND, type OneCellKind } from "../Event";
import { slipProbability } from "./slipProbability";
import { typingSlip } from "../../typingSlip";
import type { Phrase } from "../../../words/Phrase";

/** Wrong digit, missing digit, one too many, two exchanged. */
const SLIPS = 4;
const MISTYPED: Phrase = { vi: "gõ nhầm", en: "mistyped" };

/** A number typed wrongly in one cell of the body, by one slip of the fingers. */
export const typedSlip: OneCellKind = {
  id: "typed-slip",
  explain(cell, from, to, { setting }) {
    const { problem, model, followedSum, history } = setting;
    if (problem.isTotal[cell] || followedSum(cell)) return undefined;
    const probability = slipProbability(from, to);
    if (probability === 0) return undefined;
    const places = history.followed.includes("row") ? model.filledLeaves : model.filled;
    return { what: typingSlip(from, to) ?? MISTYPED, cost: eventCost(SLIPS * KIND, places) + costOf(probability) };
  },
};
