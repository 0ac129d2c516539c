import { a1 } from "../../src/core/sheet/Address";
import type { BookCell, Formula, Spot } from "../../test/fixtures/book/Book";
import type { Chance } from "../localisation/chance";
import type { Layout } from "./Layout";

/** Cells right of the table: a heading on its first header row, and something beside each row. `lines` holds (3) and its parts, row by row. */
export function besideOf(
  { beside, notation }: Layout,
  heading: Spot,
  lines: readonly (readonly Spot[])[],
  draw: Chance,
): readonly (readonly [Spot, BookCell])[] {
  if (beside === "nothing") return [];
  const column = heading.column + (beside === "column without heading" ? draw.whole(0, 1) : 0);
  const cells: (readonly [Spot, BookCell])[] = [];
  if (beside === "headed column") cells.push([heading, { value: draw.pick(["Ghi chú", "So với quý trước", "Người theo dõi"]) }]);
  if (beside === "headed check column") cells.push([heading, { value: draw.pick(["Kiểm tra", "Chênh lệch", "Đối chiếu"]) }]);
  for (const [total, ...parts] of lines) {
    const spot: Spot = { ...total!, column };
    const check: Formula = {
      text: `=${a1(total!)}-${parts.map(a1).join("-")}`,
      work: (known) => known.number(total!) - parts.reduce((sum, each) => sum + known.number(each), 0),
    };
    if (beside === "headed check column" && notation === "plain") cells.push([spot, { formula: check }]);
    else if (beside === "headed column") cells.push([spot, { value: draw.hit(0.3) ? "đã rà soát" : draw.whole(1, 90) }]);
    else if (draw.hit(0.4)) cells.push([spot, { value: draw.whole(1, 900) }]);
  }
  return cells;
}

/** Rows of words below a table that ends above `from`. */
export function footOf({ foot }: Layout, from: number, draw: Chance): readonly (readonly [row: number, words: readonly string[]])[] {
  if (foot === "nothing") return [];
  let row = from + draw.whole(0, 1);
  const note = draw.pick(["Ghi chú: số liệu tính đến 17 giờ ngày 14/6/2024.", "* Số liệu chưa gồm hồ sơ của cơ quan ngành dọc."]);
  return [
    ...(foot.startsWith("notes") ? [[row++, [note]] as const] : []),
    [row + 1, ["", "NGƯỜI LẬP BIỂU", "", "", "", "", "", "", "THỦ TRƯỞNG ĐƠN VỊ"]],
    [row + 2, ["", "(Ký, ghi rõ họ tên)", "", "", "", "", "", "", "(Ký tên, đóng dấu)"]],
  ];
}
