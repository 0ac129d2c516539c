import { formatCount } from "../checks/columnWords";
import { positionKey } from "../sheet/Address";
import { contentOf, numberValue, plainText } from "../sheet/Cell";
import type { Figure } from "../table/Table";
import { both, capitalised, type Language } from "../words/Phrase";
import type { Draft } from "./Draft";
import type { FigureNames } from "./figureNames";
import type { Reason } from "./Finding";

/** A typed total that Excel once made from text, which SUM passes over, or from misread thousands; and what it must be. */
export interface Misadded {
  readonly figure: Figure;
  readonly to: number;
}

const CHECK = "misadded-total";

/** The finding of such a total. `settled` are the failed sums that come out once it is put right, by check and cell. */
export function misaddedFinding({ figure, to }: Misadded, names: FigureNames, settled: readonly (readonly [string, Reason])[]): Draft {
  const told = (language: Language): string => {
    const place = capitalised(names.say(figure, language));
    const shown = plainText(figure.cell.value) || "0";
    const count = formatCount(to, language);
    return language === "vi"
      ? `${place} ghi ${shown.replace(".", ",")}, phải là ${count}: Excel đã cộng khi có ô lưu số ở dạng chữ hoặc hiểu nhầm dấu chấm hàng nghìn.`
      : `${place} says ${shown}, it should be ${count}: Excel added it up over numbers stored as text, or misread thousands.`;
  };
  const message = both(told);
  const spoilt = settled.filter(([key]) => key.endsWith(`|${positionKey(figure.at)}`)).map(([, reason]) => reason);
  const [first, ...rest] = spoilt;
  return {
    severity: "error",
    cells: [figure.at],
    message,
    reasons: first ? [first, ...rest] : [{ check: CHECK, phrase: message }],
    suggestions: [{ changes: [{ at: figure.at, from: contentOf(figure.cell), to: numberValue(to) }], sure: "certain", why: message }],
  };
}

/** A finding about notations, its offers put right where a cell is such a total: 234.652 is no misread 234,652 there. */
export function corrected(draft: Draft, misadded: readonly Misadded[]): Draft {
  if (misadded.length === 0) return draft;
  const counts = new Map(misadded.map(({ figure, to }) => [positionKey(figure.at), to]));
  return {
    ...draft,
    suggestions: draft.suggestions.map((suggestion) => ({
      ...suggestion,
      changes: suggestion.changes.map((change) => {
        const count = counts.get(positionKey(change.at));
        return count === undefined ? change : { ...change, to: numberValue(count) };
      }),
    })),
  };
}
