import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { chmod, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve, extname } from "node:path";
import { a1 } from "../core/sheet/Address";
import type { Edit, Refusal } from "../core/sheet/WorkbookPort";
import { sayRefused } from "../core/suggestions/sayRefused";
import { TroubleError } from "../core/Trouble";
import { openWorkbookFile } from "../xlsx/openWorkbookFile";
import type { XlsxWorkbook } from "../xlsx/XlsxWorkbook";
import type { Terminal } from "./Command";

/** Reads a whole file, at once: nobody waits for anything else meanwhile. Throws `TroubleError` where there is none, or it is a folder. */
export function readBytes(path: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (error) {
    const isFolder = (error as { code?: unknown }).code === "EISDIR";
    throw new TroubleError({
      what: isFolder ? { vi: "Đây là thư mục, không phải tệp.", en: "This is a folder, not a file." } : { vi: "Không mở được tệp.", en: "The file could not be opened." },
      where: path,
      remedy: isFolder
        ? { vi: "Hãy chỉ rõ tệp Excel cần đọc.", en: "Name the workbook to read." }
        : { vi: "Hãy kiểm tra đường dẫn và quyền đọc tệp.", en: "See whether the path is right and the file may be read." },
    });
  }
}

/** Opens a workbook file of any kind it can read. */
export async function openFile(path: string): Promise<XlsxWorkbook> {
  return openWorkbookFile(readBytes(path), basename(path));
}

/** The file a path leads to, with the permissions it has; one that is not there yet has none. Throws where anything but a file is. */
async function targetOf(path: string): Promise<{ readonly target: string; readonly mode?: number }> {
  let target: string;
  try {
    // Behind a link it is the file that is replaced, not the link.
    target = await realpath(path);
  } catch {
    return { target: resolve(path) };
  }
  const found = await stat(target);
  if (!found.isFile()) throw new Error(`${target} is no file`);
  return { target, mode: found.mode };
}

/** Writes beside the target and then renames, so that nobody ever sees half a file. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  let draft: string | undefined;
  try {
    const { target, mode } = await targetOf(path);
    draft = join(dirname(target), `.kstt-${randomBytes(6).toString("hex")}.tmp`);
    await writeFile(draft, bytes);
    if (mode !== undefined) await chmod(draft, mode);
    await rename(draft, target);
  } catch {
    if (draft !== undefined) await rm(draft, { force: true }).catch(() => undefined);
    throw new TroubleError({
      what: { vi: "Không ghi được tệp kết quả.", en: "The result could not be written." },
      where: path,
      remedy: {
        vi: "Hãy kiểm tra thư mục có tồn tại, còn chỗ trống và tệp không đang mở ở chương trình khác.",
        en: "See whether the folder exists, has room, and the file is not open elsewhere.",
      },
    });
  }
}

/** Writes a workbook as a whole. Excel opens none whose name ends as another kind: that is told. */
export async function writeWorkbook(path: string, workbook: XlsxWorkbook, terminal: Terminal): Promise<void> {
  if (workbook.losesSignature) {
    terminal.error(
      terminal.language === "vi"
        ? `Lưu ý: tệp gốc có chữ ký số; tệp ghi ra ${path} đã thay đổi nên chữ ký số không còn giá trị, cần ký lại.`
        : `Note: the workbook is digitally signed; what is written to ${path} has changed, so the signature no longer holds and must be made anew.`,
    );
  }
  await writeWhole(path, workbook.save());
  const { extension } = workbook;
  if (extname(path).toLowerCase() === extension) return;
  terminal.error(
    terminal.language === "vi"
      ? `Lưu ý: nội dung của ${path} là ${extension}, Excel có thể không mở tệp có đuôi khác; hãy đặt đuôi ${extension}.`
      : `Note: ${path} holds a workbook of the kind ${extension}; Excel may not open it under another ending, so name it ${extension}.`,
  );
}

const MOST_NAMED = 5;

/** Tells which cells could not be written, and why. */
export function sayRefusals(refusals: readonly Refusal[], { error, language }: Terminal): void {
  const list = (edits: readonly Edit[]): string =>
    edits.slice(0, MOST_NAMED).map(({ sheet, at }) => `${sheet}!${a1(at)}`).join(", ") + (edits.length > MOST_NAMED ? `, … (${edits.length})` : "");
  for (const phrase of sayRefused(refusals, list)) error(phrase[language]);
}
