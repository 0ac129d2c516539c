import { KEPT_NAMESPACE, keptXml } from "../../src/core/justifications/Kept";
import { openWorkbookFile } from "../../src/xlsx/openWorkbookFile";
import { XlsxWorkbook } from "../../src/xlsx/XlsxWorkbook";
import { convertWithLibreOffice } from "../libreoffice";
import { craftParts, craftWorkbook, zipParts } from "./craftWorkbook";
import { changedParts, partsOf, textOf } from "./partsOf";
import { richWorkbook } from "./richWorkbook";

const open = (bytes: Uint8Array): XlsxWorkbook => XlsxWorkbook.open(bytes, "thử.xlsm");
const TEXT = '{"version":1,"lý do":"<rút> & trả"}';

async function keeping(bytes: Uint8Array, text: string | undefined): Promise<Uint8Array> {
  const workbook = open(bytes);
  await workbook.writeKept(text);
  return workbook.save();
}

const RELS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A workbook with a custom XML part, written as Excel writes it. */
function withItem(xml: string | Uint8Array, number = 1, type = `${OFFICE}/customXml`): Uint8Array {
  const parts: Record<string, string | Uint8Array> = craftParts([{ name: "A", cells: { A1: 1 } }]);
  const item = `customXml/item${number}.xml`;
  parts[item] = xml;
  parts[`customXml/itemProps${number}.xml`] = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\r\n<ds:datastoreItem ds:itemID="{0E7B6D8A-1111-4222-8333-123456789ABC}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs/></ds:datastoreItem>';
  parts[`customXml/_rels/item${number}.xml.rels`] = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<Relationships xmlns="${RELS}"><Relationship Id="rId1" Type="${OFFICE}/customXmlProps" Target="itemProps${number}.xml"/></Relationships>`;
  const rels = parts["xl/_rels/workbook.xml.rels"] as string;
  parts["xl/_rels/workbook.xml.rels"] = rels.replace("</Relationships>", `<Relationship Id="rId77" Type="${type}" Target="../${item}"/></Relationships>`);
  const types = parts["[Content_Types].xml"] as string;
  parts["[Content_Types].xml"] = types.replace(
    "</Types>",
    `<Override PartName="/customXml/itemProps${number}.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/></Types>`,
  );
  return zipParts(parts);
}

