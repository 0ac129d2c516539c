import { parseA1, type Position } from "../../src/core/sheet/Address";
import { BLANK, numberValue, textValue } from "../../src/core/sheet/Cell";
import { SILENT } from "../../src/core/sheet/WorkbookPort";
import { XlsxWorkbook } from "../../src/xlsx/XlsxWorkbook";
import { smallPlan } from "../ports/workbookContract";
import { craftParts, craftWorkbook, zipParts } from "./craftWorkbook";
import { changedParts, partsOf, textOf } from "./partsOf";
import { richParts, richWorkbook } from "./richWorkbook";

const at = (address: string): Position => parseA1(address)!;
const open = (bytes: Uint8Array): XlsxWorkbook => XlsxWorkbook.open(bytes, "thử.xlsm");

const MARKS = [
  { sheet: "II.06a", kind: "error", cells: [at("B3"), at("C3")] },
  { sheet: "II.06a", kind: "info", cells: [at("C4")] },
  { sheet: "Tổng hợp", kind: "warning", cells: [at("A1")] },
] as const;

describe("what is not changed keeps every byte", () => {
  it("reading changes nothing", async () => {
    const workbook = open(richWorkbook());
    await workbook.read(SILENT);
    await workbook.marks();
    expect(changedParts(richWorkbook(), workbook.save())).toEqual([]);
  });

  it("marks touch the marked sheets and the list of styles", async () => {
    const workbook = open(richWorkbook());
    await workbook.mark(MARKS);
    expect(changedParts(richWorkbook(), workbook.save())).toEqual(["xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"]);
  });

  it("a typed number touches its sheet, the sheet that sums it up, and what has Excel calculate that", async () => {
    const workbook = open(richWorkbook());
    expect(await workbook.apply([{ sheet: "II.06a", at: at("B3"), from: numberValue(14), to: numberValue(15) }])).toEqual([]);
    expect(changedParts(richWorkbook(), workbook.save())).toEqual(["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"]);
  });

  it("a typed number changes nothing of its sheet but the cells that show it", async () => {
    const before = craftWorkbook({ name: "A", cells: { A1: 1, B1: "x", A2: { formula: "=A1+1", result: 2 }, A3: "y" } });
    const workbook = open(before);
    await workbook.apply([{ sheet: "A", at: at("B1"), from: textValue("x"), to: numberValue(7) }]);
    const expected = textOf(before, "xl/worksheets/sheet1.xml").replace('<c r="B1" t="s"><v>0</v></c>', '<c r="B1"><v>7</v></c>');
    expect(textOf(workbook.save(), "xl/worksheets/sheet1.xml")).toBe(expected);
  });

  it("a refused edit touches nothing", async () => {
    const workbook = open(richWorkbook());
    await workbook.apply([{ sheet: "II.06a", at: at("B3"), from: BLANK, to: numberValue(15) }]);
    expect(changedParts(richWorkbook(), workbook.save())).toEqual([]);
  });

  it("a formula replaced by a value takes the calculation chain with it, wholly", async () => {
    const workbook = open(richWorkbook());
    const from = { kind: "formula", formula: "=B3+C3", value: BLANK } as const;
    expect(await workbook.apply([{ sheet: "II.06a", at: at("D3"), from, to: numberValue(20) }])).toEqual([]);
    const parts = partsOf(workbook.save());
    expect(parts["xl/calcChain.xml"]).toBeUndefined();
    expect(parts["[Content_Types].xml"]).not.toContain("calcChain");
    expect(parts["xl/_rels/workbook.xml.rels"]).not.toContain("calcChain");
    expect(parts["xl/vbaProject.bin"]).toBe(partsOf(richWorkbook())["xl/vbaProject.bin"]);
  });

  it("an added sheet touches the lists it must stand in, and unselects the sheet shown before", async () => {
    const workbook = open(richWorkbook());
    await workbook.addSheet(smallPlan("Mới"));
    const after = workbook.save();
    expect(changedParts(richWorkbook(), after)).toEqual([
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      "xl/styles.xml",
      "xl/workbook.xml",
      "xl/worksheets/sheet1.xml",
      "xl/worksheets/sheet3.xml",
    ]);
    expect(textOf(after, "xl/worksheets/sheet1.xml")).toBe(textOf(richWorkbook(), "xl/worksheets/sheet1.xml").replace(' tabSelected="1"', ""));
  });
});

