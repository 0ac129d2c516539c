import type { Form, TableForm } from "../../core/form/Form";
import type { Official } from "../../core/words/Phrase";
import { numbered, ORDINAL, told } from "./columns";

/** What the six appendices of Phú Quốc's quarterly report say of themselves: their titles are known, their columns are our reading of its text. */
export const appendixOf = (number: 1 | 2 | 3 | 4 | 5 | 6, title: Official, ...variants: readonly Official[]): Omit<Form, "tables"> => ({
  id: `phu-quoc-pl${number}`,
  family: `phu-quoc-pl${number}`,
  title: `Bảng số liệu Phụ lục ${number}. ${title}`,
  titleVariants: [title, ...variants],
  sheetName: `PL${number}`,
  basis: "Báo cáo quý II/2023 của Văn phòng HĐND và UBND thành phố Phú Quốc: tên phụ lục",
  from: "2023-01-01",
  grade: "C",
  note: {
    vi: "Phụ lục riêng của thành phố Phú Quốc: tên theo báo cáo, các cột suy từ lời văn vì tệp phụ lục không có trong báo cáo.",
    en: "A local appendix of Phú Quốc: its title is the report's, its columns follow from the text, as the appendix itself was not at hand.",
  },
  signatures: [],
});

/** Procedures, one a row: appendices 1 and 2. */
export const proceduresListed: TableForm = {
  key: "main",
  rows: { record: "procedure" },
  columns: numbered([
    ORDINAL,
    told("sector", "Ngành", "text", 20),
    told("field", "Lĩnh vực", "text", 24),
    told("code", "Mã TTHC", "code", 16, ["Mã thủ tục"]),
    told("procedure", "Tên TTHC", "text", 44, ["Tên thủ tục hành chính"]),
    told("level", "Cấp thực hiện", "text", 14),
    told("remark", "Ghi chú", "text", 16),
  ]),
  rules: [{ id: "one-row-a-procedure", kind: "unique", column: "code", basis: "Mỗi TTHC một dòng" }],
};
