import type { Share } from "../form/Form";
import { a1 } from "../sheet/Address";
import { roundedRatio } from "../sheet/ratio";
import { sayDecimal } from "../words/decimal";
import { shownIn } from "../figures/figureValue";
import { meantSum, figureOf, rowOf, type Table } from "../figures/Table";
import { both, type Language } from "../words/Phrase";
import type { Verdict } from "./Check";
import type { CheckMaker } from "./CheckMaker";
import { rowName } from "./columnWords";
import { tableOf } from "./equal";
import { printedShare, sayShare, standsTo } from "./printedShare";

/** The counts of a share over a whole table; undefined where they cannot be had. */
function countsOf(table: Table, { numerator, denominator }: Share): { readonly above: number; readonly below: number } | undefined {
  const total = rowOf(table, "total");
  const [above, below] = [numerator, denominator].map((keys) => total && meantSum(keys.map((key) => figureOf(table, total, key))));
  return above === undefined || !below ? undefined : { above, below };
}

/** A percentage that another form's figures yield is that one, by any of the formulas in use. */
export const sameShare: CheckMaker<"same-share"> = ({ id, one, form, shares, severity = "warning", basis }) => ({
  id,
  kind: "same-share",
  role: "told",
  justifiable: true,
  severity,
  ...(basis === undefined ? {} : { basis }),
  title: { vi: "Tỷ lệ khớp với số liệu của biểu khác", en: "The percentage is that of another form's figures" },
  *judge(table, { tables }): Iterable<Verdict> {
    const row = rowOf(table, one.row!);
    const own = row && figureOf(table, row, one.column);
    const elsewhere = tableOf(table, tables, { form });
    if (!own) return;
    const printed = printedShare(own);
    const known = elsewhere ? (elsewhere.layout.shares ?? []).filter((share) => shares.includes(share.id)) : [];
    const counted = known.flatMap((share) => {
      const counts = countsOf(elsewhere!, share);
      return counts ? [{ share, ...counts }] : [];
    });
    if (!elsewhere || !printed || counted.length === 0) {
      yield { kind: "skip", cells: [own.at], why: own.reading.kind === "blank" ? "blank" : "nothing-to-compare" };
      return;
    }
    if (counted.some(({ above, below }) => ["rounded", "cut"].includes(standsTo(printed, above, below) ?? ""))) {
      yield { kind: "pass" };
      return;
    }
    const total = rowOf(elsewhere, "total")!;
    const say = (language: Language): string => {
      const ways = counted.map(({ share, above, below }) => {
        const units = roundedRatio(above * 100, below, printed.digits)!;
        const counts = [above, below].map((count) => sayDecimal(count, 0, language)).join("/");
        return `${sayShare({ units, digits: printed.digits }, language)}% (${share.header.replace(/ \(%\)$/, "")}: ${counts})`;
      });
      const said = shownIn(own);
      return language === "vi"
        ? `${rowName(row, "vi")}: ô ${a1(own.at)} ghi ${said}, còn số liệu trang “${elsewhere.sheet}” cho ${ways.join(" hoặc ")}.`
        : `${rowName(row, "en")}: cell ${a1(own.at)} says ${said}, but sheet “${elsewhere.sheet}” gives ${ways.join(" or ")}.`;
    };
    yield { kind: "fail", cells: [own.at], others: [{ sheet: elsewhere.sheet, at: total.labelAt }], phrase: both(say) };
  },
});
