import { readFileSync, statSync, type Stats } from "node:fs";
import { TroubleError } from "../core/Trouble";
import type { Phrase } from "../core/words/Phrase";
import { misuse } from "./Command";

/** What a path leads to that is no file: reading or replacing it would wait for ever, or do harm. Undefined for files. */
export function sayWhatItIs(found: Pick<Stats, "isFile" | "isDirectory">): Phrase | undefined {
  if (found.isFile()) return undefined;
  if (found.isDirectory()) return { vi: "Đây là thư mục, không phải tệp.", en: "This is a folder, not a file." };
  return { vi: "Đây là thiết bị hoặc ống dẫn dữ liệu, không phải tệp.", en: "This is a device or a pipe, not a file." };
}

/** Refuses a name of no characters, which stands for nothing. Throws `TroubleError`. */
export function refuseEmptyName(path: string): void {
  if (path === "") throw misuse({ vi: "Tên tệp để trống.", en: "The name of a file is empty." });
}

/**
 * Reads a whole file, at once: nobody waits for anything else meanwhile. Throws `TroubleError` where there is none, or what is
 * there is no file: that is looked at first, for opening a pipe waits until somebody writes into it.
 */
export function readBytes(path: string): Uint8Array {
  refuseEmptyName(path);
  let other: Phrase | undefined;
  try {
    other = sayWhatItIs(statSync(path));
    if (!other) return new Uint8Array(readFileSync(path));
  } catch {
    throw new TroubleError({
      what: { vi: "Không mở được tệp.", en: "The file could not be opened." },
      where: path,
      remedy: { vi: "Hãy kiểm tra đường dẫn và quyền đọc tệp.", en: "See whether the path is right and the file may be read." },
    });
  }
  throw new TroubleError({ what: other, where: path, remedy: { vi: "Hãy chỉ rõ tệp cần đọc.", en: "Name the file to read." } });
}
