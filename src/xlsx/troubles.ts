import { TroubleError, type Trouble } from "../core/Trouble";
import type { Phrase } from "../core/words/Phrase";

const SAVE_AS_XLSX: Phrase = {
  vi: "Hãy mở tệp bằng Excel, chọn Lưu thành (Save As), kiểu Excel Workbook (*.xlsx), rồi mở lại tệp mới.",
  en: "Open the file in Excel, choose Save As, type Excel Workbook (*.xlsx), then open the new file.",
};

const GET_AGAIN: Phrase = {
  vi: "Hãy sao chép hoặc tải lại tệp từ nguồn; nếu Excel mở được tệp thì lưu lại thành .xlsx rồi thử lại.",
  en: "Copy or download the file again; if Excel can open it, save it as .xlsx and try again.",
};

const CHOOSE_ANOTHER: Phrase = {
  vi: "Hãy chọn tệp báo cáo .xlsx, .xlsm hoặc tệp .xls do hệ thống một cửa xuất ra.",
  en: "Choose a report in .xlsx or .xlsm, or an .xls exported by the one-stop system.",
};

const COPY_SHEET: Phrase = {
  vi: "Nếu đây đúng là tệp báo cáo, hãy mở bằng Excel, chép riêng trang tính cần kiểm tra sang sổ làm việc mới rồi thử lại.",
  en: "If it is a report after all, open it in Excel, copy the sheet to be checked into a new workbook and try again.",
};

type Telling = Omit<Trouble, "where">;

/** What is wrong with files that the same thing helps. */
function remediedBy<Kind extends string>(remedy: Phrase, what: Readonly<Record<Kind, Phrase>>): Readonly<Record<Kind, Telling>> {
  return Object.fromEntries(Object.entries<Phrase>(what).map(([kind, phrase]) => [kind, { what: phrase, remedy }])) as Record<Kind, Telling>;
}

