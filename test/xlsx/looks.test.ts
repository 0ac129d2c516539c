import { parseA1 } from "../../src/core/sheet/Address";
import type { Cell } from "../../src/core/sheet/Cell";
import { cellAt, type Sheet } from "../../src/core/sheet/Sheet";
import { SILENT } from "../../src/core/sheet/WorkbookPort";
import { htmlWorkbook } from "../../src/xlsx/html/htmlWorkbook";
import { XlsxWorkbook } from "../../src/xlsx/XlsxWorkbook";
import { craftParts, zipParts } from "./craftWorkbook";

type Parts = Record<string, string>;

/** Sheets "A" and "B", the first with these rows, its parts changed before they are packed. */
async function read(rows: string, change: (parts: Parts) => void = () => undefined): Promise<Sheet> {
  const parts = craftParts([{ name: "A", cells: {} }, { name: "B", cells: { A1: 1 } }]);
  parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"]!.replace("<sheetData></sheetData>", `<sheetData>${rows}</sheetData>`);
  change(parts);
  return (await XlsxWorkbook.open(zipParts(parts), "A.xlsx").read(SILENT))[0]!;
}

const at = (sheet: Sheet, address: string): Cell => cellAt(sheet, parseA1(address)!);

const replaced = (part: string, from: string | RegExp, to: string) => (parts: Parts): void => {
  const before = parts[part]!;
  parts[part] = before.replace(from, to);
  expect(parts[part]).not.toBe(before);
};

/** Styles 1 … made of these fonts, fills and the rest of their tags; style 0 is plain 11 point Calibri. */
const styled = (fonts: string, fills: string, xfs: string) => (parts: Parts): void => {
  replaced("xl/styles.xml", /<fonts.*<\/fonts>/s, `<fonts><font><sz val="11"/><color theme="1"/><name val="Calibri"/></font>${fonts}</fonts>`)(parts);
  replaced("xl/styles.xml", /<fills.*<\/fills>/s, `<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fills}</fills>`)(parts);
  replaced("xl/styles.xml", /<cellXfs.*<\/cellXfs>/s, `<cellXfs><xf/>${xfs}</cellXfs>`)(parts);
};

const solid = (colour: string): string => `<fill><patternFill patternType="solid"><fgColor ${colour}/><bgColor indexed="64"/></patternFill></fill>`;

describe("how cells look", () => {
  it("tells bold, italic, size, font, colour, fill and indent, and nothing of what is as usual", async () => {
    const sheet = await read(
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><v>1</v></c><c r="C1" s="2"><v>1</v></c><c r="D1" s="3"><v>1</v></c><c r="E1" s="4"><v>1</v></c></row>',
      styled(
        '<font><b/><i val="1"/><sz val="9"/><color rgb="FFC00000"/><name val="Arial"/></font><font><b val="0"/><sz val="11"/><color indexed="8"/><name val="Calibri"/></font>',
        solid('rgb="FFFFF2CC"') + solid('theme="0"') + solid('indexed="22"'),
        '<xf fontId="1" fillId="2"><alignment horizontal="left" indent="2"/></xf><xf fontId="2" fillId="3"/><xf fillId="4"/><xf fillId="1"/>',
      ),
    );
    expect(at(sheet, "A1").look).toBeUndefined();
    expect(at(sheet, "B1").look).toEqual({ bold: true, italic: true, indent: 2, fill: "FFF2CC", colour: "C00000", size: 9, font: "Arial" });
    expect(at(sheet, "C1").look).toBeUndefined();
    expect(at(sheet, "D1").look).toEqual({ fill: "C0C0C0" });
    expect(at(sheet, "E1").look).toBeUndefined();
  });

  it("takes colours of a theme from the theme, paper before ink, and lighter or darker as told", async () => {
    const theme = '<a:theme xmlns:a="x"><a:clrScheme name="n"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>' +
      '<a:dk2><a:srgbClr val="112233"/></a:dk2><a:lt2><a:srgbClr val="AABBCC"/></a:lt2><a:accent1><a:srgbClr val="0000FF"/></a:accent1></a:clrScheme></a:theme>';
    const sheet = await read(
      '<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="2"><v>1</v></c><c r="C1" s="3"><v>1</v></c><c r="D1" s="4"><v>1</v></c></row>',
      (parts) => {
        styled('<font><color theme="0"/></font><font><color theme="3"/></font>', solid('theme="4" tint="0.5"') + solid('theme="0" tint="-0.25"'), '<xf fontId="1"/><xf fontId="2"/><xf fillId="2"/><xf fillId="3"/>')(parts);
        parts["xl/theme/theme1.xml"] = theme;
        replaced("xl/_rels/workbook.xml.rels", "</Relationships>", '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme" Target="theme/theme1.xml"/></Relationships>')(parts);
      },
    );
    expect(["A1", "B1", "C1", "D1"].map((address) => at(sheet, address).look)).toEqual([{ colour: "FFFFFF" }, { colour: "112233" }, { fill: "8080FF" }, { fill: "BFBFBF" }]);
  });

  it("names a font of an old encoding though the whole workbook is written in it", async () => {
    const sheet = await read('<row r="1"><c r="A1" t="str"><v>a</v></c></row>', replaced("xl/styles.xml", 'name val="Calibri"', 'name val=".VnTime"'));
    expect(at(sheet, "A1").look).toEqual({ font: ".VnTime" });
  });

  it("lets cells of a style share their look, and those with the same small count be one", async () => {
    const sheet = await read(
      '<row r="1"><c r="A1" s="1"><v>7</v></c><c r="B1" s="1"><v>7</v></c><c r="C1" s="1" t="str"><v>a</v></c></row>',
      styled("<font><b/></font>", "", '<xf fontId="1"/>'),
    );
    expect(at(sheet, "B1")).toBe(at(sheet, "A1"));
    expect(at(sheet, "C1").look).toBe(at(sheet, "A1").look);
  });

  it("counts raised characters at the end of a text only", async () => {
    const run = (text: string, raised: boolean): string => `<r><rPr><sz val="11"/>${raised ? '<vertAlign val="superscript"/>' : ""}</rPr><t>${text}</t></r>`;
    const text = (address: string, inside: string): string => `<c r="${address}" t="inlineStr"><is>${inside}</is></c>`;
    const sheet = await read(
      `<row r="1">${text("A1", run("75", false) + run("(2", true) + run(")", true))}${text("B1", run("m", false) + run("2", true) + run(" đất", false))}${text("C1", run("12", true))}${text("D1", "<t>75</t>")}<c r="E1" t="s"><v>0</v></c></row>`,
      (parts) => void (parts["xl/sharedStrings.xml"] = `<sst xmlns="x"><si>${run("9", false)}${run("1", true)}</si></sst>`),
    );
    expect(["A1", "B1", "C1", "D1", "E1"].map((address) => at(sheet, address).raised)).toEqual([3, undefined, undefined, undefined, 1]);
  });
});

