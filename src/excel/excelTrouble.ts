import { TroubleError, type Trouble } from "../core/Trouble";
import { START_TROUBLES } from "./startTroubles";

const SAYINGS = {
  editing: {
    what: { vi: "Một ô đang được nhập dở nên Excel chưa cho làm gì.", en: "A cell is being edited, so Excel cannot do anything else yet." },
    remedy: { vi: "Nhấn Enter để xong ô đó (hoặc Esc để bỏ), rồi làm lại.", en: "Press Enter to finish the cell, or Esc to leave it, then try again." },
  },
  protected: {
    what: { vi: "Trang tính hoặc sổ tính đang được bảo vệ.", en: "The sheet or the workbook is protected." },
    remedy: {
      vi: "Vào thẻ Xem lại, chọn Bỏ bảo vệ trang tính (hoặc Bảo vệ sổ làm việc), rồi làm lại.",
      en: "On the Review tab choose Unprotect Sheet (or Protect Workbook), then try again.",
    },
  },
  readOnly: {
    what: { vi: "Sổ tính chỉ mở để đọc nên không ghi được.", en: "The workbook is open for reading only, so nothing can be written." },
    remedy: { vi: "Chọn Cho phép chỉnh sửa, hoặc lưu thành bản sao rồi mở bản sao đó.", en: "Choose Enable Editing, or save a copy and open the copy." },
  },
  tooLarge: {
    what: { vi: "Vùng dữ liệu quá lớn cho một lần trao đổi với Excel.", en: "There is more data than Excel passes on at one time." },
    remedy: {
      vi: "Xóa các dòng, cột không dùng ở cuối trang tính, làm từng phần ít dòng hơn, hoặc mở tệp bằng Excel trên máy tính, rồi làm lại.",
      en: "Delete unused rows and columns at the end of the sheet, do it in parts of fewer rows, or open the file in Excel on the desktop, then try again.",
    },
  },
  vanished: {
    what: { vi: "Trang tính hoặc vùng ô không còn trong sổ tính (đã bị xóa hoặc đổi tên).", en: "The sheet or cells are no longer in the workbook (deleted or renamed)." },
    remedy: { vi: "Bấm Kiểm tra để đọc lại sổ tính.", en: "Choose Check to read the workbook again." },
  },
  hidden: {
    what: { vi: "Trang tính đang ẩn nên không chuyển đến được.", en: "The sheet is hidden, so it cannot be shown." },
    remedy: { vi: "Bấm chuột phải vào tên một trang tính, chọn Bỏ ẩn, rồi làm lại.", en: "Right-click the name of a sheet, choose Unhide, then try again." },
  },
  merged: {
    what: { vi: "Vùng cần ghi chạm vào ô đã gộp, bảng hoặc công thức mảng mà Excel không cho sửa từng phần.", en: "The cells overlap merged cells, a table or an array formula that Excel does not let anyone change in part." },
    remedy: { vi: "Bỏ gộp ô hoặc chuyển bảng thành vùng thường, rồi làm lại.", en: "Unmerge the cells or convert the table to a range, then try again." },
  },
  losesKept: {
    what: { vi: "Tệp đang mở thuộc định dạng không giữ được giải trình và số liệu ghi nhận khi lưu.", en: "A file of this kind loses justifications and recorded answers when it is saved." },
    remedy: { vi: "Hãy chọn Tệp › Lưu thành (Save As), kiểu Excel Workbook (*.xlsx), rồi làm lại.", en: "Choose File › Save As, type Excel Workbook (*.xlsx), then try again." },
  },
  ...START_TROUBLES,
  offline: {
    what: { vi: "Mất liên lạc với Excel giữa chừng.", en: "The connection to Excel was lost midway." },
    remedy: { vi: "Kiểm tra kết nối mạng rồi làm lại; trước đó xem lại trang tính đã thay đổi đến đâu.", en: "Check the network and try again; look first at what has changed on the sheet." },
  },
  cannotSave: {
    what: { vi: "Excel trên máy Mac không cho tiện ích tải tệp về.", en: "Excel for Mac does not let an add-in save a file." },
    remedy: { vi: "Dùng nút Sao chép rồi dán vào Word, hoặc mở sổ tính bằng Excel trên web.", en: "Copy the text and paste it into Word, or open the workbook in Excel on the web." },
  },
  other: {
    what: { vi: "Excel không làm được việc vừa yêu cầu.", en: "Excel could not do what was asked." },
    remedy: { vi: "Lưu sổ tính rồi làm lại; nếu vẫn vậy, đóng và mở lại ngăn tiện ích.", en: "Save the workbook and try again; if that does not help, close and open the pane." },
  },
} as const satisfies Record<string, Trouble>;

export type TroubleKind = keyof typeof SAYINGS;

/** Office's error codes by what they mean; they are the same in every language (its messages are not). */
const CODES: Partial<Readonly<Record<TroubleKind, string>>> = {
  editing: "InvalidOperationInCellEditMode",
  protected: "AccessDenied",
  readOnly: "ReadOnly InactiveWorkbook",
  tooLarge: "RequestPayloadSizeLimitExceeded ResponsePayloadSizeLimitExceeded OperationCellsExceedLimit RangeExceedsLimit",
  vanished: "ItemNotFound InvalidReference InvalidObjectPath",
  merged: "MergedRangeConflict NonBlankCellOffSheet",
  tooOld: "ApiNotFound ApiNotAvailable NotImplemented UnsupportedFeature",
  offline: "RequestAborted ConnectionFailure HostRestartNeeded",
};

function kindOf(error: unknown): TroubleKind {
  const { code } = Object(error) as { readonly code?: unknown };
  return (Object.keys(CODES) as TroubleKind[]).find((kind) => CODES[kind]!.split(" ").includes(code as string)) ?? "other";
}

/** A trouble of this kind, and where. */
export function troubleOf(kind: TroubleKind, where?: string): Trouble {
  return { ...SAYINGS[kind], ...(where !== undefined && { where }) };
}

/** Any error of Excel's in words: what happened, where, what to do. The code, not the message, decides. */
export function excelTrouble(error: unknown, where?: string): Trouble {
  return error instanceof TroubleError ? error.trouble : troubleOf(kindOf(error), where);
}

/** Whether Excel turned a batch down for its size, so that a smaller one may pass. */
export function isTooLarge(error: unknown): boolean {
  return kindOf(error) === "tooLarge";
}

/** Whether something named in a batch was not there. */
export function isVanished(error: unknown): boolean {
  return kindOf(error) === "vanished";
}

/** Whether the same batch asking for less might pass: not so while a cell is edited or the sheet is protected. */
export function mayPassWithLess(error: unknown): boolean {
  return !["editing", "protected", "readOnly", "offline"].includes(kindOf(error));
}
