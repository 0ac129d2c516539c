import type { Form } from "../core/form/Form";
import { named, ORDINAL, sumOf, TOTAL_ROW } from "./catalogue/columns";
import { exportedBy } from "./catalogue/exports";
import { bound, files } from "./catalogue/files";

/** A province's export of files that run through several offices at once: births and deaths. */
export const lienThong: Form = {
  id: "lien-thong",
  family: "lien-thong",
  title: "BÁO CÁO TÌNH HÌNH GIẢI QUYẾT HỒ SƠ TTHC LIÊN THÔNG",
  titleVariants: ["TTHC liên thông", "Thống kê hồ sơ liên thông"],
  sheetName: "Liên thông",
  ...exportedBy("một hệ thống một cửa cấp tỉnh", "A"),
  tables: [
    {
      key: "main",
      rows: { each: "unit" },
      ...TOTAL_ROW,
      columns: [
        ORDINAL,
        named("unit", "Tên đơn vị xử lý", ["Đơn vị xử lý", "Đơn vị"]),
        files("linked", "Tổng số", { ...sumOf("linked-by-event", "linkedBirths", "linkedDeaths"), width: 11 }),
        files("linkedBirths", "Khai sinh - thường trú - BHYT", { width: 16 }),
        files("linkedDeaths", "Khai tử - xóa thường trú - mai táng phí", { width: 16 }),
      ],
    },
  ],
  quantities: bound("linked", "linkedBirths", "linkedDeaths"),
};
