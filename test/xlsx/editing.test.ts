import { parseA1, type Position } from "../../src/core/sheet/Address";
import { BLANK, contentOf, numberValue, textValue, type Content } from "../../src/core/sheet/Cell";
import { cellAt } from "../../src/core/sheet/Sheet";
import type { CellStyle } from "../../src/core/sheet/SheetPlan";
import { SILENT, type Edit } from "../../src/core/sheet/WorkbookPort";
import { XlsxWorkbook } from "../../src/xlsx/XlsxWorkbook";
import { craftParts, craftWorkbook, zipParts } from "./craftWorkbook";
import { textOf } from "./partsOf";
import { richWorkbook } from "./richWorkbook";

const at = (address: string): Position => parseA1(address)!;
const SHEET = "xl/worksheets/sheet1.xml";

function sheetOf(rows: string, head = "", tail = ""): XlsxWorkbook {
  const parts = craftParts([{ name: "A", cells: {} }]);
  parts[SHEET] = parts[SHEET]!.replace("<sheetData></sheetData>", `${head}<sheetData>${rows}</sheetData>${tail}`);
  parts["xl/styles.xml"] = parts["xl/styles.xml"]!.replace(
    "</cellXfs>",
    '<xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1" quotePrefix="1"><alignment horizontal="left" indent="2"/><protection locked="0"/></xf></cellXfs>',
  );
  return XlsxWorkbook.open(zipParts(parts), "A.xlsx");
}

const edit = (address: string, from: Content, to: Content, style?: CellStyle): Edit => ({ sheet: "A", at: at(address), from, to, ...(style && { style }) });
const rowsOf = (workbook: XlsxWorkbook): string => /<sheetData\/?>(.*?)(?:<\/sheetData>|$)/.exec(textOf(workbook.save(), SHEET))![1]!;

async function formulas(workbook: XlsxWorkbook, ...addresses: string[]): Promise<readonly (string | undefined)[]> {
  const [sheet] = await workbook.read(SILENT);
  return addresses.map((address) => cellAt(sheet!, at(address)).formula);
}