describe("what is not shown", () => {
  const rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="B2"><v>1</v></c></row><row r="3" ht="0" customHeight="1"><c r="A3"><v>1</v></c></row>' +
    '<row r="4" ht="0.75" customHeight="1"><c r="A4"><v>1</v></c></row><row r="9" hidden="true"><c r="C9"><v>1</v></c></row>';
  const withFilter = (filter: string) => replaced("xl/worksheets/sheet1.xml", "</sheetData>", `</sheetData>${filter}`);

  it("tells rows hidden by hand and rows without height", async () => {
    expect((await read(rows)).hiddenRows).toEqual(new Map([[1, "hidden"], [2, "hidden"], [8, "hidden"]]));
  });

  it("says nothing of a sheet that shows all", async () => {
    expect(await read('<row r="1"><c r="A1"><v>1</v></c></row>')).not.toHaveProperty("hiddenRows");
  });

  it("tells rows that a filter leaves out: below its headings, as far as it reaches, and only while it has conditions", async () => {
    const conditions = '<filterColumn colId="0"><filters><filter val="1"/></filters></filterColumn>';
    expect((await read(rows, withFilter(`<autoFilter ref="A2:C5">${conditions}</autoFilter>`))).hiddenRows).toEqual(new Map([[1, "hidden"], [2, "filtered"], [8, "hidden"]]));
    expect((await read(rows, withFilter('<autoFilter ref="A1:C9"><filterColumn colId="0" hiddenButton="1"/></autoFilter>'))).hiddenRows!.get(1)).toBe("hidden");
  });

  it("tells rows left out by a table's filter, or by conditions that stand elsewhere", async () => {
    const ofTable = await read(rows, (parts) => {
      parts["xl/tables/table1.xml"] = '<table xmlns="x" id="1" displayName="T" ref="A1:C4"><autoFilter ref="A1:C4"><filterColumn colId="0"><customFilters/></filterColumn></autoFilter></table>';
      parts["xl/worksheets/_rels/sheet1.xml.rels"] = '<Relationships xmlns="x"><Relationship Id="rId1" Type="http://x/table" Target="../tables/table1.xml"/></Relationships>';
    });
    expect(ofTable.hiddenRows).toEqual(new Map([[1, "filtered"], [2, "filtered"], [8, "hidden"]]));
    const names = '<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">A!$A$1:$C$4</definedName></definedNames>';
    const advanced = (mode: string) => (parts: Parts): void => {
      replaced("xl/workbook.xml", "<calcPr", `${names}<calcPr`)(parts);
      replaced("xl/worksheets/sheet1.xml", "<dimension", `<sheetPr filterMode="${mode}"/><dimension`)(parts);
    };
    expect((await read(rows, advanced("1"))).hiddenRows!.get(1)).toBe("filtered");
    expect((await read(rows, advanced("0"))).hiddenRows!.get(1)).toBe("hidden");
  });

  it("tells hidden columns and those without width, as far as anything stands", async () => {
    const columns = '<cols><col min="1" max="1" width="9"/><col min="2" max="2" width="0" customWidth="1"/><col min="3" max="16384" width="9" hidden="1"/></cols>';
    expect((await read(rows, replaced("xl/worksheets/sheet1.xml", "<sheetData>", `${columns}<sheetData>`))).hiddenColumns).toEqual(new Set([1, 2]));
    expect(await read(rows, replaced("xl/worksheets/sheet1.xml", "<sheetData>", '<cols><col min="1" max="3" width="10"/></cols><sheetData>'))).not.toHaveProperty("hiddenColumns");
  });

  it("reads of a page which rows it does not show, what is slanted and a font of an old encoding", async () => {
    const page = '<table border="1"><tr><td>Số</td></tr><tr style="display: none"><td><i>1</i></td></tr><tr><td style="font-family:\'.VnTime\'">2</td></tr></table>';
    const [sheet] = await (await htmlWorkbook(page, "a.xls")).read(SILENT);
    expect(sheet!.hiddenRows).toEqual(new Map([[1, "hidden"]]));
    expect([at(sheet!, "A1").look?.italic, at(sheet!, "A2").look?.italic, at(sheet!, "A3").look?.font]).toEqual([undefined, true, ".VnTime"]);
  });
});

