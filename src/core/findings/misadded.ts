import { positionKey } from "../sheet/Address";
import { changeTo } from "../checks/changeTo";
import { plainText } from "../sheet/Cell";
import { sayFigure, valueIn } from "../figures/figureValue";
import type { Figure } from "../figures/Table";
import { both, capitalised, type Language } from "../words/Phrase";
import type { Draft } from "./Finding";
import { sayPlace } from "./sayEvent";
import type { Readable } from "./worlds";

/** A typed total that Excel once made from text, which SUM passes over, or from misread thousands; and what it must be. */
export interface Misadded {
  readonly figure: Figure;
  readonly to: number;
}

const CHECK = "misadded-total";

/** The finding of such a total, with the failed sums that come out once it is put right. */
export function misaddedFinding({ figure, to }: Misadded, { table, settled }: Readable): Draft {
  const told = (language: Language): string => {
    const place = capitalised(sayPlace(table, figure, language));
    const shown = plainText(figure.cell.value) || "0";
    const count = sayFigure(to, figure.column, language);
    return language === "vi"
      ? `${place} ghi ${shown.replace(".", ",")}, phải là ${count}: Excel đã cộng khi có ô lưu số ở dạng chữ hoặc hiểu nhầm dấu chấm hàng nghìn.`
      : `${place} says ${shown}, it should be ${count}: Excel added it up over numbers stored as text, or misread thousands.`;
  };
  const message = both(told);
  const spoilt = settled.filter(({ balance }) => positionKey(balance.total.at) === positionKey(figure.at)).map(({ reason }) => reason);
  const [first, ...rest] = spoilt;
  return {
    severity: "error",
    cells: [figure.at],
    message,
    reasons: first ? [first, ...rest] : [{ check: CHECK, phrase: message }],
    suggestions: [{ changes: [changeTo(figure, to)], sure: "certain", why: message }],
  };
}

/** A finding about notations, its offers put right where a cell is such a total: 234.652 is no misread 234,652 there. */
export function corrected(draft: Draft, misadded: readonly Misadded[]): Draft {
  if (misadded.length === 0) return draft;
  const values = new Map(misadded.map(({ figure, to }) => [positionKey(figure.at), valueIn(figure, to)]));
  return {
    ...draft,
    suggestions: draft.suggestions.map((suggestion) => ({
      ...suggestion,
      changes: suggestion.changes.map((change) => {
        const to = values.get(positionKey(change.at));
        return to ? { ...change, to } : change;
      }),
    })),
  };
}
