import type { Form } from "../core/form/Form";
import { group, named, ORDINAL, sumOf, TOTAL_ROW } from "./catalogue/columns";
import { bound, CARRIED, files } from "./catalogue/files";

/** Files settled, as an older family of forms tells them: returned and incomplete ones stand beside those resolved and pending. */
export const bieu07a: Form = {
  id: "07a",
  family: "07a",
  mark: "Biểu số 07a/BTP",
  markVariants: ["Biểu số 07a/BTP/KSTT", "Biểu số 07a/BTP/KSTT/KTTH"],
  title: "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC TẠI CƠ QUAN, ĐƠN VỊ TRỰC TIẾP GIẢI QUYẾT TTHC (theo Biểu 07a)",
  titleVariants: ["TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC TẠI CƠ QUAN, ĐƠN VỊ TRỰC TIẾP GIẢI QUYẾT TTHC"],
  sheetName: "07a",
  basis: "Bản xuất “07a” của phần mềm một cửa cấp tỉnh; số biểu theo công cụ tổng hợp của Hà Nội năm 2026",
  from: "2014-01-24",
  grade: "B",
  note: {
    vi: "Bố cục theo bản xuất của một tỉnh, số biểu theo một công cụ của Hà Nội; chưa rõ đây là biểu cũ của Bộ Tư pháp hay biểu mới năm 2026.",
    en: "The layout is a province's export, the number that of a tool of Hà Nội; whether it is an old form of the Ministry of Justice or a new one is not known.",
  },
  tables: [
    {
      key: "main",
      rows: { each: "field" },
      ...TOTAL_ROW,
      sumBasis: "Tiêu đề các cột; mẫu không in công thức",
      columns: [
        ORDINAL,
        named("field", "Lĩnh vực", ["Lĩnh vực giải quyết", "Đơn vị"]),
        group("Số hồ sơ nhận giải quyết", [
          files("received", "Tổng số", sumOf("received-by-origin", "carriedOver", "receivedInPeriod")),
          group("Trong đó", [files("carriedOver", "Số kỳ trước chuyển qua", { variants: CARRIED }), files("receivedInPeriod", "Số mới tiếp nhận", { variants: ["Mới tiếp nhận"] })]),
        ]),
        group("Kết quả giải quyết", [
          group("Số hồ sơ đã giải quyết", [
            files("resolved", "Tổng số", sumOf("resolved-by-punctuality", "notLate", "late")),
            files("notLate", "Trả đúng thời hạn", { variants: ["Đúng hạn"] }),
            files("late", "Trả quá hạn", { variants: ["Quá hạn"] }),
          ]),
          group("Số hồ sơ đang giải quyết", [
            files("pending", "Tổng số", sumOf("pending-by-punctuality", "pendingOnTime", "pendingLate")),
            files("pendingOnTime", "Chưa đến hạn"),
            files("pendingLate", "Quá hạn"),
          ]),
        ]),
        files("incomplete", "Bổ sung", { variants: ["Yêu cầu bổ sung", "Chờ bổ sung"] }),
        files("returned", "Trả lại", { variants: ["Trả lại/Rút hồ sơ"] }),
      ],
      rules: [
        {
          id: "received-by-result", kind: "balance", total: "received", plus: ["resolved", "pending", "incomplete", "returned"], severity: "warning",
          basis: "Hồ sơ bổ sung, trả lại đứng ngoài số đã giải quyết và đang giải quyết",
          title: { vi: "Số nhận giải quyết bằng đã giải quyết, đang giải quyết, bổ sung và trả lại", en: "Files received are those resolved, pending, incomplete and returned" },
        },
      ],
    },
  ],
  quantities: bound("received", "carriedOver", "receivedInPeriod", "resolved", "notLate", "late", "pending", "pendingOnTime", "pendingLate", "incomplete", "returned"),
}; // prettier-ignore
