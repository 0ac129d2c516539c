import { a1 } from "../../src/core/sheet/Address";
import { checkOf, failsOf, liveWith, reportWith, tally, verdictsOf } from "../fixtures/report";

const overwritten = checkOf("formula-overwritten");
const told = (cells: Readonly<Record<string, string>>) => failsOf(verdictsOf(overwritten, liveWith(cells)));

describe("a sum typed over a formula", () => {
  it("is none where all are formulas, or none is", () => {
    expect(failsOf(verdictsOf(overwritten, liveWith()))).toEqual([]);
    expect(verdictsOf(overwritten, reportWith())).toEqual([]);
  });

  it.each([
    ["a sum column", "C8", "155", "=D8+E8+F8"],
    ["the total row", "D11", "533", "=SUM(D7:D10)"],
    ["a total under a sum column", "C11", "711", "=SUM(C7:C10)"],
  ])("is told in %s, once, with the formula to put back", (_, at, typed, formula) => {
    const fails = told({ [at]: typed });
    expect(fails.map(({ cells }) => cells.map(a1))).toEqual([[at]]);
    expect(fails[0]!.suggestions![0]).toMatchObject({ sure: "certain", changes: [{ to: { kind: "formula", formula, value: { number: Number(typed) } } }] });
  });

  it("is only perhaps to be put back where the typed number is another", () => {
    const [fail] = told({ C8: "551" });
    expect(fail!.suggestions![0]).toMatchObject({ sure: "possible", changes: [{ from: { number: 551 }, to: { value: { number: 155 } } }] });
  });

  it("is not told where most of its column is typed", () => {
    expect(told({ C7: "360", C8: "155", C9: "150" }).map(({ cells }) => a1(cells[0]))).toEqual([]);
  });

  it("is not told of a blank, which was never typed over", () => {
    expect(told({ C8: "" })).toEqual([]);
  });

  it("counts each live formula as a pass in its column and its row", () => {
    expect(tally(verdictsOf(overwritten, liveWith()))).toEqual({ pass: 26 });
  });
});
