import { extname } from "node:path";
import type { XlsxWorkbook } from "../xlsx/XlsxWorkbook";
import type { Terminal } from "./Command";
import { writeWhole } from "./files";

/** Writes a workbook as a whole. Excel opens none whose name ends as another kind: that is told. */
export async function writeWorkbook(path: string, workbook: XlsxWorkbook, terminal: Terminal): Promise<void> {
  await writeWhole(path, workbook.save());
  const { extension } = workbook;
  if (extname(path).toLowerCase() === extension) return;
  terminal.error(
    terminal.language === "vi"
      ? `Lưu ý: nội dung của ${path} là ${extension}, Excel có thể không mở tệp có đuôi khác; hãy đặt đuôi ${extension}.`
      : `Note: ${path} holds a workbook of the kind ${extension}; Excel may not open it under another ending, so name it ${extension}.`,
  );
}
