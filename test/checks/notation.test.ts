import { a1 } from "../../src/core/sheet/Address";
import { plainText } from "../../src/core/sheet/Cell";
import { editsOf } from "../../src/core/suggestions/editsTogether";
import { checkOf, failsOf, reportWith, tally, verdictsOf } from "../fixtures/report";

const text = checkOf("text-number");
const thousands = checkOf("misread-thousands");

describe("numbers stored as text", () => {
  it("are told once, each with the number meant", () => {
    const [fail, ...others] = failsOf(verdictsOf(text, reportWith({ D7: '"300"', E7: '"050"', C8: '"155"', G11: "649 hồ sơ" })));
    expect(others).toEqual([]);
    expect(fail!.cells.map(a1)).toEqual(["D7", "E7", "C8", "G11"]);
    expect(fail!.suggestions!.map(({ sure }) => sure)).toEqual(["certain"]);
    expect(fail!.suggestions![0]!.changes.map(({ at, to }) => [a1(at), to])).toEqual([
      ["D7", { kind: "number", number: 300 }],
      ["E7", { kind: "number", number: 50 }],
      ["C8", { kind: "number", number: 155 }],
      ["G11", { kind: "number", number: 649 }],
    ]);
    expect(text.severity).toBe("info");
  });

  it("take a number's format when they are turned into numbers", () => {
    const [fail] = failsOf(verdictsOf(text, reportWith({ D7: '"300"' })));
    expect(editsOf({ sheet: "II.06a" }, fail!.suggestions![0]!)).toEqual([
      { sheet: "II.06a", at: { row: 6, column: 3 }, from: { kind: "text", text: "300" }, to: { kind: "number", number: 300 }, style: { numberFormat: "#,##0" } },
    ]);
  });

  it("pass where they are numbers, dashes or nothing", () => {
    expect(tally(verdictsOf(text, reportWith({ D7: "-", E7: "", F7: "-3" })))).toEqual({ pass: 54 });
  });

  it("that a formula yields are told, not replaced", () => {
    const [fail] = failsOf(verdictsOf(text, reportWith({ D7: '=TEXT(300,"0") -> "300"' })));
    expect(fail!.suggestions).toBeUndefined();
  });
});

describe("dotted thousands that an English Excel took for decimals", () => {
  it("are told once, each with a thousand times the value", () => {
    const [fail, ...others] = failsOf(verdictsOf(thousands, reportWith({ C7: "1.652", D7: "1.64" })));
    expect(others).toEqual([]);
    expect(fail!.suggestions![0]!.changes.map(({ from, to }) => [from.kind === "number" && plainText(from), to])).toEqual([
      ["1.652", { kind: "number", number: 1652 }],
      ["1.64", { kind: "number", number: 1640 }],
    ]);
    expect(fail!.suggestions!.map(({ sure }) => sure)).toEqual(["likely"]);
    expect(fail!.phrase.vi).toMatch(/^2 ô có số lẻ \(C7: 1.652; D7: 1.64\)/);
  });

  it("show three examples of many", () => {
    const [fail] = failsOf(verdictsOf(thousands, reportWith({ C7: "1.5", D7: "1.6", E7: "1.7", F7: "1.8" })));
    expect(fail!.phrase.en).toMatch(/^4 cells.*C7: 1\.5; D7: 1\.6; E7: 1\.7\)/);
  });

  it("are not whole numbers, nor texts", () => {
    expect(failsOf(verdictsOf(thousands, reportWith({ C7: "1652", D7: '"1.652"' })))).toEqual([]);
  });
});
