import type { TextStretch } from "../stated/paragraphsOf";
import type { ReportText } from "./ReportText";

/** What numbers stand in that count nothing, as patterns of flattened text: dates, periods, numbers of documents, articles, telephones, headings, slogans. */
const REFERENCES: readonly RegExp[] = [
  /https?:\/\/[^\s<>]{1,300}/g,
  // Dates, in figures and in words, with or without their year.
  /\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{4}/g,
  /\d{1,2} thang \d{1,2}(?: nam \d{4})?/g,
  /(?:ngay|den|tu) \d{1,2} ?[/-] ?\d{1,2}(?!\d|[.,/]\d)/g,
  /\(\d{1,2}-\d{1,2} den \d{1,2}-\d{1,2}\)/g,
  /ngay \d{1,2}(?!\d|[.,/]\d)/g,
  // Months, quarters, years, and how many months a period has.
  /thang \d{1,2}(?: ?[/-] ?\d{4})?(?!\d|[.,]\d)/g,
  /quy (?:\d{1,2}|[iv]{1,3})(?: ?[/.] ?\d{4})?(?!\d|[.,]\d)/g,
  /\d{1,2} thang(?! \d)(?: dau| cuoi)?(?: nam)?(?: \d{4})?/g,
  /nam (?:19|20)\d{2}(?:(?: ?- ?| den | va |, )(?:nam )?(?:19|20)\d{2})?/g,
  /(?:giai doan|tu|den) (?:19|20)\d{2}(?: ?- ?(?:19|20)\d{2})?(?!\d|[.,]\d)/g,
  // Documents: 61/2018/NĐ-CP, 148/QĐ-UBND, số 01/2020.
  /[\dol]{1,5}\/(?:19|20)\d{2}(?:\/[a-z\d-]{2,24})?/g,
  /\d{1,5}[a-z]?\/[a-z]{2,10}(?:-[a-z&\d]{1,12}){0,3}/g,
  /(?:nghi dinh|nghi quyet|thong tu|quyet dinh|cong van|ke hoach|chi thi|van ban|bao cao|luat) (?:so:? ?)?\d{1,5}(?!\d|[.,]\d)/g,
  // Parts of documents, items, levels, scales, standards.
  /(?:dieu|khoan|chuong|phu luc|bieu(?: so)?|chi so|muc(?: do)?|mau(?: so)?|cap do|hang|de an|iso|phan|nhom|tieu chi)(?: so)? \d{1,4}(?:[.:,]\d{1,4})*(?:(?:,| va) \d{1,2}(?![.,]?\d))?/g,
  /\b[a-z]\.\d{1,3}(?!\d)/g,
  /0\d{2,3}[. ]?\d{3}[. ]?\d{3,4}(?!\d)/g,
  /["“'‘]{1,2}\d{1,2} [a-z]{2,8}[^"”'’\n]{0,60}["”'’]/g,
];

/** Numbers that open a line, of headings and lists, and page numbers alone on one. */
const OPENING = /^[ -]{0,8}\d{1,2}(?:\.\d{1,2}){0,3}(?:[.)](?= |$)| {0,4}$)/gm;

/** Where numbers stand that are references, in the order of the text, without overlaps. */
export function referencesIn({ flat, lined }: Pick<ReportText, "flat" | "lined">): readonly TextStretch[] {
  const places = (pattern: RegExp, among: string) => [...among.matchAll(pattern)].map(({ 0: words, index }) => ({ start: index, end: index + words.length }));
  const found = [...REFERENCES.flatMap((pattern) => places(pattern, flat)), ...places(OPENING, lined)];
  found.sort((one, other) => one.start - other.start || other.end - one.end);
  const apart: TextStretch[] = [];
  for (const each of found) if (each.start >= (apart.at(-1)?.end ?? 0)) apart.push(each);
  return apart;
}

/** The text with references blanked out, offsets kept. */
export function withoutReferences(flat: string, references: readonly TextStretch[]): string {
  let kept = "";
  let from = 0;
  for (const { start, end } of references) {
    kept += flat.slice(from, start) + flat.slice(start, end).replace(/\d/g, "#");
    from = end;
  }
  return kept + flat.slice(from);
}
