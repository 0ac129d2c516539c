import { a1 } from "../../src/core/sheet/Address";
import { failsOf, tally, verdictsOf } from "../fixtures/report";
import { formWith, ruleOf, tableWith } from "../fixtures/tableWith";

const FORM = formWith(
  [
    { key: "code", header: "Hồ sơ", kind: "label" },
    { key: "score", header: "Chỉ số 1", kind: { unit: "điểm", allowed: [0, 1, 2] } },
    { key: "other", header: "Khác", kind: { unit: "điểm" } },
  ],
  [],
  { rows: { record: "dossier" }, foot: [{ labels: ["Tổng số"], at: "last" }] },
);
const judged = (score: number | string, other = 7) => {
  const table = tableWith(FORM, [["H01.1", { score, other }]], { total: { score: 9, other } });
  return verdictsOf(ruleOf(table, "allowed-figure"), table);
};

describe("a line holds one of the figures its column takes", () => {
  it.each([0, 1, "2"])("%s", (score) => expect(tally(judged(score))).toEqual({ pass: 1 }));

  it("and no other", () => {
    const [fail] = failsOf(judged(3));
    expect(fail!.cells.map(a1)).toEqual(["B10"]);
    expect(fail!.phrase.vi).toBe("Ô B10 ghi 3: cột “Chỉ số 1” chỉ nhận 0, 1 và 2.");
  });

  it("while sums, columns without such bounds and what cannot be read are let be", () => {
    expect(tally(judged("tốt", 12))).toEqual({});
  });
});
