import { a1 } from "../../src/core/sheet/Address";
import { failsOf, tally, verdictsOf } from "../fixtures/report";
import { formWith, ruleOf, tableWith } from "../fixtures/tableWith";

const TTHC = { unit: "TTHC" };
const stock = (sum: readonly string[]) =>
  formWith(
    [
      { key: "unit", header: "Đơn vị", kind: "label" },
      { key: "start", no: 2, header: "Đầu kỳ", kind: TTHC },
      { key: "made", no: 3, header: "Công bố mới", kind: TTHC },
      { key: "lifted", no: 4, header: "Bãi bỏ", kind: TTHC },
      { key: "end", no: 5, header: "Cuối kỳ", kind: TTHC, sum, less: ["lifted"], sumId: "stock" },
    ],
    [],
  );
const judged = (start: number, made: number, lifted: number, end: number | undefined, sum = ["start", "made"]) => {
  const table = tableWith(stock(sum), [["Sở A", { start, made, lifted, ...(end === undefined ? {} : { end }) }]]);
  return { check: ruleOf(table, "stock"), table, verdicts: verdictsOf(ruleOf(table, "stock"), table) };
};

describe("what is left is what was there and came, less what went", () => {
  it("in every row", () => expect(tally(judged(343, 16, 22, 337).verdicts)).toEqual({ pass: 1 }));

  it("or its total is told, and the guilty cell looked for", () => {
    const [fail] = failsOf(judged(343, 16, 22, 373).verdicts);
    expect(fail!.cells.map(a1)).toEqual(["E10"]);
    expect(fail!.phrase.vi).toBe("“Sở A”: cột (5) Cuối kỳ ghi 373 (ô E10), (2)+(3)-(4) là 337, lệch 36.");
  });

  it("is a sum from which something is taken away", () => {
    const { check, table, verdicts } = judged(240, 0, 15, 255, ["start"]);
    const [fail] = failsOf(verdicts);
    expect([check.role, fail!.cells.map(a1)]).toEqual(["sum", ["E10"]]);
    expect([...check.balances!(table)].map(({ total, parts, taken }) => [total, ...parts, ...taken!].map(({ at }) => a1(at)))).toEqual([["E10", "B10", "D10"]]);
  });

  it("is below nought for nobody to hide", () => {
    expect(failsOf(judged(1, 0, 3, 2).verdicts)[0]!.phrase.vi).toContain("(2)+(3)-(4) là -2, lệch 4.");
  });
});
