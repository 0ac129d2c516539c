import { a1 } from "../../src/core/sheet/Address";
import { plainText, type Value } from "../../src/core/sheet/Cell";
import { failsOf, tally, verdictsOf } from "../fixtures/report";
import { formWith, ruleOf, tableWith } from "../fixtures/tableWith";

const SHARES = ["bad", "fair", "good"].map((key) => ({ key, header: key, kind: { unit: "%", decimals: 1, max: 100 } }));
const COUNTS = ["bad", "fair", "good"].map((key) => ({ key, header: key, kind: { unit: "phiếu" } }));
const PARTS = ["bad", "fair", "good"];
const shares = formWith(SHARES, [{ id: "all", kind: "adds-to", parts: PARTS, whole: 100 }]);
const counts = formWith(COUNTS, [{ id: "all", kind: "adds-to", parts: PARTS, whole: { head: "ballots" } }]);
const judged = (form: typeof shares, values: readonly (number | string)[], ballots?: number) => {
  const table = tableWith(form, [["", Object.fromEntries(PARTS.map((key, at) => [key, values[at]!]))]], ballots === undefined ? {} : { fields: { ballots } });
  return verdictsOf(ruleOf(table, "all"), table);
};

describe("shares add up to 100", () => {
  it.each([
    [["0", "21.4", "78.6"]],
    [[33.3, 33.3, 33.3]],
    [[16.7, 16.7, 66.7]],
    [["0", "21", "79"]],
  ] as const)("%j, as far as rounding goes", (values) => {
    expect(tally(judged(shares, values))).toEqual({ pass: 1 });
  });

  it("or any of them may be wrong, and each is offered what would do", () => {
    const [fail] = failsOf(judged(shares, [0, 24.1, 78.6]));
    expect(fail!.cells.map(a1)).toEqual(["A10", "B10", "C10"]);
    expect(fail!.phrase.vi).toBe("Các tỷ lệ ở ô A10, B10 và C10 cộng được 102,7, phải là 100%.");
    expect(fail!.suggestions!.map(({ sure, changes }) => `${sure} ${a1(changes[0]!.at)} ${plainText(changes[0]!.to as Value)}`)).toEqual(["possible B10 21.4", "possible C10 75.9"]);
  });

  it("is not judged before anything is filled in", () => {
    expect(tally(judged(shares, ["", "", ""]))).toEqual({ skip: 1 });
    expect(tally(judged(shares, ["nhiều", 1, 2]))).toEqual({ skip: 1 });
  });
});

describe("answers add up to all ballots", () => {
  it("exactly", () => {
    expect(tally(judged(counts, [0, 22, 81], 103))).toEqual({ pass: 1 });
    expect(tally(judged(counts, [0, 22, 80], 103))).toEqual({ fail: 1 });
  });

  it("and are not judged where the head counts none", () => {
    expect(judged(counts, [0, 22, 80])).toEqual([]);
  });
});
