import { SILENT, type Progress } from "../core/sheet/WorkbookPort";
import { decodeText } from "./html/decodeText";
import { fileTrouble, type FileTrouble } from "./troubles";
import { XlsxWorkbook } from "./XlsxWorkbook";

/** What files begin with. */
const SIGNATURES: readonly (readonly [FileTrouble | "zip" | "compound", ...number[]])[] = [
  ["zip", 0x50, 0x4b, 0x03, 0x04],
  ["notWorkbook", 0x50, 0x4b, 0x05, 0x06],
  ["compound", 0xd0, 0xcf, 0x11, 0xe0],
  ["oldExcel", 0x09, 0x08],
  ["oldExcel", 0x09, 0x04],
  ["oldExcel", 0x09, 0x02],
  ["oldExcel", 0x09, 0x00, 0x04, 0x00],
  ["picture", 0x89, 0x50, 0x4e, 0x47],
  ["picture", 0xff, 0xd8, 0xff],
  ["picture", 0x47, 0x49, 0x46, 0x38],
  ["picture", 0x49, 0x49, 0x2a, 0x00],
  ["picture", 0x4d, 0x4d, 0x00, 0x2a],
  ["pdf", 0x25, 0x50, 0x44, 0x46],
  ["word", 0x7b, 0x5c, 0x72, 0x74, 0x66],
];

/**
 * Opens a workbook by what is in the file, whatever its extension says: .xlsx, .xlsm, or an HTML table saved as .xls,
 * which becomes a workbook named .xlsx. Throws `TroubleError` for anything else, and `Stopped` when told to stop.
 */
export async function openWorkbookFile(bytes: Uint8Array, name: string, progress: Progress = SILENT): Promise<XlsxWorkbook> {
  const signature = SIGNATURES.find(([, ...start]) => start.every((byte, index) => bytes[index] === byte))?.[0];
  if (signature === "zip") return XlsxWorkbook.openInSteps(bytes, name, progress);
  if (signature === "compound") throw fileTrouble(mentions(bytes, "EncryptedPackage") ? "password" : "oldExcel", name);
  if (signature) throw fileTrouble(signature, name);
  if (bytes.every((byte) => byte === 0)) throw fileTrouble("empty", name);
  const text = decodeText(bytes);
  if (text === undefined) throw fileTrouble("unknown", name);
  if (text.trim() === "") throw fileTrouble("empty", name);
  const kind = kindOfText(text);
  if (kind !== "html") throw fileTrouble(kind, name);
  const { htmlWorkbook } = await import("./html/htmlWorkbook");
  return htmlWorkbook(text, name);
}

function kindOfText(text: string): FileTrouble | "html" {
  const head = text.slice(0, 4096);
  if (/^\s*MIME-Version:/i.test(head)) return "webArchive";
  if (head.includes("urn:schemas-microsoft-com:office:spreadsheet") && /<(?:\w+:)?Workbook\b/.test(head)) return "xml2003";
  if (head.includes("<office:document")) return "openDocument";
  if (/^\s*<(?:!doctype\s+html|html|head|body|meta|table|style|div|center|title)\b/i.test(head) || /<table\b/i.test(text)) return "html";
  return "text";
}

/** Whether a compound file has a stream of that name, which stands there in UTF-16. */
function mentions(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(wanted[0]!); at >= 0; at = bytes.indexOf(wanted[0]!, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
