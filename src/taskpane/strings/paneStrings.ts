import { said, type Said } from "./said";

/** The texts of the pane's fixed parts; those of its screens load later, in screenStrings. */
const PHRASES = {
  name: { vi: "Kiểm soát TTHC", en: "Kiểm soát TTHC" },
  actions: {
    label: { vi: "Công việc", en: "Work" },
    scaffold: { vi: "Tạo biểu", en: "New form" },
    compute: { vi: "Tính cột tổng", en: "Add sums" },
    check: { vi: "Kiểm tra", en: "Check" },
    narrative: { vi: "Viết báo cáo", en: "Write text" },
    clearMarks: { vi: "Bỏ đánh dấu", en: "Clear marks" },
  },
  welcome: {
    heading: { vi: "Kiểm tra biểu báo cáo thủ tục hành chính", en: "Check administrative-procedure reports" },
    lead: {
      vi: "Nhận ra biểu trên trang tính, cộng lại mọi số liệu, chỉ ra đúng ô sai và viết sẵn đoạn báo cáo.",
      en: "Finds the form on your sheet, adds every figure up again, points to the wrong cell and writes the paragraph.",
    },
    checkTitle: { vi: "Kiểm tra số liệu", en: "Check the figures" },
    checkText: {
      vi: "Đánh dấu ô sai, giải thích vì sao và gợi ý số đúng. Định dạng sẵn có được giữ nguyên.",
      en: "Marks wrong cells, says why and offers the right value. Your formatting stays as it is.",
    },
    scaffoldTitle: { vi: "Tạo biểu mẫu", en: "Start from the form" },
    scaffoldText: { vi: "Thêm trang tính đúng mẫu, các ô tổng tự tính.", en: "Adds a sheet as issued, whose sums compute themselves." },
    narrativeTitle: { vi: "Viết đoạn báo cáo", en: "Write the paragraph" },
    narrativeText: { vi: "Từ số liệu trong bảng thành lời văn để dán vào Word.", en: "From the table's figures to official wording, to paste into Word." },
    begin: { vi: "Kiểm tra ngay", en: "Check now" },
    privacy: {
      vi: "Dữ liệu không rời máy tính này: mọi việc được làm tại chỗ, không gửi đi đâu.",
      en: "Your data does not leave this computer: all work is done right here, nothing is sent anywhere.",
    },
  },
  privacyShort: { vi: "Dữ liệu không rời máy", en: "Data stays on this computer" },
  marks: {
    label: { vi: "Đánh dấu ô trên trang tính", en: "Mark cells on the sheet" },
    off: {
      vi: "Đang tắt: kiểm tra và chọn ô không ghi gì vào sổ tính, lịch sử hoàn tác của Excel còn nguyên.",
      en: "Off: checking and selecting write nothing into the workbook, so Excel's undo history lives.",
    },
  },
  working: {
    check: { vi: "Đang kiểm tra…", en: "Checking…" },
    recheck: { vi: "Đang kiểm tra lại…", en: "Checking again…" },
    apply: { vi: "Đang sửa…", en: "Mending…" },
    undo: { vi: "Đang hoàn tác…", en: "Undoing…" },
    scaffold: { vi: "Đang tạo biểu…", en: "Making the sheet…" },
    "remove-set": { vi: "Đang bỏ bộ biểu…", en: "Removing the set…" },
    compute: { vi: "Đang đặt công thức…", en: "Adding formulas…" },
    mark: { vi: "Đang đánh dấu…", en: "Marking…" },
    "clear-marks": { vi: "Đang bỏ đánh dấu…", en: "Clearing marks…" },
    read: { vi: "Đang đọc sổ làm việc…", en: "Reading the workbook…" },
    keep: { vi: "Đang lưu giải trình…", en: "Keeping the justification…" },
    stop: { vi: "Dừng", en: "Stop" },
  },
  trouble: {
    heading: { vi: "Chưa làm được", en: "That did not work" },
    retry: { vi: "Thử lại", en: "Try again" },
    restart: { vi: "Làm lại từ đầu", en: "Start over" },
  },
  compare: { vi: "So với kỳ trước", en: "Compare with an earlier period" },
  describe: { vi: "Bảng này tự nói gì?", en: "What does this table say?" },
  settings: { vi: "Cài đặt", en: "Settings" },
  close: { vi: "Đóng", en: "Close" },
};

/** Those texts in one language. */
export type Strings = Said<typeof PHRASES>;

/** The same in each. */
export const PANE_STRINGS = said(PHRASES);
