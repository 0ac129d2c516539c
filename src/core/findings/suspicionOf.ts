import type { Suggestion } from "../checks/Check";
import type { Position } from "../sheet/Address";
import type { Table } from "../figures/Table";
import { distinctPositions, guiltyOf, suggestionOf, surenessOf } from "./explain";
import type { Draft } from "./Finding";
import type { Answer, Cause } from "./localisation/causes";
import { sayAnswer } from "./sayEvent";

/** What error localisation has to say of gaps that no sum speaks of. */
export interface Suspicion {
  readonly causes: readonly Cause[];
  /** The table that was looked at. */
  readonly table: Table;
  readonly complete: boolean;
}

/** What is less likely is not worth a reader's time beside the question that is asked. */
const LEAST = 0.05;
const MOST = 3;

/** Names the cell in the finding of a gap where a slip is likelier than a lawful difference. The question stays: only the reporter knows. */
export function suspicionOf({ causes, table, complete }: Suspicion): (draft: Draft) => Draft {
  const byRow = new Map<number, Answer[]>();
  for (const { options } of causes) {
    for (const answer of options) {
      for (const row of new Set(guiltyOf(answer).map(({ at }) => at.row))) byRow.set(row, [...(byRow.get(row) ?? []), answer]);
    }
  }
  return (draft) => {
    const answers = (byRow.get(draft.cells[0].row) ?? []).filter(({ probability }) => probability >= LEAST).slice(0, MOST);
    const suggestions = answers.flatMap((answer): readonly Suggestion[] => {
      const sure = answer.isUnderstood ? surenessOf(answer.probability, complete) : "possible";
      // No sum bears it out: it is graded one step lower, so that nothing is mended unasked on the flow's word alone.
      const suggestion = suggestionOf(answer, sure === "certain" ? "likely" : "possible", 0, table);
      return suggestion ? [suggestion] : [];
    });
    const [best] = answers;
    if (!best || suggestions.length === 0) return draft;
    // What the question asks about is the plainest reason for a gap: guesses would only distract from it.
    const sure = best.isUnderstood ? surenessOf(best.probability, complete) : "possible";
    if (draft.question && sure !== "certain") return draft;
    if (sure === "possible") return { ...draft, suggestions };
    const follows = best.followers.map(({ figure }) => figure.at);
    const guilty = best.events.flatMap(({ repairs }) => repairs.map(({ figure }) => figure.at));
    return {
      ...draft,
      cells: distinctPositions([...guilty, ...draft.cells]) as [Position, ...Position[]],
      ...(follows.length > 0 ? { follows } : {}),
      message: { vi: `${draft.message.vi} Nhiều khả năng nhất: ${sayAnswer(best, table, "vi")}.`, en: `${draft.message.en} Most likely: ${sayAnswer(best, table, "en")}.` },
      suggestions,
    };
  };
}
