import { basename } from "node:path";
import type { WrittenText } from "../core/stated/StatedFigure";
import { TroubleError } from "../core/Trouble";
import { readDocx } from "../word/readDocx";
import { readBytes } from "./files";
import type { CommandLine } from "./options";

function decoded(bytes: Uint8Array): string | undefined {
  // What Windows calls "Unicode".
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * The written report named by --narrative, to be held against the tables: plain text or .docx; none where it is not named.
 * Throws `TroubleError` for a file that is neither.
 */
export async function readNarratives({ options }: Pick<CommandLine, "options">): Promise<readonly WrittenText[]> {
  const file = options.narrative;
  if (file === undefined) return [];
  const bytes = await readBytes(file);
  const text = bytes[0] === 0x50 && bytes[1] === 0x4b ? readDocx(bytes) : decoded(bytes);
  if (text === undefined) {
    throw new TroubleError({
      what: { vi: "Không đọc được lời văn trong tệp này.", en: "The text in this file could not be read." },
      where: file,
      remedy: { vi: "Hãy dùng tệp .docx hoặc tệp văn bản mã UTF-8.", en: "Use a .docx, or plain text in UTF-8." },
    });
  }
  const name = basename(file);
  return [{ text, source: { vi: `tệp ${name}`, en: `file ${name}` } }];
}
