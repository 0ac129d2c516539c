import { a1, parseA1 } from "../../src/core/sheet/Address";
import { plainText } from "../../src/core/sheet/Cell";
import { finish } from "../../src/core/steps";
import { staleResults } from "../../src/xlsx/sheet/staleResults";
import { sheetFromText } from "../fixtures/sheetFromText";

/** Results after these cells were written, as "C1: 9"; "?" where only Excel can tell. */
function after(lines: string, ...written: readonly string[]): readonly string[] {
  const results = finish(staleResults(sheetFromText(lines), written.map((cell) => parseA1(cell)!)));
  return results.map(({ at, value }) => `${a1(at)}: ${value ? plainText(value) : "?"}`).sort();
}

describe("results that an edit makes out of date", () => {
  it("are those of every formula that rests on the cell, along chains, and no other", () => {
    expect(after("5\t4\t=A1+B1 -> 7\t=C1 -> 7\t=B1 -> 4", "A1")).toEqual(["C1: 9", "D1: 9"]);
  });

  it("are worked out for percentages too", () => {
    expect(after('3\t4\t=IF(B1=0,"",ROUND(A1*100/B1,2)) -> 50', "A1")).toEqual(["C1: 75"]);
  });

  it("are left to Excel for other formulas, and for what rests on them", () => {
    expect(after("5\t=SQRT(A1) -> 6\t=B1+A1 -> 9", "A1")).toEqual(["B1: ?", "C1: ?"]);
  });

  it("are left to Excel over an error, and where formulas lead back to themselves", () => {
    expect(after("#N/A\t=A1+C1 -> 6\t=B1+A1 -> 9", "A1")).toEqual(["B1: ?", "C1: ?"]);
  });

  it("leave a result that was wrong before alone when nothing it rests on was written", () => {
    expect(after("5\t4\t=B1 -> 99", "A1")).toEqual([]);
  });
});
