import type { Phrase } from "../../core/words/Phrase";

/** Sheets by their names. */
const listed = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(", ");

/** Sheets that were added. */
export const sayMade = (names: readonly string[]): Phrase =>
  names.length === 1
    ? {
        vi: `Đã thêm trang tính ${listed(names)}. Hãy nhập số liệu vào các ô trống; các ô tổng tự tính.`,
        en: `Added the sheet ${listed(names)}. Type into the blank cells; the sums compute themselves.`,
      }
    : {
        vi: `Đã thêm ${names.length} trang tính: ${listed(names)}. Hãy nhập số liệu vào các ô trống; các ô tổng tự tính.`,
        en: `Added ${names.length} sheets: ${listed(names)}. Type into the blank cells; the sums compute themselves.`,
      };

/** The workbook says another period than was chosen, and heads follow the workbook. */
export const sayPeriodOfInfo = (sheet: string): Phrase => ({
  vi: `Kỳ báo cáo ghi ở trang “${sheet}” khác kỳ vừa chọn; đầu biểu lấy theo trang đó. Nếu chưa đúng, hãy sửa kỳ ở trang “${sheet}”.`,
  en: `“${sheet}” says another period than you chose; the heads follow that sheet. Change the period there if it is wrong.`,
});

/** What became of the sheets of a set: gone, or why they stay. */
export function sayRemoved({ gone, changed, needed, spared }: Readonly<Record<"gone" | "changed" | "needed" | "spared", readonly string[]>>): readonly Phrase[] {
  const tell = (names: readonly string[], vi: string, en: string): readonly Phrase[] => (names.length === 0 ? [] : [{ vi: `${vi}: ${listed(names)}.`, en: `${en}: ${listed(names)}.` }]);
  const told = [
    ...tell(gone, `Đã bỏ ${gone.length} trang tính`, `Removed ${gone.length} sheets`),
    ...tell(changed, "Giữ lại vì đã có nội dung khác lúc tạo", "Kept, because they were changed since"),
    ...tell(needed, "Giữ lại vì ô của trang khác đang lấy số liệu từ đó", "Kept, because other sheets look at them"),
    ...tell(spared, "Giữ lại vì sổ làm việc phải còn một trang tính", "Kept, because a workbook needs one sheet"),
  ];
  return told.length > 0 ? told : [{ vi: "Các trang của bộ biểu không còn trong sổ làm việc.", en: "The sheets of the set are no longer in the workbook." }];
}

/** A table that was turned into another form. */
export const sayConverted = (from: string, to: string): Phrase => ({ vi: `Đã chuyển bảng ở trang “${from}” thành trang “${to}”.`, en: `The table on “${from}” was converted to the sheet “${to}”.` });

/** A table that does not say its period, which nobody makes up. */
export const sayUndated = (sheet: string): Phrase => ({
  vi: `Trang “${sheet}” không ghi kỳ báo cáo nên chưa chuyển được. Hãy ghi dòng “Từ ngày … đến ngày …” phía trên bảng, rồi chuyển lại.`,
  en: `“${sheet}” does not say its period, so it was not converted. Write “Từ ngày … đến ngày …” above the table and try again.`,
});
