import { a1 } from "../../src/core/sheet/Address";
import { failsOf, tally, verdictsOf } from "../fixtures/report";
import { formWith, ruleOf, tableWith } from "../fixtures/tableWith";

const FORM = formWith(
  [
    { key: "code", header: "Hồ sơ", kind: "label" },
    { key: "score", header: "Chỉ số 1", kind: { unit: "điểm", max: 2 } },
    { key: "good", header: "Hài lòng", kind: { unit: "phiếu", mark: "x" } },
  ],
  [],
  {
    rows: { record: "dossier" },
    foot: [
      { labels: ["Tổng số"], at: "last" },
      { how: "mean", labels: ["Điểm bình quân"], at: "last", columns: ["score"], decimals: 1 },
      { how: "share", labels: ["Tỷ lệ %"], at: "last", columns: ["good"], decimals: 1 },
      { how: "count", labels: ["Số phiếu"], at: "last", columns: ["score"] },
    ],
  },
);
const LINES = [["H1", { score: 2, good: "x" }], ["H2", { score: 2, good: "x" }], ["H3", { score: 1 }]] as const;
const judged = (closing: Readonly<Record<string, Readonly<Record<string, number | string>>>>, lines: readonly (readonly [string, Readonly<Record<string, number | string>>])[] = LINES) => {
  const table = tableWith(FORM, lines, { total: { score: 5, good: 2 }, closing });
  return verdictsOf(ruleOf(table, "closing-rows"), table);
};

describe("rows that close a table otherwise than by adding up", () => {
  it("are the mean, rounded half up, the share and the number of its lines", () => {
    expect(tally(judged({ mean: { score: 1.7 }, share: { good: 66.7 }, count: { score: 3 } }))).toEqual({ pass: 3 });
  });

  it("or each is told with what it comes to: a mean cut off, a share of something else, a line not counted", () => {
    const fails = failsOf(judged({ mean: { score: 1.6 }, share: { good: 67.6 }, count: { score: 2 } }));
    expect(fails.map(({ cells, phrase }) => `${a1(cells[0])} ${phrase.vi}`)).toEqual([
      "B14 “mean”: cột “Chỉ số 1” ghi 1,6 (ô B14), bình quân các dòng, làm tròn, là 1,7.",
      "C15 “share”: cột “Hài lòng” ghi 67,6 (ô C15), chia cho số dòng, làm tròn, là 66,7.",
      "B16 “count”: cột “Chỉ số 1” ghi 2 (ô B16), số dòng là 3.",
    ]);
    expect(fails[0]!.rests!.map(a1)).toEqual(["B10", "B11", "B12"]);
  });

  it("a mean may pass over lines left blank, or count them", () => {
    const lines = [["H1", { score: 2, good: "x" }], ["H2", { score: 1, good: "x" }], ["H3", {}]] as const;
    expect(tally(judged({ mean: { score: 1.5 } }, lines))).toEqual({ pass: 1 });
    expect(tally(judged({ mean: { score: 1 } }, lines))).toEqual({ pass: 1 });
  });

  it("are not judged while blank, or over what cannot be read", () => {
    expect(tally(judged({ mean: {}, share: { good: 66.7 } }, [["H1", { score: "tốt", good: "x" }], ["H2", { good: "tốt" }]]))).toEqual({ skip: 2 });
  });
});
