import { magnitudeOf } from "../Cost";
import { eventCost, KIND, type OneCellKind } from "../Event";
import type { Phrase } from "../../../words/Phrase";

const TYPED_OVER: Phrase = { vi: "gõ đè lên công thức", en: "typed over a formula" };

/** A number typed over a live sum: the cells beside it are formulas still. */
export const typedOver: OneCellKind = {
  id: "typed-over",
  explain(cell, from, _to, { setting: { model } }) {
    if (!model.typedOver.has(cell)) return undefined;
    return { what: TYPED_OVER, cost: eventCost(KIND, model.typedOver.size) + Math.min(magnitudeOf(from), magnitudeOf(0)) };
  },
};
