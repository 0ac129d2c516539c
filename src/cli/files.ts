import { basename, extname } from "node:path";
import { a1 } from "../core/sheet/Address";
import type { Edit, Refusal } from "../core/sheet/WorkbookPort";
import { sayRefused } from "../core/suggestions/sayRefused";
import { openWorkbookFile } from "../xlsx/openWorkbookFile";
import type { XlsxWorkbook } from "../xlsx/XlsxWorkbook";
import type { Terminal } from "./Command";
import { readBytes } from "./inputFile";
import type { OutputFile } from "./OutputFile";

/** Opens a workbook file of any kind it can read. */
export async function openFile(path: string): Promise<XlsxWorkbook> {
  return openWorkbookFile(readBytes(path), basename(path));
}

/** Writes a workbook as a whole. Excel opens none whose name ends as another kind: that is told. */
export async function writeWorkbook(output: OutputFile, workbook: XlsxWorkbook, terminal: Terminal): Promise<void> {
  const { path } = output;
  if (workbook.losesSignature) {
    terminal.error(
      terminal.language === "vi"
        ? `Lưu ý: tệp gốc có chữ ký số; tệp ghi ra ${path} đã thay đổi nên chữ ký số không còn giá trị, cần ký lại.`
        : `Note: the workbook is digitally signed; what is written to ${path} has changed, so the signature no longer holds and must be made anew.`,
    );
  }
  await output.write(workbook.save());
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
