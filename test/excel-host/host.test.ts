import { readFileSync } from "node:fs";
import { ExcelHost } from "./ExcelHost";
import type { ExcelHostOptions } from "./ExcelHostOptions";
import type { HostWorkbook } from "./HostDescription";
import { openInNode, type NodePage } from "./openInNode";
import { OFFICE_TYPES } from "./paths";
import { readApiSets } from "./readApiSets";

let page: NodePage | undefined;
let uninstall: (() => void) | undefined;

async function open(json: HostWorkbook, options: ExcelHostOptions = {}): Promise<ExcelHost> {
  const host = new ExcelHost({ ...options, json });
  page = await openInNode(host);
  uninstall = page.install();
  return host;
}

afterEach(() => {
  uninstall?.();
  page?.close();
});

const ONE = { sheets: [{ name: "A", cells: { A1: 1, A2: 2, A3: "=A1+A2" } }] };
const sheetA = (context: Excel.RequestContext): Excel.Worksheet => context.workbook.worksheets.getItem("A");

describe("the simulated Excel", () => {
  it("takes what is written as if it were typed: dates, percentages and brackets become numbers, an apostrophe keeps a text", async () => {
    const host = await open(ONE);
    await Excel.run(async (context) => {
      sheetA(context).getRange("C1:C6").values = [["4/15/2024"], ["12%"], ["(4)"], ["'08"], ["1,652"], ["#REF!"]];
      sheetA(context).getRange("D1").numberFormat = [["@"]];
      sheetA(context).getRange("D1").values = [[8]];
      const types = sheetA(context).getRange("C1:D6").load("valueTypes");
      await context.sync();
      expect(types.valueTypes.map(([type]) => type)).toEqual(["Double", "Double", "Double", "String", "Double", "Error"]);
      expect(types.valueTypes[0]![1]).toBe("String");
    });
    expect(["C1", "C2", "C3", "C4", "C5", "D1"].map((address) => host.cell(`A!${address}`).value)).toEqual([45397, 0.12, -4, "08", 1652, "8"]);
  });

  it("tells what was written from what was only asked, selected or listened for", async () => {
    const host = await open(ONE);
    await Excel.run(async (context) => {
      sheetA(context).getRange("A1:A3").load("values,format/fill/color");
      sheetA(context).activate();
      sheetA(context).getRange("A2").select();
      sheetA(context).onChanged.add(async () => undefined);
      await context.sync();
    });
    host.assertNoWrites();
    await Excel.run(async (context) => {
      sheetA(context).getRange("A1").format.fill.color = "#FF0000";
      await context.sync();
    });
    expect(host.writes()).toEqual(["RangeFill.Color"]);
    expect(() => host.assertNoWrites()).toThrow("RangeFill.Color");
  });

  it("keeps a protected sheet as it is, but for what its protection allows", async () => {
    const host = await open(ONE);
    host.protect("A", { allowFormatCells: true });
    const attempt = (work: (sheet: Excel.Worksheet) => void): Promise<unknown> =>
      Excel.run(async (context) => {
        work(sheetA(context));
        await context.sync();
      });
    const refused = [
      (sheet: Excel.Worksheet) => void (sheet.getRange("A1").values = [[9]]),
      (sheet: Excel.Worksheet) => sheet.getRange("A1").clear(),
      (sheet: Excel.Worksheet) => void sheet.getRange("1:1").insert("Down"),
      (sheet: Excel.Worksheet) => sheet.getRange("A1:B1").merge(),
      (sheet: Excel.Worksheet) => void (sheet.getRange("A:A").format.columnWidth = 90),
    ];
    for (const work of refused) await expect(attempt(work)).rejects.toMatchObject({ code: "AccessDenied" });
    await attempt((sheet) => void (sheet.getRange("A1").format.fill.color = "#FF0000"));
    await attempt((sheet) => void sheet.getRange("A1").conditionalFormats.add("Custom"));
    host.unprotect("A");
    await attempt(refused[0]!);
    expect(host.cell("A!A1")).toMatchObject({ value: 9, format: { "Fill.Color": "#FF0000" } });
  });

  it("forgets the user's undo steps when an add-in writes, and only then", async () => {
    const host = await open(ONE);
    host.edit("A!A1", 5);
    host.edit("A!A1:A2", [[6], [7]]);
    expect(host.undo()).toBe(true);
    expect([host.cell("A!A1").value, host.cell("A!A2").value, host.cell("A!A3").value, host.undoSteps]).toEqual([5, 2, 7, 1]);
    await Excel.run(async (context) => {
      sheetA(context).getRange("B1").values = [[1]];
      await context.sync();
    });
    expect([host.undoSteps, host.undo()]).toEqual([0, false]);
  });

  it("refuses requests and answers over its limit; what was asked too much of is not run", async () => {
    const host = await open(ONE, { payloadLimit: 20_000 });
    const write = Excel.run(async (context) => {
      sheetA(context).getRange("B1:B9000").values = Array.from({ length: 9_000 }, (_, row) => [row]);
      await context.sync();
    });
    await expect(write).rejects.toMatchObject({ code: "RequestPayloadSizeLimitExceeded" });
    host.assertNoWrites();
    const read = Excel.run(async (context) => {
      sheetA(context).getRange("A1:J2000").load("values");
      await context.sync();
    });
    await expect(read).rejects.toMatchObject({ code: "ResponsePayloadSizeLimitExceeded" });
  });

  it("has the documented limits on addresses and merged areas", async () => {
    const merges = Array.from({ length: 513 }, (_, row) => `A${row + 5}:B${row + 5}`);
    await open({ sheets: [{ name: "A", cells: { A1: 1 }, merges }] });
    const long = Excel.run(async (context) => {
      sheetA(context).getRanges(Array.from({ length: 1_500 }, (_, row) => `A${row + 1000}`).join(",")).load("areaCount");
      await context.sync();
    });
    await expect(long).rejects.toMatchObject({ code: "InvalidArgument" });
    const merged = Excel.run(async (context) => {
      sheetA(context).getRange().getMergedAreasOrNullObject().load("areaCount");
      await context.sync();
    });
    await expect(merged).rejects.toMatchObject({ code: "GeneralException" });
  });

  it("keeps validation over several areas, print layout, names, settings and XML parts, and gives them back", async () => {
    const host = await open(ONE);
    await Excel.run(async (context) => {
      const sheet = sheetA(context);
      sheet.getRanges("B1:B2,D4").dataValidation.rule = { wholeNumber: { formula1: 0, operator: "GreaterThanOrEqualTo" } };
      sheet.pageLayout.setPrintArea("A1:D9");
      sheet.pageLayout.setPrintTitleRows("$1:$2");
      sheet.pageLayout.setPrintMargins("Centimeters", { left: 2.54 });
      context.workbook.names.add("Tong", sheet.getRange("A3"));
      context.workbook.settings.add("khóa", { a: 1 });
      context.workbook.customXmlParts.add('<x xmlns="urn:thử"/>');
      await context.sync();
      const [inside, type, area, titles, margin] = [
        sheet.getRange("B2").dataValidation.load("rule"),
        sheet.getRange("C1").dataValidation.load("type"),
        sheet.pageLayout.getPrintAreaOrNullObject().load("address"),
        sheet.pageLayout.getPrintTitleRowsOrNullObject().load("address"),
        sheet.pageLayout.load("leftMargin"),
      ];
      const part = context.workbook.customXmlParts.getByNamespace("urn:thử").getOnlyItem().getXml();
      const setting = context.workbook.settings.getItem("khóa").load("value");
      await context.sync();
      expect(inside.rule).toMatchObject({ wholeNumber: { formula1: 0 } });
      expect([type.type, area.address, titles.address, Math.round(margin.leftMargin)]).toEqual(["None", "A!A1:D9", "A!1:2", 72]);
      expect([part.value, setting.value]).toEqual(['<x xmlns="urn:thử"/>', { a: 1 }]);
    });
    host.insert("A!1:1");
    expect(host.toJSON()).toMatchObject({ names: [{ name: "Tong", formula: "=A!$A$4" }], sheets: [{ validations: [{ rect: "B2:B3" }, { rect: "D5" }] }] });
  });

  it("renames references with their sheet, and tells of it", async () => {
    const host = await open({ sheets: [...ONE.sheets, { name: "B", cells: { A1: "=A!A1*2" } }] });
    const heard: string[] = [];
    await Excel.run(async (context) => {
      context.workbook.worksheets.onNameChanged.add(async ({ nameBefore, nameAfter }) => void heard.push(`${nameBefore} ${nameAfter}`));
      await context.sync();
    });
    host.renameSheet("A", "Quý II");
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(heard).toEqual(["A Quý II"]);
    expect(host.cell("B!A1")).toMatchObject({ formula: "='Quý II'!A1*2", value: 2 });
  });

  it("takes a sheet's name without quotes where Excel does: letters of any language, digits, dots and underscores", async () => {
    const cells = { A1: "=Quý_II!A1*2+Đơn.vị!A1", A2: "=SUM(Quý_II!$A$1:A2)", A3: "='Quý_II'!A2", A4: "=IF(Quý_II!A1>1,1,0)" };
    const host = await open({ sheets: [{ name: "Tổng", cells }, { name: "Quý_II", cells: { A1: 3, A2: 4 } }, { name: "Đơn.vị", cells: { A1: 1 } }] });
    const values = (): readonly unknown[] => ["A1", "A2", "A3", "A4"].map((address) => host.cell(`Tổng!${address}`).value);
    expect(values()).toEqual([7, 7, 4, 1]);
    host.edit("Tổng!B1", [["=Quý_II!A1"]]);
    expect(host.cell("Tổng!B1").value).toBe(3);
    host.insert("Quý_II!1:1");
    expect(host.cell("Tổng!A1").formula).toBe("=Quý_II!A2*2+Đơn.vị!A1");
    host.renameSheet("Quý_II", "2024");
    expect([host.cell("Tổng!A2").formula, host.cell("Tổng!B1").formula]).toEqual(["=SUM('2024'!$A$2:A3)", "='2024'!A2"]);
    host.renameSheet("2024", "Đầu_năm");
    expect(host.cell("Tổng!A3").formula).toBe("=Đầu_năm!A3");
    expect(values()).toEqual([7, 7, 4, 1]);
    host.selectRange("Đầu_năm!A2");
    expect(host.selected).toBe("Đầu_năm!A2");
    host.renameSheet("Đơn.vị", "R1C1");
    expect(host.cell("Tổng!A1").formula).toContain("'R1C1'!A1");
  });

  it("turns formulas into R1C1 and back without touching names", async () => {
    await open({ sheets: [{ name: "A", cells: { C3: "=Quý2!A1+'Quý 2'!$B$2+SUM(A1:B2)&\"A1\"", C4: 1 } }, { name: "Quý2" }, { name: "Quý 2" }] });
    await Excel.run(async (context) => {
      const cell = sheetA(context).getRange("C3").load("formulasR1C1");
      await context.sync();
      expect(cell.formulasR1C1).toEqual([["=Quý2!R[-2]C[-2]+'Quý 2'!R2C2+SUM(R[-2]C[-2]:R[-1]C[-1])&\"A1\""]]);
      sheetA(context).getRange("D4").formulasR1C1 = cell.formulasR1C1;
      const copy = sheetA(context).getRange("D4").load("formulas");
      await context.sync();
      expect(copy.formulas).toEqual([["=Quý2!B2+'Quý 2'!$B$2+SUM(B2:C3)&\"A1\""]]);
    });
  });

  describe("of an older version of ExcelApi", () => {
    const asking = (work: (sheet: Excel.Worksheet) => void): Promise<void> =>
      Excel.run(async (context) => {
        work(sheetA(context));
        await context.sync();
      });

    it("refuses members that came later, and leaves them out of all it tells", async () => {
      await open(ONE, { apiSets: { ExcelApi: "1.9" } });
      await expect(asking((sheet) => void sheet.getRange("A1").load("hasSpill"))).rejects.toMatchObject({ code: "ApiNotFound" });
      await expect(asking((sheet) => void sheet.getRange("A1").set({ formulas: [["=1"]] }))).resolves.toBeUndefined();
      await Excel.run(async (context) => {
        const cell = sheetA(context).getRange("A1").load();
        await context.sync();
        expect(cell.values).toEqual([[1]]);
        expect(() => cell.hasSpill).toThrow("hasSpill");
      });
    });

    it("has them where it says that it has their set", async () => {
      await open(ONE, { apiSets: { ExcelApi: "1.12" } });
      await expect(asking((sheet) => void sheet.getRange("A1").load("hasSpill"))).resolves.toBeUndefined();
    });

    it("has rows to print on each page, and rules for several blocks at once, from 1.9 on, which the manifest asks for", async () => {
      const sets = readApiSets(OFFICE_TYPES);
      expect(["Worksheet.getRanges", "RangeAreas.dataValidation", "Worksheet.pageLayout", "PageLayout.setPrintTitleRows", "PageLayout.setPrintArea"].map((name) => sets.get(`Excel.${name}`))).toEqual([9, 9, 9, 9, 9]);
      expect(readFileSync("manifest.xml", "utf8")).toContain('<Set Name="ExcelApi" MinVersion="1.9"/>');
      await open(ONE, { apiSets: { ExcelApi: "1.8" } });
      await expect(asking((sheet) => sheet.pageLayout.setPrintTitleRows("$1:$2"))).rejects.toMatchObject({ code: "ApiNotFound" });
      await expect(asking((sheet) => void (sheet.getRanges("A1,B2").dataValidation.ignoreBlanks = true))).rejects.toMatchObject({ code: "ApiNotFound" });
    });
  });

  it("names a member it does not have, rather than pretend", async () => {
    const host = await open(ONE);
    const sorting = Excel.run(async (context) => {
      sheetA(context).getRange("A1:A2").autoFill("A1:A9");
      await context.sync();
    });
    await expect(sorting).rejects.toMatchObject({ code: expect.any(String) });
    expect([...host.unimplemented]).toEqual(["Excel.Range.AutoFill"]);
  });
});
