import { a1 } from "../sheet/Address";
import { downColumn, rowSums } from "../figures/derived";
import type { Table, TableRow } from "../figures/Table";
import { judgeBalance } from "./balance";
import type { Balance, Check } from "./Check";
import { columnName, rowName } from "./columnWords";

interface RowTotalOptions {
  readonly id: string;
  /** Which sums are meant: those of sections, or that of the whole table. */
  readonly of: "subtotal" | "total";
}

/** In every column that is added up a total row, or a section's subtotal, is the sum of its rows. */
export function rowTotal({ id, of }: RowTotalOptions): Check {
  const balancesIn = function* (table: Table): Iterable<readonly [TableRow, Balance]> {
    for (const rowSum of rowSums(table)) {
      const { sum, places } = rowSum;
      if (sum.kind !== of) continue;
      for (const index of places) {
        const { figure, parts } = downColumn(rowSum, index);
        yield [sum, { check: id, total: figure, parts }];
      }
    }
  };
  return {
    id,
    role: "sum",
    severity: "error",
    title:
      of === "total"
        ? { vi: "Dòng tổng bằng tổng các dòng, ở mọi cột", en: "The total row is the sum of the rows, in every column" }
        : { vi: "Dòng cộng mục bằng tổng các dòng trong mục, ở mọi cột", en: "A section's row is the sum of its rows, in every column" },
    *judge(table) {
      if (of === "total" && !rowSums(table).some(({ sum }) => sum.kind === of)) yield { kind: "skip", cells: [], why: "nothing-to-compare" };
      for (const [row, item] of balancesIn(table)) {
        const { at, column } = item.total;
        yield judgeBalance(item, (says, adds, off, language) =>
          language === "vi"
            ? `${rowName(row, "vi")}: cột ${columnName(column)} ghi ${says} (ô ${a1(at)}), cộng các dòng được ${adds}, lệch ${off}.`
            : `${rowName(row, "en")}: column ${columnName(column)} says ${says} (cell ${a1(at)}), its rows add up to ${adds}, a difference of ${off}.`,
        );
      }
    },
    *balances(table) {
      for (const [, item] of balancesIn(table)) yield item;
    },
  };
}
