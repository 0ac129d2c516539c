import { a1 } from "../core/sheet/Address";
import type { Refusal } from "../core/sheet/WorkbookPort";
import type { Language } from "../core/words/Phrase";

const MOST_NAMED = 5;

/** Cells that could not be written, and what to do; undefined when all were. */
export function sayRefusals(refusals: readonly Refusal[], language: Language): string | undefined {
  if (refusals.length === 0) return undefined;
  const names = refusals.slice(0, MOST_NAMED).map(({ edit: { sheet, at } }) => `${sheet}!${a1(at)}`);
  const cells = names.join(", ") + (refusals.length > names.length ? ", …" : "");
  return language === "vi"
    ? `Không ghi được ${refusals.length} ô (${cells}) vì trang tính đang được bảo vệ. Hãy bỏ bảo vệ trang tính (thẻ Xem lại) rồi chạy lại.`
    : `${refusals.length} cells (${cells}) could not be written because the sheet is protected. Unprotect it (Review tab) and run this again.`;
}
