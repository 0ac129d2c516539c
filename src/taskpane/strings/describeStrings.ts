import { said } from "./said";

/** The texts of the screen that tells what tables say of themselves. */
const PHRASES = {
  heading: { vi: "Bảng này tự nói gì?", en: "What does this table say?" },
  lead: {
    vi: "Các quan hệ in trên bảng, đọc từ dòng đánh số, tiêu đề và ghi chú. Tắt quan hệ nào thì quan hệ đó không dùng để kiểm tra.",
    en: "Relations that tables print, read from numbering rows, headings and notes. One that is switched off is not judged by.",
  },
  none: { vi: "Không bảng nào in quan hệ giữa các cột, các dòng", en: "No table prints a relation of its columns or rows" },
  noneText: {
    vi: "Chỉ đọc được những gì bảng in ra, như “(3)=(4)+(5)” ở dòng đánh số hoặc “Cột 4 = Cột 5 + Cột 6” ở ghi chú.",
    en: "Only what is printed can be read, such as “(3)=(4)+(5)” in a numbering row, or “Cột 4 = Cột 5 + Cột 6” in a note.",
  },
  place: (sheet: string, range: string) => ({ vi: `Trang tính “${sheet}”, vùng ${range}`, en: `Sheet “${sheet}”, ${range}` }),
  printed: (text: string) => ({ vi: `In trên bảng: ${text}`, en: `As printed: ${text}` }),
  use: (sentence: string) => ({ vi: `Dùng để kiểm tra: ${sentence}`, en: `Judge by: ${sentence}` }),
  correct: { vi: "Sửa quan hệ", en: "Correct it" },
  correctHint: { vi: "Ghi như dòng đánh số, ví dụ 16=5-6-15.", en: "As in a numbering row, such as 16=5-6-15." },
  wrong: { vi: "Chưa đọc được quan hệ này. Hãy ghi như 16=5-6-15.", en: "That could not be read. Write it like 16=5-6-15." },
  save: { vi: "Lưu", en: "Keep" },
  asPrinted: { vi: "Đọc lại như in trên bảng", en: "Read it as printed" },
  keep: { vi: "Lưu thành mẫu của đơn vị", en: "Keep as the agency's own form" },
  keepHint: {
    vi: "Mẫu được lưu trong sổ làm việc này và dùng được như mọi biểu; tệp mẫu để gửi cho đơn vị khác.",
    en: "The form is kept in this workbook and works like any other; the file is for others.",
  },
  name: { vi: "Tên mẫu", en: "Name of the form" },
  nameMissing: { vi: "Hãy ghi tên mẫu.", en: "Enter a name." },
  keepHere: { vi: "Lưu vào sổ làm việc", en: "Keep in the workbook" },
  download: { vi: "Tải tệp mẫu", en: "Save as a file" },
  open: { vi: "Thêm mẫu từ tệp", en: "Add a form from a file" },
  kept: (name: string) => ({ vi: `Đã lưu mẫu “${name}”. Các bảng như vậy được nhận ra từ nay.`, en: `Kept “${name}”. Such tables are known from now on.` }),
  saved: (name: string) => ({ vi: `Đã lưu tệp ${name}.`, en: `Saved ${name}.` }),
  unsound: (faults: string) => ({ vi: `Tệp này không phải mẫu dùng được (${faults}).`, en: `The file holds no sound form (${faults}).` }),
  back: { vi: "Xong", en: "Done" },
};

/** Those texts by language. */
export const DESCRIBE_STRINGS = said(PHRASES);
