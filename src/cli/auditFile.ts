import { audit, type Audit } from "../core/audit";
import { SILENT } from "../core/sheet/WorkbookPort";
import type { Sheet } from "../core/sheet/Sheet";
import { TroubleError } from "../core/Trouble";
import { FORMS } from "../forms/forms";
import type { XlsxWorkbook } from "../xlsx/XlsxWorkbook";

/** A workbook as read, with what was found in it. */
export interface AuditedFile {
  readonly sheets: readonly Sheet[];
  readonly audit: Audit;
}

/** Audits a workbook. Throws `TroubleError` when there is no table in it to speak of. */
export async function auditFile(workbook: XlsxWorkbook, file: string): Promise<AuditedFile> {
  const sheets = await workbook.read(SILENT);
  const found = await audit(sheets, FORMS);
  if (found.tables.length > 0) return { sheets, audit: found };
  const [first] = found.unrecognised;
  throw new TroubleError({
    what: first
      ? { vi: `Trang “${first.sheet}”: ${first.why.vi}`, en: `Sheet “${first.sheet}”: ${first.why.en}` }
      : { vi: "Tệp không có ô nào có dữ liệu.", en: "The workbook has no cell with content." },
    where: file,
    remedy: { vi: "Có thể tạo biểu mới bằng lệnh new.", en: "A new form is made by the command new." },
  });
}