describe("blocks", () => {
  it("gives each cell of an array the block and its formula, and a formula for one cell none", async () => {
    const sheet = await read(
      '<row r="1"><c r="A1"><f t="array" ref="A1:A3">B1:B3*2</f><v>2</v></c><c r="B1"><v>1</v></c></row><row r="2"><c r="A2"><v>4</v></c><c r="B2"><v>2</v></c></row>' +
        '<row r="3"><c r="A3"><v>6</v></c><c r="C3"><f t="array" ref="C3">SUM(B1:B3*2)</f><v>6</v></c></row><row r="4"><c r="A4"><v>8</v></c></row>',
    );
    const block = { top: 0, left: 0, bottom: 2, right: 0 };
    expect(["A1", "A2", "A3"].map((address) => at(sheet, address))).toMatchObject([2, 4, 6].map((number) => ({ value: { number }, formula: "=B1:B3*2", block })));
    expect(["B2", "C3", "A4"].map((address) => at(sheet, address).block)).toEqual([undefined, undefined, undefined]);
    expect(at(sheet, "C3").formula).toBe("=SUM(B1:B3*2)");
  });

  it("knows the block of a data table, which has no formula of its own", async () => {
    const sheet = await read('<row r="2"><c r="B2"><f t="dataTable" ref="B2:B3" dt2D="0" r1="A1"/><v>1</v></c></row><row r="3"><c r="B3"><v>2</v></c></row>');
    expect(at(sheet, "B3")).toMatchObject({ value: { number: 2 }, block: { top: 1, left: 1, bottom: 2, right: 1 } });
    expect(at(sheet, "B3").formula).toBeUndefined();
  });

  it("is not held up by a block that reaches beyond all rows", async () => {
    const sheet = await read('<row r="1"><c r="A1"><f t="array" ref="A1:XFD1048576">B1</f><v>2</v></c></row>');
    expect(at(sheet, "A1").block).toEqual({ top: 0, left: 0, bottom: 1_048_575, right: 16_383 });
  });
});

describe("names", () => {
  it("are those of the workbook, of one sheet, of tables and of sheets; Excel's own are left out", async () => {
    const sheet = await read('<row r="1"><c r="A1"><v>1</v></c></row>', (parts) => {
      replaced(
        "xl/workbook.xml",
        /<calcPr[^>]*>/,
        '<definedNames><definedName name="Nhận">A!$A$1:$A$9</definedName><definedName name="Riêng" localSheetId="1">B!$A$1+1</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">A!$A$1</definedName></definedNames><calcPr calcMode="manual"/>',
      )(parts);
      parts["xl/tables/table1.xml"] = '<table xmlns="x" id="1" name="T" displayName="Bảng_1" ref="B2:C5" totalsRowCount="1"><tableColumns count="2"><tableColumn id="1" name="Tổng_x000a_số"/><tableColumn id="2" name="Số &amp; 2"/></tableColumns></table>';
      parts["xl/worksheets/_rels/sheet2.xml.rels"] = '<Relationships xmlns="x"><Relationship Id="rId1" Type="http://x/table" Target="/xl/tables/table1.xml"/></Relationships>';
    });
    expect(sheet.names).toEqual({
      sheets: ["A", "B"],
      defined: new Map([["NHẬN", "=A!$A$1:$A$9"], ["B!RIÊNG", "=B!$A$1+1"]]),
      tables: [{ name: "Bảng_1", sheet: "B", range: { top: 1, left: 1, bottom: 4, right: 2 }, columns: ["Tổng\nsố", "Số & 2"], hasHeadings: true, hasTotals: true }],
      isManual: true,
    });
  });

  it("are one object for all sheets, from one reading to the next", async () => {
    const workbook = XlsxWorkbook.open(zipParts(craftParts([{ name: "A", cells: { A1: 1 } }, { name: "B", cells: { A1: 1 } }])), "A.xlsx");
    const [first, second] = await workbook.read(SILENT);
    const [again] = await workbook.read(SILENT);
    expect(second!.names).toBe(first!.names);
    expect(again!.names).toBe(first!.names);
  });
});
