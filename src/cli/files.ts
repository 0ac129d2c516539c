import { randomBytes } from "node:crypto";
import { chmod, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { TroubleError } from "../core/Trouble";
import { openWorkbookFile } from "../xlsx/openWorkbookFile";
import type { XlsxWorkbook } from "../xlsx/XlsxWorkbook";

/** Reads a whole file. Throws `TroubleError` where there is none, or it is a folder. */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    if ((await stat(path)).isDirectory()) {
      throw new TroubleError({
        what: { vi: "Đây là thư mục, không phải tệp.", en: "This is a folder, not a file." },
        where: path,
        remedy: { vi: "Hãy chỉ rõ tệp Excel cần đọc.", en: "Name the workbook to read." },
      });
    }
    return new Uint8Array(await readFile(path));
  } catch (error) {
    if (error instanceof TroubleError) throw error;
    throw new TroubleError({
      what: { vi: "Không mở được tệp.", en: "The file could not be opened." },
      where: path,
      remedy: { vi: "Hãy kiểm tra đường dẫn và quyền đọc tệp.", en: "See whether the path is right and the file may be read." },
    });
  }
}

/** Opens a workbook file of any kind it can read. */
export async function openFile(path: string): Promise<XlsxWorkbook> {
  return openWorkbookFile(await readBytes(path), basename(path));
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