describe("what a workbook file keeps for us", () => {
  it("touches nothing but the two lists that name it", async () => {
    const after = await keeping(richWorkbook(), TEXT);
    expect(changedParts(richWorkbook(), after)).toEqual([
      "[Content_Types].xml",
      "customXml/_rels/item1.xml.rels",
      "customXml/item1.xml",
      "customXml/itemProps1.xml",
      "xl/_rels/workbook.xml.rels",
    ]);
    expect(await open(after).readKept()).toBe(TEXT);
  });

  it("leaves no trace once it is taken out, in the same session or a later one", async () => {
    expect(changedParts(richWorkbook(), await keeping(await keeping(richWorkbook(), TEXT), undefined))).toEqual([]);
    const workbook = open(richWorkbook());
    await workbook.writeKept(TEXT);
    await workbook.writeKept(undefined);
    expect(changedParts(richWorkbook(), workbook.save())).toEqual([]);
  });

  it("is written the same each time, and again only where it changes", async () => {
    const once = await keeping(richWorkbook(), TEXT);
    expect(await keeping(richWorkbook(), TEXT)).toEqual(once);
    expect(changedParts(once, await keeping(once, TEXT))).toEqual([]);
    expect(changedParts(once, await keeping(once, "khác"))).toEqual(["customXml/item1.xml"]);
  });

  it("has the item, its properties and their relationship in the form that Excel gives them", async () => {
    const after = await keeping(craftWorkbook({ name: "A", cells: { A1: 1 } }), TEXT);
    expect(textOf(after, "customXml/item1.xml")).toContain(`<kept xmlns="${KEPT_NAMESPACE}">`);
    expect(textOf(after, "customXml/itemProps1.xml")).toMatch(/<ds:datastoreItem ds:itemID="\{[0-9A-F-]{36}\}".*ds:uri="urn:kiem-soat-tthc:kept:1"/);
    expect(textOf(after, "customXml/_rels/item1.xml.rels")).toContain(`Type="${OFFICE}/customXmlProps" Target="itemProps1.xml"`);
    expect(textOf(after, "xl/_rels/workbook.xml.rels")).toMatch(/Type="[^"]*\/relationships\/customXml" Target="\/customXml\/item1\.xml"/);
    expect(textOf(after, "[Content_Types].xml")).toContain('PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"');
  });

  it("is found where Excel wrote it, whatever its number, and changed in place", async () => {
    const before = withItem(`<kept xmlns="${KEPT_NAMESPACE}">từ Excel</kept>`, 4);
    expect(await open(before).readKept()).toBe("từ Excel");
    const after = await keeping(before, TEXT);
    expect(changedParts(before, after)).toEqual(["customXml/item4.xml"]);
    expect(await open(after).readKept()).toBe(TEXT);
    expect(Object.keys(partsOf(await keeping(after, undefined))).filter((path) => path.startsWith("customXml"))).toEqual([]);
  });

  it("is found in UTF-16, as some programs write it", async () => {
    const xml = `\uFEFF<?xml version="1.0" encoding="utf-16"?>${keptXml(TEXT)}`;
    const bytes = new Uint8Array(xml.length * 2);
    [...xml].forEach((sign, index) => new DataView(bytes.buffer).setUint16(index * 2, sign.charCodeAt(0), true));
    expect(await open(withItem(bytes)).readKept()).toBe(TEXT);
  });

  it.each<readonly [string, string | Uint8Array]>([
    ["of another program", '<properties xmlns="http://schemas.microsoft.com/office/2006/metadata/properties"/>'],
    ["that is broken", "<kept xmlns='urn:x'"],
    ["that is no XML at all", Uint8Array.of(0xff, 0xfe, 0, 1, 2, 3)],
  ])("stands beside a part %s and leaves it alone", async (_, xml) => {
    const before = withItem(xml);
    expect(await open(before).readKept()).toBeUndefined();
    const after = await keeping(before, TEXT);
    expect(await open(after).readKept()).toBe(TEXT);
    expect(partsOf(after)["customXml/item1.xml"]).toBe(partsOf(before)["customXml/item1.xml"]);
    expect(partsOf(after)["customXml/item2.xml"]).toBeDefined();
    expect(changedParts(before, await keeping(after, undefined))).toEqual([]);
  });

  it("is kept in the workbook that an HTML table became", async () => {
    const page = new TextEncoder().encode('<table border="1"><tr><td>STT</td></tr><tr><td>08</td></tr></table>');
    const workbook = await openWorkbookFile(page, "xuat.xls");
    await workbook.writeKept(TEXT);
    expect(await open(workbook.save()).readKept()).toBe(TEXT);
  });

  it("survives LibreOffice, which opens and saves the file as any other", async () => {
    const before = craftWorkbook({ name: "A", cells: { A1: "Đất đai", B1: 14, C1: { formula: "=B1+1", result: 15 } } });
    const [plain, carrying] = await Promise.all([convertWithLibreOffice(before, "csv"), convertWithLibreOffice(await keeping(before, TEXT), "csv")]);
    expect(new TextDecoder().decode(carrying)).toBe(new TextDecoder().decode(plain));
    const saved = await convertWithLibreOffice(await keeping(before, TEXT), "xlsx");
    expect(await open(saved).readKept()).toBe(TEXT);
    const again = await keeping(saved, "khác");
    expect(await open(again).readKept()).toBe("khác");
    expect(textOf(again, "_rels/.rels")).not.toContain("customXml");
    expect(textOf(again, "xl/_rels/workbook.xml.rels")).toContain("/customXml/item1.xml");
    expect(Object.keys(partsOf(await keeping(saved, undefined))).filter((path) => path.startsWith("customXml"))).toEqual([]);
  });
});
