import type { Form } from "../core/form/Form";
import { ORDINAL, told } from "./catalogue/columns";
import { exportedBy } from "./catalogue/exports";

/** Files that were resolved late, one a row. */
export const chamTre: Form = {
  id: "cham-tre",
  family: "cham-tre",
  title: "DANH SÁCH ĐƠN VỊ, CÁ NHÂN CHẬM TRỄ TRONG VIỆC GIẢI QUYẾT HỒ SƠ TTHC",
  sheetName: "Chậm trễ",
  ...exportedBy("một hệ thống một cửa cấp tỉnh", "A"),
  tables: [
    {
      key: "main",
      rows: { record: "dossier" },
      columns: [
        ORDINAL,
        told("code", "Mã hồ sơ", "code", 24, ["Số hồ sơ"]),
        told("receivedOn", "Ngày tiếp nhận", "date", 13, ["Ngày nhận"]),
        told("due", "Ngày hẹn trả", "date", 13, ["Ngày hẹn trả kết quả"]),
        told("done", "Ngày có kết quả", "date", 13, ["Ngày trả kết quả"]),
        told("office", "Đơn vị giải quyết", "text", 30, ["Đơn vị xử lý"]),
        told("remark", "Ghi chú", "text", 20),
      ],
      rules: [
        { id: "one-row-a-file", kind: "unique", column: "code", basis: "Mỗi hồ sơ một dòng" },
        { id: "due-after-received", kind: "before", earlier: "receivedOn", later: "due", basis: "Ngày hẹn trả không trước ngày tiếp nhận" },
        { id: "done-when-late", kind: "before", earlier: "due", later: "done", basis: "Hồ sơ chậm trễ có kết quả sau ngày hẹn trả" },
      ],
    },
  ],
  quantities: [{ quantity: "overdueResolved", lines: "all" }],
};
