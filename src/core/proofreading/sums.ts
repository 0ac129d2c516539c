import type { Quantity, Vocabulary } from "../quantities/Vocabulary";
import { exceeds, isExact, mayBe, together, without, type Amount } from "./Amount";
import { around, sayAmount, sayPrinted, type Claim, type Mend } from "./Claim";
import { amountOf, type Mention, type PartGroup } from "./Mention";
import { isSlip } from "./isSlip";

/** Parts told of a whole make it up, where they are all there are; none of them is greater. */
export function sums(groups: readonly PartGroup[], vocabulary: Vocabulary): readonly Claim[] {
  return groups.flatMap((group) => {
    const { whole, parts } = group;
    if (!whole) return [];
    const claim = parts.length > 1 ? sumOf(group, whole, vocabulary) : undefined;
    return claim ? [claim] : parts.filter(({ figure }) => figure.noun !== undefined || parts.length > 1).flatMap((part) => bound(part, whole));
  });
}

/** Whether these are all the parts of one split of what the whole counts. */
function isSplit(parts: readonly Mention[], whole: readonly Quantity[], vocabulary: Vocabulary): boolean {
  const named = new Set(parts.flatMap(({ quantities, residue }) => (residue === "" || quantities.length > 0 ? quantities.map(({ id }) => id) : [])));
  if (named.size !== parts.length) return false;
  const isWhole = (id: string): boolean => named.has(id) || (vocabulary.quantities.find((each) => each.id === id)?.splits?.some((split) => split.every((part) => named.has(part))) ?? false);
  const used = (split: readonly string[]): boolean => split.every(isWhole) && parts.every(({ quantities }) => quantities.some(({ id }) => reaches(split, id, vocabulary)));
  // "Đúng hạn" beside "trễ hạn" is all that is not late.
  const onTime = named.has("onTime") && !named.has("early") ? new Set([...named].map((id) => (id === "onTime" ? "notLate" : id))) : undefined;
  return whole.some(({ splits = [] }) => splits.some((split) => used(split) || (onTime !== undefined && split.length === onTime.size && split.every((id) => onTime.has(id)))));
}

/** Whether a quantity is one of a split, or a part of one of them. */
const reaches = (split: readonly string[], id: string, { quantities }: Vocabulary): boolean =>
  split.includes(id) || split.some((part) => quantities.find((each) => each.id === part)?.splits?.some((parts) => parts.includes(id)));

/** Whether nothing but their names tells the parts apart: "05 … thuộc lĩnh vực đất đai; 01 … thuộc lĩnh vực công an". */
const areAlike = (parts: readonly Mention[]): boolean => new Set(parts.map(({ kinds }) => [...kinds].sort().join(" "))).size === 1;

function sumOf({ opener, parts }: PartGroup, whole: Mention, vocabulary: Vocabulary): Claim | undefined {
  const [total, sum] = [amountOf(whole), together(parts.map(amountOf))];
  const at = around(whole.figure, ...parts.map(({ figure }) => figure));
  const figures = [whole, ...parts].map(({ figure }) => figure.start);
  const isRough = total.isRough ?? sum.isRough;
  const split = isSplit(parts, whole.quantities, vocabulary);
  if (mayBe(total, sum)) return { kind: "sum", at, verdict: isRough ? "cannot-tell" : "agrees", figures };
  if (isRough) return { kind: "sum", at, verdict: "cannot-tell", figures };
  const isWhole = split || (opener !== "which" && areAlike(parts) && isMistyped([total, ...parts.map(amountOf)]));
  if (!isWhole) return undefined;
  const [stated, expected] = [sayPrinted(whole.figure), sayAmount(sum)];
  const added = parts.map(({ figure }) => sayPrinted(figure)).join(" + ");
  const message = {
    vi: `Các số thành phần ${added} cộng lại${expected ? ` là ${expected}` : ""}, không bằng ${stated}.`,
    en: `The parts ${added} add up${expected ? ` to ${expected}` : ""}, not to ${stated}.`,
  };
  return { kind: "sum", at, verdict: "differs", figures, difference: { severity: "error", at: whole.figure, stated, expected, other: { at: around(...parts.map(({ figure }) => figure)) }, message }, mends: mendsOf([whole], parts) };
}

/** What each figure of two sides that should be equal would have to be. */
export function mendsOf(wholes: readonly Mention[], parts: readonly Mention[]): readonly Mend[] {
  const [total, sum] = [wholes, parts].map((side) => together(side.map(amountOf))) as [Amount, Amount];
  const mend = ({ figure }: Mention, amount: Amount): readonly Mend[] =>
    amount.low < 0 ? [] : [{ at: figure, stated: sayPrinted(figure), expected: sayAmount(amount), isSlip: isExact(amount) && isExact(figure.amount) && isSlip(figure.amount.low, amount.low) }];
  const mends = (side: readonly Mention[], own: Amount, other: Amount) => side.flatMap((each) => mend(each, side.length === 1 ? other : without(other, without(own, amountOf(each)))));
  return [...mends(wholes, total, sum), ...mends(parts, sum, total)];
}

/** Whether one slip of the hand in one of the numbers explains why the first is not the sum of the others. */
export function isMistyped([total, ...parts]: readonly Amount[]): boolean {
  if (![total!, ...parts].every(isExact)) return false;
  const sum = parts.reduce((all, { low }) => all + low, 0);
  return isSlip(total!.low, sum) || parts.some(({ low }) => isSlip(low, low + total!.low - sum));
}

/** A part of a whole is not greater. */
function bound(part: Mention, whole: Mention): readonly Claim[] {
  const at = around(whole.figure, part.figure);
  const figures = [part.figure.start, whole.figure.start];
  if (part.residue.includes("muc do") || amountOf(part).isRough || amountOf(whole).isRough) return [];
  if (!exceeds(amountOf(part), amountOf(whole))) return [{ kind: "bound", at, verdict: "agrees", figures }];
  if (part.figure.noun === undefined || part.figure.noun !== whole.figure.noun) return [];
  const [stated, most] = [sayPrinted(part.figure), sayPrinted(whole.figure)];
  const message = { vi: `Phần ${stated} lớn hơn tổng ${most} mà nó thuộc về.`, en: `The part ${stated} is greater than the whole ${most} it belongs to.` };
  return [{ kind: "bound", at, verdict: "differs", figures, difference: { severity: "error", at: part.figure, stated, expected: "", other: { at: whole.figure }, message } }];
}
