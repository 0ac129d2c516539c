import type { Form } from "../core/form/Form";
import { settledAt } from "./catalogue/settled";

/** The same since there are no districts any more: communes report to the province. */
export const ii06a2025: Form = {
  ...settledAt(
    { labels: ["Sở, ban, ngành", "Sở ban ngành"] },
    { labels: ["Xã, phường, đặc khu"] },
    { labels: ["Trên Hệ thống các Bộ"] },
    { labels: ["Trên Hệ thống thành phố"] },
  ),
  id: "ii-06a-2025",
  from: "2025-07-01",
  levels: ["commune", "department", "centre", "province"],
  grade: "B",
  note: {
    vi: "Bố cục cột theo Thông tư số 01/2020/TT-VPCP; các mục theo cấp suy từ mô hình chính quyền hai cấp và bản xuất năm 2026. "
      + "Thông tư số 5/2025/TT-VPCP, có hiệu lực từ ngày 15/02/2026, có thể đã thay mẫu này; hãy đối chiếu với hướng dẫn của cơ quan nhận báo cáo.",
    en: "The columns are those of Circular 01/2020/TT-VPCP; the sections by level follow from local government in two tiers and exports of 2026. "
      + "Circular 5/2025/TT-VPCP, in force since 15/02/2026, may have replaced this form; follow the instructions of the receiving office.",
  },
}; // prettier-ignore
