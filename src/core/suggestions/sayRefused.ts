import type { Refusal } from "../sheet/WorkbookPort";
import type { Phrase } from "../words/Phrase";

const REFUSED: Readonly<Record<Refusal["why"], (cells: string) => Phrase>> = {
  locked: (cells) => ({
    vi: `Không ghi được vào ô ${cells} vì trang tính đang được bảo vệ. Hãy vào Xem lại (Review) › Bỏ bảo vệ trang tính rồi thử lại.`,
    en: `The sheet is protected, so ${cells} could not be written. Choose Review › Unprotect Sheet and try again.`,
  }),
  array: (cells) => ({
    vi: `Ô ${cells} thuộc một khối công thức mảng, chỉ sửa được cả khối nên được giữ nguyên. Hãy sửa công thức mảng hoặc số liệu mà nó cộng trong Excel.`,
    en: `${cells} belong to an array formula, which changes as a whole or not at all, and stayed as they are. Mend the formula, or the figures it reads, in Excel.`,
  }),
  heading: (cells) => ({
    vi: `Ô ${cells} là tiêu đề của bảng Excel (Table), phải đổi tên cột trong Excel nên được giữ nguyên.`,
    en: `${cells} are headings of an Excel table, whose columns are renamed in Excel only, and stayed as they are.`,
  }),
  changed: (cells) => ({
    vi: `Ô ${cells} đã thay đổi từ lần kiểm tra trước nên được giữ nguyên. Hãy kiểm tra lại.`,
    en: `${cells} changed since the last check and stayed as it is. Please check again.`,
  }),
  "no-such-sheet": (cells) => ({
    vi: `Trang tính chứa ô ${cells} không còn trong sổ làm việc. Hãy kiểm tra lại.`,
    en: `The sheet that held ${cells} is gone. Please check again.`,
  }),
};

/** Why edits were not made, a sentence for each reason; cells are listed as told. */
export function sayRefused(refusals: readonly Refusal[], list: (edits: readonly Refusal["edit"][]) => string): readonly Phrase[] {
  return (Object.keys(REFUSED) as Refusal["why"][]).flatMap((why) => {
    const edits = refusals.filter((refusal) => refusal.why === why).map(({ edit }) => edit);
    return edits.length > 0 ? [REFUSED[why](list(edits))] : [];
  });
}
