import { EMPTY_FORM } from "../core/figures/isUnfilled";
import type { Suggestion, Sureness } from "../core/checks/Check";
import type { Counts } from "../core/checks/judge";
import type { Finding } from "../core/findings/Finding";
import { formName } from "../core/form/Form";
import { justifiedIn, type JustifiedAudit } from "../core/justifications/applyJustifications";
import { sayDay } from "../core/justifications/Justification";
import { a1, a1Range, type Position } from "../core/sheet/Address";
import type { Language, Severity, Phrase } from "../core/words/Phrase";

/** How grave a finding is, in a word. */
export const SEVERITY: Readonly<Record<Severity, Readonly<Record<Language, string>>>> = {
  error: { vi: "LỖI", en: "ERROR" },
  warning: { vi: "CẢNH BÁO", en: "WARNING" },
  info: { vi: "LƯU Ý", en: "NOTE" },
};

/** How sure a suggestion is, in words. */
export const SURE_WORDS: Readonly<Record<Sureness, Phrase>> = {
  certain: { vi: "chắc chắn", en: "certain" },
  likely: { vi: "nhiều khả năng", en: "likely" },
  possible: { vi: "có thể", en: "possible" },
};

/** Words of several lines as one. */
const inOneLine = (text: string): string => text.split("\n").map((line) => line.trim()).filter((line) => line !== "").join(" ");

const JUSTIFIED: Readonly<Record<Language, string>> = { vi: "ĐÃ GIẢI TRÌNH", en: "JUSTIFIED" };

const places = (cells: readonly Position[]): string =>
  cells.length > 4 ? `${cells.slice(0, 3).map(a1).join(" ")} … (${cells.length})` : cells.map(a1).join(" ");

/** "C10 (sai theo: C16)" */
function where({ cells, follows = [] }: Finding, language: Language): string {
  if (follows.length === 0) return places(cells);
  return `${places(cells)} (${language === "vi" ? "sai theo" : "follows"}: ${places(follows)})`;
}

/** "nhiều khả năng 83%"; what is certain needs no number. */
function sureness({ sure, probability }: Suggestion, language: Language): string {
  const words = SURE_WORDS[sure][language];
  if (probability === undefined || sure === "certain") return words;
  const percent = Math.round(probability * 100);
  return `${words} ${percent < 1 ? "<1" : percent > 99 ? ">99" : percent}%`;
}

/** One file's audit for people, a finding a line with its suggestions below; what was justified comes last, with the reason. */
export function reportText(file: string, { audit: { tables, sheets, unrecognised, texts }, justified, lapsed }: JustifiedAudit, language: Language): string {
  const lines: string[] = [];
  const tell = (place: string, name: string, { pass, fail, skip, notApplicable, broken }: Counts, findings: readonly Finding[]): void => {
    const rare = [[notApplicable, "không áp dụng", "not applicable"], [broken, "hỏng", "broken"]] as const;
    const rest = rare.filter(([count]) => count > 0).map(([count, vi, en]) => `, ${count} ${language === "vi" ? vi : en}`).join("");
    const usual = language === "vi" ? `${pass} đạt, ${fail} không đạt, ${skip} chưa xét được` : `${pass} passed, ${fail} failed, ${skip} not judged`;
    lines.push(`${file} · ${place} · ${name}: ${usual}${rest}`);
    for (const finding of findings) {
      const { id, severity, message, suggestions } = finding;
      lines.push(`  ${SEVERITY[severity][language]} ${where(finding, language)}  ${message[language]}`);
      lines.push(...suggestions.map((each) => `      → ${each.why[language]} [${sureness(each, language)}]`));
      const lapse = lapsed.get(id);
      if (lapse) lines.push(`      ${lapse.why[language]} (“${lapse.justification.reason}”)`);
    }
  };
  for (const { table, counts, findings, isEmpty } of tables) {
    if (isEmpty) {
      lines.push(`${file} · ${table.sheet}!${a1Range(table.range)} · ${formName(table.form)}: ${EMPTY_FORM[language]}`);
      continue;
    }
    tell(`${table.sheet}!${a1Range(table.range)}`, formName(table.form), counts, findings);
    for (const { finding, justification } of justifiedIn(table, justified)) {
      lines.push(`  ${JUSTIFIED[language]} ${places(finding.cells)}  ${finding.message[language]}`);
      lines.push(`      ${sayDay(justification.at)}: ${inOneLine(justification.reason)}`);
    }
  }
  for (const { sheet, range, counts, findings } of sheets) {
    if (findings.length > 0) tell(`${sheet}!${a1Range(range)}`, language === "vi" ? "các công thức" : "the formulas", counts, findings);
  }
  lines.push(...texts.map(({ said }) => `${file} · ${said[language]}`));
  for (const { sheet, why, question } of unrecognised) {
    lines.push(`${file} · ${sheet}: ${why[language]}`);
    lines.push(...(question?.candidates ?? []).map(({ form, name }) => `      --form ${form}  ${name}`));
  }
  return lines.join("\n");
}
