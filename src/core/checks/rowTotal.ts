import { perOwner } from "../perOwner";
import { a1 } from "../sheet/Address";
import { rowSums, type RowSum } from "../figures/derived";
import { sayFigure } from "../figures/figureValue";
import type { Figure, Table } from "../figures/Table";
import { both } from "../words/Phrase";
import type { Balance, Check } from "./Check";
import { columnName, rowName } from "./columnWords";
import { judgeBalance } from "./judgeBalance";

interface RowTotalOptions {
  readonly id: string;
  /** Which sums are meant: those of sections, or that of the whole table. */
  readonly of: "subtotal" | "total";
  readonly basis: string;
}

/** In every column that is added up a total row, or a section's subtotal, is the sum of its rows. */
export function rowTotal({ id, of, basis }: RowTotalOptions): Check {
  const sums = (table: Table): readonly RowSum[] => rowSums(table).filter(({ sum }) => sum.kind === of);
  /** By the figures of their totals: each is as long as the table, so they are made once, while judging pauses. */
  const once = perOwner<Table, Figure, Balance>();
  const balanceAt = (table: Table, { sum, parts }: RowSum, index: number): Balance => {
    const total = sum.figures[index]!;
    return once(table, total, () => ({ check: id, total, parts: parts.map(({ figures }) => figures[index]!) }));
  };
  return {
    id,
    kind: "row-total",
    role: "sum",
    justifiable: true,
    severity: "error",
    basis,
    title:
      of === "total"
        ? { vi: "Dòng tổng bằng tổng các dòng, ở mọi cột", en: "The total row is the sum of the rows, in every column" }
        : { vi: "Dòng cộng mục bằng tổng các dòng trong mục, ở mọi cột", en: "A section's row is the sum of its rows, in every column" },
    *judge(table) {
      const found = sums(table);
      if (found.length === 0 && of === "total") yield { kind: "skip", cells: [], why: "nothing-to-compare" };
      for (const rowSum of found) {
        for (const index of rowSum.places) {
          const { column } = table.columns[index]!;
          const item = balanceAt(table, rowSum, index);
          yield judgeBalance(item, ({ total: stated, sum }) =>
            both((language) => {
              const [says, adds, off] = [stated, sum, Math.abs(stated - sum)].map((units) => sayFigure(units, column, language));
              return language === "vi"
                ? `${rowName(rowSum.sum, "vi")}: cột ${columnName(column)} ghi ${says} (ô ${a1(item.total.at)}), cộng các dòng được ${adds}, lệch ${off}.`
                : `${rowName(rowSum.sum, "en")}: column ${columnName(column)} says ${says} (cell ${a1(item.total.at)}), its rows add up to ${adds}, a difference of ${off}.`;
            }),
          );
        }
      }
    },
    *balances(table) {
      for (const rowSum of sums(table)) {
        for (const index of rowSum.places) yield balanceAt(table, rowSum, index);
      }
    },
  };
}
