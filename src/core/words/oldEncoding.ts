/** The encodings of Vietnamese before Unicode that office files still hold: TCVN 5712:1993 (ABC), of fonts as ".VnTime", and VNI, of fonts as "VNI-Times". */
export type OldEncoding = "TCVN3" | "VNI";

/** TCVN3 by the characters that Unicode has at its bytes, from U+00A1 on; a dot where there is none. The soft hyphen is "ư". */
const TCVN3 = "ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ";
const FIRST = 0xa1;
const TCVN3_CHARACTERS = /[\u00a1-\u00fe]/g;
const TCVN3_WORD = /[A-Za-z\u00a1-\u00fe]+/g;

/** VNI writes marks behind their vowel: what each adds to it. */
const VNI_MARKS: Readonly<Record<string, string>> = {
  ø: "\u0300", ù: "\u0301", û: "\u0309", õ: "\u0303", ï: "\u0323",
  â: "\u0302", à: "\u0302\u0300", á: "\u0302\u0301", å: "\u0302\u0309", ã: "\u0302\u0303", ä: "\u0302\u0323",
  ê: "\u0306", è: "\u0306\u0300", é: "\u0306\u0301", ú: "\u0306\u0309", ü: "\u0306\u0303", ë: "\u0306\u0323",
}; // prettier-ignore
/** Letters of VNI that are whole. */
const VNI_LETTERS: Readonly<Record<string, string>> = { ñ: "đ", ô: "ơ", ö: "ư", æ: "ỉ", ó: "ĩ", ò: "ị", î: "ỵ" };
const VNI_PAIR = /([aeouyôö])([øùûõïâàáåãäêèéúüë])|[ñôöæóòî]/gi;

const upper = (text: string): string => text.toLocaleUpperCase("vi");

const fromTcvn3 = (word: string): string =>
  word.replace(TCVN3_CHARACTERS, (character) => {
    const letter = TCVN3[character.charCodeAt(0) - FIRST]!;
    return letter === "." ? character : letter;
  });

/** The text in Unicode. */
export function decoded(text: string, encoding: OldEncoding): string {
  // TCVN3 has no capitals with a tone: in "TæNG" the others tell.
  if (encoding === "TCVN3") return text.replace(TCVN3_WORD, (word) => (/[A-Z].*[A-Z]/.test(word) && !/[a-z]/.test(word) ? upper(fromTcvn3(word)) : fromTcvn3(word)));
  return text.replace(VNI_PAIR, (all: string, vowel?: string, mark?: string) => {
    const letter = vowel ?? all;
    const whole = VNI_LETTERS[letter.toLowerCase()] ?? letter.toLowerCase();
    const small = mark === undefined ? whole : (whole + VNI_MARKS[mark.toLowerCase()]!).normalize("NFC");
    return letter === letter.toLowerCase() ? small : upper(small);
  });
}

/** The encoding that a font's letters are drawn for; undefined for all others. */
export function encodingOfFont(font = ""): OldEncoding | undefined {
  return /^\.vn/i.test(font) ? "TCVN3" : /^vni[- ]/i.test(font) ? "VNI" : undefined;
}

/** Whether a font draws small letters as capitals, such as ".VnTimeH". */
export const drawsCapitals = (font = ""): boolean => /^\.vn.*h$/i.test(font);

/** An onset; a nucleus; a coda. */
const SYLLABLE =
  /^(?:ngh?|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?(?:uyê|iêu|yêu|oai|oay|oeo|uây|uôi|ươi|ươu|uyu|uya|i[aê]|yê|u[aôâêyơ]|ư[aơiu]|o[aăeoi]|a[iouy]|â[uy]|eo|êu|iu|[ôơu]i|[aăâeêioôơuưy])(ng|nh|ch|[cmnpt])?$/;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const STOPS: ReadonlySet<string | undefined> = new Set(["c", "ch", "p", "t"]);

/** Whether a word may be a Vietnamese syllable; those that end in c, ch, p or t have one of two tones. */
export function isSyllable(word: string): boolean {
  const apart = word.toLowerCase().normalize("NFD");
  const tones = apart.match(TONES) ?? [];
  if (tones.length > 1) return false;
  const match = SYLLABLE.exec(apart.replace(TONES, "").normalize("NFC"));
  return match !== null && (!STOPS.has(match[1]) || tones[0] === "\u0301" || tones[0] === "\u0323");
}

/** Words with a letter of ASCII and one of the upper half of Latin-1, parted by what is neither. */
const BETWEEN = /[\u0000-@[-`{-\u00a0]+/;
const UPPER_HALF = /[\u00a1-\u00ff]/;
/** Beyond Latin-1 stands what only Unicode has; quotes and dashes are in all encodings. */
const UNICODE = /[\u0100-\u1fff\u2100-\uffff]/;

/** How many of the words that tell are syllables as they are written, and how many once decoded. */
export interface Testimony {
  readonly words: number;
  readonly asWritten: number;
  readonly decoded: number;
}

const NOTHING: Testimony = { words: 0, asWritten: 0, decoded: 0 };

/** What a text says of whether it is written so. */
export function testimonyOf(text: string, encoding: OldEncoding): Testimony {
  if (!UPPER_HALF.test(text) || UNICODE.test(text)) return NOTHING;
  const words = text.split(BETWEEN).filter((word) => UPPER_HALF.test(word) && /[A-Za-z]/.test(word));
  const syllables = (each: readonly string[]): number => each.filter(isSyllable).length;
  return { words: words.length, asWritten: syllables(words), decoded: syllables(words.map((word) => decoded(word, encoding))) };
}
