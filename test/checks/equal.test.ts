import type { Rule } from "../../src/core/form/Form";
import { a1 } from "../../src/core/sheet/Address";
import { failsOf, tally, verdictsOf } from "../fixtures/report";
import { formWith, ruleOf, tableWith } from "../fixtures/tableWith";

const COLUMNS = [{ key: "name", header: "Chỉ tiêu", kind: "label" as const }, { key: "result", header: "Đạt", kind: { unit: "%", decimals: 2, max: 100 } }];
const LINES = { rows: { lines: [{ key: "online", label: "online" }] } };
const RULE: Rule = { id: "same", kind: "equal", one: { row: "online", column: "result" }, other: { form: "x-04", row: "online", column: "result" } };
const [one, other] = [formWith(COLUMNS, [RULE], LINES, "x-03"), formWith(COLUMNS, [], LINES, "x-04")];
const judged = (own: number | string, stated?: number | string) => {
  const table = tableWith(one, [["online", own === "" ? {} : { result: own }]], { sheet: "A" });
  const elsewhere = stated === undefined ? [] : [tableWith(other, [["online", { result: stated }]], { sheet: "B" })];
  return verdictsOf(ruleOf(table, "same"), table, { tables: [table, ...elsewhere] });
};

describe("one figure is the same in both tables", () => {
  it.each([
    ["98,8%", "98,80"],
    ["57,57%", "57,6%"],
    [100, "100%"],
  ])("%s and %s", (own, stated) => {
    expect(tally(judged(own, stated))).toEqual({ pass: 1 });
  });

  it("or both cells are told", () => {
    const [fail] = failsOf(judged("98,8%", "2,17%"));
    expect(fail!.cells.map(a1)).toEqual(["B10"]);
    expect(fail!.others!.map(({ sheet, at }) => `${sheet}!${a1(at)}`)).toEqual(["B!B10"]);
    expect(fail!.severity).toBeUndefined();
    expect(fail!.phrase.vi).toBe("“online”: ô B10 ghi 98,8%, còn trang “B”, ô B10 ghi 2,17%; hai nơi phải như nhau.");
  });

  it("one cut off is named as such, and no error", () => {
    const [fail] = failsOf(judged("57,56%", "57,5%"));
    expect(fail!.severity).toBe("warning");
    expect(fail!.phrase.vi).toContain("số đã bị cắt, không làm tròn");
  });

  it("is not judged where the other is not there, or nothing is filled in", () => {
    expect(tally(judged("98,8%"))).toEqual({ skip: 1 });
    expect(tally(judged("", "98,8%"))).toEqual({ skip: 1 });
  });
});
