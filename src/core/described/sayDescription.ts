import { listed } from "../checks/columnWords";
import { both, capitalised, type Language, type Phrase } from "../words/Phrase";
import { formatCount } from "../words/decimal";
import { isWhole, shapeOf, termsOf, type Relation, type Shape, type Term } from "./Relation";
import type { JudgedRelation } from "./TableDescription";

/** So many terms one after another are named by their ends. */
const LONG_RUN = 4;

const WORDS = {
  columns: { vi: "cột", en: "column" },
  rows: { vi: "dòng", en: "row" },
  plus: { vi: "cộng", en: "plus" },
  minus: { vi: "trừ", en: "minus" },
  times: { vi: "nhân", en: "times" },
  over: { vi: "chia cho", en: "divided by" },
} as const;

const IS_NUMBER = /^(?:\d[\d.]{0,7}[a-zđ]?|[A-ZĐ]|[IVX]{1,6})$/u;

/** "cột 5", or “Tổng số” where columns have no numbers. */
function sayTerm({ name }: Term, axis: Relation["axis"], language: Language): string {
  return IS_NUMBER.test(name) ? `${WORDS[axis][language]} ${name}` : `“${name}”`;
}

/** "cột 5 cộng cột 18"; of a long run only its ends. */
function sayAdded(terms: readonly Term[], axis: Relation["axis"], language: Language): string {
  const isRun = terms.length >= LONG_RUN && terms.every(({ name }, index) => index === 0 || Number(name) === Number(terms[index - 1]!.name) + 1);
  if (isRun) {
    const [first, last] = [terms[0]!.name, terms.at(-1)!.name];
    return language === "vi" ? `tổng các ${WORDS[axis].vi} từ ${first} đến ${last}` : `${WORDS[axis].en}s ${first} to ${last} added up`;
  }
  return terms.map((term) => sayTerm(term, axis, language)).join(` ${WORDS.plus[language]} `);
}

/** What a shape comes to, in words. */
function sayShape(shape: Shape, axis: Relation["axis"], printed: string, language: Language): string {
  const term = (each: Term): string => sayTerm(each, axis, language);
  const less = (terms: readonly Term[]): string => terms.map((each) => ` ${WORDS.minus[language]} ${term(each)}`).join("");
  switch (shape.kind) {
    case "sum": {
      const constant = shape.constant === undefined ? "" : formatCount(shape.constant, language);
      const added = [constant, shape.plus.length > 0 ? sayAdded(shape.plus, axis, language) : ""].filter((each) => each !== "").join(` ${WORDS.plus[language]} `);
      return `${added}${less(shape.minus)}`.trim();
    }
    case "product":
      return `${shape.factors.map(term).join(` ${WORDS.times[language]} `)}${shape.percent ? ` ${WORDS.over[language]} 100` : ""}`;
    case "ratio": {
      const [above, below] = [`${sayAdded(shape.above, axis, language)}${less(shape.minus)}`, sayAdded(shape.below, axis, language)];
      const wrapped = (terms: number, text: string): string => (terms > 1 ? `(${text})` : text);
      return `${wrapped(shape.above.length + shape.minus.length, above)} ${WORDS.over[language]} ${wrapped(shape.below.length, below)}${shape.percent ? ` ${WORDS.times[language]} 100` : ""}`;
    }
    case "expression":
      return `“${printed.slice(printed.indexOf("=") + 1).trim()}”`;
  }
}

/** How often the figures obey it. */
function sayEvidence({ axis, evidence: { holds, breaks, rounded } }: JudgedRelation, language: Language): string {
  const line = { columns: { vi: "dòng", en: "row" }, rows: { vi: "cột", en: "column" } }[axis];
  const count = (times: number): string => `${formatCount(times, language)} ${line[language]}${language === "en" && times !== 1 ? "s" : ""}`;
  if (holds + breaks === 0) return language === "vi" ? "chưa có số liệu để đối chiếu" : "no figures yet to hold it against";
  const near = rounded === 0 ? "" : language === "vi" ? ` (${count(rounded)} lệch do làm tròn)` : ` (${count(rounded)} but for rounding)`;
  if (breaks === 0) return language === "vi" ? `đúng ở cả ${count(holds)}${near}` : `holds in all ${count(holds)}${near}`;
  return language === "vi" ? `đúng ở ${count(holds)}${near}, sai ở ${count(breaks)}` : `holds in ${count(holds)}${near}, breaks in ${count(breaks)}`;
}

const sayTotal = ({ total, axis }: Relation, language: Language): string => capitalised(sayTerm(total, axis, language));

/** A relation as a sentence, with how often the figures obey it: "Cột 4 phải bằng cột 5 cộng cột 18: đúng ở 41 dòng, sai ở 1 dòng". */
export function sayRelation(relation: JudgedRelation): Phrase {
  const { shape, axis, printed, other } = relation;
  return both((language) => {
    const must = language === "vi" ? "phải bằng" : "must be";
    if (other !== undefined) return `${sayTotal(relation, language)} ${must} “${other}”`;
    return `${sayTotal(relation, language)} ${must} ${sayShape(shape, axis, printed, language)}: ${sayEvidence(relation, language)}`;
  });
}

/** Why a relation is not used; undefined where it is. */
export function sayDoubtOf(relation: JudgedRelation): Phrase | undefined {
  const { standing, printed, other, misprinted, formula, repair, axis } = relation;
  if (standing === "used") return undefined;
  if (standing === "off") return both((language) => (language === "vi" ? `“${printed}”: đã tắt, không dùng để kiểm tra.` : `“${printed}” is switched off and not used.`));
  const missing = termsOf(formula).filter(({ at }) => at === undefined);
  return both((language) => {
    const vi = language === "vi";
    if (other !== undefined) return vi ? `“${printed}”: so với biểu hoặc kỳ khác nên không đối chiếu trong bảng này.` : `“${printed}” names another form or period and is not judged here.`;
    if (misprinted !== undefined) {
      return vi
        ? `“${printed}”: cột ${misprinted} không thể bằng phép tính có chính nó, có lẽ in nhầm; không dùng để kiểm tra.`
        : `“${printed}”: column ${misprinted} cannot come to something with itself in it, probably a misprint; it is not used.`;
    }
    if (missing.length > 0) {
      const names = listed(missing.map((term) => sayTerm(term, axis, language)), language);
      return vi ? `“${printed}”: bảng không có ${names}; không dùng để kiểm tra.` : `“${printed}”: the table has no ${names}; it is not used.`;
    }
    if (!isWhole(relation)) return vi ? `“${printed}”: phép tính có chính cột tổng; không dùng để kiểm tra.` : `“${printed}” has its own total in it; it is not used.`;
    const against = vi ? `“${printed}” không khớp với số liệu (${sayEvidence(relation, "vi")})` : `The figures contradict “${printed}” (${sayEvidence(relation, "en")})`;
    if (!repair) return vi ? `${against}; không dùng để kiểm tra.` : `${against}; it is not used.`;
    const meant = `${sayTotal(relation, language)} = ${sayShape(shapeOf(repair), axis, printed, language)}`;
    return vi ? `${against}, lại khớp với “${meant}”: có thể biểu in nhầm; không dùng để kiểm tra.` : `${against} and obey “${meant}”: maybe a misprint; it is not used.`;
  });
}
