import { a1 } from "../../src/core/sheet/Address";
import { FormulaGraph } from "../../src/core/sheet/FormulaGraph";
import { inTenths } from "../fixtures/inTenths";
import { checkOf, failsOf, LIVE_REPORT, liveWith, reportWith, sheetOf, tally, verdictsOf } from "../fixtures/report";
import { withCells } from "../fixtures/sheetFromText";

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

  it("that is old is told, and calculated again", () => {
    const [fail] = failsOf(verdictsOf(result, liveWith({ C8: "=D8+E8+F8 -> 154" })));
    expect(fail!.cells.map(a1)).toEqual(["C8", "C11"]);
    expect(fail!.suggestions![0]!.changes.map(({ to }) => to)).toMatchObject([{ value: { number: 155 } }, { value: { number: 710 } }]);
  });

  it("of decimals is not old because binary fractions carried it off, but where a digit of it is", () => {
    const scores = { D8: "0.1", E8: "0.2", F8: "", C11: "", D11: "", E11: "", F11: "" };
    expect(failsOf(verdictsOf(result, inTenths(liveWith({ ...scores, C8: "=D8+E8+F8 -> 0.30000000000000004" }))))).toEqual([]);
    const [fail] = failsOf(verdictsOf(result, inTenths(liveWith({ ...scores, C8: "=D8+E8+F8 -> 0.4" }))));
    expect(fail!.suggestions![0]!.changes).toMatchObject([{ at: { row: 7, column: 2 }, to: { value: { number: 0.3 } } }]);
  });

  it("is judged with cells beside the table, and with rows left blank", () => {
    const beside = { P1: "7", C8: "=D8+E8+F8+P1 -> 155" };
    expect(failsOf(verdictsOf(result, liveWith(beside), { formulas: new Map([["II.06a", new FormulaGraph(withCells(sheetOf(LIVE_REPORT), beside))]]) }))[0]!.cells.map(a1)).toEqual(["C8"]);
    expect(failsOf(verdictsOf(result, liveWith({ C11: "=SUM(C7:C10,C13:C20) -> 710" })))[0]!.cells.map(a1)).toEqual(["C11"]);
  });

  it("that is an error was saved", () => {
    expect(tally(verdictsOf(result, liveWith({ C7: "=#REF! -> #REF!" })))).toEqual({ pass: 23 });
  });
});
