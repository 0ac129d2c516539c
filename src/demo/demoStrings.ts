import { said } from "../taskpane/strings/said";

const PHRASES = {
  open: { vi: "Mở tệp…", en: "Open file…" },
  save: { vi: "Tải tệp về", en: "Save file" },
  saveHint: { vi: "Tải sổ làm việc về máy, kèm mọi sửa đổi và đánh dấu", en: "Download the workbook with all changes and marks" },
  undo: { vi: "Hoàn tác", en: "Undo" },
  undoHint: { vi: "Hoàn tác (Ctrl+Z)", en: "Undo (Ctrl+Z)" },
  samples: { vi: "Tệp mẫu…", en: "Samples…" },
  samplesLabel: { vi: "Mở một tệp mẫu", en: "Open a sample" },
  edited: { vi: "đã sửa, chưa tải về", en: "changed, not saved" },
  drop: { vi: "Thả tệp .xlsx, .xlsm hoặc .xls vào đây để mở", en: "Drop an .xlsx, .xlsm or .xls here to open it" },
  sheets: { vi: "Các trang tính", en: "Sheets" },
  pane: { vi: "Ngăn tác vụ", en: "Task pane" },
  resize: { vi: "Độ rộng ngăn tác vụ", en: "Width of the task pane" },
  close: { vi: "Đóng", en: "Close" },
  discard: {
    vi: "Sổ làm việc đang mở đã được sửa nhưng chưa tải về. Mở tệp khác và bỏ các sửa đổi?",
    en: "The open workbook was changed but not saved. Open another and lose the changes?",
  },
  discardYes: { vi: "Bỏ và mở tệp khác", en: "Lose them and open" },
  discardNo: { vi: "Ở lại", en: "Stay" },
  stale: { vi: "Excel sẽ tính ô này khi mở tệp", en: "Excel will compute this cell when it opens the file" },
  loading: { vi: "Đang mở…", en: "Opening…" },
  stop: { vi: "Dừng", en: "Stop" },
  start: { vi: "Mở một tệp hoặc chọn tệp mẫu để bắt đầu.", en: "Open a file or choose a sample to begin." },
  sheet: (name: string) => ({ vi: `Trang tính ${name}`, en: `Sheet ${name}` }),
  content: (cell: string) => ({ vi: `Nội dung ô ${cell}`, en: `Content of ${cell}` }),
  opening: (file: string) => ({ vi: `Đang mở ${file}…`, en: `Opening ${file}…` }),
};

/** The texts of the page around the pane, in each language. */
export const DEMO_STRINGS = said(PHRASES);
