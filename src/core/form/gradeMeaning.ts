import type { Phrase } from "../words/Phrase";
import type { Grade } from "./Form";

/** What a grade of evidence says of a layout, told wherever its basis is. */
export const GRADE_MEANING: Readonly<Record<Grade, Phrase>> = {
  A: { vi: "Bố cục đã thấy trong biểu, báo cáo đã ban hành.", en: "Laid out as seen in issued forms or reports." },
  B: { vi: "Mẫu lấy từ nguồn công khai, chưa đối chiếu bản gốc.", en: "Laid out after a public source, not yet compared with the original." },
  C: { vi: "Bố cục đề xuất, không phải mẫu đã ban hành.", en: "A proposed layout, not one that was issued." },
};
