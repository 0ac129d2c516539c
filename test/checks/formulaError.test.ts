import { a1 } from "../../src/core/sheet/Address";
import { checkOf, failsOf, liveWith, reportWith, tally, verdictsOf } from "../fixtures/report";

const errors = checkOf("formula-error");

describe("a cell that shows an error", () => {
  it("is none in a sound report; typed cells are not counted", () => {
    expect(tally(verdictsOf(errors, liveWith()))).toEqual({ pass: 23 });
    expect(verdictsOf(errors, reportWith())).toEqual([]);
  });

  it("is told, with its formula and the sum that belongs there", () => {
    const [fail] = failsOf(verdictsOf(errors, liveWith({ C8: "=#REF!+E8+F8 -> #REF!" })));
    expect(fail!.cells.map(a1)).toEqual(["C8"]);
    expect(fail!.phrase.vi).toMatch(/^Ô C8 báo lỗi #REF! \(=#REF!\+E8\+F8\)/);
    expect(fail!.suggestions![0]!.changes[0]!.to).toEqual({ kind: "formula", formula: "=D8+E8+F8", value: { kind: "number", number: 155 } });
    expect(fail!.suggestions![0]!.sure).toBe("likely");
  });

  it("is not blamed on a formula where it was typed or pasted", () => {
    const [fail] = failsOf(verdictsOf(errors, liveWith({ D8: "#N/A" })));
    expect(fail!.phrase.vi).toBe("Ô D8 chỉ có chữ báo lỗi #N/A, không có số liệu và cũng không có công thức.");
  });

  it("is told without a suggestion where no sum belongs", () => {
    expect(failsOf(verdictsOf(errors, liveWith({ D8: "#VALUE!" }))).map(({ suggestions }) => suggestions)).toEqual([undefined]);
    expect(failsOf(verdictsOf(errors, liveWith({ D8: "=Sheet2!A1 -> #N/A" }))).map(({ suggestions }) => suggestions)).toEqual([undefined]);
  });

  it("stands for those that only pass it on, which are named with it and not told again", () => {
    const verdicts = verdictsOf(errors, liveWith({ H9: "#REF!", G9: "=H9+I9+J9 -> #REF!", G11: "=SUM(G7:G10) -> #REF!", H11: "=SUM(H7:H10) -> #REF!" }));
    expect(tally(verdicts)).toEqual({ pass: 20, fail: 1, skip: 3 });
    expect(failsOf(verdicts)[0]!.phrase.vi).toMatch(/Vì thế G9, G11, H11 cũng báo lỗi/);
  });

  it("is told apart from another that does not rest on it", () => {
    const fails = failsOf(verdictsOf(errors, liveWith({ H9: "#REF!", D7: "#DIV/0!" })));
    expect(fails.map(({ cells }) => a1(cells[0]))).toEqual(["D7", "H9"]);
  });

  it("names only the followers that rest on it", () => {
    const fails = failsOf(verdictsOf(errors, liveWith({ H9: "#REF!", G9: "=H9+I9+J9 -> #REF!", D7: "#DIV/0!", C7: "=D7+E7+F7 -> #DIV/0!" })));
    expect(fails.map(({ phrase }) => /Vì thế (.*) cũng/.exec(phrase.vi)?.[1])).toEqual(["C7", "G9"]);
  });

  it("names followers of followers, six of many", () => {
    const whole = Object.fromEntries(["C", "D", "E", "F", "G", "H", "I", "J"].map((column, index) => [`${column}7`, index === 0 ? "=Sheet2!A1 -> #REF!" : `=${"CDEFGHIJ"[index - 1]}7 -> #REF!`]));
    const [fail, ...others] = failsOf(verdictsOf(errors, liveWith(whole)));
    expect(others).toEqual([]);
    expect(fail!.phrase.vi).toMatch(/Vì thế D7, E7, F7, G7, H7, I7, … \(7\) cũng báo lỗi/);
  });

  it("is told though errors lead round in a circle", () => {
    const verdicts = verdictsOf(errors, liveWith({ C7: "=C8 -> #REF!", C8: "=C7 -> #REF!" }));
    expect(failsOf(verdicts).map(({ cells }) => a1(cells[0]))).toEqual(["C7"]);
    expect(tally(verdicts)).toEqual({ pass: 21, fail: 1, skip: 1 });
  });
});
