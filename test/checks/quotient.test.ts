import { a1 } from "../../src/core/sheet/Address";
import { failsOf, tally, verdictsOf } from "../fixtures/report";
import { formWith, ruleOf, tableWith } from "../fixtures/tableWith";

const FILES = { unit: "hồ sơ" };
const FORM = formWith(
  [
    { key: "unit", header: "Đơn vị", kind: "label" },
    { key: "online", header: "Trực tuyến", kind: FILES },
    { key: "direct", header: "Trực tiếp", kind: FILES },
    { key: "share", header: "Tỷ lệ", kind: { unit: "%", decimals: 2 }, ratio: { above: ["online"], below: ["online", "direct"] }, sumId: "online-share" },
  ],
  [],
  { foot: [{ labels: ["Tổng"], at: "last" }] },
);
const judged = (online: number, direct: number, share?: number | string) => {
  const table = tableWith(FORM, [["Sở A", { online, direct, ...(share === undefined ? {} : { share }) }]]);
  return verdictsOf(ruleOf(table, "online-share"), table);
};

describe("a column of quotients is that of its columns", () => {
  it.each([[951, 701, 57.57], [951, 701, "57,6%"], [951, 701, 58], [1, 7, 12.5], [0, 7, 0]] as const)("%s of both, %s besides: %s", (online, direct, share) => {
    expect(tally(judged(online, direct, share))).toEqual({ pass: 1 });
  });

  it("or is told with the counts it divides, and what they come to", () => {
    const [fail] = failsOf(judged(951, 701, 75.57));
    expect(fail!.cells.map(a1)).toEqual(["D10", "B10", "B10", "C10"]);
    expect(fail!.phrase.vi).toBe("“Sở A”: cột “Tỷ lệ” ghi 75,57 (ô D10), “Trực tuyến”/(“Trực tuyến”+“Trực tiếp”) = 951/1.652 là 57,57%.");
    expect(fail!.suggestions![0]!.changes[0]!.to).toEqual({ kind: "number", number: 57.57 });
  });

  it("that was cut off is only named", () => {
    const [fail] = failsOf(judged(951, 701, 57.56));
    expect([fail!.severity, fail!.phrase.vi.endsWith("là 57,57% (số đã bị cắt, không làm tròn).")]).toEqual(["info", true]);
  });

  it("is no affair of a row with nothing to divide, whatever stands there", () => {
    expect(tally(judged(0, 0, 100))).toEqual({ notApplicable: 1 });
    expect(tally(judged(0, 0))).toEqual({ notApplicable: 1 });
    expect(tally(judged(3, 4))).toEqual({ skip: 1 });
  });

  it("of the total row is that of its sums", () => {
    const rows = [["Sở A", { online: 1, direct: 1, share: 50 }], ["Sở B", { online: 1, direct: 3, share: 25 }]] as const;
    const total = (share: number) => tableWith(FORM, rows, { total: { online: 2, direct: 4, share } });
    const tallied = (share: number) => tally(verdictsOf(ruleOf(total(share), "online-share"), total(share)));
    expect(tallied(33.33)).toEqual({ pass: 3 });
    expect(tallied(37.5)).toEqual({ pass: 2, fail: 1 });
  });
});
