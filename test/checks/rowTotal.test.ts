import { a1 } from "../../src/core/sheet/Address";
import { withCells } from "../fixtures/sheetFromText";
import { addLeaves, checkOf, failsOf, FIELDS, HEADER, linesOf, REPORT, reportWith, rowOf, sheetOf, tableIn, tally, verdictsOf, type Leaves } from "../fixtures/report";

const total = checkOf("total-of-fields");
const subtotal = checkOf("subtotal-of-section");
const [one, two, three, four] = FIELDS.map(([, leaves]) => leaves) as [Leaves, Leaves, Leaves, Leaves];

describe("the total row", () => {
  it.each<readonly [string, Readonly<Record<string, string>>, Readonly<Record<string, number>>]>([
    ["is the sum of the rows in every column", {}, { pass: 11 }],
    ["fails in the one column that is off", { D11: "534" }, { pass: 10, fail: 1 }],
    ["fails where a line is off, in that line's column", { D8: "102" }, { pass: 10, fail: 1 }],
    ["takes blank lines for nothing", { M7: "", M9: '"8"' }, { pass: 11 }],
    ["is not judged in a column with an unreadable figure", { D8: "chưa rõ" }, { pass: 10, skip: 1 }],
    ["is not judged in a column where nothing stands", { M7: "", M8: "", M9: "", M10: "", M11: "" }, { pass: 10, skip: 1 }],
    ["fails where it is blank itself", { M11: "" }, { pass: 10, fail: 1 }],
  ])("%s", (_, cells, expected) => {
    expect(tally(verdictsOf(total, reportWith(cells)))).toEqual(expected);
  });

  it("that is missing is counted as nothing to compare", () => {
    expect(verdictsOf(total, tableIn(sheetOf(REPORT.slice(0, -1))))).toEqual([{ kind: "skip", cells: [], why: "nothing-to-compare" }]);
    expect(verdictsOf(subtotal, reportWith())).toEqual([]);
  });

  it("says the column, the cell and the difference", () => {
    const [fail] = failsOf(verdictsOf(total, reportWith({ D11: "1533" })));
    expect(fail!.cells.map(a1)).toEqual(["D11"]);
    expect(fail!.phrase.vi).toBe("“TỔNG CỘNG”: cột (4) Trực tuyến ghi 1.533 (ô D11), cộng các dòng được 533, lệch 1.000.");
    expect(fail!.balance!.parts.map(({ at }) => a1(at))).toEqual(["D7", "D8", "D9", "D10"]);
  });

  it("may stand first", () => {
    const table = tableIn(sheetOf([...HEADER, REPORT.at(-1)!, ...linesOf()]));
    expect(tally(verdictsOf(total, table))).toEqual({ pass: 11 });
  });
});

describe("sections", () => {
  const lines = (from: number) => [rowOf("1", "Đất đai", from === 0 ? one : three), rowOf("2", "Hộ tịch", from === 0 ? two : four)];
  const all = rowOf("", "TỔNG CỘNG", addLeaves([one, two, three, four]));
  const summed = sheetOf([...HEADER, rowOf("I", "Cấp tỉnh", addLeaves([one, two])), ...lines(0), rowOf("II", "Cấp xã", addLeaves([three, four])), ...lines(1), all]);

  it("add up their own lines, and the total adds up the sections", () => {
    expect(tally(verdictsOf(subtotal, tableIn(summed)))).toEqual({ pass: 22 });
    expect(tally(verdictsOf(total, tableIn(summed)))).toEqual({ pass: 11 });
  });

  it("fail apart from the total when one of their lines is off", () => {
    const table = tableIn(withCells(summed, { D6: "301" }));
    expect(failsOf(verdictsOf(subtotal, table)).map(({ cells }) => a1(cells[0]))).toEqual(["D5"]);
    expect(failsOf(verdictsOf(total, table))).toEqual([]);
  });

  it("fail with the total when their own row is off", () => {
    const table = tableIn(withCells(summed, { D5: "421" }));
    expect(failsOf(verdictsOf(subtotal, table)).map(({ cells }) => a1(cells[0]))).toEqual(["D5"]);
    expect(failsOf(verdictsOf(total, table)).map(({ cells }) => a1(cells[0]))).toEqual(["D11"]);
  });

  it("without figures leave the total to add up the lines", () => {
    const table = tableIn(sheetOf([...HEADER, ["I", "Cấp tỉnh"], ...lines(0), ["II", "Cấp xã"], ...lines(1), all]));
    expect(tally(verdictsOf(total, table))).toEqual({ pass: 11 });
    expect(verdictsOf(subtotal, table)).toEqual([]);
  });
});
