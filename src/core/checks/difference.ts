import type { Column } from "../form/Form";
import { a1, type Position } from "../sheet/Address";
import { sayFigure } from "../figures/figureValue";
import { meantUnits } from "../figures/Reading";
import type { Table } from "../figures/Table";
import { restOf, restsIn, type RestFigure } from "../figures/workedOut";
import { both } from "../words/Phrase";
import type { Balance, Check, Verdict } from "./Check";
import { columnName, rowName } from "./columnWords";

/** What is left of some columns when others are taken away. */
const balanceOf = (check: string, { figure, plus, minus }: RestFigure): Balance => ({ check, total: figure, parts: plus, taken: minus });

/** In every row one column is what is left of others when some are taken away: at the end there is what was there and came, less what went. */
export function difference(column: Column, printed: string): Check {
  const id = column.sumId ?? `${column.key}-rest`;
  function* balances(table: Table): Iterable<Balance> {
    for (const [, item] of restsIn(table, column)) yield balanceOf(id, item);
  }
  return {
    id,
    role: "sum",
    severity: "error",
    title: { vi: `Trên mỗi dòng ${columnName(column)} = ${printed}`, en: `In every row ${columnName(column)} = ${printed}` },
    *judge(table): Iterable<Verdict> {
      for (const [row, item] of restsIn(table, column)) {
        const { figure, plus, minus } = item;
        const all = [figure, ...plus, ...minus];
        const cells = all.map(({ at }) => at) as [Position, ...Position[]];
        const [says, left] = [meantUnits(figure.reading), restOf(item)];
        if (all.every(({ reading }) => reading.kind === "blank")) yield { kind: "skip", cells, why: "blank" };
        else if (says === undefined || left === undefined) yield { kind: "skip", cells, why: "unreadable" };
        else if (says === left) yield { kind: "pass" };
        else {
          const phrase = both((language) => {
            const [shown, adds, off] = [says, left, Math.abs(says - left)].map((units) => (units < 0 ? "-" : "") + sayFigure(Math.abs(units), figure.column, language));
            return language === "vi"
              ? `${rowName(row, "vi")}: cột ${columnName(figure.column)} ghi ${shown!} (ô ${a1(figure.at)}), ${printed} là ${adds!}, lệch ${off!}.`
              : `${rowName(row, "en")}: column ${columnName(figure.column)} says ${shown!} (cell ${a1(figure.at)}), ${printed} is ${adds!}, a difference of ${off!}.`;
          });
          yield { kind: "fail", cells: [figure.at], phrase, balance: balanceOf(id, item) };
        }
      }
    },
    balances,
  };
}
