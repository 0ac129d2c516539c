import { placeOfTable } from "./Ask";
import { audit, type AuditOptions, type Library } from "./audit";
import { applyJustificationsInSteps, type JustifiedAudit } from "./justifications/applyJustifications";
import { soundForms } from "./described/ownForm";
import { besides, type Table } from "./figures/Table";
import type { Form } from "./form/Form";
import { withOwnForms } from "./withOwnForms";
import type { Kept } from "./justifications/Kept";
import type { Sheet } from "./sheet/Sheet";
import { SILENT } from "./sheet/WorkbookPort";
import { paced } from "./steps";

export interface ExamineOptions extends Omit<AuditOptions, "answers" | "chosen" | "told" | "relations" | "renamed"> {
  /** Forms of the agency's own besides those that the workbook carries. */
  readonly own?: readonly Form[];
  /** Id of the form that every table is taken for; else as the workbook keeps it, and as recognised. */
  readonly form?: string;
}

/** The tables of another workbook, in the light of what that one carries for us, to hold this one against: read, not judged. */
export async function readBeside(sheets: readonly Sheet[], library: Library, kept: Kept, file: string, options: ExamineOptions = {}): Promise<readonly Table[]> {
  const { audit: read } = await examine(sheets, { ...library, checksOf: () => [] }, kept, options);
  return besides(read.tables.map(({ table }) => table), file);
}

/** Judges a workbook in the light of what it carries for us. Pure: nothing is written. Throws `Stopped` when told to stop. */
export async function examine(sheets: readonly Sheet[], library: Library, kept: Kept, options: ExamineOptions = {}): Promise<JustifiedAudit> {
  const { answers, chosen, told, justifications, relations, renamed } = kept;
  const { progress = SILENT, rest = () => undefined, form, own = [] } = options;
  const forms = [...own, ...soundForms(kept.own)];
  const found = await audit(sheets, withOwnForms(library, forms), { ...options, answers, told, relations, renamed, chosen: (table) => form ?? chosen.get(placeOfTable(table)) });
  return paced(applyJustificationsInSteps(found, sheets, justifications), rest, progress);
}
