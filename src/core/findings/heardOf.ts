import type { CheckContext } from "../checks/Check";
import type { Fail, Judged } from "../checks/judge";
import { positionKey } from "../sheet/Address";
import { STEP, type Steps } from "../steps";
import type { Table } from "../table/Table";
import type { Draft } from "./Draft";

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
