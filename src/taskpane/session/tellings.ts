import { asksOf } from "../../core/Ask";
import type { Audit } from "../../core/audit";
import { allFindings } from "../../core/findings/Finding";
import type { JustifiedAudit } from "../../core/justifications/applyJustifications";
import { a1 } from "../../core/sheet/Address";
import type { Refusal } from "../../core/sheet/WorkbookPort";
import { sayRefused } from "../../core/suggestions/sayRefused";
import { both, type Phrase, type Severity } from "../../core/words/Phrase";

/** The first of some cells, and a sign that there are more. */
export const shortList = (cells: readonly string[], most = 5): string => cells.slice(0, most).join(", ") + (cells.length > most ? "…" : "");

/** How many findings of a severity an audit has. */
export function countOf(audit: Audit, severity: Severity): number {
  return allFindings(audit).filter((finding) => finding.severity === severity).length;
}

/** What a check came to, in one sentence. */
export function sayChecked({ audit, justified }: Pick<JustifiedAudit, "audit" | "justified">): Phrase {
  const asked = asksOf(audit).length;
  if (asked > 0) {
    const said = audit.tables.length > 0 ? sayChecked({ audit: { ...audit, unrecognised: [] }, justified }) : undefined;
    const ask = {
      vi: `Có ${asked} bảng chưa rõ là biểu nào: hãy chọn biểu để kiểm tra.`,
      en: `Tables of which it is not clear which form they are: ${asked}. Choose their forms to have them checked.`,
    };
    return said ? both((language) => `${said[language]} ${ask[language]}`) : ask;
  }
  if (audit.tables.length + countOf(audit, "error") + countOf(audit, "warning") === 0) {
    return { vi: "Không tìm thấy biểu báo cáo nào để kiểm tra.", en: "No report form was found to check." };
  }
  const [errors, warnings, infos] = [countOf(audit, "error"), countOf(audit, "warning"), countOf(audit, "info")];
  const told = justified.length;
  if (told > 0) {
    return {
      vi: `Đã kiểm tra: ${errors} lỗi, ${warnings} điểm cần xem lại, ${infos} lưu ý, ${told} điểm đã giải trình.`,
      en: `Checked: errors ${errors}, to review ${warnings}, notes ${infos}, justified ${told}.`,
    };
  }
  if (errors + warnings + infos === 0 && audit.tables.every(({ isEmpty }) => isEmpty)) {
    return { vi: "Biểu chưa có số liệu nên chưa kiểm tra được gì. Hãy nhập số liệu rồi kiểm tra lại.", en: "There are no figures yet, so nothing was checked. Type them in and check again." };
  }
  return errors + warnings + infos === 0
    ? { vi: "Đã kiểm tra: số liệu khớp, không có gì phải sửa.", en: "Checked: the figures agree, nothing needs mending." }
    : {
        vi: `Đã kiểm tra: ${errors} lỗi, ${warnings} điểm cần xem lại, ${infos} lưu ý.`,
        en: `Checked: errors ${errors}, to review ${warnings}, notes ${infos}.`,
      };
}

/** What becomes of marks that stand when marking is turned off. */
export const MARKS_LEFT: Phrase = {
  vi: "Dấu đã có vẫn để nguyên trên trang tính và không đổi theo kết quả mới. Bấm Bỏ đánh dấu để gỡ.",
  en: "Marks already on the sheets stay as they are and do not follow new results. Choose Clear marks to lift them.",
};

/** What was mended. */
export function sayApplied(count: number, cells: readonly string[]): readonly Phrase[] {
  if (count === 0) return [];
  return [{ vi: `Đã sửa ${count} ô (${shortList(cells)}).`, en: `Mended: ${shortList(cells)}.` }];
}

/** What was taken back. */
export function sayUndone(count: number, cells: readonly string[]): readonly Phrase[] {
  if (count === 0) return [];
  return [{ vi: `Đã hoàn tác ${count} ô (${shortList(cells)}).`, en: `Undone: ${shortList(cells)}.` }];
}

/** What was told to stop too late, when the writing had begun. `listed` where an earlier check is on view. */
export function sayFinishedFirst(listed: boolean): Phrase {
  return {
    vi: `Lệnh dừng đến khi việc ghi vào trang tính đã bắt đầu nên việc ghi đã được làm cho xong.${listed ? " Danh sách đang hiện là của lần kiểm tra trước; hãy bấm Kiểm tra để kiểm tra lại." : ""}`,
    en: `You chose to stop when the writing had begun, so it was completed.${listed ? " The list shown is from the check before it; choose Check to check again." : ""}`,
  };
}

/** Why edits were not made. */
export const sayRefusals = (refusals: readonly Refusal[]): readonly Phrase[] => sayRefused(refusals, (edits) => shortList(edits.map(({ at }) => a1(at))));
