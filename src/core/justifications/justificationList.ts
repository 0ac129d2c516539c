import { a1 } from "../sheet/Address";
import { formName } from "../form/Form";
import type { Language } from "../words/Phrase";
import type { JustifiedFinding } from "./applyJustifications";
import { sayDay } from "./Justification";

/** A list to go with the report, on paper or in Word: plain words, row by row. */
export interface JustificationList {
  readonly title: string;
  /** What the list is about, a line for each table it names. */
  readonly about: readonly string[];
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const WORDS = {
  vi: {
    title: "DANH SÁCH GIẢI TRÌNH SỐ LIỆU",
    headings: ["STT", "Vị trí", "Nội dung cần giải trình", "Giải trình", "Ngày"],
    about: (mark: string, sheet: string, unit: string | undefined) => `${mark}, trang tính “${sheet}”${unit ? `, đơn vị báo cáo: ${unit}` : ""}`,
    cells: (cells: string) => `Ô ${cells}`,
  },
  en: {
    title: "JUSTIFICATIONS OF FIGURES",
    headings: ["No.", "Place", "What is questioned", "Justification", "Date"],
    about: (mark: string, sheet: string, unit: string | undefined) => `${mark}, sheet “${sheet}”${unit ? `, reported by ${unit}` : ""}`,
    cells: (cells: string) => cells,
  },
} as const;

const MOST_CELLS = 6;

/** The list of what was justified. Where it names several sheets, so does every place. */
export function justificationList(justified: readonly JustifiedFinding[], language: Language): JustificationList {
  const words = WORDS[language];
  const tables = [...new Set(justified.map(({ table }) => table))];
  const several = new Set(tables.map(({ sheet }) => sheet)).size > 1;
  return {
    title: words.title,
    about: tables.map(({ form, sheet, unit }) => words.about(formName(form), sheet, unit)),
    headings: words.headings,
    rows: justified.map(({ finding, justification }, index) => {
      const names = finding.cells.map(a1);
      const cells = words.cells(names.length > MOST_CELLS ? `${names.slice(0, MOST_CELLS).join(", ")}…` : names.join(", "));
      return [String(index + 1), several ? `${finding.sheet}: ${cells}` : cells, finding.message[language], justification.reason, sayDay(justification.at)];
    }),
  };
}
