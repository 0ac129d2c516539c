import { a1 } from "../../src/core/sheet/Address";
import { failsOf, tally, verdictsOf } from "../fixtures/report";
import { formWith, ruleOf, tableWith } from "../fixtures/tableWith";

const COLUMNS = ["bad", "good"].map((key) => ({ key, header: key, kind: { unit: "%", decimals: 1, max: 100 } }));
const FORM = formWith(COLUMNS, [{ id: "possible", kind: "possible-share", values: ["bad", "good"], of: { head: "ballots" } }]);
const judged = (bad: number | string, good: number | string, ballots?: number) => {
  const table = tableWith(FORM, [["", { bad, good }]], ballots === undefined ? {} : { fields: { ballots } });
  return verdictsOf(ruleOf(table, "possible"), table);
};

describe("a share of so many ballots is that of a whole number of them", () => {
  it.each([
    [21.4, 78.6, 103],
    ["21,4", "78,6", 103],
    [33.3, 66.7, 3],
    [0, 100, 7],
  ] as const)("%s and %s of %d", (bad, good, ballots) => {
    expect(tally(judged(bad, good, ballots))).toEqual({ pass: 1 });
  });

  it("or it is told", () => {
    const [fail] = failsOf(judged(21.9, 78.6, 103));
    expect(fail!.cells.map(a1)).toEqual(["A10", "A1"]);
    expect(fail!.phrase.vi).toBe("Với 103 phiếu (ô A1) không thể có tỷ lệ 21,9% (A10): không số phiếu nguyên nào cho tỷ lệ đó.");
  });

  it("where several are impossible, the number of ballots is looked at first", () => {
    const [fail, ...more] = failsOf(judged(21.4, 78.6, 30));
    expect(more).toEqual([]);
    expect(fail!.cells.map(a1)).toEqual(["A1", "B10", "A10"]);
  });

  it("says nothing where no ballots are told", () => {
    expect(judged(21.9, 78.6)).toEqual([]);
    expect(judged(21.9, 78.6, 0)).toEqual([]);
  });
});
