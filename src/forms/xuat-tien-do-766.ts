import type { Form } from "../core/form/Form";
import { group, named, ORDINAL, sumOf, TOTAL_ROW } from "./catalogue/columns";
import { exportedBy, resultsOf, totalOf } from "./catalogue/exports";
import { bound, CARRIED, files, PENDING, RECEIVED, RESOLVED } from "./catalogue/files";

/** A province's export of progress for the index of QĐ 766/QĐ-TTg. */
export const xuatTienDo766: Form = {
  id: "xuat-tien-do-766",
  family: "xuat-tien-do-766",
  title: "THEO DÕI TIẾN ĐỘ GIẢI QUYẾT - THEO QUYẾT ĐỊNH SỐ 766/QĐ-TTG NGÀY 23/06/2022",
  sheetName: "Tiến độ 766",
  ...exportedBy("một hệ thống một cửa cấp tỉnh", "A"),
  tables: [
    {
      key: "main",
      rows: { each: "unit" },
      ...TOTAL_ROW,
      columns: [
        ORDINAL,
        named("unit", "Đơn vị", ["Tên đơn vị"]),
        group(
          "Tiếp nhận",
          [
            totalOf("received", "received-by-origin", "carriedOver", "receivedInPeriod"),
            files("carriedOver", "Kỳ trước chuyển sang", { variants: ["Từ kỳ trước", ...CARRIED] }),
            group("Trong kỳ", [
              files("receivedInPeriod", "Tổng số", sumOf("in-period-by-channel", "online", "atCounter", "byPost")),
              files("online", "Trực tuyến"),
              files("atCounter", "Trực tiếp"),
              files("byPost", "BCCI"),
            ]),
          ],
          RECEIVED,
        ),
        group("Đã xử lý", [totalOf("resolved", "resolved-by-punctuality", "early", "onTime", "late"), files("early", "Trước hạn"), files("onTime", "Trong hạn", { variants: ["Đúng hạn"] }), files("late", "Quá hạn")], RESOLVED),
        group("Đang xử lý", [totalOf("pending", "pending-by-punctuality", "pendingOnTime", "pendingLate"), files("pendingOnTime", "Trong hạn"), files("pendingLate", "Quá hạn")], PENDING),
      ],
      rules: [resultsOf("resolved", "pending")],
    },
  ],
  quantities: bound("received", "carriedOver", "receivedInPeriod", "online", "atCounter", "byPost", "resolved", "early", "onTime", "late", "pending", "pendingOnTime", "pendingLate"),
}; // prettier-ignore
