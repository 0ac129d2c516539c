import { FORM_IDS } from "../forms/loadForm";
import { misuse } from "./options";

/** The id, if a form has it. Throws `TroubleError` that lists those known. */
export function knownForm(id: string): string {
  if (FORM_IDS.includes(id)) return id;
  const known = FORM_IDS.join(", ");
  throw misuse({ vi: `Không có biểu “${id}”; các biểu hiện có: ${known}.`, en: `There is no form “${id}”; those known: ${known}.` });
}
