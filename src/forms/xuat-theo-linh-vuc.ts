import type { Form } from "../core/form/Form";
import { BY_UNIT, BY_UNIT_BOUND, BY_UNIT_RESULTS } from "./catalogue/byUnit";
import { named, ORDINAL, TOTAL_ROW } from "./catalogue/columns";
import { exportedBy, NOT_LATE_SHARE, resultsOf } from "./catalogue/exports";
import { bound, files } from "./catalogue/files";

/** A province's export field by field, with what waits for others or was given back. */
export const xuatTheoLinhVuc: Form = {
  id: "xuat-theo-linh-vuc",
  family: "xuat-theo-don-vi",
  title: "BÁO CÁO TỔNG HỢP TÌNH HÌNH GIẢI QUYẾT HỒ SƠ THEO LĨNH VỰC",
  titleVariants: ["TỔNG HỢP TÌNH HÌNH GIẢI QUYẾT HỒ SƠ THEO LĨNH VỰC"],
  sheetName: "Theo lĩnh vực",
  ...exportedBy("một hệ thống một cửa cấp tỉnh", "A"),
  tables: [
    {
      key: "main",
      rows: { each: "field" },
      ...TOTAL_ROW,
      columns: [
        ORDINAL,
        named("field", "Lĩnh vực", ["Lĩnh vực giải quyết"]),
        ...BY_UNIT,
        files("incomplete", "Bổ sung", { variants: ["Yêu cầu bổ sung"] }),
        files("stopped", "Dừng xử lý"),
        files("awaitingPayment", "Yêu cầu thực hiện nghĩa vụ tài chính", { width: 13 }),
        files("returned", "Trả lại/ Rút HS", { variants: ["Trả lại"] }),
      ],
      shares: [NOT_LATE_SHARE],
      // Whether what waits, and what was given back, is counted among the results differs between exports of one system.
      rules: [resultsOf(...BY_UNIT_RESULTS)],
    },
  ],
  quantities: [...BY_UNIT_BOUND, ...bound("incomplete", "stopped", "awaitingPayment", "returned")],
};
