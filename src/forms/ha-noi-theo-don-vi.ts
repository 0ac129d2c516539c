import type { Form } from "../core/form/Form";
import { group, named, ORDINAL, TOTAL_ROW } from "./catalogue/columns";
import { exportedBy, resultsOf, totalOf } from "./catalogue/exports";
import { bound, files, PENDING, RECEIVED, RESOLVED } from "./catalogue/files";

/** Hà Nội's export unit by unit: early and on time are one figure, and what was carried over is not told. */
export const haNoiTheoDonVi: Form = {
  id: "ha-noi-theo-don-vi",
  family: "ha-noi-theo-don-vi",
  title: "TỔNG HỢP KẾT QUẢ GIẢI QUYẾT TTHC THEO ĐƠN VỊ",
  titleVariants: ["TỔNG HỢP KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH THEO ĐƠN VỊ"],
  sheetName: "Hà Nội theo đơn vị",
  ...exportedBy("hệ thống thông tin giải quyết TTHC thành phố Hà Nội", "B"),
  tables: [
    {
      key: "main",
      rows: { each: "unit" },
      ...TOTAL_ROW,
      columns: [
        ORDINAL,
        named("unit", "Đơn vị", ["Tên đơn vị"]),
        group("Số hồ sơ tiếp nhận", [totalOf("received", "received-by-channel", "atCounter", "online", "byPost"), files("atCounter", "Trực tiếp"), files("online", "Trực tuyến"), files("byPost", "Bưu chính công ích", { variants: ["BCCI", "Qua dịch vụ bưu chính"] })], RECEIVED),
        group("Số hồ sơ đã giải quyết", [totalOf("resolved", "resolved-by-punctuality", "notLate", "late"), files("notLate", "Đúng và trước hạn"), files("late", "Quá hạn")], RESOLVED),
        group("Số hồ sơ đang giải quyết", [totalOf("pending", "pending-by-punctuality", "pendingOnTime", "pendingLate"), files("pendingOnTime", "Trong hạn"), files("pendingLate", "Quá hạn")], PENDING),
      ],
      rules: [resultsOf("resolved", "pending")],
    },
  ],
  quantities: bound("received", "atCounter", "online", "byPost", "resolved", "notLate", "late", "pending", "pendingOnTime", "pendingLate"),
}; // prettier-ignore
