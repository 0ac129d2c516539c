import { choiceOf, costOf, magnitudeOf, probabilityOf, type Cost } from "../Cost";
import { eventCost, KIND, type Event, type View } from "../Event";
import type { Model } from "../Model";
import { decimalsAt, isBlank, sumsAcross } from "../Problem";
import type { Phrase } from "../../../words/Phrase";
import { partsHolding } from "./columns";
import { slipProbability, typingSlip } from "./slips";

const MISTYPED: Phrase = { vi: "gõ nhầm", en: "mistyped" };
const BLANK: Phrase = { vi: "bỏ trống", en: "left blank" };
const NOUGHT: Phrase = { vi: "để 0", en: "left at 0" };
const STALE: Phrase = { vi: "tổng của dòng không được cộng lại", en: "the row's sum was not added up again" };
const ADDED_WRONG: Phrase = { vi: "cộng sai", en: "added up wrongly" };
const MISSES_ROW: Phrase = { vi: "cộng sót một dòng", en: "a row was left out" };
const COUNTS_TWICE: Phrase = { vi: "cộng một dòng hai lần", en: "a row was added twice" };
const TYPED_OVER: Phrase = { vi: "gõ đè lên công thức", en: "typed over a formula" };
const WRONG: Phrase = { vi: "số khác hẳn", en: "another number altogether" };

/** Wrong digit, missing digit, one too many, two exchanged. */
const SLIPS = 4;
/** A total is mistyped, leaves a row out or counts it twice, or is added up wrongly by a little. */
const WAYS = 3;

/** Something that may have happened to a single cell. */
interface Way {
  readonly kind: string;
  readonly what: Phrase;
  readonly cost: Cost;
}

/** What half of the kind costs, by how much a sum is out: too much or too little, and rather by a little. */
export const staleCost = (by: number, { subtotals }: Model): Cost => eventCost(KIND / 2, subtotals) + costOf(1 / 2) + magnitudeOf(Math.abs(by) - 1);

/** A number typed wrongly in the body, by one slip of the fingers. */
function typedSlip(cell: number, from: number, to: number, { setting: { problem, model, history } }: View): Way | undefined {
  const decimals = decimalsAt(problem, cell);
  const probability = slipProbability(from, to, decimals);
  if (probability === 0) return undefined;
  const places = history.followed.includes("row") ? model.filledLeaves : model.filled;
  return { kind: "typed-slip", what: typingSlip(from, to, decimals) ?? MISTYPED, cost: eventCost(SLIPS * KIND, places) + costOf(probability) };
}

/** A part left blank or at nought while the total counts it, alone or as the only one of all parts of a sum that held anything. */
function leftBlank(cell: number, { setting: { problem, model }, value }: View): Way {
  const isEmptied = sumsAcross(problem, [cell]).some(({ parts }) => parts.every((part) => value(part) === 0));
  const alone = probabilityOf(eventCost(KIND / 2, model.filledLeaves));
  const withOthers = isEmptied ? probabilityOf(eventCost(KIND / 2, model.subtotals)) : 0;
  return { kind: "left-blank", what: isBlank(problem, cell) ? BLANK : NOUGHT, cost: costOf(alone + withOthers) };
}

/** How many rows of the total's column hold the count by which it is out. */
function rowsWith(cell: number, count: number, view: View): number {
  const { sums, sumsOf } = view.setting.problem;
  const sum = sumsOf(cell).map((each) => sums[each]!).find((each) => each.axis === "column" && each.total === cell);
  return sum ? partsHolding(sum, count, view).length : 0;
}

/** One cell of a total row is wrong by itself: the likeliest way. */
function wrongTotal(cell: number, from: number, to: number, view: View): Way {
  const { model, problem } = view.setting;
  const decimals = decimalsAt(problem, cell);
  const ways: { readonly what: Phrase; readonly cost: Cost }[] = [{ what: ADDED_WRONG, cost: costOf(1 / 2) + magnitudeOf(Math.abs(to - from) - 1) }];
  const slip = slipProbability(from, to, decimals);
  if (slip > 0) ways.push({ what: typingSlip(from, to, decimals) ?? ADDED_WRONG, cost: costOf(slip) });
  const rows = rowsWith(cell, Math.abs(to - from), view);
  if (rows > 0) ways.push({ what: to > from ? MISSES_ROW : COUNTS_TWICE, cost: choiceOf(model.lines) - choiceOf(rows) + (to > from ? 0 : costOf(1 / 10)) });
  const likeliest = ways.reduce((best, way) => (way.cost < best.cost ? way : best));
  return { kind: "wrong-total", what: likeliest.what, cost: eventCost(KIND / WAYS, model.totals) + likeliest.cost };
}

/** What may have happened to a cell that shows `from` and not `to`. */
function* ways(cell: number, from: number, to: number, view: View): Iterable<Way | undefined> {
  const { problem, model, followedSum } = view.setting;
  const isTotal = problem.isTotal[cell] === 1;
  const isSubtotal = problem.isSubtotal[cell] === 1;
  if (!isTotal && !followedSum(cell)) yield typedSlip(cell, from, to, view);
  if (from === 0 && to > 0 && !isSubtotal && !isTotal) yield leftBlank(cell, view);
  // A row's sum kept from before its parts changed. The other half of such slips was carried on into the total row.
  if (isSubtotal && !isTotal) yield { kind: "stale-subtotal", what: STALE, cost: staleCost(to - from, model) };
  if (isTotal) yield wrongTotal(cell, from, to, view);
  // A number typed over a live sum: the cells beside it are formulas still.
  if (model.typedOver.has(cell)) yield { kind: "typed-over", what: TYPED_OVER, cost: eventCost(KIND, model.typedOver.size) + Math.min(magnitudeOf(from), magnitudeOf(0)) };
  // The last resort, of Fellegi and Holt (1976): any number instead of the right one, copied from who knows where.
  yield { kind: "arbitrary-change", what: WRONG, cost: eventCost(KIND / 5, isTotal ? model.totals : model.filled) + model.sizeCost(cell, from) };
}

/** The likeliest thing that happened to a single cell. Only of totals and of cells left empty do the cells beside them speak as well. */
export function oneCell(cell: number, from: number, to: number, view: View): Event {
  const { problem, once } = view.setting;
  return from === 0 || problem.isTotal[cell] ? likeliest(cell, from, to, view) : once(`${cell} ${from} ${to}`, () => likeliest(cell, from, to, view));
}

function likeliest(cell: number, from: number, to: number, view: View): Event {
  let best: Way | undefined;
  for (const way of ways(cell, from, to, view)) if (way && (!best || way.cost < best.cost)) best = way;
  return { ...best!, changes: [{ cell, to }] };
}
