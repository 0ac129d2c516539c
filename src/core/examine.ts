import { audit, type AuditOptions, type Library } from "./audit";
import { applyJustificationsInSteps, type JustifiedAudit } from "./justifications/applyJustifications";
import type { Kept } from "./justifications/Kept";
import type { Sheet } from "./sheet/Sheet";
import { SILENT } from "./sheet/WorkbookPort";
import { paced } from "./steps";

/**
 * Judges a workbook in the light of what it carries for us: sheets → findings, those confirmed set apart, lapses told. Pure:
 * nothing is written. Throws `Stopped` when told to stop.
 */
export async function examine(sheets: readonly Sheet[], library: Library, kept: Kept, options: Omit<AuditOptions, "answers"> = {}): Promise<JustifiedAudit> {
  const { progress = SILENT, rest = () => undefined } = options;
  const found = await audit(sheets, library, { ...options, answers: kept.answers });
  return paced(applyJustificationsInSteps(found, sheets, kept.justifications), rest, progress);
}
