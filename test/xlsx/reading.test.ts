import { parseA1 } from "../../src/core/sheet/Address";
import { BLANK, numberValue, textValue } from "../../src/core/sheet/Cell";
import { cellAt, type Sheet } from "../../src/core/sheet/Sheet";
import { SILENT, Stopped } from "../../src/core/sheet/WorkbookPort";
import { translateFormula } from "../../src/xlsx/sheet/formulaText";
import { XlsxWorkbook } from "../../src/xlsx/XlsxWorkbook";
import { craftParts, craftWorkbook, zipParts } from "./craftWorkbook";

/** A workbook whose one sheet has these rows, as XML. */
function sheetOf(rows: string, change: (parts: Record<string, string>) => void = () => undefined): XlsxWorkbook {
  const parts = craftParts([{ name: "A", cells: {} }]);
  parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"]!.replace("<sheetData></sheetData>", `<sheetData>${rows}</sheetData>`);
  change(parts);
  return XlsxWorkbook.open(zipParts(parts), "A.xlsx");
}

async function read(workbook: XlsxWorkbook): Promise<(address: string) => ReturnType<typeof cellAt>> {
  const [sheet] = await workbook.read(SILENT);
  return (address) => cellAt(sheet as Sheet, parseA1(address)!);
}

describe("reading cells", () => {
  it("puts the runs of a rich text together and leaves readings out", async () => {
    const cell = await read(
      sheetOf('<row r="1"><c r="A1" t="inlineStr"><is><r><t>Đất </t></r><r><rPr><b/></rPr><t>đai</t></r><rPh sb="0" eb="1"><t>đọc</t></rPh></is></c></row>'),
    );
    expect(cell("A1").value).toEqual(textValue("Đất đai"));
  });

  it("resolves references, CDATA and Excel's own escapes, and leaves comments out", async () => {
    const cell = await read(
      sheetOf('<row r="1"><c r="A1" t="str"><v>a&amp;b &#x1EA1; <![CDATA[<c>]]><!-- x -->_x0041__x005F_x0041_</v></c><c r="B1" t="str"><v>1\r\n2</v></c></row>'),
    );
    expect(cell("A1").value).toEqual(textValue("a&b ạ <c>A_x0041_"));
    expect(cell("B1").value).toEqual(textValue("1\n2"));
  });

  it("reads a tag however its attributes are ordered, spaced and quoted, and its value however long", async () => {
    const cell = await read(
      sheetOf(
        `<row r="1"><c t='n'\n r = "A1" x:t="s" cm="9"><v>12</v></c><c s="0" r='B1'  ><v>${"0".repeat(40)}7</v></c>\n<c\tr="C1"><v>1.5</v>\n</c>` +
          `<c r="D1"><v> 3 </v ></c ><c r="E1"><v>999999999999999</v></c><c r="F1"><v>1234567890123456789</v></c><c r="G1"><v><!-- 1 -->2</v></c></row>`,
      ),
    );
    expect(["A1", "B1", "C1", "D1", "E1", "F1"].map((at) => cell(at).value)).toEqual([12, 7, 1.5, 3, 999999999999999, 1234567890123456789].map(numberValue));
    expect(cell("G1").value).toEqual(textValue("2"));
  });

  it("comes to an end where an attribute has no quotes", async () => {
    const cell = await read(sheetOf(`<row r="1"><c r="A1" t=x'n'><v>12</v></c></row>`));
    expect(cell("A1").value).toEqual(numberValue(12));
  });

  it("counts rows and cells without an address on from the one before", async () => {
    const cell = await read(sheetOf('<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>'));
    expect([cell("A1"), cell("B1"), cell("C5"), cell("D5"), cell("A6")].map(({ value }) => value)).toEqual([1, 2, 3, 4, 5].map(numberValue));
  });

  it("tells formulas without a saved result from those whose result is an empty text", async () => {
    const cell = await read(
      sheetOf('<row r="1"><c r="A1"><f>1+1</f></c><c r="B1"><f>1+1</f><v/></c><c r="C1" t="str"><f>""</f><v></v></c><c r="D1"><f>1+1</f><v>2</v></c></row>'),
    );
    expect(cell("A1")).toEqual({ value: BLANK, formula: "=1+1", uncalculated: true });
    expect(cell("B1").uncalculated).toBe(true);
    expect(cell("C1")).toEqual({ value: BLANK, formula: '=""' });
    expect(cell("D1")).toEqual({ value: numberValue(2), formula: "=1+1" });
  });

  it("gives each cell of a shared formula its own, also those before the one that has it", async () => {
    const cell = await read(
      sheetOf(
        '<row r="1"><c r="B1"><f t="shared" si="1"/><v>0</v></c></row>' +
          '<row r="2"><c r="A2"><f t="shared" ref="A2:A4" si="0">SUM(B2:$C2)+D$1</f><v>1</v></c><c r="B2"><f t="shared" ref="B1:B2" si="1">C2</f><v>1</v></c></row>' +
          '<row r="3"><c r="A3"><f t="shared" si="0"/><v>1</v></c></row><row r="4"><c r="A4"><f t="shared" si="0"/></c></row>',
      ),
    );
    expect(["A2", "A3", "A4", "B1", "B2"].map((address) => cell(address).formula)).toEqual(["=SUM(B2:$C2)+D$1", "=SUM(B3:$C3)+D$1", "=SUM(B4:$C4)+D$1", "=C1", "=C2"]);
  });

  it("shows newer functions without the prefix that files give them", async () => {
    const cell = await read(sheetOf('<row r="1"><c r="A1"><f>_xlfn.AGGREGATE(9,6,B1:B2)&amp;"_xlfn."</f><v>1</v></c></row>'));
    expect(cell("A1").formula).toBe('=AGGREGATE(9,6,B1:B2)&"_xlfn."');
  });

  it("reads dates written in ISO 8601 as days", async () => {
    const cell = await read(sheetOf('<row r="1"><c r="A1" t="d"><v>2024-05-19T12:00:00</v></c></row>'));
    expect(cell("A1").value).toEqual(numberValue(45431.5));
  });

  it("reads elements with a prefix, single quotes and a strict workbook's addresses", async () => {
    const strict = (xml: string): string =>
      xml.replaceAll("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main").replaceAll("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships");
    const parts = Object.fromEntries(Object.entries(craftParts([{ name: "A", cells: { A1: "x", B1: 2 }, merges: ["A2:B2"] }])).map(([name, xml]) => [name, strict(xml)]));
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"]!.replace(/<(\/?)(?=\w)/g, "<$1x:").replace(" xmlns=", " xmlns:x=").replace('r="B1"', "r='B1'");
    const workbook = XlsxWorkbook.open(zipParts(parts), "A.xlsx");
    const cell = await read(workbook);
    expect([cell("A1").value, cell("B1").value]).toEqual([textValue("x"), numberValue(2)]);
    expect((await workbook.read(SILENT))[0]!.merges).toHaveLength(1);
  });

  it("finds parts by what points to them, whatever they are called", async () => {
    const parts = craftParts([{ name: "A", cells: { A1: "x" } }]);
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"]!.replaceAll("/xl/", "/Lạ/");
    parts["_rels/.rels"] = parts["_rels/.rels"]!.replace("xl/workbook.xml", "/L%E1%BA%A1/workbook.xml");
    const moved = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name.replace(/^xl\//, "lạ\\").replace("_rels/workbook", "_rels\\workbook"), xml]));
    const cell = await read(XlsxWorkbook.open(zipParts(moved), "A.xlsx"));
    expect(cell("A1").value).toEqual(textValue("x"));
  });

  it("leaves chart sheets out", async () => {
    const workbook = sheetOf('<row r="1"><c r="A1"><v>1</v></c></row>', (parts) => {
      parts["xl/workbook.xml"] = parts["xl/workbook.xml"]!.replace("<sheets>", '<sheets><sheet name="Biểu đồ" sheetId="9" r:id="rId50"/>');
      parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"]!.replace(
        "</Relationships>",
        '<Relationship Id="rId50" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>',
      );
    });
    expect((await workbook.read(SILENT)).map(({ name }) => name)).toEqual(["A"]);
  });

  it("reads a part in UTF-16", async () => {
    const parts: Record<string, string | Uint8Array> = craftParts([{ name: "Đất", cells: { A1: "đai" } }]);
    const text = `\ufeff${(parts["xl/sharedStrings.xml"] as string).replace("UTF-8", "UTF-16")}`;
    parts["xl/sharedStrings.xml"] = new Uint8Array(Uint16Array.from(text, (sign) => sign.charCodeAt(0)).buffer);
    const cell = await read(XlsxWorkbook.open(zipParts(parts), "A.xlsx"));
    expect(cell("A1").value).toEqual(textValue("đai"));
  });
});

