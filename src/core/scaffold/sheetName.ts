import type { Form } from "../form/Form";

/** Excel's limit. */
const LONGEST = 31;

/** What the sheet of a form is called: "Biểu số II.06a/VPCP/KSTT" gives "II.06a". */
export function sheetName({ id, mark, sheetName: own }: Form): string {
  if (own !== undefined) return own;
  const number = (mark ?? "").normalize("NFC").replace(/^\s*(?:Biểu mẫu|Biểu|Mẫu|Phụ lục)(?:\s+số)?\s+/u, "").split("/")[0]!;
  const name = number.replace(/[\\/?*[\]:]/g, " ").replace(/\s+/g, " ").replace(/^[' ]+|[' ]+$/g, "");
  return (name || id).slice(0, LONGEST);
}
