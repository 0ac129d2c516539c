import { a1 } from "../../src/core/sheet/Address";
import { failsOf, tally, verdictsOf } from "../fixtures/report";
import { formWith, ruleOf, tableWith } from "../fixtures/tableWith";

const FORM = formWith(
  [
    { key: "name", header: "Chỉ số", kind: "label" },
    { key: "points", header: "Điểm", kind: { unit: "điểm", decimals: 1, max: 2 } },
    { key: "remark", header: "Ghi chú", kind: "text" },
  ],
  [{ id: "rating", kind: "band", of: { row: "total", column: "points" }, into: { row: "total", column: "remark" }, from: [[15, "Xuất sắc"], [12, "Tốt"], [9, "Khá"], [6, "Trung bình"], [0, "Yếu"]] }],
  { foot: [{ labels: ["Tổng cộng"], at: "last" }] },
);
const judged = (points: number | string, remark: string) => {
  const table = tableWith(FORM, [["Một", { points: 2 }]], { total: { points, ...(remark === "" ? {} : { remark }) } });
  return verdictsOf(ruleOf(table, "rating"), table);
};

describe("a rating is that of the total", () => {
  it.each([
    [17.4, "Xếp loại: Xuất sắc"],
    [15, "Xuất sắc"],
    [14.9, "Xếp loại: Tốt"],
    ["12", "tốt"],
    [9, "Khá"],
    [8.9, "Trung bình"],
    [5.9, "Yếu"],
    [0, "Xếp loại:Yếu"],
    [17.4, "Xếp loại Xuất sắc"],
    [12.5, "Đạt loại: Tốt."],
    [12.5, "Xếp loại: “Tốt”"],
    [12.5, "Tốt (12,5 điểm)"],
    [12.5, "XẾP LOẠI - TỐT"],
  ] as const)("%s points: %s", (points, remark) => {
    expect(tally(judged(points, remark))).toEqual({ pass: 1 });
  });

  it("fifteen points just make it", () => {
    const [fail] = failsOf(judged(15, "Xếp loại: Tốt"));
    expect(fail!.cells.map(a1)).toEqual(["C11", "B11"]);
    expect(fail!.phrase.vi).toBe("Ô C11 ghi “Tốt”, trong khi 15 điểm (ô B11) xếp loại Xuất sắc.");
    expect(fail!.suggestions![0]!.changes[0]!.to).toEqual({ kind: "text", text: "Xếp loại: Xuất sắc" });
  });

  it("is put right in the words around it", () => {
    const [fail] = failsOf(judged(17.4, "Xếp loại Tốt (tự chấm)"));
    expect(fail!.suggestions![0]!.changes[0]!.to).toEqual({ kind: "text", text: "Xếp loại Xuất sắc (tự chấm)" });
  });

  it("is not judged while none is given, or the points cannot be read", () => {
    expect(tally(judged(15, ""))).toEqual({ skip: 1 });
    expect(tally(judged(15, "Xếp loại:"))).toEqual({ skip: 1 });
    expect(tally(judged("mười lăm", "Tốt"))).toEqual({ skip: 1 });
  });
});
