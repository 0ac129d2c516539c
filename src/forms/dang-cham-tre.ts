import type { Form } from "../core/form/Form";
import { ORDINAL, told } from "./catalogue/columns";
import { exportedBy } from "./catalogue/exports";

/** Files that are pending though due, one a row. */
export const dangChamTre: Form = {
  id: "dang-cham-tre",
  family: "dang-cham-tre",
  title: "DANH SÁCH ĐƠN VỊ, CÁ NHÂN ĐANG CHẬM TRỄ TRONG VIỆC GIẢI QUYẾT HỒ SƠ TTHC",
  sheetName: "Đang chậm trễ",
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
        told("office", "Đơn vị giải quyết", "text", 30, ["Đơn vị xử lý"]),
        told("officer", "Cán bộ đang xử lý", "text", 22),
        told("remark", "Ghi chú", "text", 20),
      ],
      rules: [
        { id: "one-row-a-file", kind: "unique", column: "code", basis: "Mỗi hồ sơ một dòng" },
        { id: "due-after-received", kind: "before", earlier: "receivedOn", later: "due", basis: "Ngày hẹn trả không trước ngày tiếp nhận" },
      ],
    },
  ],
  quantities: [{ quantity: "overduePending", lines: "all" }],
};
