import { Package } from "./package/Package";
import { blankStyleSheet } from "./styles/stylePart";
import { XML_HEAD } from "./xml/text";
import { XlsxWorkbook } from "./XlsxWorkbook";

const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const PARTS: Readonly<Record<string, string>> = {
  "[Content_Types].xml":
    `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`,
  "_rels/.rels":
    `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
    `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  // A workbook of ours may be calculated anew on opening; users' own are never told to.
  "xl/workbook.xml":
    `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">` +
    '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="15600"/></bookViews>' +
    '<sheets></sheets><calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>',
  "xl/_rels/workbook.xml.rels":
    `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
    `<Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  "xl/styles.xml": blankStyleSheet(MAIN).replace("</styleSheet>", '<dxfs count="0"/></styleSheet>'),
};

/** A workbook without sheets, to add some to; saved without any it gets one that is empty. */
export function newWorkbook(name = "Sổ làm việc mới.xlsx"): XlsxWorkbook {
  const encoder = new TextEncoder();
  return new XlsxWorkbook(new Package(new Map(Object.entries(PARTS).map(([path, text]) => [path, encoder.encode(text)]))), name);
}
