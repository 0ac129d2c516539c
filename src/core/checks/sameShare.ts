import type { Share } from "../form/Form";
import { a1 } from "../sheet/Address";
import { roundedRatio } from "../sheet/ratio";
import { formatCount } from "../words/decimal";
import { shownText } from "../sheet/shownText";
import { figureOf, meantSum, rowOf, type Table, type TableRow } from "../figures/Table";
import { both, type Language } from "../words/Phrase";
import { atOnce, type CheckMaker } from "./Check";
import { rowName } from "./columnWords";
import { tableOf } from "./equal";
import { printedShare, sayShare, standsTo } from "./ratio";

/** The counts of a share in a row, and what it is called; undefined where they cannot be had. */
function countsOf(table: Table, row: TableRow, { header, numerator, denominator }: Share) {
  const [above, below] = [numerator, denominator].map((keys) => meantSum(keys.map((key) => figureOf(table, row, key))));
  return above === undefined || !below ? undefined : { header, above, below };
}

/** A percentage that another form's figures yield is that one, by any of the formulas in use. */
export const sameShare: CheckMaker<"same-share"> = ({ one, form, shares }) => ({
  role: "told",
  severity: "warning",
  title: { vi: "Tỷ lệ khớp với số liệu của biểu khác", en: "The percentage is that of another form's figures" },
  judge: atOnce((table, { tables }) => {
    const row = rowOf(table, one.row!);
    const own = row && figureOf(table, row, one.column);
    if (!own) return undefined;
    const elsewhere = tableOf(table, tables, { form });
    const total = elsewhere && rowOf(elsewhere, "total");
    const printed = printedShare(own);
    const known = elsewhere?.layout.shares?.filter((share) => shares.includes(share.id)) ?? [];
    const counted = known.flatMap((share) => (total ? (countsOf(elsewhere!, total, share) ?? []) : []));
    if (!elsewhere || !total || !printed || counted.length === 0) return { kind: "skip", cells: [own.at], why: own.reading.kind === "blank" ? "blank" : "nothing-to-compare" };
    if (counted.some(({ above, below }) => ["rounded", "cut"].includes(standsTo(printed, above, below) ?? ""))) return { kind: "pass" };
    const ways = (language: Language): readonly string[] =>
      counted.map(({ header, above, below }) => {
        const units = roundedRatio(above * 100, below, printed.digits)!;
        const counts = [above, below].map((count) => formatCount(count, language)).join("/");
        return `${sayShare({ units, digits: printed.digits }, language)}% (${header.replace(/ \(%\)$/, "")}: ${counts})`;
      });
    const said = both((language) => shownText(own.cell, language));
    return {
      kind: "fail",
      cells: [own.at],
      others: [{ sheet: elsewhere.sheet, at: total.labelAt }],
      phrase: {
        vi: `${rowName(row, "vi")}: ô ${a1(own.at)} ghi ${said.vi}, còn số liệu trang “${elsewhere.sheet}” cho ${ways("vi").join(" hoặc ")}.`,
        en: `${rowName(row, "en")}: cell ${a1(own.at)} says ${said.en}, but sheet “${elsewhere.sheet}” gives ${ways("en").join(" or ")}.`,
      },
    };
  }),
});
