import { a1 } from "../sheet/Address";
import { sayFigure } from "../figures/figureValue";
import { meantUnits } from "../figures/Reading";
import { figureOf } from "../figures/Table";
import { both } from "../words/Phrase";
import { rowByRow, type CheckMaker } from "./Check";
import { columnName, rowName } from "./columnWords";

/** In every row one column is a part of another: it holds no more. */
export const atMost: CheckMaker<"at-most"> = ({ less, more }) => ({
  role: "heard",
  severity: "error",
  title: { vi: "Phần không lớn hơn toàn bộ", en: "A part is not more than the whole" },
  judge: rowByRow((row, table) => {
    const [part, whole] = [figureOf(table, row, less), figureOf(table, row, more)];
    if (row.kind === "section" || !part || !whole) return undefined;
    const cells = [part.at, whole.at] as const;
    const [held, most] = [meantUnits(part.reading), meantUnits(whole.reading)];
    if (whole.reading.kind === "blank") return { kind: "skip", cells, why: "blank" };
    if (held === undefined || most === undefined) return { kind: "skip", cells, why: "unreadable" };
    if (held <= most) return { kind: "pass" };
    const phrase = both((language) => {
      const [one, other] = [sayFigure(held, part.column, language), sayFigure(most, whole.column, language)];
      return language === "vi"
        ? `${rowName(row, "vi")}: cột ${columnName(part.column)} ghi ${one} (ô ${a1(part.at)}), nhiều hơn cột ${columnName(whole.column)} ghi ${other} (ô ${a1(whole.at)}).`
        : `${rowName(row, "en")}: column ${columnName(part.column)} says ${one} (cell ${a1(part.at)}), more than column ${columnName(whole.column)} with ${other} (cell ${a1(whole.at)}).`;
    });
    return { kind: "fail", cells, phrase };
  }),
});
