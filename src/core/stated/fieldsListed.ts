import type { Lexicon } from "./Lexicon";
import type { TextStretch } from "./paragraphsOf";

/** A field of a list, and where its count stands. */
interface ListedField {
  readonly name: TextStretch;
  readonly number: TextStretch;
}

const COUNT = /((?:[1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:\/(?:[1-9]\d{0,2}(?:\.\d{3})+|\d+))?)\s*(?:ho\s+so|hs)(?![a-z0-9])/g;

/** Longer than any name of a field. */
const LONGEST_NAME = 160;

/** How many brackets are open at the end of a text. */
const depthOf = (flat: string): number => [...flat].reduce((depth, sign) => depth + (sign === "(" ? 1 : sign === ")" ? -1 : 0), 0);

/**
 * "lĩnh vực Hộ tịch 54 hồ sơ, lĩnh vực Đất đai 132/174 hồ sơ, chiếm 75,86%; …": the names of a list with their counts. Offsets are those
 * of the whole text. A name that is none, but the words of a quantity, ends the list: totals go on.
 */
export function fieldsListed(flat: string, start: number, end: number, lexicon: Lexicon): readonly ListedField[] {
  const listed: ListedField[] = [];
  let from = start;
  for (const match of flat.slice(start, end).matchAll(COUNT)) {
    const at = start + match.index;
    const before = flat.slice(from, at);
    const inBrackets = depthOf(flat.slice(start, at)) > 0;
    const isNumber = !/[\d./]$/.test(before);
    const last = before.lastIndexOf(";");
    const own = before.slice(last + 1);
    const lead = /^[\s,.+\-–]*(?:va\s)?\s*/.exec(own)![0].length;
    const name = own.slice(lead).replace(/[\s:]+$/, "");
    const isShare = /^(?:chiem|dat)\s|^trong do\b/.test(name);
    const [first] = lexicon.tokens(name, 0, name.length);
    if (!inBrackets && (/^(?:da|dang|tong so|so ho so)\s/.test(name) || (first && first.end < name.length && lexicon.names(first.kind)))) return listed;
    if (!inBrackets && isNumber && !isShare && name !== "" && name.length <= LONGEST_NAME && !name.includes("%")) {
      const nameStart = from + last + 1 + lead;
      const number = { start: at, end: at + match[1]!.length };
      listed.push({ name: { start: nameStart, end: nameStart + name.length }, number });
    }
    if (!inBrackets) from = at + match[0].length;
  }
  return listed;
}
