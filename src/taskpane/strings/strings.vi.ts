/** The pane in Vietnamese: the language every other one is measured by. */
export const vi = {
  name: "Kiểm soát TTHC",
  actions: {
    label: "Công việc",
    scaffold: "Tạo biểu",
    compute: "Tính cột tổng",
    check: "Kiểm tra",
    narrative: "Viết báo cáo",
    clearMarks: "Bỏ đánh dấu",
  },
  welcome: {
    heading: "Kiểm tra biểu báo cáo thủ tục hành chính",
    lead: "Nhận ra biểu trên trang tính, cộng lại mọi số liệu, chỉ ra đúng ô sai và viết sẵn đoạn báo cáo.",
    checkTitle: "Kiểm tra số liệu",
    checkText: "Đánh dấu ô sai, giải thích vì sao và gợi ý số đúng. Định dạng sẵn có được giữ nguyên.",
    scaffoldTitle: "Tạo biểu mẫu",
    scaffoldText: "Thêm trang tính đúng mẫu, các ô tổng tự tính.",
    narrativeTitle: "Viết đoạn báo cáo",
    narrativeText: "Từ số liệu trong bảng thành lời văn để dán vào Word.",
    begin: "Kiểm tra ngay",
    privacy: "Dữ liệu không rời máy tính này: mọi việc được làm tại chỗ, không gửi đi đâu.",
  },
  privacyShort: "Dữ liệu không rời máy",
  marks: {
    label: "Đánh dấu ô trên trang tính",
    off: "Đang tắt: kiểm tra và chọn ô không ghi gì vào sổ tính, lịch sử hoàn tác của Excel còn nguyên.",
  },
  working: {
    check: "Đang kiểm tra…",
    recheck: "Đang kiểm tra lại…",
    apply: "Đang sửa…",
    undo: "Đang hoàn tác…",
    scaffold: "Đang tạo biểu…",
    compute: "Đang đặt công thức…",
    mark: "Đang đánh dấu…",
    "clear-marks": "Đang bỏ đánh dấu…",
    read: "Đang đọc sổ làm việc…",
    keep: "Đang lưu giải trình…",
    stop: "Dừng",
  },
  trouble: {
    heading: "Chưa làm được",
    retry: "Thử lại",
    restart: "Làm lại từ đầu",
    crash: "Ngăn tác vụ gặp sự cố và đã dừng. Sổ làm việc không bị ảnh hưởng.",
    crashRemedy: "Bấm Thử lại để hiện lại nội dung; nếu vẫn vậy, bấm Làm lại từ đầu.",
  },
  settings: "Cài đặt",
  close: "Đóng",
};

/** Every text of the pane; a language that misses one does not compile. */
export type Strings = typeof vi;
