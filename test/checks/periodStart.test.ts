import { properStart } from "../../src/core/checks/periodStart";
import { plainText, type Content } from "../../src/core/sheet/Cell";
import { formatDate, parsePeriod, reportingPeriod, type PeriodKind } from "../../src/core/words/Period";
import { checkOf, failsOf, reportWith, verdictsOf } from "../fixtures/report";

const proper = (text: string): string | undefined => {
  const start = properStart(parsePeriod(text)!);
  return start && formatDate(start);
};

describe("the start of a period", () => {
  it.each([
    ["S0, shifted by a region", "11/3/2023 - 10/6/2023", "15/3/2023"],
    ["S1, from the year's cut-off to an inspection", "15/12/2023 - 19/5/2024", undefined],
    ["S2, with the wrong year", "15/3/2022 - 14/6/2023", "15/3/2023"],
    ["S3, five months", "15/12/2023 - 15/5/2024", undefined],
    ["S4, preset by a system", "01/01/2024 - 14/03/2024", "15/12/2023"],
    ["a month by its cut-off days", "15/4/2024 - 14/5/2024", undefined],
    ["two months from no quarter's start", "15/4/2024 - 14/6/2024", "15/3/2024"],
    ["a calendar quarter", "01/4/2024 - 30/6/2024", "15/3/2024"],
    ["a calendar year", "01/01/2024 - 31/12/2024", "15/12/2023"],
  ])("of %s: %s → %s", (_, period, expected) => {
    expect(proper(period)).toBe(expected);
  });

  it.each(["quarter-1", "quarter-2", "quarter-3", "quarter-4", "first-half", "nine-months", "year"] as PeriodKind[])("of a %s is as the cut-off rule has it", (kind) => {
    for (const year of [2023, 2024, 2025]) expect(properStart(reportingPeriod(kind, year))).toBeUndefined();
  });
});

describe("the check of the period's start", () => {
  const check = checkOf("period-start");
  const changed = (text: string): Content => failsOf(verdictsOf(check, reportWith({ C2: text })))[0]!.suggestions![0]!.changes[0]!.to;

  it("passes where it is as the rule has it, and is not judged where no period is printed", () => {
    expect(verdictsOf(check, reportWith())).toEqual([{ kind: "pass" }]);
    expect(verdictsOf(check, reportWith({ C2: "Quý I/2024" }))).toEqual([{ kind: "skip", cells: [], why: "nothing-to-compare" }]);
  });

  it("tells a period that heads several tables once", () => {
    const first = reportWith({ C2: "Từ ngày 01/01/2024 đến ngày 14/3/2024" });
    const second = { ...reportWith(), ...(first.period ? { period: first.period } : {}) };
    const tables = [first, second];
    expect([first, second].map((table) => failsOf(verdictsOf(check, table, { tables })).length)).toEqual([1, 0]);
  });

  it("is a question, for local periods exist", () => {
    expect(check.severity).toBe("warning");
    const [fail] = failsOf(verdictsOf(check, reportWith({ C2: "(Từ ngày 11/3/2023 đến ngày 10/6/2023)" })));
    expect(fail!.suggestions!.map(({ sure }) => sure)).toEqual(["possible"]);
  });

  it.each([
    ["(Từ ngày 01/01/2024 đến ngày 14/03/2024 )", "(Từ ngày 15/12/2023 đến ngày 14/03/2024 )"],
    ["(Kỳ báo cáo: Từ ngày 15/3/2022 đến ngày 14/6/2023)", "(Kỳ báo cáo: Từ ngày 15/3/2023 đến ngày 14/6/2023)"],
    ["Quý I: 1.1.2024 – 14.3.2024", "Quý I: 15/12/2023 – 14.3.2024"],
  ])("offers to print %j as %j", (text, expected) => {
    const to = changed(text);
    expect(to.kind === "text" && plainText(to)).toBe(expected);
  });
});
