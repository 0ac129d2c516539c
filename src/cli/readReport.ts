import { TroubleError } from "../core/Trouble";
import { readDocx } from "../word/readDocx";
import { readHtml } from "../word/readHtml";
import { decodeText } from "../xlsx/openWorkbookFile";
import { readBytes } from "./inputFile";

/** Plain text as it stands in its file, composed or not, for offsets lead back into it; undefined for other encodings than UTF-8. */
function plainText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The text of a written report: .docx, .html, or plain text. Throws `TroubleError` for a file that is none of them. */
export function readReport(file: string): string {
  const bytes = readBytes(file);
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const text = isZip ? readDocx(bytes, "as lines") : bytes.subarray(0, 4096).includes(0) ? decodeText(bytes) : (plainText(bytes) ?? decodeText(bytes));
  if (text !== undefined) return !isZip && /\.html?$/i.test(file) ? readHtml(text) : text;
  throw new TroubleError({
    what: { vi: "Không đọc được lời văn trong tệp này.", en: "The text in this file could not be read." },
    where: file,
    remedy: { vi: "Hãy dùng tệp .docx, .html hoặc tệp văn bản mã UTF-8.", en: "Use a .docx, .html, or plain text in UTF-8." },
  });
}
