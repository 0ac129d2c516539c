import type { CitedDocument } from "../core/quantities/Vocabulary";

const dated = (number: string, year: number, code: string, kind: string, date: string): CitedDocument => ({ number, year, code, isDated: true, kind, date });

/** Documents that nearly every report on administrative procedures cites. Only those whose date is certain. */
export const DOCUMENTS: readonly CitedDocument[] = [
  dated("61", 2018, "NĐ-CP", "Nghị định", "2018-04-23"),
  dated("107", 2021, "NĐ-CP", "Nghị định", "2021-12-06"),
  dated("09", 2019, "NĐ-CP", "Nghị định", "2019-01-24"),
  dated("30", 2020, "NĐ-CP", "Nghị định", "2020-03-05"),
  dated("45", 2020, "NĐ-CP", "Nghị định", "2020-04-08"),
  dated("118", 2025, "NĐ-CP", "Nghị định", "2025-06-09"),
  dated("01", 2018, "TT-VPCP", "Thông tư", "2018-11-23"),
  dated("02", 2017, "TT-VPCP", "Thông tư", "2017-10-31"),
  dated("01", 2020, "TT-VPCP", "Thông tư", "2020-10-21"),
  { number: "468", year: 2021, code: "QĐ-TTg", isDated: false, kind: "Quyết định", date: "2021-03-27" },
  { number: "766", year: 2022, code: "QĐ-TTg", isDated: false, kind: "Quyết định", date: "2022-06-23" },
];
