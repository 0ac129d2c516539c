import type { Form } from "../core/form/Form";
import { group, named, numbered, ORDINAL, sumOf, TOTAL_ROW } from "./catalogue/columns";
import { bound, CARRIED, files, PENDING, RECEIVED, RESOLVED } from "./catalogue/files";
import { appendixOf } from "./catalogue/phuQuoc";

/** How files were settled in Phú Quốc: those stopped and withdrawn have a column of their own, and "kept promises" a formula. */
export const phuQuocPl3: Form = {
  ...appendixOf(3, "Kết quả giải quyết TTHC tại thành phố Phú Quốc", "Kết quả giải quyết TTHC"),
  tables: [
    {
      key: "main",
      rows: { each: "field", sections: [{ labels: ["Thuộc thẩm quyền UBND thành phố"] }, { labels: ["Ngành dọc và cấp tỉnh"] }, { labels: ["UBND xã, phường"] }] },
      ...TOTAL_ROW,
      columns: numbered([
        ORDINAL,
        named("field", "Lĩnh vực", ["Cơ quan, lĩnh vực", "Đơn vị"]),
        group("Tiếp nhận", [files("received", "Tổng số", sumOf("received-by-origin", "receivedInPeriod", "carriedOver")), files("receivedInPeriod", "Tiếp nhận mới", { variants: ["Mới"] }), files("carriedOver", "Kỳ trước chuyển sang", { variants: ["Từ kỳ trước", ...CARRIED] })], RECEIVED),
        group("Giải quyết", [files("resolved", "Tổng số", sumOf("resolved-by-punctuality", "notLate", "late")), files("notLate", "Đúng hạn"), files("late", "Trễ hạn", { variants: ["Quá hạn"] })], RESOLVED),
        files("withdrawn", "Dừng xử lý, người dân rút", { variants: ["Dừng, rút"] }),
        group("Tồn", [files("pending", "Tổng số", sumOf("pending-by-punctuality", "pendingOnTime", "pendingLate")), files("pendingOnTime", "Chưa đến hạn", { variants: ["Trong hạn"] }), files("pendingLate", "Quá hạn")], PENDING),
        group("Hồ sơ trực tuyến", [files("partlyOnline", "Trực tuyến"), files("fullyOnline", "Toàn trình")]),
        files("paidOnline", "Thanh toán trực tuyến"),
        group("Bưu chính công ích", [files("postReceived", "Tiếp nhận"), files("postReturned", "Trả kết quả")]),
      ]),
      shares: [
        { id: "kept-promise-rate", header: "Tỷ lệ đúng hẹn (%)", numerator: ["notLate", "pendingOnTime"], denominator: ["resolved", "pending"], decimals: 0 },
        { id: "partly-online-rate", header: "Tỷ lệ trực tuyến (%)", numerator: ["partlyOnline"], denominator: ["received"], decimals: 2 },
        { id: "fully-online-rate", header: "Tỷ lệ toàn trình (%)", numerator: ["fullyOnline"], denominator: ["received"], decimals: 2 },
        { id: "post-received-rate", header: "Tỷ lệ tiếp nhận qua BCCI (%)", numerator: ["postReceived"], denominator: ["received"], decimals: 2 },
        { id: "post-returned-rate", header: "Tỷ lệ trả kết quả qua BCCI (%)", numerator: ["postReturned"], denominator: ["received"], decimals: 2 },
      ],
      rules: [
        {
          id: "received-by-result", kind: "balance", total: "received", plus: ["resolved", "withdrawn", "pending"],
          basis: "Mục I.4 báo cáo quý II/2023 của thành phố Phú Quốc: tiếp nhận = giải quyết + dừng, rút + tồn",
        },
        { id: "post-received-of-all", kind: "at-most", less: "postReceived", more: "received", basis: "Hồ sơ qua bưu chính là một phần hồ sơ tiếp nhận" },
      ],
    },
  ],
  quantities: bound("received", "receivedInPeriod", "carriedOver", "resolved", "notLate", "late", "withdrawn", "pending", "pendingOnTime", "pendingLate", "partlyOnline", "fullyOnline", "paidOnline", "postReceived", "postReturned"),
}; // prettier-ignore
