import type { HeadRef } from "../form/Form";
import { a1, type Position } from "../sheet/Address";
import { contentOf } from "../sheet/Cell";
import { sayDecimal } from "../words/decimal";
import { valueIn } from "../figures/figureValue";
import { decimalsOf, mostOf, unitsOf } from "../figures/readFigure";
import { meantUnits } from "../figures/Reading";
import { figureOf, type Figure, type Table, type TableRow } from "../figures/Table";
import { both } from "../words/Phrase";
import { rowByRow, type CheckMaker, type Suggestion, type Verdict } from "./Check";
import { sayPlaces } from "./columnWords";

const isHead = (whole: number | string | HeadRef): whole is HeadRef => typeof whole === "object";

/** By how much a rounded figure may be off, doubled, in units of its column: half of its last digit to either side; counts are exact. */
function slackOf({ reading, column }: Figure): number {
  const decimals = decimalsOf(column);
  if (decimals === 0 || reading.kind !== "figure") return 0;
  return 10 ** (decimals - Math.min(reading.digits ?? decimals, decimals));
}

/** Shares of all ballots add up to 100, but for what their rounding may miss; ballots by answer add up to all ballots. */
export const addsTo: CheckMaker<"adds-to"> = ({ parts, whole }) => {
  function judgeRow(row: TableRow, table: Table): Verdict | undefined {
    const figures = parts.flatMap((key) => figureOf(table, row, key) ?? []);
    const [first] = figures;
    const head = isHead(whole) ? table.fields?.get(whole.head) : undefined;
    if (!first || figures.length < parts.length || (isHead(whole) && !head)) return undefined;
    const cells = [...figures, ...(head ? [head] : [])].map(({ at }) => at) as [Position, ...Position[]];
    if (figures.every(({ reading }) => reading.kind === "blank")) return { kind: "skip", cells, why: "blank" };
    const decimals = decimalsOf(first.column);
    const all = head ? meantUnits(head.reading) : unitsOf(String(whole), decimals);
    const units = figures.map(({ reading }) => meantUnits(reading));
    if (all === undefined || units.some((each) => each === undefined)) return { kind: "skip", cells, why: "unreadable" };
    const sum = units.reduce<number>((added, each) => added + each!, 0);
    // A nought is exact: nobody rounds to it but from less than half of its last digit.
    const slack = figures.reduce((most, figure) => most + slackOf(figure), 0);
    if (2 * Math.abs(sum - all) <= slack) return { kind: "pass" };
    const suggestions = figures.flatMap((figure, index): readonly Suggestion[] => {
      const to = units[index]! + all - sum;
      if (to < 0 || to > mostOf(figure.column.kind) || figure.cell.formula !== undefined) return [];
      const why = both((language) => {
        const said = sayDecimal(to, decimals, language);
        return language === "vi" ? `Ô ${a1(figure.at)} là ${said} thì cộng đủ ${sayDecimal(all, decimals, "vi")}` : `With ${said} in cell ${a1(figure.at)} they add up to ${sayDecimal(all, decimals, "en")}`;
      });
      return [{ changes: [{ at: figure.at, from: contentOf(figure.cell), to: valueIn(figure, to) }], sure: "possible", why }];
    });
    return {
      kind: "fail",
      cells,
      suggestions,
      phrase: both((language) => {
        const [adds, should] = [sum, all].map((each) => sayDecimal(each, decimals, language));
        const unit = first.column.kind.unit;
        return language === "vi"
          ? `Các ${unit === "%" ? "tỷ lệ" : "số"} ở ${sayPlaces(figures, "vi")} cộng được ${adds}, phải là ${should}${unit === "%" ? "%" : ""}.`
          : `The figures in ${sayPlaces(figures, "en")} add up to ${adds}, they should to ${should}${unit === "%" ? "%" : ""}.`;
      }),
    };
  }
  return {
    role: "heard",
    severity: "error",
    title: isHead(whole)
      ? { vi: "Các mức cộng đủ tổng số", en: "The answers add up to all" }
      : { vi: `Các tỷ lệ cộng đủ ${whole}, trong phạm vi làm tròn`, en: `Shares add up to ${whole}, within their rounding` },
    judge: rowByRow(judgeRow),
  };
};
