import { a1, type Position } from "../sheet/Address";
import { plainText, textValue } from "../sheet/Cell";
import { foldTight } from "../sheet/fold";
import { STEP } from "../steps";
import { textOf } from "../figures/Table";
import { both } from "../words/Phrase";
import { PAUSE, type CheckMaker } from "./Check";
import { columnName, columnOf, listed } from "./columnWords";

/** No two records have one code: a dossier that stands on two rows is counted twice. */
export const unique: CheckMaker<"unique"> = ({ column }, layout) => ({
  role: "told",
  severity: "error",
  title: { vi: `${columnName(columnOf(layout, column))} không trùng nhau`, en: `No ${columnName(columnOf(layout, column))} stands twice` },
  *judge(table) {
    const isName = columnOf(layout, column).kind === "label";
    const places = new Map<string, { readonly code: string; readonly cells: Position[] }>();
    for (const [index, row] of table.rows.entries()) {
      if (index % STEP === STEP - 1) yield PAUSE;
      const text = row.kind === "line" ? (isName ? { at: row.labelAt, cell: { value: textValue(row.label) } } : textOf(table, row, column)) : undefined;
      const code = text ? plainText(text.cell.value).trim() : "";
      // Codes of one thing differ in blanks and case only.
      const key = foldTight(code) || code;
      if (code === "") continue;
      const known = places.get(key);
      if (known) known.cells.push(text!.at);
      else places.set(key, { code, cells: [text!.at] });
    }
    let times = 0;
    for (const { code, cells } of places.values()) {
      if (cells.length === 1) {
        times++;
        continue;
      }
      const where = (language: "vi" | "en"): string => listed(cells.map(a1), language);
      const phrase = both((language) => (language === "vi" ? `“${code}” đứng ở ${cells.length} dòng (ô ${where("vi")}): một mã chỉ ghi một lần.` : `“${code}” stands on ${cells.length} rows (cells ${where("en")}): a code is written once.`));
      yield { kind: "fail", cells: cells as [Position, ...Position[]], phrase };
    }
    if (times > 0) yield { kind: "pass", times };
  },
});
