import { failsOf, tally, verdictsOf } from "../fixtures/report";
import { formWith, ruleOf, tableWith } from "../fixtures/tableWith";

const FORM = formWith(
  [
    { key: "name", header: "Chỉ số", kind: "label" },
    { key: "most", header: "Điểm chuẩn", kind: { unit: "điểm", decimals: 1, max: 2 } },
    { key: "aim", header: "Chỉ tiêu", kind: { unit: "%", decimals: 2, max: 100 } },
  ],
  [],
  { rows: { lines: [{ key: "one", label: "one", given: { most: 2, aim: "Tối thiểu 80" } }, { key: "two", label: "two" }] } },
);
const judged = (cells: Readonly<Record<string, number | string>>) => {
  const table = tableWith(FORM, [["one", cells], ["two", { most: 1 }]]);
  return { table, verdicts: verdictsOf(ruleOf(table, "as-issued"), table) };
};

describe("what a form prints stands as printed", () => {
  it.each([
    [2, "Tối thiểu 80"],
    ["2,0", "tối thiểu 80%"],
    ["2", "80"],
  ])("%s and %s", (most, aim) => {
    expect(tally(judged({ most, aim }).verdicts)).toEqual({ pass: 2 });
  });

  it("or the printed figure is offered for certain", () => {
    const [fail] = failsOf(judged({ most: 1.8, aim: "Tối thiểu 80" }).verdicts);
    expect(fail!.phrase.vi).toBe("“one”: ô B10 ghi 1,8, mẫu in sẵn 2.");
    expect(fail!.suggestions).toMatchObject([{ sure: "certain", changes: [{ to: { kind: "number", number: 2 } }] }]);
  });

  it("with its words, where it has any", () => {
    const [fail] = failsOf(judged({ most: 2, aim: "Tối thiểu 8" }).verdicts);
    expect(fail!.suggestions![0]!.changes[0]!.to).toEqual({ kind: "text", text: "Tối thiểu 80" });
  });

  it("and says nothing of lines for which the form prints none, or of blanks", () => {
    expect(tally(judged({}).verdicts)).toEqual({ skip: 2 });
  });

  it("bears witness to what the cells must hold", () => {
    const { table } = judged({ most: 1.8, aim: 80 });
    expect([...ruleOf(table, "as-issued").facts!(table, { tables: [table], answers: new Map() })].map(({ count }) => count)).toEqual([20, 8000]);
  });
});
