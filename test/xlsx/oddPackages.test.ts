import fc from "fast-check";
import { parseA1 } from "../../src/core/sheet/Address";
import type { Mark } from "../../src/core/sheet/WorkbookPort";
import { XlsxWorkbook } from "../../src/xlsx/XlsxWorkbook";
import { smallPlan } from "../ports/workbookContract";
import { craftParts, zipParts } from "./craftWorkbook";
import { changedParts, partsOf } from "./partsOf";

type Parts = Record<string, string | Uint8Array>;

const TYPES = "[Content_Types].xml";
const BOOK = "xl/_rels/workbook.xml.rels";
const SHEET = "xl/worksheets/sheet1.xml";
const STYLES = "xl/styles.xml";

const change = (path: string, from: string | RegExp, to: string) => (parts: Parts): void => {
  const before = parts[path];
  if (typeof before === "string") parts[path] = before.replace(from, to);
};
const orphan = (path: string, text = "<x/>") => (parts: Parts): void => void (parts[path] ??= text);
const utf16 = (path: string) => (parts: Parts): void => {
  const text = parts[path];
  if (typeof text === "string") parts[path] = new Uint8Array(Uint16Array.from(`\ufeff${text.replace("UTF-8", "UTF-16")}`, (sign) => sign.charCodeAt(0)).buffer);
};
const rule = (attributes: string, formula = "TRUE") => change(SHEET, "<pageMargins", `<conditionalFormatting sqref="A1:B2"><cfRule type="expression" ${attributes}><formula>${formula}</formula></cfRule></conditionalFormatting><pageMargins`);
const withoutStyles = (parts: Parts): void => {
  Reflect.deleteProperty(parts, STYLES);
  change(BOOK, /<Relationship Id="rId2"[^>]*>/, "")(parts);
};

/** What makes a package odd, each by itself and with any others; in the order in which they are done. */
const ODDITIES: Readonly<Record<string, (parts: Parts) => void>> = {
  "utf-16 sheet": utf16(SHEET),
  "priority nought": rule('dxfId="0" priority="0"'),
  "priority below nought": rule('dxfId="0" priority="-3"'),
  "no priority": rule('dxfId="0"'),
  "priority with noughts before it": rule("priority='007'"),
  "priority twice": (parts) => [1, 2].forEach(() => rule('priority="2"')(parts)),
  "priority beyond the last": rule('priority="2147483647"'),
  "priority that is no number": rule('priority="first"'),
  "no rule with a usual priority": rule('priority="1"'),
  "a foreign rule of our kind of formula": rule('priority="1" dxfId="0"', 'N("kstt:errors")=0'),
  "our formula in a rule of another type": change(SHEET, "<pageMargins", '<conditionalFormatting sqref="A1"><cfRule type="cellIs" operator="equal" priority="3"><formula>N("kstt:error")=0</formula></cfRule></conditionalFormatting><pageMargins'),
  "our formula with another": change(SHEET, "<pageMargins", '<conditionalFormatting sqref="A1"><cfRule type="expression" priority="3"><formula>N("kstt:error")=0</formula><formula>1</formula></cfRule></conditionalFormatting><pageMargins'),
  "our words otherwise spaced": rule('priority="4"', 'N("kstt: error")=0'),
  "words like a rule's in the footer": change(SHEET, "</worksheet>", '<headerFooter><oddFooter> priority="5" </oddFooter></headerFooter></worksheet>'),
  "formats miscounted": change(STYLES, '<dxfs count="0"/>', '<dxfs count="9"><dxf/></dxfs>'),
  "formats counted in words": change(STYLES, '<dxfs count="0"/>', '<dxfs count="one"><dxf/></dxfs>'),
  "formats counted with noughts": change(STYLES, '<dxfs count="0"/>', '<dxfs count="01"><dxf/></dxfs>'),
  "no list of formats": change(STYLES, '<dxfs count="0"/>', ""),
  "no style sheet": withoutStyles,
  "a style sheet nobody refers to": (parts) => {
    withoutStyles(parts);
    parts[STYLES] = "<styleSheet/>";
  },
  "a style sheet said to be where none is": change(TYPES, "</Types>", '<Override PartName="/xl/styles2.xml" ContentType="text/plain"/></Types>'),
  "relationships of a style sheet that is missing": orphan("xl/_rels/styles3.xml.rels"),
  "another style sheet in capitals": orphan("XL/Styles2.XML"),
  "custom XML nobody refers to": orphan("customXml/item1.xml", "<kstt/>"),
  "relationships of custom XML that is missing": orphan("customXml/_rels/item2.xml.rels", '<Relationships xmlns="x"/>'),
  "properties of custom XML that is missing": orphan("customXml/itemProps3.xml"),
  "custom XML said to be where none is": change(TYPES, "</Types>", '<Override PartName="/customXml/item4.xml" ContentType="text/plain"/></Types>'),
  "comments nobody refers to": orphan("xl/comments1.xml"),
  "texts nobody refers to": (parts) => {
    change(BOOK, /<Relationship Id="rId3"[^>]*>/, "")(parts);
    change(SHEET, /<c r="A1" t="s">.*?<\/c>/, "")(parts);
  },
  "properties nobody refers to": orphan("docProps/app.xml"),
  "a sheet nobody refers to": orphan("xl/worksheets/sheet2.xml", "<worksheet/>"),
  "relationships of a sheet that is missing": orphan("xl/worksheets/_rels/sheet3.xml.rels"),
  "no usual type of relationships": (parts) => {
    change(TYPES, /<Default Extension="rels"[^>]*>/, "")(parts);
    for (const path of ["_rels/.rels", BOOK]) {
      change(TYPES, "</Types>", `<Override PartName="/${path}" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`)(parts);
    }
  },
  "no type of relationships at all": change(TYPES, /<Default Extension="rels"[^>]*>/, ""),
  "no usual type of XML": change(TYPES, '<Default Extension="xml" ContentType="application/xml"/>', ""),
  "a byte order mark": (parts) => {
    for (const path of [SHEET, STYLES, TYPES, BOOK]) if (typeof parts[path] === "string") parts[path] = `\ufeff${parts[path]}`;
  },
};

