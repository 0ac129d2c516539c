import { LONGEST_SHEET_NAME, uniqueSheetName } from "../../src/core/sheet/uniqueSheetName";

describe("a name for a new sheet", () => {
  it.each([
    ["II.06a", [], "II.06a"],
    ["II.06a", ["ii.06A"], "II.06a (2)"],
    ["II.06a", ["II.06a", "II.06a (2)"], "II.06a (3)"],
    ["Quý I/2024", [], "Quý I 2024"],
    ["[6a]: *?", [], "6a"],
    ["'Biểu'", [], "Biểu"],
    ["", [], "Sheet"],
    ["History", [], "Sheet"],
  ])("%j beside %j is %j", (wanted, taken, name) => {
    expect(uniqueSheetName(wanted, taken)).toBe(name);
  });

  it("is never longer than Excel allows, though a number follows it", () => {
    const long = "Tình hình giải quyết thủ tục hành chính";
    const first = uniqueSheetName(long, []);
    const second = uniqueSheetName(long, [first]);
    expect(first.length).toBeLessThanOrEqual(LONGEST_SHEET_NAME);
    expect(second.length).toBeLessThanOrEqual(LONGEST_SHEET_NAME);
    expect(second).toMatch(/ \(2\)$/);
  });
});
