import { BLANK, contentOf, numberValue, plainText, sameContent, textValue, type Content } from "../../src/core/sheet/Cell";

const formula = (text: string, result = 0): Content => ({ kind: "formula", formula: text, value: numberValue(result) });

describe("the content of a cell", () => {
  const contents: readonly Content[] = [
    BLANK,
    numberValue(0),
    numberValue(14),
    textValue("14"),
    textValue("14 "),
    { kind: "error", code: "#REF!" },
    { kind: "error", code: "#N/A" },
    formula("=A1"),
    formula("=A2"),
  ];

  it("is the same as itself and as nothing else", () => {
    contents.forEach((one, row) => contents.forEach((other, column) => expect(sameContent(one, other)).toBe(row === column)));
  });

  it("of formulas is the formula, whatever result was saved", () => {
    expect(sameContent(formula("=A1", 1), formula("=A1", 2))).toBe(true);
    expect(contentOf({ value: numberValue(7), formula: "=A1" })).toEqual(formula("=A1", 7));
    expect(contentOf({ value: numberValue(7) })).toEqual(numberValue(7));
  });

  it("of an empty text is a blank", () => expect(textValue("")).toBe(BLANK));

  it("shows as a person would see it", () => {
    expect([BLANK, numberValue(1652), textValue("08"), { kind: "error", code: "#REF!" } as const].map(plainText)).toEqual(["", "1652", "08", "#REF!"]);
  });
});
