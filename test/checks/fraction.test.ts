import { a1 } from "../../src/core/sheet/Address";
import { failsOf, tally, verdictsOf } from "../fixtures/report";
import { formWith, ruleOf, tableWith } from "../fixtures/tableWith";

const FORM = formWith(
  [
    { key: "name", header: "Chỉ tiêu", kind: "label" },
    { key: "result", header: "Đạt", kind: { unit: "%", decimals: 2, max: 100 } },
    { key: "remark", header: "Ghi chú", kind: "fraction" },
  ],
  [{ id: "share", kind: "fraction", value: "result", fraction: "remark" }],
);
const judged = (result: string | number, remark: string) => {
  const table = tableWith(FORM, [["Trực tuyến", { result, remark }]]);
  return verdictsOf(ruleOf(table, "share"), table);
};

describe("a percentage is the fraction beside it", () => {
  it.each([
    ["57,57%", "951/1.652"],
    ["57,6%", "951/1.652"],
    ["58", "(951/1.652)"],
    [57.57, "951/1652"],
    ["100%", "12/12"],
  ] as const)("%s of %s", (result, remark) => {
    expect(tally(judged(result, remark))).toEqual({ pass: 1 });
  });

  it.each([
    ["57,56%", "57,57%"],
    ["57,5%", "57,6%"],
  ])("%s of 951/1.652 was cut off, not rounded", (result, rounded) => {
    const [fail] = failsOf(judged(result, "951/1.652"));
    expect(fail!.severity).toBe("info");
    expect(fail!.phrase.vi).toContain("(số đã bị cắt, không làm tròn)");
    expect(fail!.suggestions![0]!.changes[0]!.to).toEqual({ kind: "text", text: rounded });
  });

  it("or one of both is wrong, and nobody can say which", () => {
    const [fail] = failsOf(judged("75,57%", "951/1.652"));
    expect(fail!.cells.map(a1)).toEqual(["B10", "C10"]);
    expect(fail!.severity).toBe("error");
    expect(fail!.suggestions![0]!.sure).toBe("possible");
  });

  it.each(["1.652", "02", "", "đạt", "3/0"])("is not judged by %j", (remark) => {
    expect(tally(judged("57,5%", remark)).fail).toBeUndefined();
  });
});
