import { a1 } from "../sheet/Address";
import { shownText } from "../sheet/shownText";
import { decimalsOf } from "../figures/readFigure";
import { meantUnits } from "../figures/Reading";
import type { Figure } from "../figures/Table";
import { both } from "../words/Phrase";
import { changeTo } from "./changeTo";
import type { Suggestion } from "./Check";

/** A figure that two sheets state. */
export interface Place {
  readonly figure: Figure;
  /** Where it is the sheet of another table. */
  readonly sheet?: string;
  /** It stands in another workbook, which is not written to. */
  readonly isBeside?: true;
}

/** One of two figures gives way to the other: which, only the reporter knows. A formula does not, for it follows others; nor one that cannot hold the other's digits. */
function giveWay({ figure, sheet, isBeside }: Place, to: Place): readonly Suggestion[] {
  const units = meantUnits(to.figure.reading);
  const isTyped = figure.cell.formula === undefined && meantUnits(figure.reading) !== undefined;
  if (isBeside || units === undefined || !isTyped || decimalsOf(figure.column) !== decimalsOf(to.figure.column)) return [];
  const change = { ...changeTo(figure, units), ...(sheet === undefined ? {} : { sheet }) };
  const why = both((language) => {
    const [said, at] = [shownText(to.figure.cell, language), a1(figure.at)];
    if (language === "vi") return sheet === undefined ? `Ghi ${said} vào ô ${at}` : `Ghi ${said} vào ô ${at} của trang “${sheet}”`;
    return sheet === undefined ? `Put ${said} into ${at}` : `Put ${said} into ${at} of sheet “${sheet}”`;
  });
  return [{ changes: [change], sure: "possible", why }];
}

/** Mending what two sheets state differently, from either side. */
export const eitherWay = (own: Place, other: Place): readonly Suggestion[] => [...giveWay(own, other), ...giveWay(other, own)];
