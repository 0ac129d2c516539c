import { conversionOf, type Conversion } from "../../src/core/convert/conversionOf";
import { planConversion } from "../../src/core/convert/planConversion";
import type { Content } from "../../src/core/sheet/Cell";
import { plainText } from "../../src/core/sheet/Cell";
import { finish } from "../../src/core/steps";
import { reportingPeriod } from "../../src/core/words/Period";
import { formById } from "../../src/forms/forms";
import { VOCABULARY } from "../../src/vocabulary/vocabulary";
import { HEADER, linesOf, tablesIn, TITLE, type Cells } from "../fixtures/report";

const target = formById("ii-06a")!;

const HA_NOI: readonly Cells[] = [
  ["TỔNG HỢP KẾT QUẢ GIẢI QUYẾT TTHC THEO ĐƠN VỊ"],
  ["STT", "Đơn vị", "Số hồ sơ tiếp nhận", "", "", "", "Số hồ sơ đã giải quyết", "", "", "Số hồ sơ đang giải quyết"],
  ["", "", "Tổng số", "Trực tiếp", "Trực tuyến", "Bưu chính công ích", "Tổng số", "Đúng và trước hạn", "Quá hạn", "Tổng số", "Trong hạn", "Quá hạn"],
  ["1", "UBND xã A", "120", "30", "85", "5", "110", "108", "2", "10", "9", "1"],
  ["2", "UBND xã B", "60", "10", "50", "0", "60", "60", "0", "0", "0", "0"],
  ["TỔNG CỘNG", "", "180", "40", "135", "5", "170", "168", "2", "10", "9", "1"],
];

const PROGRESS: readonly Cells[] = [
  ["THEO DÕI TIẾN ĐỘ GIẢI QUYẾT - THEO QUYẾT ĐỊNH SỐ 766/QĐ-TTG NGÀY 23/06/2022"],
  ["STT", "Đơn vị", "Tiếp nhận", "", "", "", "", "", "Đã xử lý", "", "", "", "Đang xử lý"],
  ["", "", "Tổng số", "Kỳ trước chuyển sang", "Trong kỳ", "", "", "", "Tổng số", "Trước hạn", "Trong hạn", "Quá hạn", "Tổng số", "Trong hạn", "Quá hạn"],
  ["", "", "", "", "Tổng số", "Trực tuyến", "Trực tiếp", "BCCI"],
  ["1", "UBND xã A", "10", "1", "9", "5", "3", "1", "8", "4", "4", "0", "2", "2", "0"],
  ["2", "UBND xã B", "20", "0", "20", "15", "5", "0", "20", "15", "5", "0", "0", "0", "0"],
];

function converted(lines: readonly Cells[]): Conversion | undefined {
  const [table] = tablesIn(lines);
  return table && conversionOf(table, target, VOCABULARY);
}

/** What stands in a row of figures, as written; "" in a blank. */
function written(conversion: Conversion, row: number): readonly string[] {
  const plan = finish(planConversion(conversion, { period: reportingPeriod("quarter-2", 2024) }));
  const first = plan.print.repeatedRows[1] + 1;
  const say = (content: Content): string => (content.kind === "formula" ? content.formula.replace(/\d+/g, "") : plainText(content));
  return Array.from({ length: 13 }, (_, column) => say(plan.cells.find(({ at }) => at.row === first + row && at.column === column)?.content ?? { kind: "blank" }));
}

describe("a table is turned into another form", () => {
  it("whole where its columns tell everything, sums as formulas", () => {
    const conversion = converted(PROGRESS)!;
    expect(conversion.said).toEqual([]);
    expect(written(conversion, 0)).toEqual(["1", "UBND xã A", "=D+E+F", "5", "4", "1", "=H+I+J", "4", "4", "0", "=L+M", "2", "0"]);
    expect(written(conversion, 2).slice(2)).toEqual(["C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M"].map((column) => `=SUM(${column}:${column})`));
  });

  it("with what it does not tell left blank, and said", () => {
    const conversion = converted(HA_NOI)!;
    expect(written(conversion, 0)).toEqual(["1", "UBND xã A", "120", "85", "35", "", "110", "", "", "2", "=L+M", "9", "1"]);
    expect(written(conversion, 2).map((text) => text !== "")).toEqual([true, false, true, true, true, false, true, false, false, true, true, true, true]);
    expect(conversion.said.map(({ vi }) => vi)).toEqual([
      "Cột (6) Từ kỳ trước: bảng nguồn không có số liệu về hồ sơ từ kỳ trước chuyển qua; để trống.",
      "Cột (8) Trước hạn: bảng nguồn chỉ ghi chung “hồ sơ giải quyết trước hạn và đúng hạn”, không tách được hồ sơ giải quyết trước hạn; để trống.",
      "Cột (9) Đúng hạn: bảng nguồn chỉ ghi chung “hồ sơ giải quyết trước hạn và đúng hạn”, không tách được hồ sơ giải quyết đúng hạn; để trống.",
    ]);
  });

  it("with columns that the form has no place for said, too", () => {
    const [table] = tablesIn([
      ["TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC", "", "Biểu số 07a/BTP"],
      ["STT", "Lĩnh vực", "Số hồ sơ nhận giải quyết", "", "", "Kết quả giải quyết", "", "", "", "", "", "Bổ sung", "Trả lại"],
      ["", "", "Tổng số", "Trong đó", "", "Số hồ sơ đã giải quyết", "", "", "Số hồ sơ đang giải quyết"],
      ["", "", "", "Số kỳ trước chuyển qua", "Số mới tiếp nhận", "Tổng số", "Trả đúng thời hạn", "Trả quá hạn", "Tổng số", "Chưa đến hạn", "Quá hạn"],
      ["1", "Hộ tịch", "20", "2", "18", "15", "15", "0", "2", "2", "0", "2", "1"],
    ]);
    expect(conversionOf(table!, target, VOCABULARY)!.said.at(-1)!.en).toBe("The form has no column for: “Bổ sung”, “Trả lại”.");
  });

  it("with no figure where the source has none or cannot be read", () => {
    const lines = PROGRESS.map((line) => line.map((cell, at) => (line[1] === "UBND xã B" && at >= 5 ? ["", "không rõ", "", "20", "15", "5", "0", "0", "0", "0"][at - 5]! : cell)));
    expect(written(converted(lines)!, 1).slice(2)).toEqual(["20", "", "", "0", "=H+I+J", "15", "5", "0", "=L+M", "0", "0"]);
  });

  it("but not into what it is already, nor into what it tells too little of", () => {
    expect(converted([...TITLE, ...HEADER, ...linesOf()])).toBeUndefined();
    const posts: readonly Cells[] = [["BÁO CÁO TÌNH HÌNH GIẢI QUYẾT HỒ SƠ TTHC LIÊN THÔNG"], ["STT", "Tên đơn vị xử lý", "Tổng số", "Khai sinh - thường trú - BHYT", "Khai tử - xóa thường trú - mai táng phí"], ["1", "UBND xã A", "9", "5", "4"]];
    expect(tablesIn(posts)).toHaveLength(1);
    expect(converted(posts)).toBeUndefined();
  });
});
