import { meantUnits } from "../figures/Reading";
import { meantSum, standingRows, totalRow, type Table } from "../figures/Table";
import type { Sheet } from "../sheet/Sheet";
import { both, type Phrase } from "../words/Phrase";
import { formatCount } from "../words/decimal";

/** Whether the total row is that of all rows or of those that show; undefined where it is neither. Without one the rows are added up, all of them. */
function statedOf(table: Table, { hiddenRows }: Sheet): "all" | "shown" | undefined {
  const total = totalRow(table);
  if (!total) return "all";
  const rows = standingRows(table);
  const comesTo = (those: typeof rows): boolean =>
    total.figures.every(({ reading }, place) => meantUnits(reading) === undefined || meantUnits(reading) === meantSum(those.map(({ figures }) => figures[place])));
  if (comesTo(rows)) return "all";
  return comesTo(rows.filter(({ row }) => !hiddenRows?.has(row))) ? "shown" : undefined;
}

/** Which figures a paragraph states where rows of its table do not show; undefined where all do. */
export function sayHiddenRows(table: Table, sheet: Sheet): Phrase | undefined {
  const count = table.rows.filter(({ row }) => sheet.hiddenRows?.has(row)).length;
  if (count === 0) return undefined;
  const stated = statedOf(table, sheet);
  return both((language) => {
    const rows = formatCount(count, language);
    if (language === "vi") {
      const figures = stated === "all" ? "số của cả bảng, kể cả các dòng ẩn" : stated === "shown" ? "số của riêng các dòng đang hiện; muốn nêu cả bảng thì bỏ lọc, bỏ ẩn trước" : "số ở dòng tổng như đang hiện";
      return `Trang “${sheet.name}” có ${rows} dòng của bảng đang ẩn hoặc bị lọc: lời văn nêu ${figures}.`;
    }
    const figures = stated === "all" ? "the figures of the whole table, hidden rows included" : stated === "shown" ? "only those of the rows that show; unhide the others first to state all" : "the total row as it shows";
    return `${rows} rows of the table on “${sheet.name}” are hidden or filtered: the text states ${figures}.`;
  });
}
