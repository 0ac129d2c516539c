import type { Form } from "../core/form/Form";
import { counting, named, numbered, ORDINAL, sumOf, TOTAL_ROW } from "./catalogue/columns";
import { bound } from "./catalogue/files";
import { appendixOf } from "./catalogue/phuQuoc";

const ballots = counting("phiếu");

/** What people who were asked said, office by office. */
export const phuQuocPl5: Form = {
  ...appendixOf(5, "Kết quả thăm dò ý kiến"),
  tables: [
    {
      key: "main",
      rows: { each: "unit" },
      ...TOTAL_ROW,
      columns: numbered([
        ORDINAL,
        named("unit", "Câu hỏi, bộ phận", ["Bộ phận", "Câu hỏi", "Nội dung thăm dò"]),
        ballots("surveyed", "Tổng số phiếu", { variants: ["Tổng phiếu"], ...sumOf("ballots-by-answer", "contented", "discontented") }),
        ballots("contented", "Hài lòng"),
        ballots("discontented", "Không hài lòng"),
      ]),
      shares: [{ id: "contented-rate", header: "Tỷ lệ hài lòng (%)", numerator: ["contented"], denominator: ["surveyed"], decimals: 0 }],
    },
  ],
  quantities: bound("surveyed", "contented", "discontented"),
};
