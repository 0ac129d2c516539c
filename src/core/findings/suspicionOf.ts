import type { Suggestion } from "../checks/Check";
import type { Position } from "../sheet/Address";
import type { Table } from "../table/Table";
import type { Draft } from "./Draft";
import { distinctPositions, guiltyOf, suggestionOf, surenessOf } from "./explain";
import { figureNames } from "./figureNames";
import type { Answer } from "./localisation/causes";
import type { Cause } from "./localisation/causes";
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

/**
 * Completes the finding of a gap between received, resolved and pending: where a slip is likelier than files that were withdrawn, the
 * finding names the cell. The question stays, as only the reporter knows.
 */
export function suspicionOf({ causes, table, complete }: Suspicion): (draft: Draft) => Draft {
  const names = figureNames(table);
  const byRow = new Map<number, Answer[]>();
  for (const { options } of causes) {
    for (const answer of options) {
      for (const row of new Set(guiltyOf(answer).map(({ at }) => at.row))) byRow.set(row, [...(byRow.get(row) ?? []), answer]);
    }
  }
  return (draft) => {
    const answers = (byRow.get(draft.cells[0].row) ?? []).filter(({ probability }) => probability >= LEAST).slice(0, MOST);
    const suggestions = answers.flatMap((answer): readonly Suggestion[] => {
      const sure = surenessOf(answer.probability, complete);
      // No sum bears it out: it is graded one step lower, so that nothing is mended unasked on the flow's word alone.
      const suggestion = suggestionOf(answer, sure === "certain" ? "likely" : "possible", 0, names);
      return suggestion ? [suggestion] : [];
    });
    const [best] = answers;
    if (!best || suggestions.length === 0) return draft;
    // Files that were withdrawn are the plainest reason for a gap: guesses would only distract from the question.
    const sure = surenessOf(best.probability, complete);
    if (draft.question && sure !== "certain") return draft;
    if (sure === "possible") return { ...draft, suggestions };
    const follows = best.followers.map(({ figure }) => figure.at);
    const guilty = best.events.flatMap(({ repairs }) => repairs.map(({ figure }) => figure.at));
    return {
      ...draft,
      cells: distinctPositions([...guilty, ...draft.cells]) as [Position, ...Position[]],
      ...(follows.length > 0 ? { follows } : {}),
      message: { vi: `${draft.message.vi} Nhiều khả năng nhất: ${sayAnswer(best, names, "vi")}.`, en: `${draft.message.en} Most likely: ${sayAnswer(best, names, "en")}.` },
      suggestions,
    };
  };
}
