import type { Form, Section } from "../../core/form/Form";
import { circular012020 } from "./circulars";
import { TOTAL_ROW } from "./columns";
import { filesOf, FILES_BOUND, FILES_RULES, FILES_SHARES } from "./files";

const NAMES = ["Lĩnh vực, công việc giải quyết theo cấp", "Lĩnh vực", "Đơn vị", "Tên đơn vị"];

/** What the editions of Biểu II.06a have in common, by the sections that their rows may stand in. */
export const settledAt = (...sections: readonly Section[]): Omit<Form, "id"> => ({
  family: "ii-06a",
  mark: "Biểu số II.06a/VPCP/KSTT",
  markVariants: ["Biểu số 06a/VPCP/KSTT", "Biểu số 06 /VPCP/KSTT"],
  title: "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH TẠI CƠ QUAN, ĐƠN VỊ TRỰC TIẾP GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH",
  titleVariants: [
    "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC TẠI CƠ QUAN, ĐƠN VỊ TRỰC TIẾP GIẢI QUYẾT TTHC",
    "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC TẠI TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG",
  ],
  ...circular012020,
  inSets: ["commune", "department", "centre", "district", "province"],
  grade: "A",
  head: {
    left: ["Ban hành theo Thông tư số 01/2020/TT-VPCP", "ngày 21/10/2020"],
    right: ["- Đơn vị báo cáo:", "- Đơn vị nhận báo cáo:"],
    unitOfMeasure: "Đơn vị tính: Số hồ sơ TTHC.",
  },
  tables: [
    {
      key: "main",
      rows: { each: "field", sections },
      ...TOTAL_ROW,
      columns: filesOf("Lĩnh vực giải quyết", NAMES),
      shares: FILES_SHARES,
      rules: FILES_RULES,
    },
  ],
  quantities: FILES_BOUND,
  paragraphs: ["settlement"],
});
