import type { Column } from "../form/Form";
import { a1 } from "../sheet/Address";
import { plainText, type Cell } from "../sheet/Cell";
import { fold } from "../sheet/fold";
import { shownText } from "../sheet/shownText";
import { readDay } from "../figures/readDay";
import { STEP } from "../steps";
import { both, type Phrase } from "../words/Phrase";
import { PAUSE, type CheckKind } from "./Check";
import { columnName } from "./columnWords";

/** What a column of words takes, as a clause; undefined where it takes any. */
function takes({ kind }: Column): Phrase | undefined {
  if (kind === "date") return { vi: "phải là một ngày, như 15/3/2024", en: "must be a day, as 15/3/2024" };
  if (typeof kind !== "object" || !("choice" in kind)) return undefined;
  return both((language) => `${language === "vi" ? "phải là một trong" : "must be one of"}: ${kind.choice.map((each) => `“${each}”`).join(", ")}`);
}

/** Whether a cell says what its column takes. */
function isProper({ kind }: Column, cell: Cell): boolean {
  if (kind === "date") return readDay(cell) !== undefined;
  const said = fold(plainText(cell.value)).trim();
  return typeof kind !== "object" || !("choice" in kind) || kind.choice.some((each) => fold(each) === said);
}

/** Cells of words hold what their column takes: a day, or one of a few words. Blanks are left to whoever fills them in. */
export const entry: CheckKind = {
  role: "told",
  severity: "warning",
  title: { vi: "Ô ngày tháng, ô chọn ghi đúng loại", en: "Days and choices are written as such" },
  *judge(table) {
    const asked = table.texts.map(({ column }) => takes(column));
    let times = 0;
    for (const [index, row] of table.rows.entries()) {
      if (index % STEP === STEP - 1) yield PAUSE;
      if (row.kind !== "line") continue;
      for (const [place, { column, at: across }] of table.texts.entries()) {
        const [clause, cell] = [asked[place], row.texts?.[place]];
        if (!clause || !cell || cell.value.kind === "blank" || cell.uncalculated) continue;
        if (isProper(column, cell)) {
          times++;
          continue;
        }
        const at = { row: row.row, column: across };
        const phrase = both((language) => {
          const shown = shownText(cell, language);
          return language === "vi" ? `Ô ${a1(at)} ghi “${shown}”: cột ${columnName(column)} ${clause.vi}.` : `Cell ${a1(at)} says “${shown}”: column ${columnName(column)} ${clause.en}.`;
        });
        yield { kind: "fail", cells: [at], phrase };
      }
    }
    if (times > 0) yield { kind: "pass", times };
  },
};