describe("writing cells", () => {
  it("puts new rows and cells where they belong", async () => {
    const workbook = sheetOf('<row r="3" spans="2:2"><c r="B3"><v>1</v></c></row><row r="5"/><row r="7"></row>');
    const addresses = ["A1", "A3", "C3", "D3", "B5", "A6", "C7", "A9"];
    expect(await workbook.apply(addresses.map((address, index) => edit(address, BLANK, numberValue(index))))).toEqual([]);
    const xml = rowsOf(workbook);
    expect([...xml.matchAll(/<(?:row|c) r="(\w+)"/g)].map(([, address]) => address)).toEqual(["1", "A1", "3", "A3", "B3", "C3", "D3", "5", "B5", "6", "A6", "7", "C7", "9", "A9"]);
    expect(xml).toContain('<row r="3" spans="1:4">');
  });

  it("opens an empty list of rows", async () => {
    const parts = craftParts([{ name: "A", cells: {} }]);
    parts[SHEET] = parts[SHEET]!.replace("<sheetData></sheetData>", "<sheetData/>");
    const workbook = XlsxWorkbook.open(zipParts(parts), "A.xlsx");
    await workbook.apply([edit("B2", BLANK, textValue("x"))]);
    expect(textOf(workbook.save(), SHEET)).toContain('<sheetData><row r="2"><c r="B2" t="inlineStr"><is><t xml:space="preserve">x</t></is></c></row></sheetData>');
  });

  it("a new cell looks as its row or column says", async () => {
    const workbook = sheetOf('<row r="2" s="1" customFormat="1"><c r="F2"/></row><row r="3"/>', '<cols><col min="2" max="4" width="9" style="1"/></cols>');
    await workbook.apply([edit("A2", BLANK, numberValue(1)), edit("C3", BLANK, numberValue(2)), edit("E3", BLANK, numberValue(3))]);
    expect(rowsOf(workbook)).toContain('<c r="A2" s="1"><v>1</v></c>');
    expect(rowsOf(workbook)).toContain('<c r="C3" s="1"><v>2</v></c><c r="E3"><v>3</v></c>');
  });

  it("overwriting the cell that holds a shared formula leaves the others theirs", async () => {
    const workbook = sheetOf(
      '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">IF(B1&lt;2,C1,$D$1)</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>1</v></c></row><row r="3"><c r="A3"><f t="shared" ca="1" si="0"></f><v>1</v></c></row>',
    );
    const [own] = await formulas(workbook, "A1");
    expect(await workbook.apply([edit("A1", { kind: "formula", formula: own!, value: BLANK }, numberValue(9))])).toEqual([]);
    expect(await formulas(workbook, "A1", "A2", "A3")).toEqual([undefined, "=IF(B2<2,C2,$D$1)", "=IF(B3<2,C3,$D$1)"]);
    expect(rowsOf(workbook)).not.toContain("shared");
  });

  it("overwriting another cell of the group leaves the group as it is", async () => {
    const workbook = sheetOf('<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>1</v></c></row>');
    await workbook.apply([edit("A2", { kind: "formula", formula: "=B2", value: BLANK }, numberValue(9))]);
    expect(rowsOf(workbook)).toBe('<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1</f><v>1</v></c></row><row r="2"><c r="A2"><v>9</v></c></row>');
  });

  it("cells of an array formula are written together, or none of them", async () => {
    const workbook = sheetOf('<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c><c r="C1"><f t="array" ref="C1">SUM(B1:B2*2)</f><v>1</v></c></row><row r="2"><c r="A2"><v>4</v></c></row>');
    const block: Content = { kind: "formula", formula: "=B1:B2", value: BLANK };
    const refused = edit("A2", block, numberValue(5));
    const alone = edit("C1", { kind: "formula", formula: "=SUM(B1:B2*2)", value: BLANK }, numberValue(5));
    expect(await workbook.apply([refused, alone])).toEqual([{ edit: refused, why: "array" }]);
    const changed = edit("A1", numberValue(7), numberValue(5));
    expect(await workbook.apply([changed, refused])).toEqual([{ edit: changed, why: "changed" }, { edit: refused, why: "array" }]);
    expect(await workbook.apply([edit("A1", block, numberValue(2)), refused])).toEqual([]);
    expect(rowsOf(workbook)).not.toContain("<f");
  });

  it("a table's header cells are left alone", async () => {
    const workbook = XlsxWorkbook.open(richWorkbook(), "A.xlsm");
    const header = { sheet: "II.06a", at: at("G2"), from: BLANK, to: textValue("x") };
    const body = { ...header, at: at("G3") };
    expect(await workbook.apply([header, body])).toEqual([{ edit: header, why: "heading" }]);
  });

  it("on a locked sheet free cells can be written, others not", async () => {
    const workbook = sheetOf('<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1"><v>1</v></c></row>', "", '<sheetProtection sheet="1"/>');
    const refused = edit("B1", numberValue(1), numberValue(2));
    expect(await workbook.apply([edit("A1", numberValue(1), numberValue(2)), refused])).toEqual([{ edit: refused, why: "locked" }]);
  });

  it("on a locked sheet cells that are not there yet are as free as their row or column, and ranges opened to all are", async () => {
    const open = '<protectedRanges><protectedRange sqref="D1:E1 G1" name="a"/><protectedRange sqref="F1" password="CC1A" name="b"/></protectedRanges>';
    const workbook = sheetOf('<row r="1"><c r="B1"><v>1</v></c></row><row r="2" s="1" customFormat="1"/>', '<cols><col min="3" max="3" width="9" style="1"/></cols>', `<sheetProtection sheet="1"/>${open}`);
    const write = (address: string) => edit(address, BLANK, numberValue(2));
    const refused = [write("A1"), write("F1"), write("A3")];
    expect(await workbook.apply([write("C1"), write("B2"), write("E1"), write("G1"), ...refused])).toEqual(refused.map((each) => ({ edit: each, why: "locked" })));
  });

  it("newer functions get the prefix that files need", async () => {
    const workbook = sheetOf("");
    await workbook.apply([edit("A1", BLANK, { kind: "formula", formula: '=IFNA(AGGREGATE(9,6,B1:B2),"IFNA(")', value: numberValue(0) })]);
    expect(rowsOf(workbook)).toContain('<f>_xlfn.IFNA(_xlfn.AGGREGATE(9,6,B1:B2),"IFNA(")</f>');
    expect(await formulas(workbook, "A1")).toEqual(['=IFNA(AGGREGATE(9,6,B1:B2),"IFNA(")']);
  });

  it("characters that XML forbids survive", async () => {
    const workbook = sheetOf("");
    const text = textValue("a\u0001b_x0041_\ud800c");
    await workbook.apply([edit("A1", BLANK, text)]);
    const [sheet] = await XlsxWorkbook.open(workbook.save(), "A.xlsx").read(SILENT);
    expect(contentOf(cellAt(sheet!, at("A1")))).toEqual(text);
  });

  it("style laid over a cell keeps what it does not name", async () => {
    const workbook = sheetOf('<row r="1"><c r="A1" s="1"><v>1</v></c></row>');
    await workbook.apply([edit("A1", numberValue(1), numberValue(2), { bold: true, wrap: true })]);
    const styles = textOf(workbook.save(), "xl/styles.xml");
    const style = Number(/<c r="A1" s="(\d+)"/.exec(rowsOf(workbook))![1]);
    const xf = [...styles.split("<cellXfs")[1]!.split("</cellXfs>")[0]!.matchAll(/<xf [^>]*?(?:\/>|>.*?<\/xf>)/g)][style]![0];
    expect(xf).toContain('numFmtId="10"');
    expect(xf).toContain('quotePrefix="1"');
    expect(xf).toContain('<alignment horizontal="left" indent="2" wrapText="1"/><protection locked="0"/>');
    expect(styles).toContain('<fonts count="2">');
    expect(styles).toContain('<font><b/><sz val="11"/><color theme="1"/><name val="Calibri"/><family val="2"/><scheme val="minor"/></font></fonts>');
  });

  it("the same style twice is made once", async () => {
    const workbook = sheetOf("");
    const style = { fontName: "Times New Roman", fill: "#eef3fa", border: true, numberFormat: "#.##0" } as const;
    await workbook.apply([edit("A1", BLANK, numberValue(1), style)]);
    await workbook.apply([edit("A2", BLANK, numberValue(1), style)]);
    const styles = textOf(workbook.save(), "xl/styles.xml");
    expect(styles).toContain('<cellXfs count="3">');
    expect(styles).toContain('<numFmts count="1"><numFmt numFmtId="164" formatCode="#.##0"/></numFmts><fonts count="2">');
    expect(styles).toContain('<fgColor rgb="FFEEF3FA"/>');
  });
});

