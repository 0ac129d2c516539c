import { a1 } from "../../src/core/sheet/Address";
import { failsOf, tally, verdictsOf } from "../fixtures/report";
import { formWith, ruleOf, tableWith } from "../fixtures/tableWith";

const FORM = formWith(
  [
    { key: "code", header: "Mã hồ sơ", kind: "label" },
    { key: "received", header: "Ngày tiếp nhận", kind: "date" },
    { key: "due", header: "Ngày hẹn trả", kind: "date" },
  ],
  [{ id: "order", kind: "before", earlier: "received", later: "due" }],
  { rows: { record: "dossier" } },
);
const judged = (received: string, due: string) => {
  const table = tableWith(FORM, [["H01.1", { ...(received === "" ? {} : { received }), ...(due === "" ? {} : { due }) }]]);
  return verdictsOf(ruleOf(table, "order"), table);
};

describe("of two days one is not after the other", () => {
  it.each([["15/3/2024", "20/3/2024"], ["15/3/2024", "15/03/2024"], ["ngày 31 tháng 12 năm 2023", "2/1/2024"], ["15/3/24", "1/4/2024"]])("%s, then %s", (received, due) => {
    expect(tally(judged(received, due))).toEqual({ pass: 1 });
  });

  it("or both cells are told, the later first", () => {
    const [fail] = failsOf(judged("20/3/2024", "15/3/2024"));
    expect(fail!.cells.map(a1)).toEqual(["C10", "B10"]);
    expect(fail!.phrase.vi).toBe("“H01.1”: “Ngày hẹn trả” 15/3/2024 (ô C10) trước “Ngày tiếp nhận” 20/3/2024 (ô B10).");
  });

  it("is not judged while a day is missing, or is none", () => {
    expect(tally(judged("", "15/3/2024"))).toEqual({ skip: 1 });
    expect(tally(judged("31/2/2024", "15/3/2024"))).toEqual({ skip: 1 });
    expect(tally(judged("chưa rõ", "15/3/2024"))).toEqual({ skip: 1 });
  });
});
