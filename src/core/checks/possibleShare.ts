import { a1, type Position } from "../sheet/Address";
import { plainText } from "../sheet/Cell";
import { sayDecimal } from "../words/decimal";
import { meantUnits } from "../figures/Reading";
import { figureOf, type Figure, type Table, type TableRow } from "../figures/Table";
import { both, type Language } from "../words/Phrase";
import type { Verdict } from "./Check";
import type { CheckMaker } from "./CheckMaker";
import { printedShare, sayShare, standsTo, type PrintedShare } from "./printedShare";

/** The count out of so many whose share is nearest, and that share at the same digits. */
function nearest({ units, digits }: PrintedShare, whole: number): { readonly count: number; readonly isShare: boolean } {
  const count = Math.round((units * whole) / (100 * 10 ** digits));
  const isShare = [count - 1, count, count + 1].some((each) => each >= 0 && each <= whole && ["rounded", "cut"].includes(standsTo({ units, digits }, each, whole) ?? ""));
  return { count, isShare };
}

/** A share of so many ballots is that of a whole number of them: of 103 none is 21,5 % (GRIM; Brown and Heathers 2017). */
export const possibleShare: CheckMaker<"possible-share"> = ({ id, values, of, severity = "warning", basis }) => {
  function judgeRow(table: Table, row: TableRow, ballots: Figure, whole: number): Verdict | undefined {
    const figures = values.flatMap((key) => figureOf(table, row, key) ?? []);
    const printed = figures.flatMap((figure) => {
      const share = printedShare(figure);
      return share ? [{ figure, share }] : [];
    });
    if (printed.length === 0) return undefined;
    const impossible = printed.filter(({ share }) => !nearest(share, whole).isShare);
    const [first] = impossible;
    if (!first) return { kind: "pass" };
    const say = (language: Language): string => {
      const shown = impossible.map(({ figure, share }) => `${sayShare(share, language)}% (${a1(figure.at)})`).join(", ");
      const all = sayDecimal(whole, 0, language);
      return language === "vi"
        ? `Với ${all} phiếu (ô ${a1(ballots.at)}) không thể có tỷ lệ ${shown}: không số phiếu nguyên nào cho tỷ lệ đó.`
        : `Of ${all} ballots (cell ${a1(ballots.at)}) none gives ${shown}: no whole number of them has that share.`;
    };
    const cells = [...impossible.map(({ figure }) => figure.at), ballots.at];
    // Several shares at once speak against the number of ballots.
    return { kind: "fail", cells: (impossible.length > 1 ? cells.reverse() : cells) as [Position, ...Position[]], phrase: both(say) };
  }
  return {
    id,
    kind: "possible-share",
    role: "heard",
    justifiable: true,
    severity,
    ...(basis === undefined ? {} : { basis }),
    title: { vi: "Tỷ lệ có được từ một số phiếu nguyên", en: "Shares come from whole numbers of ballots" },
    *judge(table) {
      const ballots = table.fields?.get(of.head);
      const whole = ballots && meantUnits(ballots.reading);
      if (!ballots || !whole || plainText(ballots.cell.value) === "") return;
      for (const row of table.rows) {
        const verdict = judgeRow(table, row, ballots, whole);
        if (verdict) yield verdict;
      }
    },
  };
};
