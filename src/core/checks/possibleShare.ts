import { a1, type Position } from "../sheet/Address";
import { plainText } from "../sheet/Cell";
import { formatCount } from "../words/decimal";
import { meantUnits } from "../figures/Reading";
import { figureOf } from "../figures/Table";
import { both } from "../words/Phrase";
import { rowByRow, type CheckMaker } from "./Check";
import { printedShare, sayShare, standsTo, type PrintedShare } from "./ratio";

/** Whether some count out of so many has this share. */
function isShareOf({ units, digits }: PrintedShare, whole: number): boolean {
  const count = Math.round((units * whole) / (100 * 10 ** digits));
  return [count - 1, count, count + 1].some((each) => each >= 0 && each <= whole && ["rounded", "cut"].includes(standsTo({ units, digits }, each, whole) ?? ""));
}

/** A share of so many ballots is that of a whole number of them: of 103 none is 21,5 % (GRIM; Brown and Heathers 2017). */
export const possibleShare: CheckMaker<"possible-share"> = ({ values, of }) => ({
  role: "heard",
  severity: "warning",
  title: { vi: "Tỷ lệ có được từ một số phiếu nguyên", en: "Shares come from whole numbers of ballots" },
  judge: rowByRow((row, table) => {
    const ballots = table.fields?.get(of.head);
    const whole = ballots && meantUnits(ballots.reading);
    if (!ballots || !whole || plainText(ballots.cell.value) === "") return undefined;
    const printed = values.flatMap((key) => {
      const figure = figureOf(table, row, key);
      const share = figure && printedShare(figure);
      return share ? [{ at: figure.at, share }] : [];
    });
    if (printed.length === 0) return undefined;
    const impossible = printed.filter(({ share }) => !isShareOf(share, whole));
    if (impossible.length === 0) return { kind: "pass" };
    const cells = [...impossible.map(({ at }) => at), ballots.at];
    const phrase = both((language) => {
      const shown = impossible.map(({ at, share }) => `${sayShare(share, language)}% (${a1(at)})`).join(", ");
      const all = formatCount(whole, language);
      return language === "vi"
        ? `Với ${all} phiếu (ô ${a1(ballots.at)}) không thể có tỷ lệ ${shown}: không số phiếu nguyên nào cho tỷ lệ đó.`
        : `Of ${all} ballots (cell ${a1(ballots.at)}) none gives ${shown}: no whole number of them has that share.`;
    });
    // Several shares at once speak against the number of ballots.
    return { kind: "fail", cells: (impossible.length > 1 ? cells.reverse() : cells) as [Position, ...Position[]], phrase };
  }),
});
