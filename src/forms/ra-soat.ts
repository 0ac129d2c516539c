import type { Form } from "../core/form/Form";
import { counting, group, named, numbered, ORDINAL, TOTAL_ROW } from "./catalogue/columns";
import { bound } from "./catalogue/files";
import { inSeveralOptions } from "./catalogue/gaps";
import { proposedFor } from "./catalogue/proposals";

const procedures = counting("TTHC");
const OPTIONS = ["reviewKeep", "reviewAbolish", "reviewAmend", "reviewReplace", "reviewInterlink"];

/** Procedures reviewed for simplification against the plan, and what was decided of them. */
export const raSoat: Form = {
  id: "ra-soat",
  family: "ra-soat",
  title: "Bảng số liệu rà soát, đơn giản hóa thủ tục hành chính",
  titleVariants: ["Kết quả rà soát, đơn giản hóa thủ tục hành chính", "Rà soát, đơn giản hóa TTHC"],
  sheetName: "Rà soát TTHC",
  inSets: ["commune", "department", "province"],
  ...proposedFor("I.4"),
  tables: [
    {
      key: "main",
      rows: { each: "field" },
      ...TOTAL_ROW,
      columns: numbered([
        ORDINAL,
        named("field", "Lĩnh vực, nhóm TTHC", ["Lĩnh vực", "Nhóm TTHC", "Đơn vị"]),
        procedures("reviewPlanned", "Số TTHC cần rà soát theo Kế hoạch", { variants: ["Tổng số TTHC cần rà soát, đơn giản hóa theo Kế hoạch"], width: 13 }),
        procedures("reviewed", "Số TTHC đã rà soát, thông qua phương án", { variants: ["Tổng số TTHC đã được rà soát, thông qua phương án đơn giản hóa"], width: 13 }),
        group("Phương án đơn giản hóa", [
          procedures("reviewKeep", "Giữ nguyên"),
          procedures("reviewAbolish", "Bãi bỏ"),
          procedures("reviewAmend", "Sửa đổi, bổ sung"),
          procedures("reviewReplace", "Thay thế"),
          procedures("reviewInterlink", "Liên thông"),
          procedures("reviewOnline", "Có giải pháp trên môi trường điện tử", { width: 13 }),
        ]),
      ]),
      shares: [{ id: "review-rate", header: "Tỷ lệ hoàn thành kế hoạch (%)", numerator: ["reviewed"], denominator: ["reviewPlanned"], decimals: 2 }],
      rules: [
        {
          id: "reviewed-by-option", kind: "balance", total: "reviewed", plus: OPTIONS, severity: "warning", gap: inSeveralOptions,
          basis: "Mục I.4 đề cương: phương án đơn giản hóa cụ thể",
          title: { vi: "Số TTHC đã rà soát bằng tổng các phương án: (4) = (5)+(6)+(7)+(8)+(9)", en: "Procedures reviewed are those of all options: (4) = (5)+(6)+(7)+(8)+(9)" },
        },
        { id: "reviewed-of-plan", kind: "at-most", less: "reviewed", more: "reviewPlanned", severity: "warning", basis: "Mục I.4 đề cương: số cần rà soát theo Kế hoạch" },
        { id: "online-of-reviewed", kind: "at-most", less: "reviewOnline", more: "reviewed", severity: "warning", basis: "TTHC có giải pháp trên môi trường điện tử là TTHC đã rà soát" },
      ],
    },
  ],
  quantities: bound("reviewPlanned", "reviewed", ...OPTIONS, "reviewOnline"),
}; // prettier-ignore
