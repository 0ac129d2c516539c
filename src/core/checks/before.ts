import { a1 } from "../sheet/Address";
import { shownText } from "../sheet/shownText";
import { readDay } from "../figures/readDay";
import { textOf } from "../figures/Table";
import { both } from "../words/Phrase";
import { rowByRow, type CheckMaker } from "./Check";
import { columnOf, columnName, rowName } from "./columnWords";

/** Of two days of a record one is not after the other: nothing is handed back before it was received. */
export const before: CheckMaker<"before"> = ({ earlier, later }, layout) => ({
  role: "told",
  severity: "error",
  title: both((language) => {
    const [first, then] = [earlier, later].map((key) => columnName(columnOf(layout, key)));
    return language === "vi" ? `${first!} không sau ${then!}` : `${first!} is not after ${then!}`;
  }),
  judge: rowByRow((row, table) => {
    const [first, then] = [textOf(table, row, earlier), textOf(table, row, later)];
    if (row.kind !== "line" || !first || !then) return undefined;
    const cells = [then.at, first.at] as const;
    const blank = [first, then].some(({ cell }) => cell.value.kind === "blank");
    const [from, to] = [readDay(first.cell), readDay(then.cell)];
    if (from === undefined || to === undefined) return { kind: "skip", cells, why: blank ? "blank" : "unreadable" };
    if (from <= to) return { kind: "pass" };
    const phrase = both((language) => {
      const [one, other] = [first, then].map(({ cell, at }) => `${shownText(cell, language)} (${language === "vi" ? "ô" : "cell"} ${a1(at)})`);
      const [name, next] = [earlier, later].map((key) => columnName(columnOf(layout, key)));
      return language === "vi" ? `${rowName(row, "vi")}: ${next!} ${other!} trước ${name!} ${one!}.` : `${rowName(row, "en")}: ${next!} ${other!} is before ${name!} ${one!}.`;
    });
    return { kind: "fail", cells, phrase };
  }),
});
