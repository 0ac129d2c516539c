import { a1 } from "../../src/core/sheet/Address";
import { failsOf, tally, verdictsOf } from "../fixtures/report";
import { formWith, ruleOf, tableWith } from "../fixtures/tableWith";

const FORM = formWith(
  [
    { key: "task", header: "Nhiệm vụ", kind: "label" },
    { key: "due", header: "Thời hạn", kind: "date" },
    { key: "state", header: "Trạng thái", kind: { choice: ["Đã hoàn thành", "Đang thực hiện"] } },
    { key: "note", header: "Ghi chú", kind: "text" },
  ],
  [],
  { rows: { record: "task" } },
);
const judged = (cells: Readonly<Record<string, number | string>>) => {
  const table = tableWith(FORM, [["Rà soát", cells]]);
  return verdictsOf(ruleOf(table, "valid-entry"), table);
};

describe("days and choices are written as such", () => {
  it("in any notation and case, and blanks are let be", () => {
    expect(tally(judged({ due: "14/6/2024", state: "đang thực hiện", note: "không rõ" }))).toEqual({ pass: 2 });
    expect(tally(judged({ note: "quý II" }))).toEqual({});
  });

  it("or the cell is told, with what it may say", () => {
    const [day, state] = failsOf(judged({ due: "quý II", state: "gần xong" }));
    expect([day!.cells.map(a1), state!.cells.map(a1)]).toEqual([["B10"], ["C10"]]);
    expect(day!.phrase.vi).toBe("Ô B10 ghi “quý II”: cột “Thời hạn” phải là một ngày, như 15/3/2024.");
    expect(state!.phrase.vi).toBe("Ô C10 ghi “gần xong”: cột “Trạng thái” phải là một trong: “Đã hoàn thành”, “Đang thực hiện”.");
  });
});
