import { justifiedIn, type JustifiedAudit } from "../core/justifications/applyJustifications";
import { sayDay } from "../core/justifications/Justification";
import { a1, a1Range, type Position } from "../core/sheet/Address";
import type { Language, Severity } from "../core/words";
import { SURE_WORDS } from "./sureWords";

const SEVERITY: Readonly<Record<Severity, Readonly<Record<Language, string>>>> = {
  error: { vi: "LỖI", en: "ERROR" },
  warning: { vi: "CẢNH BÁO", en: "WARNING" },
  info: { vi: "LƯU Ý", en: "NOTE" },
};

const JUSTIFIED: Readonly<Record<Language, string>> = { vi: "ĐÃ GIẢI TRÌNH", en: "JUSTIFIED" };

const places = (cells: readonly Position[]): string =>
  cells.length > 4 ? `${cells.slice(0, 3).map(a1).join(" ")} … (${cells.length})` : cells.map(a1).join(" ");

/** One file's audit for people, a finding a line with its suggestions below; what was justified comes last, with the reason. */
export function reportText(file: string, { audit: { tables, unrecognised }, justified, lapsed }: JustifiedAudit, language: Language): string {
  const lines: string[] = [];
  for (const { table, counts, findings } of tables) {
    const { pass, fail, skip, broken } = counts;
    const judged =
      language === "vi"
        ? `${pass} đạt, ${fail} không đạt, ${skip} chưa xét được${broken ? `, ${broken} hỏng` : ""}`
        : `${pass} passed, ${fail} failed, ${skip} not judged${broken ? `, ${broken} broken` : ""}`;
    lines.push(`${file} · ${table.sheet}!${a1Range(table.range)} · ${table.form.mark}: ${judged}`);
    for (const { id, severity, cells, message, suggestions } of findings) {
      lines.push(`  ${SEVERITY[severity][language]} ${places(cells)}  ${message[language]}`);
      lines.push(...suggestions.map(({ sure, why }) => `      → ${why[language]} [${SURE_WORDS[sure][language]}]`));
      const lapse = lapsed.get(id);
      if (lapse) lines.push(`      ${lapse.why[language]} (“${lapse.justification.reason}”)`);
    }
    for (const { finding, justification } of justifiedIn(table, justified)) {
      lines.push(`  ${JUSTIFIED[language]} ${places(finding.cells)}  ${finding.message[language]}`);
      lines.push(`      ${sayDay(justification.at)}: ${justification.reason.replace(/\s*\n\s*/g, " ")}`);
    }
  }
  lines.push(...unrecognised.map(({ sheet, why }) => `${file} · ${sheet}: ${why[language]}`));
  return lines.join("\n");
}
