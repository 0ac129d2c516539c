import type { Form, Level, Section } from "../../core/form/Form";
import type { Official } from "../../core/words/Phrase";
import { TOTAL_ROW } from "./columns";
import { filesOf, FILES_BOUND, FILES_RULES, FILES_SHARES } from "./files";
import { proposedFor } from "./proposals";

/** What Biểu II.06a of all units of one kind come to: what the letters b, c and d are remembered for, so that sheets that bear them are known. */
export const aggregateFor = (letter: "b" | "c" | "d", of: Official, levels: readonly Level[], sections: readonly Section[]): Form => ({
  id: `ii-06${letter}`,
  family: "ii-06b",
  markVariants: [`Biểu số II.06${letter}/VPCP/KSTT`, `Biểu số 06${letter}/VPCP/KSTT`],
  title: `Bảng số liệu tổng hợp giải quyết TTHC của các đơn vị thuộc ${of}`,
  titleVariants: [`Tổng hợp tình hình, kết quả giải quyết thủ tục hành chính của ${of}`, `Tình hình, kết quả giải quyết TTHC tại ${of}`],
  sheetName: `Tổng hợp 06${letter}`,
  ...proposedFor("I.6", {
    vi: "Cột theo Biểu II.06a. Chữ b, c, d của biểu tổng hợp nào thuộc cấp nào ghi theo trí nhớ, chưa đối chiếu văn bản.",
    en: "The columns are those of Biểu II.06a. Which of the letters b, c, d is whose aggregate is from memory, not compared with the circular.",
  }),
  levels,
  inSets: levels.filter((level) => level !== "department"),
  head: { unitOfMeasure: "Đơn vị tính: Số hồ sơ TTHC." },
  tables: [
    {
      key: "main",
      rows: { each: "unit", sections },
      ...TOTAL_ROW,
      columns: filesOf("Đơn vị, lĩnh vực giải quyết", ["Lĩnh vực, công việc giải quyết theo cấp", "Lĩnh vực giải quyết", "Đơn vị"]),
      shares: FILES_SHARES,
      rules: FILES_RULES,
    },
  ],
  quantities: FILES_BOUND,
});
