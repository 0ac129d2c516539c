import { a1 } from "../../src/core/sheet/Address";
import { failsOf, tally, verdictsOf } from "../fixtures/report";
import { formWith, ruleOf, tableWith } from "../fixtures/tableWith";

const FORM = formWith(
  [
    { key: "unit", header: "Đơn vị", kind: "label" },
    { key: "points", header: "Tổng điểm", kind: { unit: "điểm", decimals: 1 } },
    { key: "rank", header: "Xếp hạng", kind: { unit: "hạng" }, rank: "points", sumId: "ranking" },
  ],
  [],
);
const judged = (...lines: readonly (readonly [points: number | undefined, rank: number | undefined])[]) => {
  const table = tableWith(FORM, lines.map(([points, rank], index) => [`Sở ${index + 1}`, { ...(points === undefined ? {} : { points }), ...(rank === undefined ? {} : { rank }) }]));
  return verdictsOf(ruleOf(table, "ranking"), table);
};

describe("the most points rank first", () => {
  it("and equal ones alike, the next rank being left out", () => {
    expect(tally(judged([17.4, 1], [15, 4], [16.2, 2], [16.2, 2]))).toEqual({ pass: 4 });
  });

  it("or without leaving any out, where a table does so throughout", () => {
    expect(tally(judged([17.4, 1], [15, 3], [16.2, 2], [16.2, 2]))).toEqual({ pass: 4 });
  });

  it("but equal ones by their order is wrong, and the rank is offered", () => {
    const [fail, ...more] = failsOf(judged([17.4, 1], [16.2, 2], [16.2, 3], [15, 4]));
    expect([more, fail!.cells.map(a1)]).toEqual([[], ["C12", "B12"]]);
    expect(fail!.phrase.vi).toBe("“Sở 3”: ô C12 ghi hạng 3, với 16,2 điểm (ô B12) là hạng 2.");
    expect(fail!.suggestions![0]!.changes[0]!.to).toEqual({ kind: "number", number: 2 });
  });

  it("is not judged of lines without points or rank", () => {
    expect(tally(judged([17.4, 1], [undefined, undefined], [15, undefined]))).toEqual({ pass: 1, skip: 2 });
  });
});
