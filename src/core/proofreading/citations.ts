import type { CitedDocument } from "../quantities/Vocabulary";
import type { TextStretch } from "../stated/paragraphsOf";
import { datesIn, formatDate, isoDate, parseIsoDate } from "../words/Period";
import type { Claim } from "./Claim";
import type { ReportText } from "./ReportText";

/** "Nghị định số 61/2018/NĐ-CP ngày 23/4/2018": kind, number, year, code, date. */
const CITED = /(?:(nghi dinh|quyet dinh|thong tu|nghi quyet) )?(?:so:? ?)?([\dol]{1,4})(?:\/((?:19|20)\d{2}))?\/([a-z]{2,3}-[a-z]{2,6})(?: ngay (\d{1,2} ?(?:\/|-|\.| thang ) ?\d{1,2} ?(?:\/|-|\.| nam ) ?\d{4}))?/g;

/** What is wrong with a citation: what is printed, what it should be, and where. */
interface Fault extends TextStretch {
  readonly stated: string;
  readonly expected: string;
}

const bare = (words: string): string => words.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
const digits = (number: string): number => Number(number.replace(/o/g, "0").replace(/l/g, "1"));

/** Documents everybody cites, held against what is known of them: kind, code and date. */
export function citations({ flat, text, prose }: ReportText, documents: readonly CitedDocument[]): readonly Claim[] {
  const claims: Claim[] = [];
  for (const match of flat.matchAll(CITED)) {
    const [words, kind = "", number = "", year, code = "", date] = match;
    const at = { start: match.index, end: match.index + words.length };
    if (prose[at.start] === " ") continue;
    const [day] = date === undefined ? [] : datesIn(text.slice(at.end - date.length, at.end));
    const said = { kind, number: digits(number), year: year === undefined ? undefined : Number(year), code, date: day && isoDate(day) };
    const known = documents.find((document) => isMeant(document, said));
    if (!known) continue;
    const fault = faultOf(known, said, at, { text, words, ...(date === undefined ? {} : { date }) });
    claims.push(fault ? differing(known, at, fault) : { kind: "citation", at, verdict: "agrees", figures: [] });
  }
  return claims;
}

interface Said {
  readonly kind: string;
  readonly number: number;
  readonly year: number | undefined;
  readonly code: string;
  readonly date: string | undefined;
}

/** Whether a citation means this document: two of number with year, code, and date say so; or number and code, where the year slipped in both. */
function isMeant({ number, year, code, isDated, kind, date }: CitedDocument, said: Said): boolean {
  if (Number(number) !== said.number || (said.year !== undefined) !== isDated) return false;
  const [isYear, isCode, isDate] = [said.year === year, said.code === bare(code), said.date === date];
  if (!isDated) return isCode && (said.date === undefined || said.date.slice(0, 4) === String(year) || said.date.slice(5) === date.slice(5));
  if (isYear && isCode) return true;
  if (isYear && bare(kind) === said.kind) return isDate;
  return isCode && bare(kind) === said.kind && said.date?.slice(5) === date.slice(5);
}

function faultOf({ number, year, code, kind, date, isDated }: CitedDocument, said: Said, at: TextStretch, { text, words, date: printed }: { readonly text: string; readonly words: string; readonly date?: string }): Fault | undefined {
  const printedNumber = /[\dol]{1,4}(?:\/\d{4})?\/[a-z-]+/.exec(words)!;
  const from = at.start + printedNumber.index;
  const place = { start: from, end: from + printedNumber[0].length };
  const right = isDated ? `${number}/${year}/${code}` : `${number}/${code}`;
  const stated = text.slice(place.start, place.end);
  if (said.code !== bare(code) || (isDated && said.year !== year)) return { ...place, stated, expected: right };
  if (said.kind !== "" && said.kind !== bare(kind)) return { start: at.start, end: at.start + said.kind.length, stated: text.slice(at.start, at.start + said.kind.length), expected: kind };
  if (printed === undefined || said.date === date || said.date === undefined) return undefined;
  return { start: at.end - printed.length, end: at.end, stated: text.slice(at.end - printed.length, at.end), expected: formatDate(parseIsoDate(date)!) };
}

function differing({ number, year, code, kind, date, isDated }: CitedDocument, at: TextStretch, { start, end, stated, expected }: Fault): Claim {
  const right = `${kind} số ${isDated ? `${number}/${year}` : number}/${code} ngày ${formatDate(parseIsoDate(date)!)}`;
  const message = { vi: `Viện dẫn “${stated}” không đúng; văn bản này là ${right}.`, en: `“${stated}” is cited wrongly; the document is ${right}.` };
  return { kind: "citation", at, verdict: "differs", figures: [], difference: { severity: "error", at: { start, end }, stated, expected, message } };
}
