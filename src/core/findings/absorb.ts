import type { CheckContext, Sureness } from "../checks/Check";
import type { Fail, Judged } from "../checks/judge";
import { positionKey, type Position } from "../sheet/Address";
import { STEP, type Steps } from "../steps";
import type { Table } from "../figures/Table";
import { SEVERITIES } from "../words/Phrase";
import type { Draft } from "./Finding";

/** The one cell a draft is about; undefined when it is about several. */
function onlyCell({ cells }: Draft): number | undefined {
  return cells.length === 1 ? positionKey(cells[0]) : undefined;
}

/** The value a draft's first suggestion leads to, where it is a single number or a formula with one. */
function aim({ suggestions }: Draft): number | undefined {
  const to = suggestions[0]?.changes.length === 1 ? suggestions[0].changes[0]!.to : undefined;
  const value = to?.kind === "formula" ? to.value : to;
  return value?.kind === "number" ? value.number : undefined;
}

const SURENESS: readonly Sureness[] = ["certain", "likely", "possible"];

/** How sure the best that is offered is; beyond all where nothing is. */
const surenessOf = ({ suggestions: [best] }: Draft): number => (best ? SURENESS.indexOf(best.sure) : SURENESS.length);

/** The graver of two drafts about one thing, with what the other says of it, and the surer of what they offer. */
function together(one: Draft, other: Draft): Draft {
  const [grave, light] = SEVERITIES.indexOf(other.severity) < SEVERITIES.indexOf(one.severity) ? [other, one] : [one, other];
  const question = grave.question ?? light.question;
  const suggestions = surenessOf(light) < surenessOf(grave) ? light.suggestions : grave.suggestions;
  return { ...grave, ...(question ? { question } : {}), reasons: [...grave.reasons, ...light.reasons], suggestions };
}

/**
 * What rules say of a cell that is found fault with already is no finding of its own. `guilty` are the causes of failing sums, which stay apart.
 * @param mayFollow Whether a draft speaks of what may merely follow from other cells, as a rating follows from the points.
 */
export function joined(guilty: readonly Draft[], others: readonly Draft[], mayFollow: (draft: Draft) => boolean): readonly Draft[] {
  const told = [...guilty];
  const byFirst = new Map<number, number>();
  const byAny = new Map<number, number>();
  const note = (draft: Draft, place: number): void => {
    byFirst.set(positionKey(draft.cells[0]), place);
    const offered = draft.suggestions.flatMap(({ changes }) => changes.map(({ at }) => positionKey(at)));
    if (draft.severity !== "info") for (const key of [...keysOf(draft), ...offered]) if (!byAny.has(key)) byAny.set(key, place);
  };
  for (const [place, draft] of guilty.entries()) note(draft, place);
  // What rests on many cells follows from what is found of them, whichever is judged first.
  for (const draft of [...others.filter(({ rests }) => !rests), ...others.filter(({ rests }) => rests)]) {
    const followed = mayFollow(draft) ? [...keysOf(draft), ...(draft.rests ?? []).map(positionKey)].map((key) => byAny.get(key)) : [];
    const same = byFirst.get(positionKey(draft.cells[0])) ?? followed.find((place) => place !== undefined);
    if (same === undefined) note(draft, told.push(draft) - 1);
    else told[same] = together(told[same]!, draft);
  }
  return told;
}

/** What else is said of a guilty cell by itself becomes a reason of its finding; of a formula, the other way round. A formula of the right value is offered before the bare number. */
export function absorb(guilty: readonly Draft[], others: readonly Draft[], isFormula: (at: Position) => boolean): { readonly guilty: readonly Draft[]; readonly others: readonly Draft[] } {
  const byCell = new Map<number, Draft[]>();
  for (const draft of others) {
    const cell = onlyCell(draft);
    if (cell !== undefined) byCell.set(cell, [...(byCell.get(cell) ?? []), draft]);
  }
  const absorbed = new Set<Draft>();
  const merged = guilty.map((draft): Draft => {
    const cell = onlyCell(draft);
    const same = cell === undefined ? [] : (byCell.get(cell) ?? []);
    same.forEach((each) => absorbed.add(each));
    // What is wrong with a formula says more than what it would have to come to.
    if (same[0] && isFormula(draft.cells[0])) return { ...same[0], reasons: [same[0].reasons[0], ...same[0].reasons.slice(1), ...draft.reasons] };
    const [own] = draft.suggestions;
    const formulas = same
      .filter((each) => own && aim(each) !== undefined && aim(each) === aim(draft) && each.suggestions[0]!.changes[0]!.to.kind === "formula")
      .map((each) => ({ ...each.suggestions[0]!, sure: own!.sure }));
    return {
      ...draft,
      reasons: [draft.reasons[0], ...draft.reasons.slice(1), ...same.flatMap(({ reasons }) => reasons)],
      suggestions: formulas.length > 0 ? formulas : draft.suggestions,
    };
  });
  return { guilty: merged, others: others.filter((draft) => !absorbed.has(draft)) };
}

const keysOf = ({ cells }: Pick<Fail, "cells">): readonly number[] => cells.map(positionKey);

/** The finding whose repair moves these cells: it names them, they follow it, or it changes what stands in their column or row. */
function causeOf({ cells }: Fail, guilty: readonly Draft[]): Draft | undefined {
  const keys = new Set(cells.map(positionKey));
  const among = (draft: Draft): boolean => [...draft.cells, ...(draft.follows ?? [])].some((at) => keys.has(positionKey(at)));
  const beside = ({ suggestions }: Draft): boolean =>
    suggestions[0]?.changes.some(({ at }) => cells.some((cell) => cell.column === at.column || cell.row === at.row)) ?? false;
  return guilty.find(among) ?? guilty.find(beside);
}

interface Heard {
  /** The findings of sums, with what speaks for them elsewhere. */
  readonly guilty: readonly Draft[];
  /** What is stated otherwise, whatever is mended. */
  readonly others: readonly Draft[];
}

/**
 * What is stated elsewhere otherwise than in the table. Where the table says the same once its findings are mended, that bears the
 * finding out, and is a reason of it; what still differs then is a finding of its own.
 * @param repaired The table with what is sure mended.
 */
export function* heardOf(judged: readonly Judged[], guilty: readonly Draft[], repaired: Table, context: CheckContext, draftOf: (outcome: Judged, fail: Fail) => Draft): Steps<Heard> {
  let told = guilty;
  const others: Draft[] = [];
  for (const outcome of judged) {
    if (outcome.check.role !== "heard" || outcome.fails.length === 0) continue;
    const lasting = new Set<number>();
    let seen = 0;
    for (const verdict of outcome.check.judge(repaired, context)) {
      if (verdict.kind === "pause" || ++seen % STEP === 0) yield;
      if (verdict.kind === "fail") for (const key of keysOf(verdict)) lasting.add(key);
    }
    for (const fail of outcome.fails) {
      const cause = keysOf(fail).some((key) => lasting.has(key)) ? undefined : causeOf(fail, told);
      if (cause === undefined) others.push(draftOf(outcome, fail));
      else told = told.map((draft) => (draft === cause ? { ...draft, reasons: [draft.reasons[0], ...draft.reasons.slice(1), { check: outcome.check.id, phrase: fail.phrase }] } : draft));
    }
  }
  return { guilty: told, others };
}
