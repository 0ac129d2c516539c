import { a1 } from "../../src/core/sheet/Address";
import { checkOf, failsOf, REPORT, reportWith, sheetOf, tableIn, tally, verdictsOf } from "../fixtures/report";
import { withCells } from "../fixtures/sheetFromText";

const count = checkOf("whole-number");

describe("a figure", () => {
  it("is judged wherever something stands", () => {
    expect(tally(verdictsOf(count, reportWith()))).toEqual({ pass: 55 });
    expect(tally(verdictsOf(count, reportWith({ D7: "", E7: "", F7: "" })))).toEqual({ pass: 52 });
  });

  it.each(['"08"', '"1.652"', "12 hồ sơ", "1.652", "-", "0"])("may be written %s", (written) => {
    expect(tally(verdictsOf(count, reportWith({ D7: written })))).toEqual({ pass: 55 });
  });

  it.each([
    ["-3", "Ô D7 ghi -3: số hồ sơ không thể âm."],
    ['"-3"', "Ô D7 ghi -3: số hồ sơ không thể âm."],
    ["12.3456", "Ô D7 ghi 12,3456: số hồ sơ phải là số nguyên."],
    ['"57,5"', "Ô D7 ghi 57,5: số hồ sơ phải là số nguyên."],
    ["chưa rõ", "Ô D7 ghi “chưa rõ”, không đọc được thành số."],
  ])("written %s is no number of files", (written, phrase) => {
    const fails = failsOf(verdictsOf(count, reportWith({ D7: written })));
    expect(fails.map(({ cells, phrase: said }) => [a1(cells[0]), said.vi])).toEqual([["D7", phrase]]);
  });

  it("of which Excel made a day is told once for all of them, as it shows", () => {
    const sheet = withCells(sheetOf(REPORT), { D7: "45386", D8: "45751" });
    const rows = new Map([...sheet.rows].map(([row, cells]) => [row, cells.map((cell, column) => (cell && column === 3 && (row === 6 || row === 7) ? { ...cell, numberFormat: "d-mmm" } : cell))] as const));
    const [fail, ...others] = failsOf(verdictsOf(count, tableIn({ ...sheet, rows })));
    expect(others).toEqual([]);
    expect(fail!.cells.map(a1)).toEqual(["D7", "D8"]);
    expect(fail!.phrase.vi).toBe("2 ô số liệu hiện thành ngày tháng (D7: 4-Apr; D8: 4-Apr): Excel đã hiểu số nhập vào là ngày tháng nên không còn đọc được số đã nhập.");
  });

  it.each(["#REF!", "=IF(TRUE,5)", '"=VLOOKUP(A7,Q:R,2)"'])("showing %s is left to the checks of formulas", (written) => {
    expect(tally(verdictsOf(count, reportWith({ D7: written })))).toEqual({ pass: 54, skip: 1 });
  });
});
