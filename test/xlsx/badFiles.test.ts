import { zipSync, strToU8 } from "fflate";
import { sayTrouble, TroubleError, type Trouble } from "../../src/core/Trouble";
import { numberValue, textValue, type Content } from "../../src/core/sheet/Cell";
import { SILENT, type Edit } from "../../src/core/sheet/WorkbookPort";
import { openWorkbookFile } from "../../src/xlsx/openWorkbookFile";
import { smallPlan } from "../ports/workbookContract";
import { craftParts, craftWorkbook, zipParts } from "./craftWorkbook";

const NAME = "báo cáo.xlsx";
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const utf16 = (text: string): Uint8Array => new Uint8Array(Uint16Array.from(text, (sign) => sign.charCodeAt(0)).buffer);
const compound = (stream: string): Uint8Array => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(1200), ...utf16(stream), ...new Uint8Array(100)]);

async function troubleOf(work: Promise<unknown>): Promise<Trouble> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(TroubleError);
  return (error as TroubleError).trouble;
}

/** Opens and reads, for some damage shows only then. */
async function openAndRead(file: Uint8Array): Promise<void> {
  await (await openWorkbookFile(file, NAME)).read(SILENT);
}

function damaged(path: string, change: (xml: string) => string): Uint8Array {
  const parts = craftParts([{ name: "A", cells: { A1: 1, A2: "x", A3: "y" } }]);
  parts[path] = change(parts[path]!);
  return zipParts(parts);
}

/** A zip whose list claims that an entry unpacks to some 4 GB. */
function claimingTooMuch(): Uint8Array {
  const zip = craftWorkbook({ name: "A", cells: { A1: 1 } });
  const view = new DataView(zip.buffer, zip.byteOffset);
  for (let at = zip.length - 4; at > 0; at--) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    view.setUint32(at + 24, 0xf0000000, true);
    break;
  }
  return zip;
}

const whole = craftWorkbook({ name: "A", cells: { A1: 1, B2: "đất đai" } });
const sheet = "xl/worksheets/sheet1.xml";
const otherMain = (type: string): Uint8Array => damaged("[Content_Types].xml", (xml) => xml.replace(/application\/vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet\.main\+xml/, type));

