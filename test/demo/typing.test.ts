import { BLANK, numberValue, textValue } from "../../src/core/sheet/Cell";
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
