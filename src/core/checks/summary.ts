import type { FootKind } from "../form/Form";
import { a1 } from "../sheet/Address";
import { contentOf } from "../sheet/Cell";
import { shownText } from "../sheet/shownText";
import { sayFigure, valueIn } from "../figures/figureValue";
import { meantUnits } from "../figures/Reading";
import { closingIn, closingOf, groundsOf } from "../figures/workedOut";
import { both, type Phrase } from "../words/Phrase";
import type { CheckKind } from "./Check";
import { columnName, rowName } from "./columnWords";

/** Any of so few lines may be the one that is wrong; more are not worth naming. */
const FEW = 12;

/** What a row comes to, before the figure. */
const COMES_TO: Readonly<Record<Exclude<FootKind, "sum">, Phrase>> = {
  mean: { vi: "bình quân các dòng, làm tròn, là", en: "the mean of the rows, rounded, is" },
  share: { vi: "chia cho số dòng, làm tròn, là", en: "over the number of rows, rounded, it is" },
  count: { vi: "số dòng là", en: "the number of rows is" },
};

/** Rows that close a table by the mean of its lines, their share of all, or their number say what they come to, rounded half up. */
export const summary: CheckKind = {
  role: "heard",
  severity: "error",
  title: { vi: "Dòng bình quân, dòng tỷ lệ, dòng đếm đúng với các dòng", en: "Rows of means, shares and counts are those of the rows" },
  *judge(table) {
    for (const item of closingIn(table)) {
      const { figure, row, parts, foot } = item;
      const [says, ways] = [meantUnits(figure.reading), closingOf(item)];
      const [proper] = ways;
      const cells = [figure.at, ...(parts.length <= FEW ? parts.map(({ at }) => at) : [])] as const;
      if (figure.reading.kind === "blank") yield { kind: "skip", cells, why: "blank" };
      else if (says === undefined || proper === undefined) yield { kind: "skip", cells, why: "unreadable" };
      else if (ways.includes(says)) yield { kind: "pass" };
      else {
        const right = both((language) => `${COMES_TO[foot.how as Exclude<FootKind, "sum">][language]} ${sayFigure(proper, figure.column, language)}`);
        yield {
          kind: "fail",
          cells,
          rests: groundsOf(table, parts),
          phrase: both((language) => {
            const shown = shownText(figure.cell, language);
            return language === "vi"
              ? `${rowName(row, "vi")}: cột ${columnName(figure.column)} ghi ${shown} (ô ${a1(figure.at)}), ${right.vi}.`
              : `${rowName(row, "en")}: column ${columnName(figure.column)} says ${shown} (cell ${a1(figure.at)}), ${right.en}.`;
          }),
          ...(figure.cell.formula === undefined
            ? { suggestions: [{ changes: [{ at: figure.at, from: contentOf(figure.cell), to: valueIn(figure, proper) }], sure: "possible", why: both((language) => right[language]) }] }
            : {}),
        };
      }
    }
  },
};
