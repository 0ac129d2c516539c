import { BLANK, numberValue, textValue } from "../../src/core/sheet/Cell";
import { shownText } from "../../src/core/sheet/shownText";
import { editableText, typedContent } from "../../src/demo/typedContent";

describe("what is typed into a cell", () => {
  it.each([
    ["14", numberValue(14)],
    [" 08 ", numberValue(8)],
    ["-3", numberValue(-3)],
    ["1.652", textValue("1.652")],
    ["12,5", textValue("12,5")],
    ["'14", textValue("14")],
    ["Hộ tịch", textValue("Hộ tịch")],
    ["  ", BLANK],
    ["=", textValue("=")],
  ])("%j is taken for %j", (typed, content) => {
    expect(typedContent(typed)).toEqual(content);
  });

  it("is a formula after an equals sign, its cells in capitals", () => {
    expect(typedContent("=sum(d9:d15)+$e$9")).toEqual({ kind: "formula", formula: "=sum(D9:D15)+$E$9", value: BLANK });
  });

  it.each([numberValue(14), textValue("14"), textValue("1.652"), textValue("Hộ tịch"), BLANK])("comes back as %j when taken over unchanged", (value) => {
    expect(typedContent(editableText({ value }))).toEqual(value);
  });
});

describe("what a cell shows", () => {
  it.each([
    [1652, "#,##0", "1.652"],
    [1652, "General", "1652"],
    [1.652, "General", "1,652"],
    [0.1 + 0.2, "General", "0,3"],
    [99.77, "0.00", "99,77"],
    [0.9977, "0.00%", "99,77%"],
    [-12345.5, "#,##0.0", "-12.345,5"],
    [7, "yyyy-mm-dd", "7"],
  ])("%p in the format %s is %s", (number, numberFormat, text) => {
    expect(shownText({ value: numberValue(number), numberFormat }, "vi")).toBe(text);
  });

  it("is the formula itself where its result is not known", () => {
    expect(shownText({ value: BLANK, formula: "=IF(A1,1,2)", uncalculated: true }, "vi")).toBe("=IF(A1,1,2)");
  });
});
