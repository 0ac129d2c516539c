import { choiceOf, costOf, magnitudeOf, type Cost } from "../Cost";
import { eventCost, KIND, type OneCellKind, type View } from "../Event";
import { typingSlip } from "../../typingSlip";
import type { Phrase } from "../../../words/Phrase";
import { slipProbability } from "./slipProbability";

const ADDED_WRONG: Phrase = { vi: "cộng sai", en: "added up wrongly" };
const MISSES_ROW: Phrase = { vi: "cộng sót một dòng", en: "a row was left out" };
const COUNTS_TWICE: Phrase = { vi: "cộng một dòng hai lần", en: "a row was added twice" };

/** Mistyped, a row left out or added twice, or added up wrongly by a little. */
const WAYS = 3;

/** How many rows of the total's column hold the count by which it is out. */
function rowsWith(cell: number, count: number, { setting: { problem }, value }: View): number {
  const sum = problem.sumsOf(cell).map((each) => problem.sums[each]!).find((each) => each.axis === "column" && each.total === cell);
  return sum ? sum.parts.reduce((rows, part) => rows + (value(part) === count ? 1 : 0), 0) : 0;
}

/** One cell of a total row is wrong by itself. */
export const wrongTotal: OneCellKind = {
  id: "wrong-total",
  explain(cell, from, to, view) {
    const { problem, model } = view.setting;
    if (!problem.isTotal[cell]) return undefined;
    const ways: { readonly what: Phrase; readonly cost: Cost }[] = [{ what: ADDED_WRONG, cost: costOf(1 / 2) + magnitudeOf(Math.abs(to - from) - 1) }];
    const slip = slipProbability(from, to);
    if (slip > 0) ways.push({ what: typingSlip(from, to) ?? ADDED_WRONG, cost: costOf(slip) });
    const rows = rowsWith(cell, Math.abs(to - from), view);
    if (rows > 0) ways.push({ what: to > from ? MISSES_ROW : COUNTS_TWICE, cost: choiceOf(model.lines) - choiceOf(rows) + (to > from ? 0 : costOf(1 / 10)) });
    const likeliest = ways.reduce((best, way) => (way.cost < best.cost ? way : best));
    return { what: likeliest.what, cost: eventCost(KIND / WAYS, model.totals) + likeliest.cost };
  },
};
