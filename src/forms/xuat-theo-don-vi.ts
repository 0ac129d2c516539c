import type { Form } from "../core/form/Form";
import { BY_UNIT, BY_UNIT_BOUND, BY_UNIT_RESULTS } from "./catalogue/byUnit";
import { named, ORDINAL, TOTAL_ROW } from "./catalogue/columns";
import { exportedBy, NOT_LATE_SHARE, resultsOf } from "./catalogue/exports";

/** A province's export unit by unit. */
export const xuatTheoDonVi: Form = {
  id: "xuat-theo-don-vi",
  family: "xuat-theo-don-vi",
  title: "BÁO CÁO TỔNG HỢP TÌNH HÌNH GIẢI QUYẾT HỒ SƠ THEO ĐƠN VỊ",
  titleVariants: ["TỔNG HỢP TÌNH HÌNH GIẢI QUYẾT HỒ SƠ THEO ĐƠN VỊ"],
  sheetName: "Theo đơn vị",
  ...exportedBy("một hệ thống một cửa cấp tỉnh", "A"),
  tables: [
    {
      key: "main",
      rows: { each: "unit" },
      ...TOTAL_ROW,
      columns: [ORDINAL, named("unit", "Đơn vị", ["Tên đơn vị"]), ...BY_UNIT],
      shares: [NOT_LATE_SHARE],
      rules: [resultsOf(...BY_UNIT_RESULTS)],
    },
  ],
  quantities: BY_UNIT_BOUND,
};
