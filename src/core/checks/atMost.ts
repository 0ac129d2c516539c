import { a1 } from "../sheet/Address";
import { sayFigure } from "../figures/figureValue";
import { meantUnits } from "../figures/Reading";
import { figureOf } from "../figures/Table";
import { both } from "../words/Phrase";
import type { CheckMaker } from "./CheckMaker";
import { columnName, rowName } from "./columnWords";

/** In every row one column is a part of another: it holds no more. */
export const atMost: CheckMaker<"at-most"> = ({ id, less, more, severity = "error", basis }) => ({
  id,
  kind: "at-most",
  role: "heard",
  justifiable: true,
  severity,
  ...(basis === undefined ? {} : { basis }),
  title: { vi: "Phần không lớn hơn toàn bộ", en: "A part is not more than the whole" },
  *judge(table) {
    for (const row of table.rows) {
      const [part, whole] = [figureOf(table, row, less), figureOf(table, row, more)];
      if (row.kind === "section" || !part || !whole) continue;
      const [held, most] = [meantUnits(part.reading), meantUnits(whole.reading)];
      if (held === undefined || most === undefined || whole.reading.kind === "blank") yield { kind: "skip", cells: [part.at, whole.at], why: whole.reading.kind === "blank" ? "blank" : "unreadable" };
      else if (held <= most) yield { kind: "pass" };
      else {
        yield {
          kind: "fail",
          cells: [part.at, whole.at],
          phrase: both((language) => {
            const [one, other] = [sayFigure(held, part.column, language), sayFigure(most, whole.column, language)];
            return language === "vi"
              ? `${rowName(row, "vi")}: cột ${columnName(part.column)} ghi ${one} (ô ${a1(part.at)}), nhiều hơn cột ${columnName(whole.column)} ghi ${other} (ô ${a1(whole.at)}).`
              : `${rowName(row, "en")}: column ${columnName(part.column)} says ${one} (cell ${a1(part.at)}), more than column ${columnName(whole.column)} with ${other} (cell ${a1(whole.at)}).`;
          }),
        };
      }
    }
  },
});
