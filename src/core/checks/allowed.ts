import { a1 } from "../sheet/Address";
import { shownText } from "../sheet/shownText";
import { decimalsOf, unitsOf } from "../figures/readFigure";
import type { Figure } from "../figures/Table";
import { STEP } from "../steps";
import { both } from "../words/Phrase";
import { PAUSE, type CheckKind } from "./Check";
import { columnName, listed } from "./columnWords";

/** The units a line of a column may hold; undefined where all are. */
function allowedIn({ column }: Figure): ReadonlySet<number> | undefined {
  const { allowed } = column.kind;
  return allowed && new Set(allowed.map((each) => unitsOf(String(each), decimalsOf(column))!));
}

/** A line of a column that takes a few figures only, as scores of 0, 1 or 2, holds one of them. */
export const allowed: CheckKind = {
  role: "heard",
  severity: "error",
  title: { vi: "Số liệu là một trong các số được phép", en: "Figures are among those allowed" },
  *judge(table) {
    const bounds = table.rows[0]?.figures.map(allowedIn) ?? [];
    let times = 0;
    for (const [index, row] of table.rows.entries()) {
      if (index % STEP === STEP - 1) yield PAUSE;
      if (row.kind !== "line") continue;
      for (const [place, figure] of row.figures.entries()) {
        const { reading, at, column, cell } = figure;
        const bound = bounds[place];
        if (!bound || reading.kind !== "figure") continue;
        if (bound.has(reading.units)) times++;
        else {
          const phrase = both((language) => {
            const numbers = listed(column.kind.allowed!.map(String), language);
            return language === "vi"
              ? `Ô ${a1(at)} ghi ${shownText(cell, "vi")}: cột ${columnName(column)} chỉ nhận ${numbers}.`
              : `Cell ${a1(at)} says ${shownText(cell, "en")}: column ${columnName(column)} takes only ${numbers}.`;
          });
          yield { kind: "fail", cells: [at], phrase };
        }
      }
    }
    if (times > 0) yield { kind: "pass", times };
  },
};
