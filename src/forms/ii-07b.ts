import type { Form } from "../core/form/Form";
import { circular012020 } from "./catalogue/circulars";
import { proceduresBound, proceduresTable, THREE_TIERS } from "./catalogue/procedures";

/** How many procedures are within a province's authority, taken at one-stop shops, and have an internal process, unit by unit. */
export const ii07b: Form = {
  id: "ii-07b",
  family: "ii-07b",
  mark: "Biểu số II.07b/VPCP/KSTT",
  markVariants: ["Biểu số 07b/VPCP/KSTT"],
  title: "TỔNG HỢP SỐ LƯỢNG THỦ TỤC HÀNH CHÍNH",
  titleVariants: ["TỔNG HỢP SỐ LƯỢNG TTHC"],
  ...circular012020,
  levels: ["province"],
  inSets: ["province"],
  grade: "A",
  note: {
    vi: "Bố cục theo bản xuất của một tỉnh; mẫu không in công thức, phép cộng suy từ tiêu đề cột. Nơi không có cấp huyện có thể bỏ cột (5), (9), (13). "
      + "Thông tư số 5/2025/TT-VPCP, có hiệu lực từ ngày 15/02/2026, có thể đã thay mẫu này.",
    en: "The layout is that of a province's export; it prints no formulas, the sums follow from its headings. Without a district level, columns (5), (9), "
      + "(13) may be absent. Circular 5/2025/TT-VPCP, in force since 15/02/2026, may have replaced this form.",
  },
  head: { right: ["- Đơn vị báo cáo:", "- Đơn vị nhận báo cáo:"] },
  tables: [proceduresTable(THREE_TIERS)],
  quantities: proceduresBound(THREE_TIERS),
}; // prettier-ignore
