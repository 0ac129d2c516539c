import { a1 } from "../sheet/Address";
import { contentOf, plainText, textValue } from "../sheet/Cell";
import { fold } from "../sheet/fold";
import { sayFigure } from "../figures/figureValue";
import { decimalsOf, unitsOf } from "../figures/readFigure";
import { meantUnits } from "../figures/Reading";
import { figureOf, lines, rowOf, textOf, type Table, type TableRow } from "../figures/Table";
import { groundsOf } from "../figures/workedOut";
import { both } from "../words/Phrase";
import type { CheckMaker, Verdict } from "./Check";

/** Words before a rating: "Xếp loại: Xuất sắc", "Đạt loại Xuất sắc" say it as well as the bare word. */
const BEFORE = /^.*(?::|(?:^|[^\p{L}])loại(?!\p{L}))/isu;

/** The rating in a text, without what stands around it. */
const ratingIn = (text: string): string => /\p{L}(?:[^(]*\p{L})?/u.exec(text.normalize("NFC").replace(BEFORE, ""))?.[0] ?? "";

/** A rating, in one cell or line by line, is that of the total's band: from 15 points on "Xuất sắc", without a gap between the bands. */
export const band: CheckMaker<"band"> = ({ of, into, from }) => {
  function judgeRows(table: Table, ofRow: TableRow | undefined, intoRow: TableRow | undefined): Verdict | undefined {
    const figure = ofRow && figureOf(table, ofRow, of.column);
    const text = intoRow && textOf(table, intoRow, into.column);
    if (!figure || !text) return undefined;
    const units = meantUnits(figure.reading);
    const said = plainText(text.cell.value);
    const rating = ratingIn(said);
    if (units === undefined || figure.reading.kind === "blank" || rating === "") return { kind: "skip", cells: [figure.at, text.at], why: rating === "" ? "blank" : "unreadable" };
    const decimals = decimalsOf(figure.column);
    const [, proper] = from.find(([least]) => units >= unitsOf(String(least), decimals)!) ?? from.at(-1)!;
    if (fold(rating) === fold(proper)) return { kind: "pass" };
    return {
      kind: "fail",
      cells: [text.at, figure.at],
      rests: groundsOf(table, ofRow!.kind === "total" ? lines(table).map((line) => figureOf(table, line, of.column)!) : [figure]),
      phrase: both((language) => {
        const points = sayFigure(units, figure.column, language);
        return language === "vi"
          ? `Ô ${a1(text.at)} ghi “${rating}”, trong khi ${points} ${figure.column.kind.unit} (ô ${a1(figure.at)}) xếp loại ${proper}.`
          : `Cell ${a1(text.at)} says “${rating}”, while ${points} points (cell ${a1(figure.at)}) are rated ${proper}.`;
      }),
      suggestions: [
        {
          changes: [{ at: text.at, from: contentOf(text.cell), to: textValue(said.normalize("NFC").replace(rating, proper)) }],
          sure: "likely",
          why: { vi: `Ghi xếp loại ${proper} theo tổng điểm`, en: `Write ${proper}, as the total has it` },
        },
      ],
    };
  }
  return {
    role: "heard",
    severity: "error",
    title: { vi: "Xếp loại đúng với tổng điểm", en: "The rating is that of the total" },
    *judge(table) {
      const isEach = of.row === undefined;
      for (const row of isEach ? lines(table) : [undefined]) {
        const verdict = row ? judgeRows(table, row, row) : judgeRows(table, rowOf(table, of.row!), rowOf(table, into.row!));
        if (verdict) yield verdict;
      }
    },
  };
};
