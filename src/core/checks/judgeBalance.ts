import type { Position } from "../sheet/Address";
import { meantUnits } from "../figures/Reading";
import type { Figure } from "../figures/Table";
import type { Phrase } from "../words/Phrase";
import type { Balance, Verdict } from "./Check";

/** What a balance comes to: undefined where one of its figures cannot be read. */
export interface Outcome {
  readonly total: number;
  readonly sum: number;
}

/** Adds up the parts. Blanks add nothing, as in Excel. */
export function outcomeOf({ total, parts }: Balance): Outcome | undefined {
  const stated = meantUnits(total.reading);
  let sum = 0;
  for (const { reading } of parts) {
    const count = meantUnits(reading);
    if (count === undefined) return undefined;
    sum += count;
  }
  return stated === undefined ? undefined : { total: stated, sum };
}

const cellsOf = ({ total, parts }: Balance): readonly Position[] => [total.at, ...parts.map(({ at }) => at)];

/** The verdict on a balance; `say` words a fail. Unjudged where nothing stands, or a figure cannot be read. */
export function judgeBalance(balance: Balance, say: (outcome: Outcome) => Phrase): Verdict {
  const isBlank = ({ reading }: Figure) => reading.kind === "blank";
  if (isBlank(balance.total) && balance.parts.every(isBlank)) return { kind: "skip", cells: cellsOf(balance), why: "blank" };
  const outcome = outcomeOf(balance);
  if (!outcome) return { kind: "skip", cells: cellsOf(balance), why: "unreadable" };
  return outcome.total === outcome.sum ? { kind: "pass" } : { kind: "fail", cells: [balance.total.at], phrase: say(outcome), balance };
}
