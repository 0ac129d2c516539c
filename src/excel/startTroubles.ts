import type { Trouble } from "../core/Trouble";

/** Why the pane may not start. Small, and apart: it is loaded before everything else. */
export const START_TROUBLES = {
  blocked: {
    what: { vi: "Không tải được thư viện Office.js nên tiện ích chưa nói chuyện được với Excel.", en: "Office.js could not be loaded, so the add-in cannot talk to Excel yet." },
    remedy: {
      vi: "Kiểm tra kết nối mạng rồi bấm Thử lại. Nếu mạng của cơ quan chặn appsforoffice.microsoft.com, hãy đề nghị quản trị mạng mở địa chỉ đó hoặc cài bản dùng cho mạng kín.",
      en: "Check the network, then press Try again. If your agency's network blocks appsforoffice.microsoft.com, ask its administrators to open that address or to install the build for closed networks.",
    },
  },
  incomplete: {
    what: { vi: "Chưa tải đủ các tệp của tiện ích.", en: "Not all files of the add-in could be loaded." },
    remedy: {
      vi: "Kiểm tra kết nối mạng rồi bấm Thử lại; nếu vẫn vậy, đóng rồi mở lại ngăn tiện ích.",
      en: "Check the network, then press Try again; if that does not help, close the pane and open it again.",
    },
  },
  silent: {
    what: { vi: "Excel không trả lời khi tiện ích khởi động.", en: "Excel did not answer while the add-in was starting." },
    remedy: {
      vi: "Chờ thêm một chút: ngăn sẽ tự mở khi Excel trả lời. Nếu vẫn vậy, bấm Thử lại hoặc đóng rồi mở lại ngăn; trong lúc đó có thể dùng trang dùng thử.",
      en: "Wait a little: the pane opens by itself once Excel answers. If it does not, press Try again, or close and open the pane; meanwhile the demo page can be used.",
    },
  },
  noOffice: {
    what: { vi: "Trang này không chạy bên trong Excel.", en: "This page is not running inside Excel." },
    remedy: {
      vi: "Mở tiện ích từ nhóm Báo cáo TTHC trên thẻ Trang đầu của Excel, hoặc dùng trang dùng thử trong trình duyệt.",
      en: "Open the add-in from the Báo cáo TTHC group on Excel's Home tab, or use the demo page in a browser.",
    },
  },
  tooOld: {
    what: { vi: "Phiên bản Excel này quá cũ cho tiện ích.", en: "This version of Excel is too old for the add-in." },
    remedy: {
      vi: "Dùng Excel 2021 trở lên, Microsoft 365 hoặc Excel trên web; nếu chưa có, mở trang dùng thử trong trình duyệt và chọn tệp báo cáo.",
      en: "Use Excel 2021 or later, Microsoft 365 or Excel on the web; or open the demo page in a browser and choose the report file there.",
    },
  },
  broken: {
    what: { vi: "Ngăn tác vụ gặp sự cố và đã dừng. Sổ làm việc không bị ảnh hưởng.", en: "The pane has broken down and stopped. The workbook is not affected." },
    remedy: {
      vi: "Bấm Thử lại; nếu vẫn vậy, bấm Làm lại từ đầu để bỏ các cài đặt đã lưu của tiện ích.",
      en: "Press Try again; if that does not help, Start over drops the settings the add-in has kept.",
    },
  },
} as const satisfies Record<string, Trouble>;
