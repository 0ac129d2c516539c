/** What a stretch of text is to the reader. "files": the noun that is counted; "say": a word between a quantity and its number. */
export type TokenKind =
  | "dates" | "until" | "named" | "openPeriod" | "loosePeriod"
  | "place" | "fresh" | "carried" | "receivedResolved" | "received" | "resolved" | "pending"
  | "early" | "onTime" | "overdue" | "within" | "online" | "inPerson" | "direct" | "withdrawn"
  | "files" | "within-which" | "namely" | "none" | "field"
  | "percent" | "fraction" | "number" | "say" | "sign" | "dash" | "word"; // prettier-ignore

/** A token, by offsets in the text. */
export interface Token {
  readonly kind: TokenKind;
  readonly flat: string;
  readonly start: number;
  readonly end: number;
}

const DATE = "\\d{1,2}(?: ?[/.-] ?| thang )\\d{1,2}(?: ?[/.-] ?| nam )\\d{4}";
const NUMBER = "(?:[1-9]\\d{0,2}(?:\\.\\d{3})+|\\d+)(?![.,]\\d)";
/** A number is no count where a letter follows: 40m², 2g; but "74HS". */
const NO_LETTER = "(?= ?hs(?![a-z0-9])|(?![a-z0-9/]))";

/**
 * Words of paragraph I.6 as the outline and localities write them, flattened; the first that fits is taken.
 * A space stands for any space.
 */
const PATTERNS: readonly (readonly [kind: TokenKind, pattern: string])[] = [
  ["dates", `(?:tu |trong )?(?:ngay )?${DATE} ?(?:den|-|–)(?: het)?(?: ngay)? ?${DATE}`],
  ["until", `(?:tinh )?den(?: het)?(?: ngay)? ${DATE}`],
  ["named", "(?:trong )?(?:quy (?:i{1,3}|iv|[1-4])[ .,/]*(?:nam )?\\d{4}|(?:6|06|sau|9|09|chin) thang(?: dau)? nam \\d{4}|nam \\d{4})"],
  ["openPeriod", "(?:tu|ngay tu) dau (?:nam|quy|thang)(?: \\d{4})?(?: den nay)?"],
  ["place", "(?:tai |o )?(?:bo phan|trung tam)[^,.;:()]*?(?:tra ket qua(?: giai quyet (?:tthc|thu tuc hanh chinh))?|mot cua|hanh chinh cong)"],
  ["fresh", "(?:so )?(?:ho so )?(?:moi tiep nhan|tiep nhan moi)(?: trong (?:ky|quy)(?: bao cao)?)?"],
  ["carried", "(?:so )?(?:ho so )?(?:tu )?(?:so )?ky truoc chuyen (?:qua|sang|den)|(?:so )?tu ky truoc"],
  ["loosePeriod", "(?:trong )?ky(?: bao cao)?(?: nay)?(?! truoc)|trong (?:quy|nam|thang)(?: nay)?"],
  ["early", "(?:(?:da )?(?:duoc )?giai quyet )?truoc han"],
  ["onTime", "(?:(?:da )?(?:duoc )?giai quyet )?dung han"],
  ["overdue", "(?:(?:da )?(?:duoc )?giai quyet )?(?:qua han|tre han)"],
  ["within", "(?:con )?trong han|chua den han|chua qua han|con han"],
  ["withdrawn", "(?:dung (?:xu ly|giai quyet)|xin rut|rut|tra lai)(?:(?:,| va|, hoac| hoac) (?:nguoi dan |cong dan )?(?:dung xu ly|xin rut|rut|tra lai))*"],
  ["receivedResolved", "(?:da )?(?:duoc )?tiep nhan(?: va|,) (?:da )?giai quyet"],
  ["received", "(?:da )?(?:duoc )?tiep nhan(?: giai quyet)?"],
  ["pending", "dang (?:duoc )?(?:giai quyet|xu ly)|con ton|ton dong|ton"],
  ["resolved", "(?:da )?(?:duoc )?giai quyet|da (?:duoc )?xu ly"],
  ["inPerson", "truc tiep(?:,| va|,? hoac)? (?:qua )?(?:dich vu )?(?:buu chinh|bcci)(?: cong ich)?"],
  ["direct", "truc tiep"],
  ["online", "truc tuyen"],
  ["within-which", "trong do"],
  ["namely", "bao gom|gom|cu the"],
  ["none", "khong co|chua co|khong phat sinh|chua phat sinh"],
  ["field", "linh vuc"],
  ["files", "(?:tong )?(?:so )?(?:luong )?(?:bo )?ho so(?: tthc| thu tuc hanh chinh)?|hs"],
  ["percent", "\\d+(?:[.,]\\d+)? ?%"],
  ["fraction", `${NUMBER} ?/ ?${NUMBER}${NO_LETTER}`],
  ["number", `${NUMBER}${NO_LETTER}`],
  ["say", "la|duoc|co|da|so"],
];

const compiled = PATTERNS.map(([kind, pattern]) => {
  const numeric = kind === "percent" || kind === "fraction" || kind === "number";
  return [kind, new RegExp(`(?:${pattern.replaceAll(" ", "\\s+").replaceAll("\\s+?", "\\s*")})${numeric ? "" : "(?![a-z0-9])"}`, "y")] as const;
});

/** What is none of them is a sign, or a word of any other kind. */
const PATTERNS_AND_SIGNS = [...compiled, ["sign", /[,.;:()]/y], ["dash", /[-+•–—]+/y], ["word", /[^\s,.;:()]+(?:[.,/][^\s,.;:()]+)*/y]] as const;

/** The tokens of a stretch of flattened text. */
export function tokensOf(flat: string, start: number, end: number): readonly Token[] {
  const text = flat.slice(0, end);
  const tokens: Token[] = [];
  for (let at = start; at < end; ) {
    if (/\s/.test(text[at]!)) {
      at++;
      continue;
    }
    let kind: TokenKind = "word";
    let to = at + 1;
    const take = (each: TokenKind, pattern: RegExp): boolean => {
      pattern.lastIndex = at;
      const found = pattern.exec(text);
      if (!found || found[0] === "") return false;
      kind = each;
      to = at + found[0].length;
      return true;
    };
    PATTERNS_AND_SIGNS.some(([each, pattern]) => take(each, pattern));
    tokens.push({ kind, flat: text.slice(at, to), start: at, end: to });
    at = to;
  }
  return tokens;
}

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
export const countIn = ({ flat }: Token): number => Number(flat.split("/")[0]!.replace(/\D/g, ""));
