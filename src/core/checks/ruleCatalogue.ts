import { formName, leafColumns, type CellRef, type Form, type Rule, type TableForm } from "../form/Form";
import { GRADE_MEANING } from "../form/gradeMeaning";
import { formatDate, parseIsoDate } from "../words/Period";
import type { Language, Official, Phrase, Severity } from "../words/Phrase";
import type { Check } from "./Check";
import { checksOf, formChecksOf } from "./checksOf";
import { columnName } from "./columnWords";
import { RULE_KINDS, valuesOf } from "./ruleKinds";

/** A rule as it is published: what must hold, and where that comes from. */
export interface PublishedRule {
  readonly id: string;
  readonly severity: Severity;
  readonly title: Phrase;
  readonly basis?: Official;
}

/** Where sums come from that no rule gives a basis for. */
const basisOfSums = ({ sumBasis, numbering, columns }: TableForm): Official =>
  sumBasis ?? (numbering === "plain" || leafColumns(columns).every(({ no }) => no === undefined) ? "Lời tiêu đề cột" : "Dòng đánh số cột của biểu");

/** The columns a rule compares, by the names that findings give them: "(3), (7), (11)". */
function columnsOf(rule: Rule, layout: TableForm): string {
  const columns = leafColumns(layout.columns);
  const keys = valuesOf(rule, RULE_KINDS[rule.kind].parameters).flatMap(([, kind, value]): readonly unknown[] =>
    kind === "figures" ? (value as readonly string[]) : kind === "cell" ? [(value as CellRef).column] : [value],
  );
  return columns.filter(({ key }) => keys.includes(key)).map(columnName).join(", ");
}

/** A kind's own words do not say of which columns they hold. */
function titleOf({ title }: Check, rule: Rule | undefined, layout: TableForm): Phrase {
  const names = rule && rule.title === undefined ? columnsOf(rule, layout) : "";
  return names === "" ? title : { vi: `${title.vi}: cột ${names}`, en: `${title.en}: columns ${names}` };
}

const published = ({ id, severity, title }: Check): PublishedRule => ({ id, severity, title });

/** The rules that a table has of its own: what its columns are worked out from, and what the form says. */
export function ownRules(layout: TableForm, form: Form): readonly PublishedRule[] {
  return formChecksOf(layout, form).map((check) => {
    const rule = layout.rules?.find(({ id }) => id === check.id);
    const basis = rule ? rule.basis : basisOfSums(layout);
    return { ...published(check), title: titleOf(check, rule, layout), ...(basis === undefined ? {} : { basis }) };
  });
}

/** The rules that are no form's own: each once, in the order in which they are met. */
export function commonRules(forms: readonly Form[]): readonly PublishedRule[] {
  const found = new Map<string, PublishedRule>();
  for (const form of forms) {
    for (const layout of form.tables) {
      const own = new Set(formChecksOf(layout, form).map(({ id }) => id));
      for (const check of checksOf({ layout, form })) if (!own.has(check.id) && !found.has(check.id)) found.set(check.id, published(check));
    }
  }
  return [...found.values()];
}

/** A catalogue to be printed: of each form what it is and a table of what is checked. */
export interface RuleCatalogue {
  readonly title: string;
  readonly headings: readonly string[];
  readonly chapters: readonly {
    readonly heading: string;
    readonly about: readonly string[];
    readonly rows: readonly (readonly string[])[];
  }[];
}

const WORDS = {
  vi: {
    title: "DANH MỤC QUY TẮC KIỂM TRA SỐ LIỆU",
    headings: ["STT", "Quy tắc", "Mức", "Căn cứ"],
    common: "Quy tắc chung cho mọi biểu",
    severities: { error: "Lỗi", warning: "Cảnh báo", info: "Lưu ý" },
    inForce: (from: string, to: string | undefined) => (to === undefined ? `Hiệu lực từ ${from}.` : `Hiệu lực từ ${from} đến ${to}.`),
  },
  en: {
    title: "CATALOGUE OF CHECKS",
    headings: ["No.", "Rule", "Severity", "Basis"],
    common: "Rules for all forms",
    severities: { error: "Error", warning: "Warning", info: "Note" },
    inForce: (from: string, to: string | undefined) => (to === undefined ? `In force since ${from}.` : `In force from ${from} to ${to}.`),
  },
} as const;

const sayDay = (date: string): string => formatDate(parseIsoDate(date)!);

/** Everything that is checked, so that an agency can publish it: what holds of all forms, then form by form. */
export function ruleCatalogue(forms: readonly Form[], language: Language): RuleCatalogue {
  const words = WORDS[language];
  const rowsOf = (rules: readonly PublishedRule[]) =>
    rules.map(({ title, severity, basis = "" }, index) => [String(index + 1), title[language], words.severities[severity], basis]);
  const chapterOf = (form: Form) => {
    const { title, basis, from, to, grade, note, tables } = form;
    const name = formName(form);
    return {
      heading: name === title ? title : `${name}. ${title}`,
      about: [`${basis}. ${words.inForce(sayDay(from), to && sayDay(to))} ${GRADE_MEANING[grade][language]}`, note[language]],
      rows: rowsOf(tables.flatMap((layout) => ownRules(layout, form))),
    };
  };
  return { title: words.title, headings: words.headings, chapters: [{ heading: words.common, about: [], rows: rowsOf(commonRules(forms)) }, ...forms.map(chapterOf)] };
}