describe("a sheet of 100,000 rows", () => {
  const row = (number: number): string => `<row r="${number}"><c r="A${number}"><v>${number}</v></c><c r="B${number}" t="inlineStr"><is><t>Đất đai</t></is></c><c r="C${number}"><f>A${number}*2</f><v>${number * 2}</v></c></row>`;
  const large = (): XlsxWorkbook => sheetOf(Array.from({ length: 100_000 }, (_, index) => row(index + 1)).join(""));

  it("is read wholly, telling of its progress on the way", async () => {
    let pauses = 0;
    const [sheet] = await large().read({ report: () => pauses++, stopped: false });
    expect(sheet!.rows.size).toBe(100_000);
    expect(cellAt(sheet!, parseA1("C100000")!)).toEqual({ value: numberValue(200_000), formula: "=A100000*2" });
    expect(pauses).toBeGreaterThan(20);
  });

  it("lets other work run in between, and stops when told to", async () => {
    const progress = { report: () => undefined, stopped: false };
    setTimeout(() => (progress.stopped = true), 1);
    await expect(large().read(progress)).rejects.toBeInstanceOf(Stopped);
  });

  it("is marked and cleared without a trace", async () => {
    const workbook = large();
    const before = workbook.save();
    const cells = Array.from({ length: 5000 }, (_, index) => ({ row: index * 20, column: index % 3 }));
    await workbook.mark([{ sheet: "A", kind: "warning", cells }]);
    expect((await workbook.marks())[0]!.cells).toHaveLength(5000);
    await workbook.mark([]);
    expect(Buffer.compare(workbook.save(), before)).toBe(0);
  });
});

