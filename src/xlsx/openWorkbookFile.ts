import { SILENT, type Progress } from "../core/sheet/WorkbookPort";
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

/**
 * The characters of a text file of unknown encoding: by byte order mark, else UTF-8 where it is valid, else the charset
 * the page declares, else windows-1258, the old Vietnamese one. Composed letters (NFC). Undefined when the bytes are no text.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return decode(bytes, "utf-16le");
  if (first === 0xfe && second === 0xff) return decode(bytes, "utf-16be");
  if (second === 0 && fourth === 0) return decode(bytes, "utf-16le");
  if (first === 0 && third === 0) return decode(bytes, "utf-16be");
  if (bytes.subarray(0, 4096).includes(0)) return undefined;
  return decode(bytes, "utf-8") ?? decode(bytes, declaredCharset(bytes)) ?? decode(bytes, "windows-1258");
}

function declaredCharset(bytes: Uint8Array): string {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  return /charset\s*=\s*(?:["']\s*)?([\w-]+)/i.exec(head)?.[1] ?? "";
}

function decode(bytes: Uint8Array, label: string): string | undefined {
  try {
    // As a stream, so that a file cut in the middle of its last letter still counts as UTF-8.
    return new TextDecoder(label, { fatal: true }).decode(bytes, { stream: true }).normalize("NFC");
  } catch {
    return undefined;
  }
}
