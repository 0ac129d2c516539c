import { a1 } from "../sheet/Address";
import { figureOf, type Table, type TableRow } from "../table/Table";
import type { Severity } from "../words";
import type { Balance, Check } from "./Check";
import { columnName, formatCount, rowName } from "./columnWords";
import { judgeBalance } from "./judgeBalance";

interface BalanceOptions {
  readonly id: string;
  /** The column that adds up the others, by key. */
  readonly total: string;
  readonly parts: readonly string[];
  /** As the numbering row prints it: "(3)=(4)+(5)+(6)". */
  readonly printed: string;
  readonly severity?: Severity;
  readonly basis: string;
}

/** In every row one column is the sum of others. */
export function balance({ id, total, parts, printed, severity = "error", basis }: BalanceOptions): Check {
  const balanceOf = (table: Table, row: TableRow): Balance | undefined => {
    const whole = figureOf(table, row, total);
    const figures = parts.map((key) => figureOf(table, row, key));
    return whole && figures.every((figure) => figure !== undefined) ? { check: id, total: whole, parts: figures } : undefined;
  };
  return {
    id,
    kind: "balance",
    role: "sum",
    justifiable: true,
    severity,
    basis,
    title: {
      vi: `Trên mỗi dòng ${printed}`,
      en: `In every row ${printed}`,
    },
    *judge(table) {
      const column = table.columns.find((each) => each.column.key === total)?.column;
      for (const row of table.rows) {
        const item = balanceOf(table, row);
        if (!item || !column || row.kind === "section") continue;
        yield judgeBalance(item, ({ total: stated, sum }) => ({
          vi: `${rowName(row, "vi")}: cột ${columnName(column)} ghi ${formatCount(stated, "vi")} (ô ${a1(item.total.at)}), cộng ${printed.split("=")[1]} được ${formatCount(sum, "vi")}, lệch ${formatCount(Math.abs(stated - sum), "vi")}.`,
          en: `${rowName(row, "en")}: column ${columnName(column)} says ${formatCount(stated, "en")} (cell ${a1(item.total.at)}), ${printed.split("=")[1]} adds up to ${formatCount(sum, "en")}, a difference of ${formatCount(Math.abs(stated - sum), "en")}.`,
        }));
      }
    },
    *balances(table) {
      for (const row of table.rows) {
        const item = row.kind === "section" ? undefined : balanceOf(table, row);
        if (item) yield item;
      }
    },
  };
}
