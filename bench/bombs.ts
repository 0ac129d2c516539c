import { strToU8, unzipSync, zipSync } from "fflate";
import { newWorkbook } from "../src/xlsx/newWorkbook";
import { largeReport } from "./largeReport";

type Parts = Record<string, string>;

const SHEET = "xl/worksheets/sheet1.xml";
const SHEET_RELATIONSHIPS = "xl/worksheets/_rels/sheet1.xml.rels";
const BOOK = "xl/workbook.xml";
const RELATIONSHIPS = "xl/_rels/workbook.xml.rels";
const STYLES = "xl/styles.xml";
const TYPES = "[Content_Types].xml";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

const many = (count: number, write: (index: number) => string): string => Array.from({ length: count }, (_, index) => write(index)).join("");

/** Puts text into a part before a tag. */
const before = (path: string, tag: string, text: () => string) => (parts: Parts): void => {
  parts[path] = parts[path]!.replace(tag, () => text() + tag);
};

const rows = (count: number, cells: string) => before(SHEET, "</sheetData>", () => many(count, (row) => `<row r="${row + 1000}">${cells}</row>`));
const inline = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;

function sheets(count: number): (parts: Parts) => void {
  return (parts) => {
    for (let sheet = 2; sheet <= count; sheet++) {
      parts[`xl/worksheets/sheet${sheet}.xml`] = `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><v>${sheet}</v></c></row></sheetData></worksheet>`;
    }
    const others = (write: (sheet: number) => string) => (): string => many(count - 1, (index) => write(index + 2));
    before(BOOK, "</sheets>", others((sheet) => `<sheet name="T${sheet}" sheetId="${sheet}" r:id="q${sheet}"/>`))(parts);
    before(RELATIONSHIPS, "</Relationships>", others((sheet) => `<Relationship Id="q${sheet}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${sheet}.xml"/>`))(parts);
    before(TYPES, "</Types>", others((sheet) => `<Override PartName="/xl/worksheets/sheet${sheet}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`))(parts);
  };
}

/** What is too much of one thing, put into a small report. */
const BOMBS: Readonly<Record<string, (parts: Parts) => void>> = {
  "100,000 relationships": before(RELATIONSHIPS, "</Relationships>", () => many(100_000, (each) => `<Relationship Id="x${each}" Type="${OFFICE}/externalLink" Target="x${each}.xml"/>`)),
  "100,000 links of a sheet": (parts) => {
    const links = many(100_000, (each) => `<Relationship Id="x${each}" Type="${OFFICE}/hyperlink" TargetMode="External" Target="x:${each}"/>`);
    parts[SHEET_RELATIONSHIPS] = `<Relationships xmlns="${PACKAGE}">${links}</Relationships>`;
  },
  "100,000 defined names": (parts) => {
    parts[BOOK] = parts[BOOK]!.replace(/<definedNames>.*<\/definedNames>/, "");
    before(BOOK, "<calcPr", () => `<definedNames>${many(100_000, (each) => `<definedName name="N${each}">II.06a!$A$${each + 1}</definedName>`)}</definedNames>`)(parts);
  },
  "1,000,000 shared strings": (parts) => {
    parts["xl/sharedStrings.xml"] = `<sst xmlns="${MAIN}">${many(1_000_000, (each) => `<si><t>Chuỗi ${each}</t></si>`)}</sst>`;
    before(RELATIONSHIPS, "</Relationships>", () => `<Relationship Id="s" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/>`)(parts);
  },
  "60,000 styles": before(STYLES, "</cellXfs>", () => many(60_000, (each) => `<xf numFmtId="${each % 50}" fontId="0" fillId="0" borderId="0" xfId="0"><alignment indent="${each}"/></xf>`)),
  "10,000 sheets": sheets(10_000),
  "a tag of 300,000 attributes": before(SHEET, "</sheetData>", () => `<row ${many(300_000, (each) => `a${each}="x" `)} r="1000"/>`),
  "50,000 conditional formats": (parts) => {
    parts[SHEET] = parts[SHEET]!.replace("</sheetData>", () => `</sheetData>${many(50_000, (each) => `<conditionalFormatting sqref="A${each + 1}"><cfRule type="expression" priority="${each + 1}"><formula>N("kstt:x")=0</formula></cfRule></conditionalFormatting>`)}`);
  },
  "95 MB of white space": (parts) => {
    parts[SHEET] = parts[SHEET]!.replace("</sheetData>", `</sheetData>${" ".repeat(95e6)}`);
  },
  "95 MB of a picture": (parts) => {
    parts["xl/media/image1.bmp"] = "x".repeat(95e6);
  },
  "95 MB of blank cells": rows(165_000, '<c s="1"/>'.repeat(55)),
  "95 MB of figures": rows(165_000, "<c><v>1</v></c>".repeat(36)),
  "95 MB of texts": rows(3000, inline("xin chào ".repeat(3200))),
  "one text of 95 MB": rows(1, inline("x".repeat(95e6))),
  "480 MB of figures": rows(520_000, "<c><v>1</v></c>".repeat(60)),
};

export const BOMB_NAMES = Object.keys(BOMBS);

/** The small report with too much of one thing in it, as a file. */
export async function bomb(name: string): Promise<Uint8Array> {
  const workbook = newWorkbook();
  await workbook.addSheet(largeReport(20));
  const parts = Object.fromEntries(Object.entries(unzipSync(workbook.save())).map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));
  BOMBS[name]!(parts);
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}
