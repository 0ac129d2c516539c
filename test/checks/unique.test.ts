import { a1 } from "../../src/core/sheet/Address";
import { failsOf, tally, verdictsOf } from "../fixtures/report";
import { formWith, ruleOf, tableWith } from "../fixtures/tableWith";

const FORM = formWith(
  [
    { key: "name", header: "Tên hồ sơ", kind: "label" },
    { key: "code", header: "Mã hồ sơ", kind: "code" },
  ],
  [{ id: "once", kind: "unique", column: "code" }],
  { rows: { record: "dossier" } },
);
const judged = (...codes: readonly string[]) => {
  const table = tableWith(FORM, codes.map((code, index) => [`Hồ sơ ${index + 1}`, code === "" ? {} : { code }]));
  return verdictsOf(ruleOf(table, "once"), table);
};

describe("a code stands once", () => {
  it("and others beside it, or none", () => {
    expect(tally(judged("H01.24-001", "H01.24-002", "", ""))).toEqual({ pass: 2 });
    expect(tally(judged("H01-1", "H01-11"))).toEqual({ pass: 2 });
  });

  it("or every place of it is told, blanks and case aside", () => {
    const [fail] = failsOf(judged("H01.24-001", "H01.24-002", "h01.24-001 "));
    expect(fail!.cells.map(a1)).toEqual(["B10", "B12"]);
    expect(fail!.phrase.vi).toBe("“H01.24-001” đứng ở 2 dòng (ô B10 và B12): một mã chỉ ghi một lần.");
  });
});
