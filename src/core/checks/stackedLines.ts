import type { Position } from "../sheet/Address";
import { derivedIn, rowSums } from "../figures/derived";
import { isStacked, namesIn, rowsBelow, stackedCounts } from "../figures/stackedLines";
import type { Figure, Table, TableRow } from "../figures/Table";
import { both, type Language, type Phrase } from "../words/Phrase";
import { STEP } from "../steps";
import { PAUSE, type CheckKind, type Verdict } from "./Check";
import { columnName, listed, rowName } from "./columnWords";
import { formatCount } from "../words/decimal";

function phraseOf(table: Table, index: number, stacked: readonly Figure[]): Phrase {
  const row = table.rows[index]!;
  const lines = stackedCounts(stacked[0]!.cell)!.length;
  const below = rowsBelow(table.rows, index);
  const say = (language: Language): string => {
    const names = below.length > 0 ? [row, ...below].map((each) => rowName(each, language)) : namesIn(row).map((name) => `“${name}”`);
    const named = names.length > 1 ? listed(names, language) : rowName(row, language);
    const columns = stacked.map(({ at, cell }) => {
      const { column } = table.columns.find((each) => each.at === at.column)!;
      return `${columnName(column)} ${listed(stackedCounts(cell)!.map((count) => formatCount(count, language)), language)}`;
    });
    return language === "vi"
      ? `Dòng ${row.row + 1} của trang tính chứa số liệu của ${lines} dòng, ${named}, chung trong các ô: ${columns.join("; ")}. ${below.length > 0 ? "Hãy bỏ gộp ô và ghi mỗi số vào dòng của nó" : "Hãy chèn thêm dòng và tách ra, mỗi dòng một lĩnh vực, mỗi ô một số"}. Hàm SUM của Excel bỏ qua các ô này; việc kiểm tra tính chúng bằng tổng các số trong ô.`
      : `Row ${row.row + 1} of the sheet holds the figures of ${lines} lines, ${named}, in the same cells: ${columns.join("; ")}. ${below.length > 0 ? "Unmerge the cells and write each number on the row it belongs to" : "Insert a row and take them apart, one field a row and one number a cell"}. Excel's SUM skips these cells; the checks count each as the sum of its numbers.`;
  };
  return both(say);
}

/** The live sums that pass over these cells of a row. */
function sumsOver(stacked: readonly Figure[], row: TableRow, table: Table): readonly Position[] {
  const derived = derivedIn(table);
  const above = rowSums(table).flatMap(({ sum, parts }) => (parts.includes(row) ? sum.figures : []));
  const live = [...row.figures, ...above].filter(({ cell }) => cell.formula !== undefined);
  return live.filter((figure) => derived(figure).some(({ parts }) => parts.some((part) => stacked.includes(part)))).map(({ at }) => at);
}

/** A row stands for one field. Several lines pasted into one row are told once; no edit is offered, as one number in place of two would lose both. */
export const stackedLines: CheckKind = {
  role: "fault",
  justifiable: false,
  severity: "error",
  title: { vi: "Mỗi dòng chỉ ghi số liệu của một lĩnh vực", en: "Every row holds the figures of one field" },
  *judge(table): Iterable<Verdict> {
    let times = 0;
    for (const [index, row] of table.rows.entries()) {
      if (index % STEP === 0) yield PAUSE;
      if (!row.figures.some(isStacked)) {
        times++;
        continue;
      }
      const stacked = row.figures.filter(isStacked);
      const cells = stacked.map(({ at }) => at) as [Position, ...Position[]];
      yield { kind: "fail", cells, spoils: sumsOver(stacked, row, table), phrase: phraseOf(table, index, stacked) };
    }
    if (times > 0) yield { kind: "pass", times };
  },
};
