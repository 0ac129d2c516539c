import type { Position } from "../sheet/Address";
import { meantCount } from "../table/Reading";
import type { Phrase } from "../words";
import type { Balance, Verdict } from "./Check";

/** What a balance comes to: undefined where one of its figures cannot be read. */
export interface Outcome {
  readonly total: number;
  readonly sum: number;
}

/** Adds up the parts. Blanks add nothing, as in Excel. */
export function outcomeOf({ total, parts }: Balance): Outcome | undefined {
  const stated = meantCount(total.reading);
  let sum = 0;
  for (const { reading } of parts) {
    const count = meantCount(reading);
    if (count === undefined) return undefined;
    sum += count;
  }
  return stated === undefined ? undefined : { total: stated, sum };
}

/** The verdict on a balance; `say` words a fail. Unjudged where nothing stands, or a figure cannot be read. */
export function judgeBalance(balance: Balance, say: (outcome: Outcome) => Phrase): Verdict {
  const cells: readonly [Position, ...Position[]] = [balance.total.at, ...balance.parts.map(({ at }) => at)];
  if ([balance.total, ...balance.parts].every(({ reading }) => reading.kind === "blank")) return { kind: "skip", cells, why: "blank" };
  const outcome = outcomeOf(balance);
  if (!outcome) return { kind: "skip", cells, why: "unreadable" };
  return outcome.total === outcome.sum ? { kind: "pass" } : { kind: "fail", cells: [balance.total.at], phrase: say(outcome), balance };
}
