import { a1 } from "../../src/core/sheet/Address";
import { failsOf, tally, verdictsOf } from "../fixtures/report";
import { formWith, ruleOf, tableWith } from "../fixtures/tableWith";

const MARK = { unit: "phiếu", mark: "x" };
const FORM = formWith(
  [
    { key: "code", header: "Hồ sơ", kind: "label" },
    { key: "points", header: "Điểm", kind: { unit: "điểm" } },
    { key: "bad", header: "Không hài lòng", kind: MARK },
    { key: "good", header: "Hài lòng", kind: MARK },
  ],
  [{ id: "one-answer", kind: "one-of", columns: ["bad", "good"] }],
  { rows: { record: "dossier" } },
);
const judged = (cells: Readonly<Record<string, number | string>>) => {
  const table = tableWith(FORM, [["H01.1", cells]]);
  return verdictsOf(ruleOf(table, "one-answer"), table);
};

describe("a ballot says one thing", () => {
  it.each([{ good: "x" }, { good: "X", points: 2 }, { bad: 1 }, { good: "✓", bad: "-" }])("%j", (cells) => {
    expect(tally(judged(cells as Record<string, number | string>))).toEqual({ pass: 1 });
  });

  it("not two", () => {
    const [fail] = failsOf(judged({ bad: "x", good: "x" }));
    expect(fail!.cells.map(a1)).toEqual(["C10", "D10"]);
    expect(fail!.phrase.vi).toBe("“H01.1”: đánh dấu cả “Không hài lòng”, “Hài lòng” (ô C10 và D10), chỉ được một.");
  });

  it("and not nothing, once anything is filled in", () => {
    expect(failsOf(judged({ points: 2 }))[0]!.phrase.vi).toBe("“H01.1”: chưa đánh dấu mức nào trong “Không hài lòng”, “Hài lòng” (ô C10 và D10).");
    expect(tally(judged({}))).toEqual({ skip: 1 });
  });

  it("is not judged where a mark cannot be read", () => {
    expect(tally(judged({ good: "tốt" }))).toEqual({ skip: 1 });
  });
});
