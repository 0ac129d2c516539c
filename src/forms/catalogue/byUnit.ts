import type { ColumnNode } from "../../core/form/Form";
import { group, sumOf } from "./columns";
import { bound, CARRIED, files, PENDING, RECEIVED, RESOLVED } from "./files";

/** Columns of a province's exports by unit and by field: without totals of what is resolved and pending. */
export const BY_UNIT: readonly ColumnNode[] = [
  group(
    "Tiếp nhận",
    [
      files("received", "Tổng số", sumOf("received-by-origin", "carriedOver", "receivedInPeriod")),
      files("carriedOver", "Kỳ trước", { variants: ["Từ kỳ trước", ...CARRIED] }),
      files("receivedInPeriod", "Trong kỳ"),
      files("online", "Qua mạng", { optional: true }),
      files("byPost", "Qua BCCI", { optional: true }),
    ],
    RECEIVED,
  ),
  group("Đã xử lý", [files("early", "Trước hạn"), files("onTime", "Đúng hạn"), files("late", "Quá hạn")], RESOLVED),
  group("Đang xử lý", [files("pendingOnTime", "Trong hạn", { variants: ["Chưa đến hạn"] }), files("pendingLate", "Quá hạn")], PENDING),
];

/** Its columns of results, and what all hold. */
export const BY_UNIT_RESULTS = ["early", "onTime", "late", "pendingOnTime", "pendingLate"];
export const BY_UNIT_BOUND = bound("received", "carriedOver", "receivedInPeriod", "online", "byPost", ...BY_UNIT_RESULTS);
