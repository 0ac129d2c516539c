import { a1 } from "../sheet/Address";
import { both } from "../words/Phrase";
import { shownText } from "../sheet/shownText";
import { figureOf, rowOf, type Figure, type Table } from "../figures/Table";
import type { CellRef } from "../form/Form";
import { atOnce, type CheckMaker } from "./Check";
import { rowName } from "./columnWords";
import { compareShares, CUT, printedShare } from "./ratio";

/** The only table of another form, or of another edition of it, in the workbook, or the table itself; undefined where there is none, or several. */
export function tableOf(table: Table, tables: readonly Table[], { form, table: key }: Pick<CellRef, "form" | "table">): Table | undefined {
  if (form === undefined && key === undefined) return table;
  const found = tables.filter((each) => (form === undefined ? each.form.id === table.form.id : each.form.id === form || each.form.family === form) && (key === undefined || each.layout.key === key) && (form !== undefined || each.sheet === table.sheet));
  return found.length === 1 ? found[0] : undefined;
}

function figureAt(table: Table | undefined, { row, column }: CellRef): Figure | undefined {
  const found = table && row !== undefined ? rowOf(table, row) : undefined;
  return found && figureOf(table!, found, column);
}

/** One figure stated in two places is the same in both, at the digits printed. */
export const equal: CheckMaker<"equal"> = ({ one, other }) => ({
  role: "told",
  severity: "error",
  title: { vi: "Cùng một số liệu ghi như nhau ở hai bảng", en: "One figure is the same in both tables" },
  judge: atOnce((table, { tables }) => {
    const elsewhere = tableOf(table, tables, other);
    const [own, stated] = [figureAt(table, one), figureAt(elsewhere, other)];
    if (!own) return undefined;
    if (!elsewhere || !stated) return { kind: "skip", cells: [own.at], why: "nothing-to-compare" };
    const [share, otherShare] = [printedShare(own), printedShare(stated)];
    if (!share || !otherShare) return { kind: "skip", cells: [own.at], why: [own, stated].some(({ reading }) => reading.kind === "blank") ? "blank" : "unreadable" };
    const stands = compareShares(share, otherShare);
    if (stands === "same") return { kind: "pass" };
    const isCut = stands === "cut";
    const row = rowOf(table, one.row!)!;
    const [says, saysElsewhere] = [own, stated].map(({ cell }) => both((language) => shownText(cell, language)));
    return {
      kind: "fail",
      cells: [own.at],
      others: [{ sheet: elsewhere.sheet, at: stated.at }],
      ...(isCut ? { severity: "warning" } : {}),
      phrase: {
        vi: `${rowName(row, "vi")}: ô ${a1(own.at)} ghi ${says!.vi}, còn trang “${elsewhere.sheet}”, ô ${a1(stated.at)} ghi ${saysElsewhere!.vi}${isCut ? CUT.vi : ""}; hai nơi phải như nhau.`,
        en: `${rowName(row, "en")}: cell ${a1(own.at)} says ${says!.en}, but sheet “${elsewhere.sheet}”, cell ${a1(stated.at)}, says ${saysElsewhere!.en}${isCut ? CUT.en : ""}; both must be the same.`,
      },
    };
  }),
});
