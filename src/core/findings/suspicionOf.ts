import type { Suggestion } from "../checks/Check";
import { positionKey, type Position } from "../sheet/Address";
import type { Table } from "../table/Table";
import type { Language } from "../words";
import type { Draft } from "./Draft";
import { suggestionOf, surenessOf } from "./explain";
import { figureNames } from "./figureNames";
import type { Answer } from "./localisation/Answer";
import type { Cause } from "./localisation/causes";
import { sayEvent, sayFollowers } from "./sayEvent";

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

/** In which lines an answer has its guilty cells. */
const rowsOf = ({ events }: Answer): readonly number[] => events.flatMap(({ repairs, unknown }) => [...repairs.map(({ figure }) => figure.at.row), ...(unknown?.figures ?? []).map(({ at }) => at.row)]);

/**
 * Completes the finding of a gap between received, resolved and pending: where a slip is likelier than files that were withdrawn, the
 * finding names the cell. The question stays, as only the reporter knows.
 */
export function suspicionOf({ causes, table, complete }: Suspicion): (draft: Draft) => Draft {
  const names = figureNames(table);
  const byRow = new Map<number, Answer[]>();
  for (const { options } of causes) {
    for (const answer of options) {
      for (const row of new Set(rowsOf(answer))) byRow.set(row, [...(byRow.get(row) ?? []), answer]);
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
    if (draft.question ? surenessOf(best.probability, complete) !== "certain" : surenessOf(best.probability, complete) === "possible") {
      return draft.question ? draft : { ...draft, suggestions };
    }
    const told = (language: Language): string =>
      [...best.events.map((event) => sayEvent(event, names, language)), sayFollowers(best.followers, language)].filter(Boolean).join("; ");
    const follows = best.followers.map(({ figure }) => figure.at);
    const guilty = best.events.flatMap(({ repairs }) => repairs.map(({ figure }) => figure.at));
    return {
      ...draft,
      cells: unique([...guilty, ...draft.cells]),
      ...(follows.length > 0 ? { follows } : {}),
      message: { vi: `${draft.message.vi} Nhiều khả năng nhất: ${told("vi")}.`, en: `${draft.message.en} Most likely: ${told("en")}.` },
      suggestions,
    };
  };
}

const unique = (cells: readonly Position[]): readonly [Position, ...Position[]] =>
  [...new Map(cells.map((at) => [positionKey(at), at])).values()] as unknown as readonly [Position, ...Position[]];
