import { a1 } from "../../src/core/sheet/Address";
import type { Cells } from "../fixtures/report";
import { addLeaves, checkOf, failsOf, FIELDS, HEADER, linesOf, rowOf, sheetOf, tableIn, totalOf, verdictsOf, type Leaves } from "../fixtures/report";

const [, two] = FIELDS.map(([, leaves]) => leaves) as [Leaves, Leaves];
const half = two.map((count) => Math.floor(count / 2)) as unknown as Leaves;
const rest = two.map((count, at) => count - half[at]!) as unknown as Leaves;
const [first, second, ...others] = linesOf();
const body = (...parts: readonly Cells[]) => tableIn(sheetOf([...HEADER, first!, second!, ...parts, ...others, totalOf()]));
const told = (table: ReturnType<typeof body>) => failsOf(verdictsOf(checkOf("which-rows"), table)).map(({ cells, phrase }) => `${cells.map(a1).join()}: ${phrase.vi}`);

it("asks which rows are added up where most columns do not come out, and nothing is judged by it", () => {
  const table = body(rowOf("-", "Khai sinh", half), rowOf("-", "Kết hôn", addLeaves([rest, [3, 5, 2, 7, 4, 6, 3, 9]])));
  expect(told(table)).toEqual([expect.stringMatching(/^B6: Dòng 6 “Hộ tịch” .*7–8.*\? Số liệu của dòng chưa được đối chiếu\.$/)]);
  expect(failsOf(verdictsOf(checkOf("subtotal-of-section"), table))).toEqual([]);
});

it("asks nothing where a single figure is off, or all come out", () => {
  expect(told(body(rowOf("-", "Khai sinh", half), rowOf("-", "Kết hôn", rest)))).toEqual([]);
  expect(told(body(rowOf("-", "Khai sinh", half), rowOf("-", "Kết hôn", addLeaves([rest, [4, 0, 0, 0, 0, 0, 0, 0]]))))).toEqual([]);
  expect(told(body())).toEqual([]);
});
