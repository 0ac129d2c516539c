import { examine } from "../core/examine";
import type { JustifiedAudit } from "../core/justifications/applyJustifications";
import { parseKept, type Kept } from "../core/justifications/Kept";
import type { WrittenText } from "../core/stated/StatedFigure";
import { SILENT } from "../core/sheet/WorkbookPort";
import type { Sheet } from "../core/sheet/Sheet";
import { TroubleError } from "../core/Trouble";
import { LIBRARY } from "../library";
import type { XlsxWorkbook } from "../xlsx/XlsxWorkbook";

/** A workbook as read, with what was found in it and what the reporter said about that. */
export interface AuditedFile extends JustifiedAudit {
  readonly sheets: readonly Sheet[];
  readonly kept: Kept;
}

/** Audits a workbook, and holds written texts against it. Throws `TroubleError` when there is no table in it to speak of. */
export async function auditFile(workbook: XlsxWorkbook, file: string, texts: readonly WrittenText[] = []): Promise<AuditedFile> {
  const sheets = await workbook.read(SILENT);
  const kept = parseKept(await workbook.readKept());
  const examined = await examine(sheets, LIBRARY, kept, { texts });
  if (examined.audit.tables.length > 0) return { sheets, kept, ...examined };
  const [first] = examined.audit.unrecognised;
  throw new TroubleError({
    what: first
      ? { vi: `Trang “${first.sheet}”: ${first.why.vi}`, en: `Sheet “${first.sheet}”: ${first.why.en}` }
      : { vi: "Tệp không có ô nào có dữ liệu.", en: "The workbook has no cell with content." },
    where: file,
    remedy: { vi: "Có thể tạo biểu mới bằng lệnh new.", en: "A new form is made by the command new." },
  });
}
