import { BLANK, numberValue, textValue } from "../../src/core/sheet/Cell";
import { showsAs, shownText } from "../../src/core/sheet/shownText";

describe("what a cell shows", () => {
  it.each([
    [1652, "#,##0", "1.652", "1,652"],
    [1652, "General", "1652", "1652"],
    [1.652, "General", "1,652", "1.652"],
    [0.1 + 0.2, "General", "0,3", "0.3"],
    [99.77, "0.00", "99,77", "99.77"],
    [0.9977, "0.00%", "99,77%", "99.77%"],
    [0.8209677, "0.0%", "82,1%", "82.1%"],
    [-12345.5, "#,##0.0", "-12.345,5", "-12,345.5"],
    [2.5, "0.##", "2,5", "2.5"],
    [1_652_000, "#,##0,", "1.652", "1,652"],
    [12, '#,##0" hồ sơ"', "12 hồ sơ", "12 hồ sơ"],
    [12, "#,##0 [$₫-42A]", "12 ₫", "12 ₫"],
    [1652, '_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)', "1.652", "1,652"],
    [-1652, '_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)', "(1.652)", "(1,652)"],
    [0, '_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)', "-", "-"],
    [5, "00", "05", "05"],
    [7, ";;;", "", ""],
    [150, '[>100]"nhiều";0', "nhiều", "nhiều"],
    [50, '[>100]"nhiều";0', "50", "50"],
    [0.5, "# ?/?", "0,5", "0.5"],
    [45_386, "d-mmm", "4-Apr", "4-Apr"],
    [45_386, "dd/mm/yyyy", "04/04/2024", "04/04/2024"],
    [45_386.5, "m/d/yy h:mm AM/PM", "4/4/24 12:00 PM", "4/4/24 12:00 PM"],
    [7, "yyyy-mm-dd", "1900-01-07", "1900-01-07"],
    [-1, "dd/mm/yyyy", "-1", "-1"],
  ])("%p in the format %s is %s, and %s in English", (number, numberFormat, vi, en) => {
    const cell = { value: numberValue(number), numberFormat };
    expect([shownText(cell, "vi"), shownText(cell, "en")]).toEqual([vi, en]);
  });

  it("is the formula itself where its result is not known, or it is kept as text", () => {
    expect(shownText({ value: BLANK, formula: "=IF(A1,1,2)", uncalculated: true }, "vi")).toBe("=IF(A1,1,2)");
    expect(shownText({ value: numberValue(5), stored: textValue("=A1+A2") }, "vi")).toBe("=A1+A2");
  });

  it("is raised at its end where the cell says so", () => expect(shownText({ value: textValue("752"), raised: 1 }, "vi")).toBe("75²"));
});

it.each([
  ["General", "number"],
  ["@", "number"],
  ["#,##0.00", "number"],
  ["0%", "percent"],
  ["d-mmm", "date"],
  ["[h]:mm", "date"],
  ['0" hồ sơ"', "number"],
  ["#,##0,", "scaled"],
  [";;;", "scaled"],
] as const)("the format %s shows a %s", (format, what) => expect(showsAs(format)).toBe(what));