describe("marks lifted leave no trace", () => {
  const rich = richWorkbook();

  it.each([
    ["a workbook with a user's own formats", rich],
    ["a workbook without differential formats", craftWorkbook({ name: "II.06a", cells: { B3: 1 } }, { name: "Tổng hợp", cells: {} })],
    ["one whose list of them is missing", restyled((xml) => xml.replace('<dxfs count="0"/>', ""))],
    ["one whose list is open and empty", restyled((xml) => xml.replace('<dxfs count="0"/>', '<dxfs  count = "0"></dxfs>'))],
    ["one whose list gives no count", restyled((xml) => xml.replace('<dxfs count="0"/>', "<dxfs/>"))],
    ["one that counts in single quotes", restyled((xml) => xml.replace('<dxfs count="0"/>', "<dxfs count='1'><dxf/></dxfs>"))],
    ["one without any style sheet", withoutStyles()],
  ])("from %s", async (_name, before) => {
    const workbook = open(before);
    await workbook.mark(MARKS);
    expect(await workbook.marks()).not.toEqual([]);
    expect(changedParts(before, workbook.save())).not.toEqual([]);
    const later = open(workbook.save());
    await workbook.mark([MARKS[1]]);
    await workbook.mark([]);
    expect(changedParts(before, workbook.save())).toEqual([]);
    await later.mark([]);
    expect(changedParts(before, later.save())).toEqual([]);
  });

  it("when a cell was edited in between, only that edit remains", async () => {
    const edit = { sheet: "II.06a", at: at("B3"), from: numberValue(14), to: numberValue(15), style: { bold: true } };
    const edited = open(rich);
    await edited.apply([edit]);
    const workbook = open(rich);
    await workbook.mark(MARKS);
    await workbook.apply([edit]);
    await workbook.mark([]);
    expect(changedParts(edited.save(), workbook.save())).toEqual([]);
  });

  it("our rules stand behind the user's in place, and before them in priority, lest the user's colours hide an error", async () => {
    const workbook = open(rich);
    await workbook.mark(MARKS);
    const xml = textOf(workbook.save(), "xl/worksheets/sheet1.xml");
    const names = [...xml.matchAll(/<(conditionalFormatting|dataValidations|mergeCells)\b/g)].map(([, name]) => name);
    expect(names).toEqual(["mergeCells", "conditionalFormatting", "conditionalFormatting", "conditionalFormatting", "dataValidations"]);
    expect([...xml.matchAll(/ priority="(\d+)"/g)].map(([, priority]) => Number(priority))).toEqual([9, 1, 2]);
    expect(xml).toContain('sqref="B3:C3"');
  });
});

describe("marks that Excel saved in between", () => {
  /** As Excel writes it: rules of one block together, quotes escaped, formats in another order, our comment gone. */
  function savedByExcel(): Uint8Array {
    const parts = richParts();
    const rule = (format: number, priority: number, severity: string): string =>
      `<cfRule type="expression" dxfId="${format}" priority="${priority}"><formula>N(&quot;kstt:${severity}&quot;)=0</formula></cfRule>`;
    const users = '<cfRule type="cellIs" dxfId="2" priority="1" operator="greaterThan"><formula>100</formula></cfRule>';
    parts["xl/worksheets/sheet1.xml"] = (parts["xl/worksheets/sheet1.xml"] as string).replace(
      /<conditionalFormatting.*<\/conditionalFormatting>/,
      `<conditionalFormatting sqref="D3:D5">${users}${rule(0, 2, "error")}</conditionalFormatting><conditionalFormatting sqref="B3 C4:C5">${rule(1, 3, "warning")}</conditionalFormatting>`,
    );
    parts["xl/styles.xml"] = (parts["xl/styles.xml"] as string).replace(/<dxfs.*<\/dxfs>/, '<dxfs count="3"><dxf><fill/></dxf><dxf><font/></dxf><dxf><border/></dxf></dxfs>');
    return zipParts(parts);
  }

  it("are read back", async () => {
    expect(await open(savedByExcel()).marks()).toEqual([
      { sheet: "II.06a", kind: "error", cells: [at("D3"), at("D4"), at("D5")] },
      { sheet: "II.06a", kind: "warning", cells: [at("B3"), at("C4"), at("C5")] },
    ]);
  });

  it("are lifted, and the user's rule keeps its cells and its format", async () => {
    const workbook = open(savedByExcel());
    await workbook.mark([]);
    const xml = textOf(workbook.save(), "xl/worksheets/sheet1.xml");
    expect(xml).not.toContain("kstt");
    expect(xml).toContain('<conditionalFormatting sqref="D3:D5"><cfRule type="cellIs" dxfId="2" priority="1" operator="greaterThan"><formula>100</formula></cfRule></conditionalFormatting><dataValidations');
    expect(textOf(workbook.save(), "xl/styles.xml")).toContain('<dxfs count="3">');
  });

  it("marking again and again does not pile up formats", async () => {
    const workbook = open(savedByExcel());
    for (let round = 0; round < 3; round++) await workbook.mark(MARKS);
    expect(textOf(workbook.save(), "xl/styles.xml")).toContain('<dxfs count="6">');
  });
});

function restyled(change: (xml: string) => string): Uint8Array {
  const parts = craftParts([{ name: "II.06a", cells: { B3: 1 } }]);
  parts["xl/styles.xml"] = change(parts["xl/styles.xml"]!);
  return zipParts(parts);
}

function withoutStyles(): Uint8Array {
  const parts = craftParts([{ name: "II.06a", cells: { B3: 1 } }]);
  delete parts["xl/styles.xml"];
  parts["[Content_Types].xml"] = parts["[Content_Types].xml"]!.replace(/<Override PartName="\/xl\/styles.xml"[^>]*>/, "");
  parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"]!.replace(/<Relationship Id="rId2"[^>]*>/, "");
  return zipParts(parts);
}