const TELLINGS = {
  ...remediedBy(GET_AGAIN, {
    empty: { vi: "Tệp rỗng, không có dữ liệu nào.", en: "The file is empty." },
    truncated: { vi: "Tệp bị hỏng hoặc bị cắt cụt (chưa tải hoặc sao chép xong).", en: "The file is damaged or cut short (its download or copying did not finish)." },
  }),
  ...remediedBy(SAVE_AS_XLSX, {
    oldExcel: { vi: "Tệp thuộc định dạng Excel cũ (.xls nhị phân), chưa đọc trực tiếp được.", en: "The file is in the old binary Excel format (.xls), which cannot be read directly." },
    binaryExcel: { vi: "Tệp thuộc định dạng Excel nhị phân (.xlsb), chưa đọc trực tiếp được.", en: "The file is in the binary Excel format (.xlsb), which cannot be read directly." },
    xml2003: { vi: "Tệp thuộc định dạng XML Spreadsheet 2003, chưa đọc trực tiếp được.", en: "The file is an XML Spreadsheet 2003, which cannot be read directly." },
    webArchive: { vi: "Tệp là trang web lưu trữ (MHTML), chưa đọc trực tiếp được.", en: "The file is a web archive (MHTML), which cannot be read directly." },
    openDocument: { vi: "Tệp thuộc định dạng OpenDocument (.ods), chưa đọc trực tiếp được.", en: "The file is an OpenDocument spreadsheet (.ods), which cannot be read directly." },
    text: { vi: "Tệp là văn bản thuần (chẳng hạn .csv), không phải sổ làm việc Excel.", en: "The file is plain text (such as .csv), not an Excel workbook." },
  }),
  ...remediedBy(CHOOSE_ANOTHER, {
    picture: { vi: "Tệp là hình ảnh, không phải sổ làm việc Excel, dù tên tệp có thể ghi khác.", en: "The file is a picture, not an Excel workbook, whatever its name says." },
    pdf: { vi: "Tệp là PDF, không phải sổ làm việc Excel.", en: "The file is a PDF, not an Excel workbook." },
    word: { vi: "Tệp là văn bản Word hoặc bản trình chiếu, không phải sổ làm việc Excel.", en: "The file is a Word document or a presentation, not an Excel workbook." },
    notWorkbook: { vi: "Tệp là tệp nén nhưng bên trong không có sổ làm việc Excel.", en: "The file is a zip archive, but holds no Excel workbook." },
    unknown: { vi: "Tệp không phải sổ làm việc Excel.", en: "The file is not an Excel workbook." },
  }),
  password: {
    what: { vi: "Tệp được đặt mật khẩu hoặc mã hóa nên không đọc được.", en: "The file is protected by a password or encrypted, so it cannot be read." },
    remedy: {
      vi: "Hãy mở tệp bằng Excel, bỏ mật khẩu (Tệp › Thông tin › Bảo vệ sổ làm việc › Mã hóa bằng mật khẩu), lưu lại rồi thử lại.",
      en: "Open it in Excel, remove the password (File › Info › Protect Workbook › Encrypt with Password), save it and try again.",
    },
  },
  ...remediedBy(COPY_SHEET, {
    tooLarge: { vi: "Nội dung giải nén của tệp lớn bất thường nên không được mở, để bảo vệ máy tính.", en: "The file unpacks to an abnormal size and was not opened, to protect the computer." },
    tooMuch: {
      vi: "Tệp có nhiều ô hoặc nhiều chữ hơn mức đọc được (6 triệu ô, 64 triệu ký tự, 327.670 ký tự một ô).",
      en: "The file holds more cells or text than can be read (6 million cells, 64 million characters, 327,670 of them in a cell).",
    },
  }),
  brokenXml: {
    what: { vi: "Nội dung bên trong tệp bị hỏng.", en: "The inside of the file is damaged." },
    remedy: {
      vi: "Hãy mở tệp bằng Excel, để Excel sửa chữa, lưu lại rồi thử lại.",
      en: "Open the file in Excel, let Excel repair it, save it and try again.",
    },
  },
  noTable: {
    what: { vi: "Tệp là trang HTML nhưng không có bảng nào.", en: "The file is an HTML page without any table." },
    remedy: {
      vi: "Hãy xuất lại báo cáo từ hệ thống một cửa; nếu phiên đăng nhập đã hết hạn thì đăng nhập lại trước khi xuất.",
      en: "Export the report again from the one-stop system; sign in again first if the session has expired.",
    },
  },
  tooDeep: {
    what: { vi: "Trang HTML lồng các phần tử sâu bất thường (quá 512 tầng) nên không được đọc.", en: "The HTML page nests its elements abnormally deep (over 512 levels) and was not read." },
    remedy: {
      vi: "Hãy mở tệp bằng Excel, chọn Lưu thành (Save As), kiểu Excel Workbook (*.xlsx), rồi mở lại tệp mới.",
      en: "Open the file in Excel, choose Save As, type Excel Workbook (*.xlsx), then open the new file.",
    },
  },
  structureLocked: {
    what: { vi: "Cấu trúc sổ làm việc đang được bảo vệ nên không thêm, bỏ được trang tính.", en: "The workbook's structure is protected, so no sheet can be added or removed." },
    remedy: {
      vi: "Hãy mở tệp bằng Excel, chọn Xem lại (Review) › Bảo vệ sổ làm việc để bỏ bảo vệ, lưu lại rồi thử lại.",
      en: "Open it in Excel, choose Review › Protect Workbook to lift the protection, save it and try again.",
    },
  },
} satisfies Record<string, Telling>;

/** Everything that can be wrong with a workbook's file. */
export type FileTrouble = keyof typeof TELLINGS;

/** The trouble in words; `where` is the file, and within it the part where that helps. */
export function fileTrouble(kind: FileTrouble, where: string): TroubleError {
  return new TroubleError({ ...TELLINGS[kind], where });
}
