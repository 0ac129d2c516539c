import { likelyPeriod } from "../../src/core/words/Period";
import { periodOf } from "../../src/taskpane/views/PeriodChoice";
import { labelsOf } from "../../src/taskpane/views/FieldsChoice";

describe("the period a report is most likely for", () => {
  it.each([
    [{ year: 2024, month: 3, day: 14 }, { kind: "quarter-1", year: 2024 }],
    [{ year: 2024, month: 3, day: 25 }, { kind: "quarter-1", year: 2024 }],
    [{ year: 2024, month: 4, day: 10 }, { kind: "quarter-2", year: 2024 }],
    [{ year: 2024, month: 12, day: 20 }, { kind: "quarter-4", year: 2024 }],
    [{ year: 2025, month: 1, day: 2 }, { kind: "quarter-1", year: 2025 }],
  ])("on %j is %j", (today, period) => {
    expect(likelyPeriod(today)).toEqual(period);
  });
});

describe("a chosen period", () => {
  const chosen = { kind: "quarter-1", year: "2024", from: "", to: "" } as const;

  it("has the dates of the cut-off rule", () => {
    expect(periodOf(chosen)).toEqual({ from: { year: 2023, month: 12, day: 15 }, to: { year: 2024, month: 3, day: 14 } });
  });

  it("may have dates of its own, in their order", () => {
    const own = { ...chosen, kind: "own", from: "2024-01-01", to: "2024-03-14" } as const;
    expect(periodOf(own)).toEqual({ from: { year: 2024, month: 1, day: 1 }, to: { year: 2024, month: 3, day: 14 } });
    expect(periodOf({ ...own, to: "2023-12-31" })).toBeUndefined();
    expect(periodOf({ ...own, from: "" })).toBeUndefined();
  });
});

describe("chosen fields", () => {
  it("are the seven usual ones, the catalogue, or a list", () => {
    expect(labelsOf({ kind: "common", text: "" })).toHaveLength(7);
    expect(labelsOf({ kind: "catalogue", text: "" })).toHaveLength(52);
    expect(labelsOf({ kind: "own", text: "Hộ tịch\n\nĐất đai" })).toEqual(["Hộ tịch", "Đất đai"]);
  });
});
