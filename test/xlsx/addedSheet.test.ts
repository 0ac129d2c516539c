import { parseA1, type Position } from "../../src/core/sheet/Address";
import { BLANK, numberValue } from "../../src/core/sheet/Cell";
import { cellAt } from "../../src/core/sheet/Sheet";
import { SILENT } from "../../src/core/sheet/WorkbookPort";
import { newWorkbook } from "../../src/xlsx/newWorkbook";
import { XlsxWorkbook } from "../../src/xlsx/XlsxWorkbook";
import { smallPlan } from "../ports/workbookContract";
import { craftParts, zipParts } from "./craftWorkbook";
import { partsOf, textOf } from "./partsOf";
import { richWorkbook } from "./richWorkbook";

const at = (address: string): Position => parseA1(address)!;

describe("an added sheet", () => {
  it("comes last, is shown, and has its names for printing beside the user's own", async () => {
    const workbook = XlsxWorkbook.open(richWorkbook(), "A.xlsm");
    await workbook.addSheet(smallPlan("Phường 'A'&B"));
    const book = textOf(workbook.save(), "xl/workbook.xml");
    expect(book).toContain('<sheet name="Phường \'A\'&amp;B" sheetId="3" r:id="rId92"/></sheets>');
    expect(book).toContain('activeTab="2"');
    expect(book).toContain(
      '<definedName name="Tong">\'II.06a\'!$D$5</definedName>' +
        '<definedName name="_xlnm.Print_Area" localSheetId="2">\'Phường \'\'A\'\'&amp;B\'!$A$1:$D$2</definedName>' +
        '<definedName name="_xlnm.Print_Titles" localSheetId="2">\'Phường \'\'A\'\'&amp;B\'!$1:$1</definedName></definedNames>',
    );
    expect(book).not.toContain("fullCalcOnLoad");
  });

  it("looks, scrolls, prints and takes input as planned", async () => {
    const workbook = newWorkbook();
    await workbook.addSheet(smallPlan("Mới"));
    const xml = textOf(workbook.save(), "xl/worksheets/sheet1.xml");
    for (const piece of [
      '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
      '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/><selection pane="bottomRight" activeCell="B2" sqref="B2"/>',
      '<col min="1" max="1" width="30.7109375" customWidth="1"/>',
      '<row r="1" ht="24" customHeight="1">',
      '<mergeCell ref="A1:D1"/>',
      'type="whole" operator="greaterThanOrEqual" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="Số hồ sơ" error="Nhập số nguyên từ 0 trở lên." sqref="B2:C2"><formula1>0</formula1>',
      '<printOptions horizontalCentered="1"/>',
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
      "&amp;P/&amp;N",
    ]) {
      expect(xml).toContain(piece);
    }
    expect(textOf(workbook.save(), "xl/styles.xml")).toContain('<font><b/><sz val="12"/><name val="Times New Roman"/></font>');
  });

  it("is alone in a workbook made for it", async () => {
    const workbook = newWorkbook("mới.xlsx");
    await workbook.addSheet(smallPlan("II.06a"));
    const saved = XlsxWorkbook.open(workbook.save(), "mới.xlsx");
    expect((await saved.read(SILENT)).map(({ name }) => name)).toEqual(["II.06a"]);
    expect(textOf(workbook.save(), "xl/workbook.xml")).toContain('fullCalcOnLoad="1"');
  });

  it("a list without the content type of relationships gets it", async () => {
    const parts = craftParts([{ name: "A", cells: {} }]);
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"]!.replace(/<Default Extension="rels"[^>]*>/, "");
    const workbook = XlsxWorkbook.open(zipParts(parts), "A.xlsx");
    await workbook.addSheet(smallPlan("Mới"));
    expect(textOf(workbook.save(), "[Content_Types].xml")).toContain('Extension="rels"');
  });
});

describe("a strict workbook whose elements have a prefix", () => {
  const MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";
  const OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships";

  function strict(): XlsxWorkbook {
    const parts = Object.entries(craftParts([{ name: "A", cells: { A1: 1, A2: "x", B1: { formula: "=A1+A1", result: 2 } } }])).map(([name, xml]) => {
      const text = xml
        .replaceAll("http://schemas.openxmlformats.org/spreadsheetml/2006/main", MAIN)
        .replaceAll("http://schemas.openxmlformats.org/officeDocument/2006/relationships", OFFICE);
      if (!text.includes(`xmlns="${MAIN}"`)) return [name, text] as const;
      // The prefix for relationships stands on the sheet alone, as some programs write it.
      const prefixed = text.replace(/<(\/?)(?=\w)/g, "<$1x:").replace(`xmlns="${MAIN}"`, `xmlns:x="${MAIN}"`).replace(` xmlns:r="${OFFICE}"`, "");
      return [name, prefixed.replace("<x:sheet ", `<x:sheet xmlns:r="${OFFICE}" `)] as const;
    });
    return XlsxWorkbook.open(zipParts(Object.fromEntries(parts)), "A.xlsx");
  }

  it("is marked and cleared without a trace", async () => {
    const workbook = strict();
    const before = partsOf(workbook.save());
    await workbook.mark([{ sheet: "A", kind: "error", cells: [at("A1")] }]);
    expect(textOf(workbook.save(), "xl/worksheets/sheet1.xml")).toContain('<x:conditionalFormatting sqref="A1"><x:cfRule type="expression" dxfId="0" priority="1"><x:formula>N("kstt:error")=0</x:formula></x:cfRule></x:conditionalFormatting>');
    expect(textOf(workbook.save(), "xl/styles.xml")).toContain("<x:dxf><x:font>");
    await workbook.mark([]);
    expect(partsOf(workbook.save())).toEqual(before);
  });

  it("is edited in its own words", async () => {
    const workbook = strict();
    await workbook.apply([
      { sheet: "A", at: at("A1"), from: numberValue(1), to: numberValue(4), style: { bold: true } },
      { sheet: "A", at: at("C4"), from: BLANK, to: numberValue(5) },
    ]);
    expect(textOf(workbook.save(), "xl/worksheets/sheet1.xml")).toContain('<x:c r="A1" s="1"><x:v>4</x:v></x:c><x:c r="B1"><x:f>A1+A1</x:f><x:v>8</x:v></x:c>');
    const [sheet] = await XlsxWorkbook.open(workbook.save(), "A.xlsx").read(SILENT);
    expect(cellAt(sheet!, at("C4")).value).toEqual(numberValue(5));
  });

  it("gets a sheet of its own kind", async () => {
    const workbook = strict();
    await workbook.addSheet(smallPlan("Mới"));
    const file = workbook.save();
    expect(textOf(file, "xl/worksheets/sheet2.xml")).toContain(`xmlns="${MAIN}"`);
    expect(textOf(file, "xl/workbook.xml")).toContain(`<x:sheet xmlns:kr="${OFFICE}" name="Mới"`);
    expect(textOf(file, "xl/_rels/workbook.xml.rels")).toContain(`Type="${OFFICE}/worksheet"`);
    const read = await XlsxWorkbook.open(file, "A.xlsx").read(SILENT);
    expect(read.map(({ name }) => name)).toEqual(["A", "Mới"]);
  });
});