describe("a file that cannot be read is told in one sentence with its name and a remedy", () => {
  it.each<[string, Uint8Array, RegExp]>([
    ["an empty file", bytes(), /rỗng/],
    ["a file of zeros", new Uint8Array(500), /rỗng/],
    ["white space", strToU8(" \r\n "), /rỗng/],
    ["a workbook with a password", compound("EncryptedPackage"), /mật khẩu/],
    ["an old .xls", compound("Workbook"), /\.xls nhị phân/],
    ["an even older .xls", bytes(0x09, 0x08, 0x10, 0x00, 0x00, 0x06), /\.xls nhị phân/],
    ["a PNG renamed .xlsx", bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0), /hình ảnh/],
    ["a photo", bytes(0xff, 0xd8, 0xff, 0xe0, 0, 0), /hình ảnh/],
    ["a PDF", strToU8("%PDF-1.7\n"), /PDF/],
    ["a text with commas", strToU8("STT,Lĩnh vực\n1,Đất đai\n"), /văn bản thuần/],
    ["an XML spreadsheet of 2003", strToU8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'), /2003/],
    ["a web archive", strToU8("MIME-Version: 1.0\r\nContent-Type: multipart/related"), /MHTML/],
    ["a page without a table", strToU8("<html><body>Phiên đăng nhập đã hết hạn</body></html>"), /không có bảng/],
    ["bytes of some other program", bytes(1, 2, 3, 0, 0, 1, 0, 7), /không phải sổ làm việc/],
    ["a zip cut short", whole.slice(0, whole.length - 200), /cắt cụt/],
    ["a zip cut shorter", whole.slice(0, 60), /cắt cụt/],
    ["a zip with spoilt contents", spoilt(), /cắt cụt|bị hỏng/],
    ["a zip of something else", zipSync({ "ảnh.txt": strToU8("x") }), /tệp nén/],
    ["an empty zip", zipSync({}), /tệp nén/],
    ["an .ods", zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"), "content.xml": strToU8("<x/>") }), /OpenDocument/],
    ["an .xlsb", otherMain("application/vnd.ms-excel.sheet.binary.macroEnabled.main"), /\.xlsb/],
    ["a Word document", otherMain("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"), /Word/],
    ["a zip that claims to unpack to gigabytes", claimingTooMuch(), /lớn bất thường/],
    ["a sheet that breaks off", damaged(sheet, (xml) => xml.slice(0, xml.indexOf("</row>"))), /bị hỏng/],
    ["a sheet that breaks off behind its cells", damaged(sheet, (xml) => xml.slice(0, xml.indexOf("</sheetData>") + 12)), /bị hỏng/],
    ["a sheet with an unfinished tag", damaged(sheet, (xml) => xml.replace("<row r=\"2\"", '<row r="2')), /bị hỏng/],
    ["a sheet with closing tags mixed up", damaged(sheet, (xml) => xml.replace("</c></row>", "</row></c>")), /bị hỏng/],
    ["a sheet with a document type", damaged(sheet, (xml) => xml.replace("<worksheet", '<!DOCTYPE x [<!ENTITY a "b">]><worksheet')), /bị hỏng/],
    ["a sheet that is missing", withoutPart(sheet), /bị hỏng/],
    ["texts in no known encoding", damaged("xl/sharedStrings.xml", (xml) => xml.replace("UTF-8", "x-unknown")), /bị hỏng/],
    ["a list without sheets", damaged("xl/workbook.xml", (xml) => xml.replace(/<sheets>.*<\/sheets>/, "")), /bị hỏng/],
    ["sheets that nothing points to", withoutPart("xl/_rels/workbook.xml.rels"), /bị hỏng/],
    ["a list of sheets that is no XML", damaged("xl/workbook.xml", () => "hỏng"), /bị hỏng/],
  ])("%s", async (_name, file, words) => {
    const trouble = await troubleOf(openAndRead(file));
    expect(trouble.what.vi).toMatch(words);
    expect(trouble.where).toContain(NAME);
    for (const language of ["vi", "en"] as const) {
      const said = sayTrouble(trouble, language);
      expect(said).not.toMatch(/undefined|Error| at /);
      expect(trouble.remedy[language]).toMatch(/\S{2,}.*\.$/);
    }
  });

  it("a bomb of a hundred equal megabytes is refused before it is unpacked", async () => {
    const bomb = zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "x.xml": [new Uint8Array(100 * 1024 * 1024), { level: 9 }] });
    expect((await troubleOf(openWorkbookFile(bomb, NAME))).what.vi).toMatch(/lớn bất thường/);
  });

  it("damage names the sheet it was found in", async () => {
    const trouble = await troubleOf(openAndRead(damaged(sheet, (xml) => xml.slice(0, xml.indexOf("</row>")))));
    expect(trouble.where).toBe(`${NAME} › A`);
  });

  it("damage found while writing leaves the workbook as it was", async () => {
    const parts = craftParts([{ name: "A", cells: { A1: 1 } }, { name: "B", cells: { A1: "x" } }]);
    parts["xl/worksheets/sheet2.xml"] = parts["xl/worksheets/sheet2.xml"]!.replace("</worksheet>", "");
    const workbook = await openWorkbookFile(zipParts(parts), NAME);
    const before = workbook.save();
    const edit = (name: string, from: Content): Edit => ({ sheet: name, at: { row: 0, column: 0 }, from, to: numberValue(2) });
    await troubleOf(workbook.apply([edit("A", numberValue(1)), edit("B", textValue("x"))]));
    expect(Buffer.compare(workbook.save(), before)).toBe(0);
  });

  it("no sheet is added where the structure is locked", async () => {
    const locked = damaged("xl/workbook.xml", (xml) => xml.replace("<bookViews>", '<workbookProtection lockStructure="1"/><bookViews>'));
    const workbook = await openWorkbookFile(locked, NAME);
    const before = workbook.save();
    expect((await troubleOf(workbook.addSheet(smallPlan("Mới")))).what.vi).toMatch(/Cấu trúc/);
    expect(Buffer.compare(workbook.save(), before)).toBe(0);
  });
});

/** Good lists, bad contents. */
function spoilt(): Uint8Array {
  const zip = whole.slice();
  zip.fill(0xff, 60, 200);
  return zip;
}

function withoutPart(path: string): Uint8Array {
  return zipParts(Object.fromEntries(Object.entries(craftParts([{ name: "A", cells: {} }])).filter(([name]) => name !== path)));
}
