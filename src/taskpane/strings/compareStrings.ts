import { said } from "./said";

/** The texts of the screen that holds a workbook against an earlier period. */
const PHRASES = {
  heading: { vi: "So với kỳ trước", en: "Compare with an earlier period" },
  lead: {
    vi: "Chọn tệp của kỳ trước hoặc cùng kỳ năm trước. Biểu kỳ trước nằm sẵn trong sổ làm việc này thì không cần chọn tệp. Tệp được chọn chỉ được đọc, không bị thay đổi.",
    en: "Choose the workbook of the period before, or of the same one a year ago; none is needed where its sheet stands in this workbook. What you choose is read, not changed.",
  },
  open: { vi: "Chọn tệp kỳ trước", en: "Choose a workbook" },
  file: (name: string) => ({ vi: `Đang so với tệp “${name}”`, en: `Compared with “${name}”` }),
  forget: { vi: "Bỏ tệp này", en: "Drop it" },
  table: { vi: "Bảng", en: "Table" },
  then: { vi: "So với", en: "Compare with" },
  spans: {
    before: { vi: "kỳ trước", en: "the period before" },
    year: { vi: "cùng kỳ năm trước", en: "a year ago" },
    other: { vi: "không rõ kỳ", en: "period not told" },
  },
  none: { vi: "Chưa có biểu nào để so sánh", en: "There is nothing to compare with" },
  noneText: {
    vi: "Cần một biểu cùng loại, cùng đơn vị, của kỳ liền trước hoặc cùng kỳ năm trước. Hãy chọn tệp có biểu đó.",
    en: "It takes the same form of the same unit, of the period before or of the same one a year ago. Choose the workbook that holds it.",
  },
  questions: { vi: "Thay đổi lớn, có đúng không?", en: "Large changes: are they right?" },
  changes: { vi: "Tăng, giảm, nhiều nhất trước", en: "Increase and decrease, the largest first" },
  same: { vi: "Không có số nào thay đổi.", en: "No figure changed." },
  change: (row: string, column: string, then: string, now: string, grown: string) => ({ vi: `${row}, ${column}: ${then} → ${now} (${grown})`, en: `${row}, ${column}: ${then} → ${now} (${grown})` }),
  more: (count: number) => ({ vi: `và ${count} số khác`, en: `and ${count} more` }),
  fill: (count: number) => ({ vi: `Điền ${count} ô “từ kỳ trước” còn trống`, en: count === 1 ? "Fill the blank cell that is carried over" : `Fill the ${count} blank cells that are carried over` }),
  fillHint: { vi: "Lấy số đang giải quyết cuối kỳ trước; ô đã có số được giữ nguyên.", en: "From what the period before left pending; cells that hold anything stay as they are." },
  renames: { vi: "Dòng chỉ có ở kỳ này: có phải chỉ đổi tên không?", en: "Rows only in this period: did they just change their name?" },
  formerName: (row: string) => ({ vi: `Tên kỳ trước của ${row}`, en: `What ${row} was called` }),
  isNew: { vi: "Dòng mới, không phải đổi tên", en: "A new row" },
  gone: (rows: string) => ({ vi: `Dòng chỉ có ở biểu so sánh: ${rows}`, en: `Rows only in the other form: ${rows}` }),
  renamed: (row: string, former: string) => ({ vi: `${row} trước đây là “${former}”`, en: `${row} was “${former}”` }),
  takeBack: { vi: "Bỏ ghép", en: "Take back" },
  back: { vi: "Xong", en: "Done" },
};

/** The same in each language. */
export const COMPARE_STRINGS = said(PHRASES);
