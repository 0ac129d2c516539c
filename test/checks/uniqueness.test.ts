import { a1 } from "../../src/core/sheet/Address";
import { checkOf, failsOf, FIELDS, HEADER, linesOf, reportWith, rowOf, sheetOf, tableIn, tally, verdictsOf, type Cells } from "../fixtures/report";

const unique = checkOf("unique-field");

describe("names of fields", () => {
  it("pass where each stands once", () => {
    expect(tally(verdictsOf(unique, reportWith()))).toEqual({ pass: 4 });
  });

  it.each(["Hộ tịch", "HỘ TỊCH", " hộ  tịch ", "Hộ tịch".normalize("NFD"), "Hộ\u00a0tịch"])("are told when one stands twice, as in %j", (name) => {
    const verdicts = verdictsOf(unique, reportWith({ B10: name }));
    expect(tally(verdicts)).toEqual({ pass: 2, fail: 1 });
    expect(failsOf(verdicts)[0]!.cells.map(a1)).toEqual(["B8", "B10"]);
    expect(unique.severity).toBe("info");
  });

  it("may stand once in each section", () => {
    const rows: readonly Cells[] = [["I", "Cấp tỉnh"], ...linesOf(), ["II", "Cấp xã"], ...linesOf()];
    expect(tally(verdictsOf(unique, tableIn(sheetOf([...HEADER, ...rows]))))).toEqual({ pass: 8 });
  });

  it("that are missing are no twins", () => {
    const rows = [rowOf("1", "", FIELDS[0]![1]), rowOf("2", "", FIELDS[1]![1])];
    expect(verdictsOf(unique, tableIn(sheetOf([...HEADER, ...rows])))).toEqual([]);
  });

  it("three times over are one finding", () => {
    const verdicts = verdictsOf(unique, reportWith({ B7: "Hộ tịch", B10: "Hộ tịch" }));
    expect(failsOf(verdicts).map(({ cells }) => cells.map(a1))).toEqual([["B7", "B8", "B10"]]);
  });
});
