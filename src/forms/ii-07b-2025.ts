import type { Form } from "../core/form/Form";
import { proceduresBound, proceduresTable, TWO_TIERS } from "./catalogue/procedures";
import { proposedFor } from "./catalogue/proposals";

/** The same since there are no districts any more: two levels, columns numbered anew. */
export const ii07b2025: Form = {
  id: "ii-07b-2025",
  family: "ii-07b",
  markVariants: ["Biểu số II.07b/VPCP/KSTT", "Biểu số 07b/VPCP/KSTT"],
  title: "Bảng số liệu tổng hợp số lượng thủ tục hành chính theo hai cấp",
  titleVariants: ["TỔNG HỢP SỐ LƯỢNG THỦ TỤC HÀNH CHÍNH", "TỔNG HỢP SỐ LƯỢNG TTHC"],
  sheetName: "II.07b hai cấp",
  ...proposedFor("I.7", {
    vi: "Bỏ các cột cấp huyện của Biểu II.07b và đánh số lại, theo mô hình chính quyền hai cấp từ ngày 01/7/2025; phụ lục mới chưa được đối chiếu.",
    en: "The columns of districts are left out of Biểu II.07b and the others numbered anew, as there are two tiers since 01/7/2025; no new annex was seen.",
  }),
  from: "2025-07-01",
  levels: ["province"],
  inSets: ["province"],
  head: { right: ["- Đơn vị báo cáo:", "- Đơn vị nhận báo cáo:"] },
  tables: [proceduresTable(TWO_TIERS)],
  quantities: proceduresBound(TWO_TIERS),
};
