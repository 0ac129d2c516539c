import { EMPTY_FORM } from "../core/figures/isUnfilled";
import type { OtherCell, Suggestion } from "../core/checks/Check";
import { DESCRIBED } from "../core/described/sheetFindings";
import type { Finding } from "../core/findings/Finding";
import { justifiedIn, type JustifiedAudit, type Lapse } from "../core/justifications/applyJustifications";
import type { Justification } from "../core/justifications/Justification";
import { a1, a1Range } from "../core/sheet/Address";
import { sheetPrefix } from "../core/sheet/writeFormula";
import { plainText, type Content } from "../core/sheet/Cell";
import type { OpenQuestion } from "../core/figures/locate";
import type { Language } from "../core/words/Phrase";

/** A cell's content in JSON: null for a blank, formulas with their "=". */
function jsonValue(content: Content): number | string | null {
  if (content.kind === "blank") return null;
  if (content.kind === "number") return content.number;
  return content.kind === "formula" ? content.formula : plainText(content);
}

/** Three digits tell more than anybody knows. */
const rounded = (probability: number): number => Math.round(probability * 1000) / 1000;

/** A cell of another sheet: `'NQ 01'!E9`. */
const cellOf = ({ sheet, at }: OtherCell): string => sheetPrefix(sheet) + a1(at);

/** The changes of one suggestion; those of the same `way` belong together, and way 1 is the best. */
function jsonSuggestions({ changes, sure, probability, why }: Suggestion, way: number, language: Language) {
  const likelihood = probability === undefined ? {} : { probability: rounded(probability) };
  return changes.map(({ sheet, at, from, to }) => ({ cell: sheet === undefined ? a1(at) : cellOf({ sheet, at }), from: jsonValue(from), to: jsonValue(to), sure, ...likelihood, way, why: why[language] }));
}

function jsonFinding({ id, severity, cells, others, follows = [], message, reasons, suggestions, question, rowsAsked, restsOn, isUnfinished }: Finding, language: Language) {
  return {
    id,
    severity,
    cells: cells.map(a1),
    ...(others ? { others: others.map(cellOf) } : {}),
    follows: follows.map(a1),
    checks: [...new Set(reasons.map(({ check }) => check))],
    message: message[language],
    reasons: reasons.map(({ check, phrase }) => ({ check, message: phrase[language] })),
    ...(restsOn ? { restsOn: restsOn.map((each) => each[language]) } : {}),
    suggestions: suggestions.flatMap((each, index) => jsonSuggestions(each, index + 1, language)),
    ...(question ? { question: question.kind } : {}),
    ...(rowsAsked ? { question: "rows", answers: rowsAsked.choices.map(({ name }) => name[language]) } : {}),
    ...(isUnfinished ? { unfinished: true } : {}),
  };
}

const jsonReason = ({ reason, at }: Justification) => ({ reason, at });

const jsonLapse = (lapse: Lapse | undefined, language: Language) => (lapse ? { lapsed: { ...jsonReason(lapse.justification), why: lapse.why[language] } } : {});

const jsonAsked = ({ range, candidates }: OpenQuestion) => ({ range: a1Range(range), candidates: candidates.map(({ form }) => form) });

/** One file's audit as other programs read it. Cells are A1 without "$", their sheet given by the table. */
export function reportJson(file: string, { audit: { tables, sheets, unrecognised, texts }, justified, lapsed }: JustifiedAudit, language: Language) {
  return {
    file,
    tables: [
      ...tables.map(({ table, counts, findings, isEmpty }) => ({
        sheet: table.sheet,
        form: table.form.id,
        table: table.layout.key,
        range: a1Range(table.range),
        checks: counts,
        ...(isEmpty ? { empty: EMPTY_FORM[language] } : {}),
        findings: findings.map((finding) => ({ ...jsonFinding(finding, language), ...jsonLapse(lapsed.get(finding.id), language) })),
        justified: justifiedIn(table, justified).map(({ finding, justification }) => ({ ...jsonFinding(finding, language), ...jsonReason(justification) })),
      })),
      ...sheets.filter(({ findings }) => findings.length > 0).map(({ sheet, range, counts, findings }) => ({
        sheet,
        form: DESCRIBED,
        table: "formulas",
        range: a1Range(range),
        checks: counts,
        findings: findings.map((finding) => jsonFinding(finding, language)),
        justified: [],
      })),
    ],
    unrecognised: unrecognised.map(({ sheet, why, question }) => ({ sheet, why: why[language], ...(question ? jsonAsked(question) : {}) })),
    ...(texts.length > 0 ? { texts: texts.map(({ source, read, compared }) => ({ source: source[language], read, compared })) } : {}),
  };
}
