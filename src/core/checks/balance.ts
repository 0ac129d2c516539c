import { a1 } from "../sheet/Address";
import { sayFigure } from "../figures/figureValue";
import { columnsThere, figureOf, type Table, type TableRow } from "../figures/Table";
import { both } from "../words/Phrase";
import type { Balance, Check } from "./Check";
import { columnName, rowName } from "./columnWords";
import { judgeBalance } from "./judgeBalance";

interface BalanceOptions {
  readonly id: string;
  /** The column that adds up the others, by key. */
  readonly total: string;
  readonly parts: readonly string[];
  /** What it adds up, as the form numbers or names it: "(4)+(5)+(6)". */
  readonly printed: string;
  /** The whole, as the numbering row prints it: "(3)=(4)+(5)+(6)". */
  readonly relation: string;
  readonly basis: string;
}

/** In every row one column is the sum of others. */
export function balance({ id, total, parts, printed, relation, basis }: BalanceOptions): Check {
  function* balances(table: Table): Iterable<readonly [TableRow, Balance]> {
    const keys = columnsThere(table, parts);
    for (const row of keys ? table.rows : []) {
      const whole = row.kind === "section" ? undefined : figureOf(table, row, total);
      if (whole) yield [row, { check: id, total: whole, parts: keys!.map((key) => figureOf(table, row, key)!) }];
    }
  }
  return {
    id,
    kind: "balance",
    role: "sum",
    justifiable: true,
    severity: "error",
    basis,
    title: both((language) => (language === "vi" ? `Trên mỗi dòng ${relation}` : `In every row ${relation}`)),
    *judge(table) {
      for (const [row, item] of balances(table)) {
        const { at, column } = item.total;
        yield judgeBalance(item, ({ total: stated, sum }) =>
          both((language) => {
            const [says, adds, off] = [stated, sum, Math.abs(stated - sum)].map((units) => sayFigure(units, column, language));
            return language === "vi"
              ? `${rowName(row, "vi")}: cột ${columnName(column)} ghi ${says} (ô ${a1(at)}), cộng ${printed} được ${adds}, lệch ${off}.`
              : `${rowName(row, "en")}: column ${columnName(column)} says ${says} (cell ${a1(at)}), ${printed} adds up to ${adds}, a difference of ${off}.`;
          }),
        );
      }
    },
    *balances(table) {
      for (const [, item] of balances(table)) yield item;
    },
  };
}
