import { a1 } from "../../src/core/sheet/Address";
import { failsOf, tally, verdictsOf } from "../fixtures/report";
import { formWith, ruleOf, tableWith } from "../fixtures/tableWith";

const FORM = formWith(
  [
    { key: "unit", header: "Đơn vị", kind: "label" },
    { key: "all", header: "Tổng số", no: 2, kind: { unit: "TTHC" } },
    { key: "taken", header: "Tại một cửa", no: 3, kind: { unit: "TTHC" } },
  ],
  [{ id: "part", kind: "at-most", less: "taken", more: "all", severity: "warning" }],
);
const verdicts = (all?: number | string, taken?: number | string) => {
  const table = tableWith(FORM, [["Sở A", { ...(all === undefined ? {} : { all }), ...(taken === undefined ? {} : { taken }) }]]);
  return verdictsOf(ruleOf(table, "part"), table);
};

describe("a part is not more than the whole", () => {
  it("and may be as much", () => {
    expect(tally(verdicts(12, 12))).toEqual({ pass: 1 });
    expect(tally(verdicts("1.200", 12))).toEqual({ pass: 1 });
  });

  it("or both are told", () => {
    const [fail] = failsOf(verdicts(12, 21));
    expect(fail!.cells.map(a1)).toEqual(["C10", "B10"]);
    expect(fail!.phrase.vi).toBe("“Sở A”: cột (3) Tại một cửa ghi 21 (ô C10), nhiều hơn cột (2) Tổng số ghi 12 (ô B10).");
  });

  it("is not judged where the whole is blank or cannot be read", () => {
    expect(tally(verdicts(undefined, 21))).toEqual({ skip: 1 });
    expect(tally(verdicts("nhiều", 21))).toEqual({ skip: 1 });
  });

  it("and a sum row that only repeats a line is not faulted again, but one that is alone is", () => {
    const form = { ...FORM, tables: [{ ...FORM.tables[0], foot: [{ labels: ["Tổng số"], at: "last" }] }] } as unknown as typeof FORM;
    const faultsOf = (taken: number, total: number) => {
      const table = tableWith(form, [["Sở A", { all: 12, taken }]], { total: { all: 12, taken: total } });
      return failsOf(verdictsOf(ruleOf(table, "part"), table)).map(({ cells }) => a1(cells[0]));
    };
    expect(faultsOf(21, 21)).toEqual(["C10"]);
    expect(faultsOf(12, 21)).toEqual(["C11"]);
  });
});
