import { a1 } from "../../src/core/sheet/Address";
import { checkOf, failsOf, liveWith, reportWith, tally, verdictsOf } from "../fixtures/report";

const result = checkOf("formula-result");

describe("the result of a formula", () => {
  it("passes where it was saved; typed cells are not counted", () => {
    expect(tally(verdictsOf(result, liveWith()))).toEqual({ pass: 23 });
    expect(verdictsOf(result, reportWith())).toEqual([]);
  });

  it("that was not saved is told once for all, with three examples", () => {
    const verdicts = verdictsOf(result, liveWith({ C7: "=IF(TRUE,1)", C8: "=IF(TRUE,1)", G7: "=IF(TRUE,1)", G8: "=IF(TRUE,1)" }));
    expect(tally(verdicts)).toEqual({ pass: 19, fail: 1 });
    const [fail] = failsOf(verdicts);
    expect(fail!.cells.map(a1)).toEqual(["C7", "G7", "C8", "G8"]);
    expect(fail!.phrase.vi).toMatch(/^4 ô có công thức nhưng tệp chưa lưu kết quả \(C7, G7, C8\)/);
    expect(fail!.suggestions).toBeUndefined();
  });

  it("that is an error was saved", () => {
    expect(tally(verdictsOf(result, liveWith({ C7: "=#REF! -> #REF!" })))).toEqual({ pass: 23 });
  });
});
