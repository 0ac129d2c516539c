import { strFromU8, unzipSync } from "fflate";
import { planSheet } from "../../src/core/scaffold/scaffold";
import { BLANK, textValue } from "../../src/core/sheet/Cell";
import { reportingPeriod } from "../../src/core/words/Period";
import { ii06a } from "../../src/forms/ii-06a";
import { newWorkbook } from "../../src/xlsx/newWorkbook";
import { withColumnWidths } from "../../src/xlsx/sheet/editSheet";

const sheet = (cols: string) => `<worksheet>${cols}<sheetData/></worksheet>`;
const widen = (cols: string) => withColumnWidths(sheet(cols), new Map([[3, 20]]));
const WIDE = '<col min="4" max="4" width="20.7109375" customWidth="1"/>';

describe("making a column wider", () => {
  it.each([
    ["where no column has a width of its own", "", `<cols>${WIDE}</cols>`],
    ["between others", '<cols><col min="1" max="2" width="5"/><col min="9" max="9" width="7"/></cols>', `<cols><col min="1" max="2" width="5"/>${WIDE}<col min="9" max="9" width="7"/></cols>`],
    ["that had another width", '<cols><col min="4" max="4" width="5" style="2"/></cols>', '<cols><col min="4" max="4" width="20.7109375" style="2" customWidth="1"/></cols>'],
    [
      "out of many, which keep theirs",
      '<cols><col min="2" max="9" width="5" customWidth="1"/></cols>',
      `<cols><col min="2" max="3" width="5" customWidth="1"/>${WIDE}<col min="5" max="9" width="5" customWidth="1"/></cols>`,
    ],
  ])("%s", (_case, before, after) => {
    expect(widen(before)).toBe(sheet(after));
  });

  it("goes with the edit that asks for it", async () => {
    const workbook = newWorkbook();
    const sheet = await workbook.addSheet(planSheet(ii06a, { fields: ["Hộ tịch"], period: reportingPeriod("year", 2024) }));
    await workbook.apply([{ sheet, at: { row: 7, column: 13 }, from: BLANK, to: textValue("Tỷ lệ"), columnWidth: 20 }]);
    const sheets = Object.entries(unzipSync(workbook.save())).filter(([path]) => path.startsWith("xl/worksheets/sheet"));
    expect(sheets.map(([, bytes]) => strFromU8(bytes)).join()).toContain('<col min="14" max="14" width="20.7109375" customWidth="1"/></cols>');
  });
});
