import type { Form, Rule } from "../../core/form/Form";
import type { Official } from "../../core/words/Phrase";
import { files } from "./files";
import { sumOf } from "./columns";
import { withdrawnBeside } from "./gaps";

/** What systems of provinces print, and how well it is known. Nobody files these sheets: they are read, checked and turned into forms. */
export const exportedBy = (system: Official, grade: "A" | "B"): Pick<Form, "basis" | "from" | "grade" | "note" | "signatures"> => ({
  basis: `Bản xuất của ${system}; không do văn bản nào ban hành`,
  from: "2018-01-01",
  grade,
  note: {
    vi: "Bản xuất của phần mềm, không phải biểu báo cáo: dùng để kiểm tra và chuyển thành biểu; phép cộng suy từ tiêu đề cột.",
    en: "An export of a system, not a form to be filed: it is read to be checked and turned into one; its sums follow from its headings.",
  },
  signatures: [],
});

/** A total whose parts stand beside it. */
export const totalOf = (key: string, sumId: string, ...parts: readonly string[]) => files(key, "Tổng số", { ...sumOf(sumId, ...parts), width: 11 });

/** What came in is in one of the results, unless it was withdrawn, returned or stopped. */
export const resultsOf = (...plus: readonly string[]): Rule => ({
  id: "received-by-result", kind: "balance", total: "received", plus, severity: "warning", gap: withdrawnBeside, basis: "Quan hệ giữa các nhóm cột",
  title: { vi: "Tiếp nhận bằng tổng các cột kết quả, cộng số rút, dừng, trả lại nếu có", en: "Files received are those of all results, plus any withdrawn, returned or stopped" },
}); // prettier-ignore

/** The share that many exports print among their counts. */
export const NOT_LATE_SHARE = {
  ...{ id: "on-time-rate", header: "Tỷ lệ trước hạn, đúng hạn", decimals: 2 },
  ...{ numerator: ["early", "onTime"], denominator: ["early", "onTime", "late"] },
};
