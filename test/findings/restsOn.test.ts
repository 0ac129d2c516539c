import { auditOf } from "../fixtures/audited";
import { LIVE_REPORT, REPORT, sheetOf, type Cells } from "../fixtures/report";
import { withCells } from "../fixtures/sheetFromText";

const basesIn = async (lines: readonly Cells[], cells: Readonly<Record<string, string>>) =>
  (await auditOf(withCells(sheetOf(lines), cells))).findings.map(({ restsOn = [] }) => restsOn.map(({ vi }) => vi));

describe("what a verdict rests on", () => {
  it("names the rows that a sum was taken to add up, and what bears that out", async () => {
    expect(await basesIn(REPORT, { D7: "310", C7: "370" })).toContainEqual([
      "Dòng 11 “TỔNG CỘNG” được hiểu là tổng các dòng 7–10: khớp 9 cột, lệch 2 cột; tên dòng là tên dòng tổng.",
    ]);
  });

  it("names the formulas of what is compared", async () => {
    const [first] = await basesIn(LIVE_REPORT, { D11: "=SUM(D7:D9) -> 500" });
    expect(first).toEqual([
      "Dòng 11 “TỔNG CỘNG” được hiểu là tổng các dòng 7–10: khớp 10 cột, lệch 1 cột; tên dòng là tên dòng tổng; công thức của dòng cộng đúng các dòng này.",
      "Công thức =SUM(D7:D9) ở ô D11.",
    ]);
  });

  it("says nothing of a notice", async () => {
    expect(await basesIn(REPORT, { D7: "'300" })).toEqual([[]]);
  });
});
