import type { Audit } from "../core/audit";
import { a1, a1Range, type Position } from "../core/sheet/Address";
import type { Language, Severity } from "../core/words";
import { SURE_WORDS } from "./sureWords";

const SEVERITY: Readonly<Record<Severity, Readonly<Record<Language, string>>>> = {
  error: { vi: "LỖI", en: "ERROR" },
  warning: { vi: "CẢNH BÁO", en: "WARNING" },
  info: { vi: "LƯU Ý", en: "NOTE" },
};

const places = (cells: readonly Position[]): string =>
  cells.length > 4 ? `${cells.slice(0, 3).map(a1).join(" ")} … (${cells.length})` : cells.map(a1).join(" ");

/** One file's audit for people, a finding a line with its suggestions below. */
export function reportText(file: string, { tables, unrecognised }: Audit, language: Language): string {
  const lines: string[] = [];
  for (const { table, counts, findings } of tables) {
    const { pass, fail, skip, broken } = counts;
    const judged =
      language === "vi"
        ? `${pass} đạt, ${fail} không đạt, ${skip} chưa xét được${broken ? `, ${broken} hỏng` : ""}`
        : `${pass} passed, ${fail} failed, ${skip} not judged${broken ? `, ${broken} broken` : ""}`;
    lines.push(`${file} · ${table.sheet}!${a1Range(table.range)} · ${table.form.mark}: ${judged}`);
    for (const { severity, cells, message, suggestions } of findings) {
      lines.push(`  ${SEVERITY[severity][language]} ${places(cells)}  ${message[language]}`);
      lines.push(...suggestions.map(({ sure, why }) => `      → ${why[language]} [${SURE_WORDS[sure][language]}]`));
    }
  }
  lines.push(...unrecognised.map(({ sheet, why }) => `${file} · ${sheet}: ${why[language]}`));
  return lines.join("\n");
}
