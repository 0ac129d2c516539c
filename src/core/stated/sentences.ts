import { isPeriod } from "../words/SaidPeriod";
import type { Lexicon, Token } from "./Lexicon";
import { withoutEnd } from "../words/withoutEnd";
import type { TextStretch } from "./paragraphsOf";
import { unitAtEnd } from "./unitAtEnd";

/** No sentence has more tokens: some pages without a full stop are a list of something else, or no text at all. What is longer is not read. */
export const LONGEST_SENTENCE = 2_000;

/** The sentences of a stretch: tokens up to a full stop. */
export function sentencesOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const sentences: Token[][] = [[]];
  for (const token of tokens) {
    sentences.at(-1)!.push(token);
    if (token.flat === ".") sentences.push([]);
  }
  return sentences.filter((each) => each.length > 0);
}

/** The count that a number's digits stand for; of a fraction, the one above. */
export const countIn = (flat: string): number => Number(flat.split("/")[0]!.replace(/\D/g, ""));

export const isNumber = ({ kind }: Token): boolean => kind === "number" || kind === "fraction";

const isBoundary = (token: Token): boolean => token.kind === "sign" || token.kind === "dash" || token.kind === "percent" || isNumber(token);

/** Whether a number, or "không có", is one of files. */
export function isOfFiles(sentence: readonly Token[], place: number): boolean {
  const next = sentence[place + 1];
  return next !== undefined && (next.kind === "files" || /^ho\s/.test(next.flat));
}

/** The first token of the clause that ends at `place`. */
export function clauseStart(sentence: readonly Token[], place: number): number {
  let at = place;
  while (at > 0 && !isBoundary(sentence[at - 1]!)) at--;
  // "82 hồ sơ đang …": the files belong to the number.
  return at > 0 && sentence[at]!.kind === "files" && isNumber(sentence[at - 1]!) && at < place ? at + 1 : at;
}

/** Where "tổng số hồ sơ" stands before a verb, with nothing but a period between. */
export function headOf(sentence: readonly Token[], place: number): number | undefined {
  let at = place - 1;
  while (at >= 0 && (isPeriod(sentence[at]!) || sentence[at]!.kind === "say")) at--;
  const [before, head] = [sentence[at - 1], sentence[at]];
  return head?.kind === "files" && /^(?:tong|so)/.test(head.flat) && !(before && isNumber(before)) ? at : undefined;
}

const NEUTRAL_KINDS: ReadonlySet<string> = new Set(["sign", "dash", "place", "files", "within-which", "namely", "say"]);

/** A word as written: "đạt" and "đất" are flattened alike. */
const wordIn = (text: string, { start, end }: TextStretch): string => text.slice(start, end).toLowerCase();

/** A heading's number: "6.", "a)". */
const isOrdinal = ({ flat }: Token): boolean => /^(?:\d{1,2}|[a-z])$/.test(flat);

/** What stands before a count: whether it speaks of everything, and of whom. */
export interface Lead {
  readonly whole: boolean;
  readonly unit?: TextStretch;
}

/** Only where every word before a count is known to take nothing away does it speak of the whole: what is not understood may restrict it. */
export function leadOf(text: string, tokens: readonly Token[], { scope }: Lexicon): Lead {
  const first = tokens[0];
  if (!first) return { whole: true };
  // Periods are set aside, so that a name does not run into them.
  let before = "";
  for (const token of tokens) before = before.padEnd(token.start - first.start) + (isPeriod(token) ? " ".repeat(token.end - token.start) : wordIn(text, token));
  const found = unitAtEnd(before, scope.unit);
  const unit = found && { start: first.start + found.start, end: first.start + found.end };
  const rest = tokens.filter((token) => !unit || token.end <= unit.start || token.start >= unit.end);
  const isNeutral = (token: Token): boolean => isPeriod(token) || NEUTRAL_KINDS.has(token.kind) || scope.before.has(wordIn(text, token));
  const whole = rest.every((token, place) => isNeutral(token) || (place <= 1 && isOrdinal(token)));
  return unit ? { whole, unit } : { whole };
}

/** Whether what follows a count leaves it as it is: "96 hồ sơ tại bộ phận …", and not "96 hồ sơ lĩnh vực …". */
export function leavesWhole(text: string, after: readonly Token[], { scope }: Lexicon): boolean {
  const next = after.find((token) => !isPeriod(token) && token.kind !== "place");
  return next === undefined || next.kind === "sign" || next.kind === "dash" || next.kind === "percent" || scope.after.has(wordIn(text, next));
}

/** Whether a heading leaves what follows the whole; what stands in brackets is a remark. */
export const headsWhole = (flat: string, { scope }: Lexicon): boolean => !scope.partial.test(withoutRemarks(flat.replace(/\s+/g, " ")));

/** A text without what stands in brackets, each from the first that is open to the first that is closed. */
function withoutRemarks(text: string): string {
  let kept = "";
  let from = 0;
  for (let open = text.indexOf("("); open >= 0; open = text.indexOf("(", from)) {
    const close = text.indexOf(")", open);
    if (close < 0) break;
    kept += text.slice(from, open);
    from = close + 1;
  }
  return kept + text.slice(from);
}

/** A field of a list, and where its count stands. */
interface ListedField {
  readonly name: TextStretch;
  readonly number: TextStretch;
}

/** Of no more digits than are exact. */
const COUNT = /((?:[1-9]\d{0,2}(?:\.\d{3}){1,4}|\d{1,15})(?:\/(?:[1-9]\d{0,2}(?:\.\d{3}){1,4}|\d{1,15}))?)\s*(?:ho\s+so|hs)(?![a-z0-9])/g;

/** Longer than any name of a field. */
const LONGEST_NAME = 160;

/** How many brackets are open at the end of a text. */
const depthOf = (flat: string): number => [...flat].reduce((depth, sign) => depth + (sign === "(" ? 1 : sign === ")" ? -1 : 0), 0);

/** "lĩnh vực Hộ tịch 54 hồ sơ, lĩnh vực Đất đai 132/174 hồ sơ; …": names and counts, by offsets of the whole text. Words of a quantity end it. */
export function fieldsListed(flat: string, start: number, end: number, lexicon: Lexicon): readonly ListedField[] {
  const listed: ListedField[] = [];
  let from = start;
  let seen = start;
  let depth = 0;
  for (const match of flat.slice(start, end).matchAll(COUNT)) {
    const at = start + match.index;
    depth += depthOf(flat.slice(seen, at));
    seen = at;
    // What stands in brackets is a remark.
    if (depth > 0) continue;
    const before = flat.slice(from, at);
    const isNumber = !/[\d./]$/.test(before);
    const last = before.lastIndexOf(";");
    const own = before.slice(last + 1);
    const lead = /^[\s,.+\-–]*(?:va\s)?\s*/.exec(own)![0].length;
    const name = withoutEnd(own.slice(lead), /[\s:]/);
    const isShare = /^(?:chiem|dat)\s|^trong do\b/.test(name);
    const [first] = lexicon.tokens(name, 0, name.length);
    if (/^(?:da|dang|tong so|so ho so)\s/.test(name) || (first && first.end < name.length && lexicon.names(first.kind))) return listed;
    if (isNumber && !isShare && name !== "" && name.length <= LONGEST_NAME && !name.includes("%")) {
      const nameStart = from + last + 1 + lead;
      const number = { start: at, end: at + match[1]!.length };
      listed.push({ name: { start: nameStart, end: nameStart + name.length }, number });
    }
    from = at + match[0].length;
  }
  return listed;
}