function oddPackage(oddities: readonly string[]): Uint8Array {
  const parts: Parts = craftParts([{ name: "A", cells: { A1: "x", B2: 1 } }]);
  // What changes a sheet's bytes comes last.
  for (const [name, make] of Object.entries(ODDITIES).reverse()) if (oddities.includes(name)) make(parts);
  return zipParts(parts);
}

const mark = (kind: Mark["kind"], ...cells: readonly string[]): Mark => ({ sheet: "A", kind, cells: cells.map((cell) => parseA1(cell)!) });
const MARKS = [mark("error", "A1"), mark("warning", "B2", "C3"), mark("follows", "A1")];

/** Marks and keeps, saves, opens again, and takes all of it back. */
async function thereAndBack(before: Uint8Array, marks: readonly Mark[]): Promise<Uint8Array> {
  const workbook = XlsxWorkbook.open(before, "a.xlsx");
  await workbook.mark(marks);
  await workbook.writeKept("<giải trình>");
  const later = XlsxWorkbook.open(workbook.save(), "a.xlsx");
  expect(await later.readKept()).toBe("<giải trình>");
  expect((await later.marks()).map(({ kind }) => kind)).toEqual(expect.arrayContaining(marks.map(({ kind }) => kind)));
  await later.writeKept(undefined);
  await later.mark([]);
  return later.save();
}

describe("a workbook marked and lifted equals the one before, part by part,", () => {
  it.each(Object.keys(ODDITIES))("with %s", async (oddity) => {
    const before = oddPackage([oddity]);
    expect(before).not.toEqual(oddPackage([]));
    expect(changedParts(before, await thereAndBack(before, MARKS))).toEqual([]);
  });

  it("whatever is odd about it at once", async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray(Object.keys(ODDITIES)), fc.subarray(MARKS), async (oddities, marks) => {
        const before = oddPackage(oddities);
        expect(changedParts(before, await thereAndBack(before, marks))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

describe("what nobody refers to", () => {
  it("is neither written over nor taken away by anything that is added", async () => {
    const before = oddPackage(["a style sheet nobody refers to", "a sheet nobody refers to", "relationships of a sheet that is missing", "custom XML nobody refers to", "another style sheet in capitals"]);
    const workbook = XlsxWorkbook.open(before, "a.xlsx");
    await workbook.mark(MARKS);
    await workbook.writeKept("x");
    await workbook.addSheet(smallPlan("Mới"));
    const [old, after] = [partsOf(before), partsOf(workbook.save())];
    for (const path of [STYLES, "XL/Styles2.XML", "xl/worksheets/sheet2.xml", "xl/worksheets/_rels/sheet3.xml.rels", "customXml/item1.xml"]) expect(after[path]).toBe(old[path]);
    expect(Object.keys(after)).toEqual(expect.arrayContaining(["xl/styles3.xml", "xl/worksheets/sheet4.xml", "customXml/item2.xml"]));
  });
});

describe("rules of the user", () => {
  it("come after our marks where Excel counts them, and stay as they are where it does not", async () => {
    const workbook = XlsxWorkbook.open(oddPackage(["priority nought", "priority below nought", "no priority", "priority twice"]), "a.xlsx");
    await workbook.mark([MARKS[0]!]);
    const tags = [...partsOf(workbook.save())[SHEET]!.matchAll(/<cfRule[^>]*>/g)].map(([tag]) => tag.replace(/ ?(?:type|dxfId)="[^"]*"/g, ""));
    expect(tags.sort()).toEqual(["<cfRule priority=\"-3\">", "<cfRule priority=\"0\">", "<cfRule priority=\"1\">", "<cfRule priority=\"3\">", "<cfRule priority=\"3\">", "<cfRule>"]);
  });
});
