import { parseA1, type Position } from "../../src/core/sheet/Address";
import { BLANK, numberValue, textValue } from "../../src/core/sheet/Cell";
import { SILENT } from "../../src/core/sheet/WorkbookPort";
import { newWorkbook } from "../../src/xlsx/newWorkbook";
import { openWorkbookFile } from "../../src/xlsx/openWorkbookFile";
import { XlsxWorkbook } from "../../src/xlsx/XlsxWorkbook";
import { calculatedCells, convertWithLibreOffice } from "../libreoffice";
import { smallPlan } from "../ports/workbookContract";
import { craftWorkbook } from "./craftWorkbook";
import { textOf } from "./partsOf";

const at = (address: string): Position => parseA1(address)!;

const report = (): Uint8Array =>
  craftWorkbook({ name: "II.06a", cells: { A1: "Đất đai", B1: 14, C1: 6, D1: { formula: "=B1+C1", result: 999 }, A2: "08" } });

describe("LibreOffice, as a judge of what was written", () => {
  it("opens an edited workbook and calculates its formulas", async () => {
    const workbook = XlsxWorkbook.open(report(), "A.xlsx");
    const sheet = "II.06a";
    expect(
      await workbook.apply([
        { sheet, at: at("B1"), from: numberValue(14), to: numberValue(15), style: { numberFormat: "000", fill: "#EEF3FA", border: true } },
        { sheet, at: at("E1"), from: BLANK, to: { kind: "formula", formula: '=IFNA(AGGREGATE(9,6,B1:C1),"?")', value: numberValue(0) } },
        { sheet, at: at("B2"), from: BLANK, to: textValue("<&> 'Tổng'") },
      ]),
    ).toEqual([]);
    await workbook.mark([{ sheet, kind: "error", cells: [at("B1"), at("A2")] }]);
    expect(await calculatedCells(workbook.save())).toEqual([["Đất đai", "015", "6", "21", "21"], ["08", "<&> 'Tổng'", "", "", ""]]);
  });

  it("opens a new workbook with an added sheet, A4 landscape, its formulas live", async () => {
    const workbook = newWorkbook();
    const sheet = await workbook.addSheet(smallPlan("Phường 'A' & xã"));
    expect(await workbook.apply([{ sheet, at: at("C2"), from: BLANK, to: numberValue(4) }])).toEqual([]);
    const file = workbook.save();
    expect(await calculatedCells(file)).toEqual([["BÁO CÁO", "", "", ""], ["Đất đai", "08", "4", "12"]]);
    const pdf = new TextDecoder("latin1").decode(await convertWithLibreOffice(file, "pdf"));
    const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/.exec(pdf)!.map(Number);
    expect([Math.round(width!), Math.round(height!)]).toEqual([842, 595]);
  });

  it("keeps our marks when it saves, so that they can be read and lifted afterwards", async () => {
    const workbook = XlsxWorkbook.open(report(), "A.xlsx");
    await workbook.mark([
      { sheet: "II.06a", kind: "error", cells: [at("B1"), at("C1")] },
      { sheet: "II.06a", kind: "info", cells: [at("A2")] },
      { sheet: "II.06a", kind: "follows", cells: [at("B2")] },
    ]);
    const saved = XlsxWorkbook.open(await convertWithLibreOffice(workbook.save(), "xlsx"), "A.xlsx");
    expect(await saved.marks()).toEqual([
      { sheet: "II.06a", kind: "error", cells: [at("B1"), at("C1")] },
      { sheet: "II.06a", kind: "info", cells: [at("A2")] },
      { sheet: "II.06a", kind: "follows", cells: [at("B2")] },
    ]);
    await saved.mark([]);
    expect(await saved.marks()).toEqual([]);
    expect(textOf(saved.save(), "xl/worksheets/sheet1.xml")).not.toContain("kstt");
  });

  it("opens an HTML table that became a workbook", async () => {
    const page = '<table border="1"><tr><td rowspan="2">STT</td><td colspan="2">Hồ sơ</td></tr><tr><td>1.652</td><td>08</td></tr></table>';
    const workbook = await openWorkbookFile(new TextEncoder().encode(page), "06a.xls");
    expect(await calculatedCells(workbook.save())).toEqual([["STT", "Hồ sơ", ""], ["", "1.652", "08"]]);
  });

  it("writes workbooks that we can read", async () => {
    const workbook = XlsxWorkbook.open(await convertWithLibreOffice(report(), "xlsx"), "A.xlsx");
    const [sheet] = await workbook.read(SILENT);
    expect(sheet!.rows.get(0)!.map((cell) => cell?.value)).toEqual([textValue("Đất đai"), numberValue(14), numberValue(6), numberValue(20)]);
    expect(sheet!.rows.get(0)![3]!.formula).toBe("=B1+C1");
  });
});
