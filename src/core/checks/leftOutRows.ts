import { a1, type Position } from "../sheet/Address";
import { isPassedOver } from "../sheet/Formula";
import { rowsPassedOver } from "../sheet/readFormula";
import { rowSums } from "../figures/derived";
import { standingRows, type Figure, type TableRow } from "../figures/Table";
import type { CheckKind } from "./Check";

/** So many rows, or cells, are named. */
const MOST = 4;

/** No total leaves out rows that a filter, or somebody, has hidden. It is compared with what it adds up; that this is not all of the table is told. */
export const leftOutRows: CheckKind = {
  role: "told",
  severity: "warning",
  title: { vi: "Dòng tổng cộng đủ các dòng, kể cả dòng đang bị lọc hoặc ẩn", en: "Totals count all rows, those that are not shown as well" },
  *judge(table) {
    if (!table.hiddenRows) return;
    const totals: Figure[] = [];
    const rows = new Set<number>();
    const { hiddenRows } = table;
    for (const { sum, parts, lines = parts, places } of rowSums(table)) {
      const added = new Set(lines);
      // What the sum is of may have been read from its formula.
      const hidden = (sum.kind === "total" ? standingRows(table) : lines).filter(({ row }) => hiddenRows.has(row));
      for (const place of places) {
        const figure = sum.figures[place]!;
        const which = figure.cell.formula === undefined ? undefined : rowsPassedOver(figure.cell.formula);
        // A typed total that comes out only without them was copied from what was shown.
        const isLeftOut = (row: TableRow): boolean => (which ? isPassedOver(hiddenRows.get(row.row), which) : figure.cell.formula === undefined && !added.has(row));
        const left = figure.reading.kind === "figure" ? hidden.filter(isLeftOut) : [];
        if (left.length > 0) totals.push(figure);
        for (const { row } of left) rows.add(row + 1);
      }
    }
    if (totals.length === 0) return;
    const named = [...rows].sort((one, other) => one - other);
    const [places, more] = [totals.slice(0, MOST).map(({ at }) => a1(at)), totals.length > MOST ? ", …" : ""];
    const areLive = totals.every(({ cell }) => cell.formula !== undefined);
    const [numbers, further] = [named.slice(0, MOST).map(String), named.length > MOST ? ", …" : ""];
    yield {
      kind: "fail",
      cells: totals.map(({ at }) => at) as [Position, ...Position[]],
      phrase: {
        vi: `${named.length} dòng đang bị lọc hoặc ẩn (dòng ${numbers.join(", ")}${further}), và ${areLive ? "công thức" : "số"} ở ô ${places.join(", ")}${more} chỉ cộng các dòng đang hiện: đó chưa phải tổng của cả bảng. Hãy bỏ lọc, cho hiện đủ các dòng trước khi báo cáo.`,
        en: `${named.length} rows are filtered or hidden (row ${numbers.join(", ")}${further}), and the ${areLive ? "formulas" : "figures"} in ${places.join(", ")}${more} count only the rows shown: that is not the total of the table. Show all rows before you report.`,
      },
    };
  },
};
