import { asksOf } from "../core/Ask";
import { examine, type ExamineOptions } from "../core/examine";
import { parseKept, type Kept } from "../core/justifications/Kept";
import type { JustifiedAudit } from "../core/justifications/applyJustifications";
import { SILENT } from "../core/sheet/WorkbookPort";
import type { Sheet } from "../core/sheet/Sheet";
import { TroubleError } from "../core/Trouble";
import { LIBRARY } from "../library";
import type { XlsxWorkbook } from "../xlsx/XlsxWorkbook";
import { knownForm } from "./knownForm";
import type { CommandLine } from "./options";
import { readNarratives } from "./readNarratives";

/** A workbook as read, with what was found in it and what the reporter said about that. */
export interface AuditedFile extends JustifiedAudit {
  readonly sheets: readonly Sheet[];
  readonly kept: Kept;
}

type Asked = Pick<ExamineOptions, "texts" | "form">;

/** What the command line says of all files: the written report they are held against, and which form their tables are. */
export async function askedOf(line: CommandLine): Promise<Asked> {
  const { form } = line.options;
  return { texts: await readNarratives(line), ...(form === undefined ? {} : { form: knownForm(form) }) };
}

/** Audits a workbook, and holds written texts against it. Throws `TroubleError` when there is no table in it to speak of. */
export async function auditFile(workbook: XlsxWorkbook, file: string, asked: Asked = {}): Promise<AuditedFile> {
  const sheets = await workbook.read(SILENT);
  const kept = parseKept(await workbook.readKept());
  const examined = await examine(sheets, LIBRARY, kept, asked);
  const { tables, unrecognised } = examined.audit;
  if (tables.length > 0) return { sheets, kept, ...examined };
  const [first] = unrecognised;
  const ids = [...new Set(asksOf(examined.audit).flatMap(({ candidates }) => candidates.map(({ form }) => form)))].join(" | ");
  throw new TroubleError({
    what: first
      ? { vi: `Trang “${first.sheet}”: ${first.why.vi}`, en: `Sheet “${first.sheet}”: ${first.why.en}` }
      : { vi: "Tệp không có ô nào có dữ liệu.", en: "The workbook has no cell with content." },
    where: file,
    remedy:
      ids === ""
        ? { vi: "Có thể tạo biểu mới bằng lệnh new.", en: "A new form is made by the command new." }
        : { vi: `Chạy lại với --form ${ids} để chỉ rõ biểu.`, en: `Run it again with --form ${ids} to say which it is.` },
  });
}
