import { a1 } from "../sheet/Address";
import { contentOf, plainText, textValue } from "../sheet/Cell";
import { roundedRatio } from "../sheet/ratio";
import { shownText } from "../sheet/shownText";
import { readFraction } from "../figures/readFigure";
import { figureOf, textOf, type Table, type TableRow } from "../figures/Table";
import { both } from "../words/Phrase";
import { rowByRow, type CheckMaker, type Verdict } from "./Check";
import { rowName } from "./columnWords";
import { CUT, printedShare, sayShare, standsTo } from "./ratio";

/** A percentage with its fraction beside it, "57,57%" with "951/1.652", is that fraction, rounded half up to the digits printed. */
export const fraction: CheckMaker<"fraction"> = ({ value, fraction: beside, severity = "error" }) => {
  function judgeRow(row: TableRow, table: Table): Verdict | undefined {
    const figure = figureOf(table, row, value);
    const text = textOf(table, row, beside);
    const counts = text && readFraction(text.cell);
    if (!figure || !text || !counts) return undefined;
    const printed = printedShare(figure);
    const stands = printed && standsTo(printed, counts.above, counts.below);
    if (!printed || !stands) return { kind: "skip", cells: [figure.at, text.at], why: figure.reading.kind === "blank" ? "blank" : "unreadable" };
    if (stands === "rounded") return { kind: "pass" };
    const right = { units: roundedRatio(counts.above * 100, counts.below, printed.digits)!, digits: printed.digits };
    const share = plainText(text.cell.value);
    const { at, cell } = figure;
    const shown = shownText(cell, "vi");
    const mended = cell.value.kind === "text" ? shown.replace(/[\d.,]+/, sayShare(right, shown.includes(".") ? "en" : "vi")) : undefined;
    return {
      kind: "fail",
      cells: [at, text.at],
      severity: stands === "cut" ? "info" : severity,
      phrase: both((language) => {
        const rounded = sayShare(right, language);
        return language === "vi"
          ? `${rowName(row, "vi")}: ô ${a1(at)} ghi ${shown}, còn ${share} (ô ${a1(text.at)}) là ${rounded}%${stands === "cut" ? CUT.vi : ""}.`
          : `${rowName(row, "en")}: cell ${a1(at)} says ${shownText(cell, "en")}, but ${share} (cell ${a1(text.at)}) is ${rounded}%${stands === "cut" ? CUT.en : ""}.`;
      }),
      ...(cell.formula === undefined && mended !== undefined
        ? {
            suggestions: [
              {
                changes: [{ at, from: contentOf(cell), to: textValue(mended) }],
                sure: stands === "cut" ? ("likely" as const) : ("possible" as const),
                why: both((language) => (language === "vi" ? `${share} làm tròn là ${sayShare(right, "vi")}%` : `${share} rounds to ${sayShare(right, "en")}%`)),
              },
            ],
          }
        : {}),
    };
  }
  return {
    role: "told",
    severity: "error",
    title: { vi: "Tỷ lệ đúng với phân số ghi bên cạnh và được làm tròn", en: "Percentages are the fractions beside them, rounded" },
    judge: rowByRow(judgeRow),
  };
};
