import type { Language } from "../core/words/Phrase";

const vi = {
  open: "Mở tệp…",
  save: "Tải tệp về",
  saveHint: "Tải sổ làm việc về máy, kèm mọi sửa đổi và đánh dấu",
  undo: "Hoàn tác",
  undoHint: "Hoàn tác (Ctrl+Z)",
  samples: "Tệp mẫu…",
  samplesLabel: "Mở một tệp mẫu",
  edited: "đã sửa, chưa tải về",
  drop: "Thả tệp .xlsx, .xlsm hoặc .xls vào đây để mở",
  sheet: (name: string) => `Trang tính ${name}`,
  sheets: "Các trang tính",
  content: (cell: string) => `Nội dung ô ${cell}`,
  pane: "Ngăn tác vụ",
  resize: "Độ rộng ngăn tác vụ",
  close: "Đóng",
  discard: "Sổ làm việc đang mở đã được sửa nhưng chưa tải về. Mở tệp khác và bỏ các sửa đổi?",
  discardYes: "Bỏ và mở tệp khác",
  discardNo: "Ở lại",
  stale: "Excel sẽ tính ô này khi mở tệp",
  loading: "Đang mở…",
  opening: (file: string) => `Đang mở ${file}…`,
  stop: "Dừng",
  start: "Mở một tệp hoặc chọn tệp mẫu để bắt đầu.",
};

type DemoStrings = typeof vi;

const en: DemoStrings = {
  open: "Open file…",
  save: "Save file",
  saveHint: "Download the workbook with all changes and marks",
  undo: "Undo",
  undoHint: "Undo (Ctrl+Z)",
  samples: "Samples…",
  samplesLabel: "Open a sample",
  edited: "changed, not saved",
  drop: "Drop an .xlsx, .xlsm or .xls here to open it",
  sheet: (name) => `Sheet ${name}`,
  sheets: "Sheets",
  content: (cell) => `Content of ${cell}`,
  pane: "Task pane",
  resize: "Width of the task pane",
  close: "Close",
  discard: "The open workbook was changed but not saved. Open another and lose the changes?",
  discardYes: "Lose them and open",
  discardNo: "Stay",
  stale: "Excel will compute this cell when it opens the file",
  loading: "Opening…",
  opening: (file) => `Opening ${file}…`,
  stop: "Stop",
  start: "Open a file or choose a sample to begin.",
};

/** The texts of the page around the pane. */
export const demoStrings = (language: Language): DemoStrings => (language === "vi" ? vi : en);
