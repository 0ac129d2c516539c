import type { Rule } from "../../src/core/form/Form";
import { failsOf, tally, verdictsOf } from "../fixtures/report";
import { formWith, ruleOf, tableWith } from "../fixtures/tableWith";

const RULE: Rule = { id: "online", kind: "same-share", one: { row: "online", column: "result" }, form: "x-06", shares: ["of-all", "of-new"] };
const one = formWith([{ key: "name", header: "Chỉ tiêu", kind: "label" }, { key: "result", header: "Đạt", kind: { unit: "%", decimals: 2, max: 100 } }], [RULE], { rows: { lines: [{ key: "online", label: "online" }] } }, "x-05");
const FILES = { unit: "hồ sơ" };
const other = formWith(
  [{ key: "field", header: "Lĩnh vực", kind: "label" }, ...["all", "fresh", "online"].map((key) => ({ key, header: key, kind: FILES }))],
  [],
  {
    foot: [{ labels: ["Tổng"], at: "last" }],
    shares: [
      { id: "of-all", header: "Tỷ lệ trên tổng số (%)", numerator: ["online"], denominator: ["all"], decimals: 2 },
      { id: "of-new", header: "Tỷ lệ trong kỳ (%)", numerator: ["online"], denominator: ["fresh"], decimals: 2 },
    ],
  },
  "x-06",
);
const judged = (result: string, hasOther = true) => {
  const table = tableWith(one, [["online", { result }]], { sheet: "A" });
  const elsewhere = hasOther ? [tableWith(other, [["Đất đai", { all: 200, fresh: 180, online: 100 }]], { sheet: "B", total: { all: 200, fresh: 180, online: 100 } })] : [];
  return verdictsOf(ruleOf(table, "online"), table, { tables: [table, ...elsewhere] });
};

describe("a percentage is that of another form's figures", () => {
  it.each(["50%", "55,56", "55,5%"])("%s, by any of its formulas", (result) => {
    expect(tally(judged(result))).toEqual({ pass: 1 });
  });

  it("or all of them are told", () => {
    const [fail] = failsOf(judged("57,5%"));
    expect(fail!.phrase.vi).toBe("“online”: ô B10 ghi 57,5%, còn số liệu trang “B” cho 50,0% (Tỷ lệ trên tổng số: 100/200) hoặc 55,6% (Tỷ lệ trong kỳ: 100/180).");
  });

  it("is not judged where that form is not there", () => {
    expect(tally(judged("57,5%", false))).toEqual({ skip: 1 });
  });
});