describe("results of formulas over edited cells", () => {
  it("sums are put right, along chains, and unknown results are left to Excel", async () => {
    const workbook = XlsxWorkbook.open(richWorkbook(), "A.xlsm");
    await workbook.apply([{ sheet: "II.06a", at: at("B3"), from: numberValue(14), to: numberValue(15) }]);
    const [sheet, summary] = await workbook.read(SILENT);
    const shown = ["D3", "D4", "B5", "D5"].map((address) => cellAt(sheet!, at(address)).value);
    // D4 adds a text with "+": Excel's business, and untouched by the edit.
    expect(shown).toEqual([numberValue(21), numberValue(17), numberValue(24), numberValue(38)]);
    expect(cellAt(sheet!, at("E5")).uncalculated).toBe(true);
    expect(cellAt(summary!, at("A1")).uncalculated).toBe(true);
    expect(cellAt(summary!, at("A2")).uncalculated).toBe(true);
    expect(cellAt(summary!, at("A3")).value).toEqual(numberValue(5));
  });

  it("a formula just written shows what it adds up to, or else what its writer said", async () => {
    const workbook = XlsxWorkbook.open(craftWorkbook({ name: "A", cells: { A1: 2, A2: 3 } }), "A.xlsx");
    await workbook.apply([
      edit("A1", numberValue(2), numberValue(5)),
      edit("B1", BLANK, { kind: "formula", formula: "=A1+A2", value: numberValue(0) }),
      edit("B2", BLANK, { kind: "formula", formula: "=ROUND(A1/A2,2)", value: numberValue(1.67) }),
    ]);
    const [sheet] = await workbook.read(SILENT);
    expect([cellAt(sheet!, at("B1")).value, cellAt(sheet!, at("B2")).value]).toEqual([numberValue(8), numberValue(1.67)]);
  });

  it("a formula that leads back to itself is left to Excel", async () => {
    const workbook = XlsxWorkbook.open(craftWorkbook({ name: "A", cells: { A1: 1, A2: { formula: "=A1+A3", result: 1 }, A3: { formula: "=A2+0", result: 1 } } }), "A.xlsx");
    await workbook.apply([edit("A1", numberValue(1), numberValue(5))]);
    const [sheet] = await workbook.read(SILENT);
    expect(cellAt(sheet!, at("A2")).uncalculated).toBe(true);
  });

  it("sums over whole columns follow too", async () => {
    const workbook = XlsxWorkbook.open(craftWorkbook({ name: "A", cells: { A1: 1, A2: 4, C1: { formula: "=SUM(A:A)", result: 5 } } }), "A.xlsx");
    await workbook.apply([edit("A1", numberValue(1), numberValue(5))]);
    const [sheet] = await workbook.read(SILENT);
    expect(cellAt(sheet!, at("C1")).value).toEqual(numberValue(9));
  });

  const calculationOf = (workbook: XlsxWorkbook): string | undefined => /<calcPr[^>]*>/.exec(textOf(workbook.save(), "xl/workbook.xml"))?.[0];

  it("Excel is told to calculate where results are left to it, and not where none are", async () => {
    const open = (formula: string) => XlsxWorkbook.open(craftWorkbook({ name: "A", cells: { A1: 1, B1: 2, C1: { formula, result: 3 } } }), "A.xlsx");
    const told = async (formula: string): Promise<string | undefined> => {
      const workbook = open(formula);
      await workbook.apply([edit("A1", numberValue(1), numberValue(5))]);
      return calculationOf(workbook);
    };
    expect(await told("=A1+B1")).toBe('<calcPr calcId="191029"/>');
    expect(await told("=SQRT(A1)+B1")).toBe('<calcPr calcId="191029" fullCalcOnLoad="1"/>');
    expect(await told("=SQRT(B1)")).toBe('<calcPr calcId="191029"/>');
    expect(await told('=SUM(INDIRECT("A1"),B1)')).toBe('<calcPr calcId="191029" fullCalcOnLoad="1"/>');
  });

  it("follow names to other sheets", async () => {
    const parts = craftParts([{ name: "A", cells: { A1: 1 } }, { name: "B", cells: { A1: { formula: "=SUM(Nhận)", result: 1 }, A2: { formula: "=A1+1", result: 2 } } }]);
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"]!.replace("<calcPr", () => '<definedNames><definedName name="Nhận">A!$A$1:$A$4</definedName></definedNames><calcPr');
    const workbook = XlsxWorkbook.open(zipParts(parts), "A.xlsx");
    await workbook.apply([edit("A1", numberValue(1), numberValue(5))]);
    const [, other] = await workbook.read(SILENT);
    expect([cellAt(other!, at("A1")).uncalculated, cellAt(other!, at("A2")).uncalculated]).toEqual([true, true]);
    expect(calculationOf(workbook)).toContain('fullCalcOnLoad="1"');
  });

  it("of sheets that read each other are left to Excel", async () => {
    const workbook = XlsxWorkbook.open(craftWorkbook({ name: "A", cells: { A1: 1, A2: { formula: "=B!A1+1", result: 3 } } }, { name: "B", cells: { A1: { formula: "=A!A1+1", result: 2 } } }), "A.xlsx");
    await workbook.apply([edit("A1", numberValue(1), numberValue(5))]);
    expect(calculationOf(workbook)).toContain('fullCalcOnLoad="1"');
  });
});

describe("a signed workbook", () => {
  const signed = (): XlsxWorkbook => {
    const parts = craftParts([{ name: "A", cells: { A1: 1 } }]);
    parts["_xmlsignatures/origin.sigs"] = "";
    parts["_rels/.rels"] = parts["_rels/.rels"]!.replace("</Relationships>", '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/></Relationships>');
    return XlsxWorkbook.open(zipParts(parts), "A.xlsx");
  };

  it("loses its signature with the first change, and not before", async () => {
    const workbook = signed();
    await workbook.read(SILENT);
    await workbook.mark([]);
    expect(workbook.losesSignature).toBe(false);
    await workbook.apply([edit("A1", numberValue(1), numberValue(5))]);
    expect([workbook.losesSignature, workbook.copy().losesSignature]).toEqual([true, true]);
  });

  it("is what others are not, however they change", async () => {
    const workbook = XlsxWorkbook.open(craftWorkbook({ name: "A", cells: { A1: 1 } }), "A.xlsx");
    await workbook.apply([edit("A1", numberValue(1), numberValue(5))]);
    expect(workbook.losesSignature).toBe(false);
  });
});
