import type { Mention, ReportRead } from "./Mention";
import type { ReportText } from "./ReportText";

/** What a figure is told of without saying so itself. */
export interface Context {
  /** The level of government that the headings above it name: "xa"; "" for none. */
  readonly scope: string;
  /** The last period named before it in its paragraph, as written; "" for none. */
  readonly period: string;
  /** What restricts it without its saying so: the line above that it is a sub-line of, and what its paragraph has begun with. */
  readonly lead: string;
}

const HEADING = /^[\s*#_+•{(-]*(?:[ivx]{1,5}\.|\d{1,2}(?:\.\d{1,2})*[.)]|[a-z][).]\s|bo phan)/;
const NUMBERED = /^[\s*#_]*(?:[ivx]{1,5}\.|\d{1,2}(?:\.\d{1,2})*[.)])/;
const LEVELS: readonly (readonly [level: string, words: RegExp])[] = [
  ["xa", /\bcap xa\b|\bcac xa\b|\bxa,? phuong\b/],
  ["huyen", /\bcap huyen\b|\bthanh pho\b|\bhuyen\b/],
  ["tinh", /\bcap tinh\b|\bnganh doc\b/],
];
const PERIODS = /\bthang \d{1,2}(?: ?[/-] ?\d{4})?|\bquy (?:[ivx]{1,3}|\d{1,2})\b(?:[ ./]{1,2}(?:nam )?\d{4})?|\b\d{1,2} thang\b|\bnam \d{4}|\btrong tuan\b|\d{1,2}[/.]\d{1,2}[/.]\d{4}|\bcung ky\b|\bluy ke\b|\bky truoc\b(?! chuyen)/g;
/** Sub-lines begin with these. */
const SUB = /^[\s*]*[+•.]/;
const LONGEST_HEADING = 300;

/** In which context each figure of a report is told. */
export function contextsOf({ paragraphs }: ReportRead, { flat, lined }: ReportText): ReadonlyMap<Mention, Context> {
  const contexts = new Map<Mention, Context>();
  let scope = "";
  let above = "";
  for (const { stretch, mentions } of paragraphs) {
    const words = lined.slice(stretch.start, Math.min(stretch.end, stretch.start + LONGEST_HEADING));
    if (HEADING.test(words) && mentions.length === 0) {
      const bare = words.replace(/\([^()]*\)/g, "");
      const level = LEVELS.find(([, pattern]) => pattern.test(bare))?.[0];
      scope = level ?? (NUMBERED.test(words) ? "" : scope);
    }
    const isSub = SUB.test(words);
    const periods = mentions.length === 0 ? [] : [...flat.slice(stretch.start, stretch.end).matchAll(PERIODS)].map(({ 0: said, index }) => ({ said: said.replace(/\s|nam/g, ""), at: stretch.start + index }));
    let next = 0;
    let period = "";
    let subject = "";
    for (const mention of mentions) {
      for (; next < periods.length && periods[next]!.at < mention.figure.start; next++) period = periods[next]!.said;
      contexts.set(mention, { scope, period, lead: [isSub ? above : "", subject].join(" ").trim() });
      if (subject === "" && mention.quantities.length > 0 && !mention.group?.whole) subject = mention.residue;
    }
    if (!isSub) above = mentions.length === 0 ? "" : mentions[0]!.residue;
  }
  return contexts;
}