describe("translating a formula", () => {
  it.each([
    ["A1+$A1+A$1+$A$1", "B3+$A3+B$1+$A$1"],
    ["SUM(A:A,$A:B,1:1,$1:2)", "SUM(B:B,$A:C,3:3,$1:4)"],
    ["'A1'!A1&\"A1\"&Sheet1!A1", "'A1'!B3&\"A1\"&Sheet1!B3"],
    ["LOG10(A1)+Tong2024+A1B", "LOG10(B3)+Tong2024+A1B"],
    ["1E5+A1*1.5E-3", "1E5+B3*1.5E-3"],
    ["Table1[[#This Row],[A1]]+[1]Sheet1!A1", "Table1[[#This Row],[A1]]+[1]Sheet1!B3"],
    ["XFD1048576", "A2"],
  ])("%s becomes %s one column on and two rows down", (formula, moved) => {
    expect(translateFormula(formula, 2, 1)).toBe(moved);
  });
});

it("a workbook of many sheets reads each once its turn comes", async () => {
  const sheets = Array.from({ length: 30 }, (_, index) => ({ name: `S${index}`, cells: { A1: index } }));
  const read = await XlsxWorkbook.open(craftWorkbook(...sheets), "A.xlsx").read(SILENT);
  expect(read.map((sheet) => cellAt(sheet, { row: 0, column: 0 }).value)).toEqual(sheets.map((_, index) => numberValue(index)));
});
