import type { Form } from "../core/form/Form";
import { group, named, ORDINAL, sumOf, TOTAL_ROW } from "./catalogue/columns";
import { exportedBy, totalOf } from "./catalogue/exports";
import { bound, carriedOver, files, pendingGroup, RECEIVED, RESOLVED } from "./catalogue/files";

/**
 * Hà Nội's full export of 2026. Whether files without regard to boundaries are a channel of their own, or stand in the others, is not known:
 * what is received is not added up.
 */
export const haNoiDayDu: Form = {
  id: "ha-noi-day-du",
  family: "ha-noi-day-du",
  title: "BÁO CÁO CHI TIẾT CỦA THÀNH PHỐ HÀ NỘI VỀ HỒ SƠ TTHC",
  sheetName: "Hà Nội đầy đủ",
  ...exportedBy("hệ thống thông tin giải quyết TTHC thành phố Hà Nội", "B"),
  from: "2025-07-01",
  tables: [
    {
      key: "main",
      rows: { each: "unit" },
      ...TOTAL_ROW,
      columns: [
        ORDINAL,
        named("unit", "Đơn vị", ["Tên đơn vị", "Lĩnh vực"]),
        group("Số lượng hồ sơ tiếp nhận", [
          files("received", "Tổng số", { width: 11 }), files("fullyOnline", "Trực tuyến toàn trình"), files("partlyOnline", "Trực tuyến một phần"),
          files("otherOnline", "Trực tuyến hình thức khác", { optional: true }), files("byPost", "Qua dịch vụ bưu chính"), files("atCounter", "Trực tiếp"),
          files("anywhere", "Phi địa giới", { optional: true }), carriedOver,
        ], RECEIVED),
        group("Số lượng hồ sơ đã giải quyết", [
          totalOf("resolved", "resolved-by-punctuality", "early", "onTime", "lateApologised", "lateUnapologised"), files("early", "Trước hạn"), files("onTime", "Đúng hạn"),
          files("lateApologised", "Quá hạn (đã có thư xin lỗi)"), files("lateUnapologised", "Quá hạn (chưa có thư xin lỗi)"),
        ], RESOLVED),
        pendingGroup,
        group("Thanh toán hồ sơ", [files("paid", "Tổng số", sumOf("paid-by-channel", "paidOnline", "paidAtCounter")), files("paidOnline", "Trực tuyến"), files("paidAtCounter", "Trực tiếp")]),
        files("stopped", "Hồ sơ dừng xử lý", { optional: true }),
        group("Hồ sơ trực tuyến chờ tiếp nhận", [files("awaitedInTime", "Đúng hạn", { optional: true }), files("awaitedLate", "Quá hạn", { optional: true })], ["Hồ sơ TT chờ tiếp nhận"]),
        files("refused", "Hồ sơ không được tiếp nhận", { optional: true }),
        files("takenBack", "Hồ sơ rút", { optional: true }),
      ],
    },
  ],
  quantities: bound("received", "fullyOnline", "partlyOnline", "byPost", "atCounter", "carriedOver", "resolved", "early", "onTime", "lateApologised", "lateUnapologised", "pending", "pendingOnTime", "pendingLate", "paid", "paidOnline", "paidAtCounter", "stopped"),
}; // prettier-ignore
