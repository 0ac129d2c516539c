import type { Form } from "../core/form/Form";
import { group, named, ORDINAL, TOTAL_ROW } from "./catalogue/columns";
import { exportedBy, resultsOf, totalOf } from "./catalogue/exports";
import { bound, carriedOver, files, pendingGroup, RECEIVED, resolvedGroup } from "./catalogue/files";

const CHANNELS = ["fullyOnline", "partlyOnline", "byPost", "atCounter"];

/** Hà Nội's weekly export of 2026: what is received, channel by channel. */
export const haNoiTuan: Form = {
  id: "ha-noi-tuan",
  family: "ha-noi-tuan",
  title: "BÁO CÁO TUẦN CỦA THÀNH PHỐ HÀ NỘI VỀ HỒ SƠ THEO HÌNH THỨC TIẾP NHẬN",
  sheetName: "Hà Nội theo tuần",
  ...exportedBy("hệ thống thông tin giải quyết TTHC thành phố Hà Nội", "B"),
  from: "2025-07-01",
  tables: [
    {
      key: "main",
      rows: { each: "unit" },
      ...TOTAL_ROW,
      columns: [
        ORDINAL,
        named("unit", "Đơn vị", ["Tên đơn vị", "Lĩnh vực", "Lĩnh vực giải quyết"]),
        group(
          "Số lượng hồ sơ tiếp nhận",
          [
            totalOf("received", "received-by-channel", ...CHANNELS, "carriedOver"),
            files("fullyOnline", "Trực tuyến toàn trình"),
            files("partlyOnline", "Trực tuyến một phần"),
            files("byPost", "Qua dịch vụ bưu chính"),
            files("atCounter", "Trực tiếp"),
            carriedOver,
          ],
          RECEIVED,
        ),
        resolvedGroup,
        pendingGroup,
      ],
      rules: [resultsOf("resolved", "pending")],
    },
  ],
  quantities: bound("received", ...CHANNELS, "carriedOver", "resolved", "early", "onTime", "late", "pending", "pendingOnTime", "pendingLate"),
};
