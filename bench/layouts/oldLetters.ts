/** Letters of TCVN3 (ABC), small ones; of capitals only those without a tone have codes, others are small ones in a font of capitals. */
const TCVN3: ReadonlyMap<string, string> = new Map(
  [
    "àµ", "ả¶", "ã·", "á¸", "ạ¹", "ă¨", "ằ»", "ẳ¼", "ẵ½", "ắ¾", "ặÆ", "â©", "ầÇ", "ẩÈ", "ẫÉ", "ấÊ", "ậË", "đ®", "èÌ", "ẻÎ", "ẽÏ", "éÐ", "ẹÑ", "êª", "ềÒ", "ểÓ", "ễÔ",
    "ếÕ", "ệÖ", "ì×", "ỉØ", "ĩÜ", "íÝ", "ịÞ", "òß", "ỏá", "õâ", "óã", "ọä", "ô«", "ồå", "ổæ", "ỗç", "ốè", "ộé", "ơ¬", "ờê", "ởë", "ỡì", "ớí", "ợî", "ùï", "ủñ", "ũò",
    "úó", "ụô", "ư\u00ad", "ừõ", "ửö", "ữ÷", "ứø", "ựù", "ỳú", "ỷû", "ỹü", "ýý", "ỵþ", "Ă¡", "Â¢", "Ê£", "Ô¤", "Ơ¥", "Ư¦", "Đ§",
  ].map((pair) => [pair[0]!, pair[1]!]),
);

/** A text in TCVN3, as old files keep it. */
export function inTcvn3(text: string): string {
  return [...text.normalize("NFC")].map((letter) => TCVN3.get(letter) ?? TCVN3.get(letter.toLowerCase()) ?? letter).join("");
}

/** The font such a text stands in: one of capitals for texts in capitals. */
export const tcvn3Font = (text: string): string => (text === text.toUpperCase() && /\p{L}/u.test(text) ? ".VnTimeH" : ".VnTime");

/** VNI: the tone, or the letter's hat with its tone, follows as a character of its own. */
const TONES: Readonly<Record<string, string>> = { "\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï" };
const HATS: Readonly<Record<string, string>> = { "": "â", "\u0301": "á", "\u0300": "à", "\u0309": "å", "\u0303": "ã", "\u0323": "ä" };
const BREVES: Readonly<Record<string, string>> = { "": "ê", "\u0301": "é", "\u0300": "è", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë" };
const OF_I: Readonly<Record<string, string>> = { "\u0301": "í", "\u0300": "ì", "\u0309": "æ", "\u0303": "ó", "\u0323": "ò" };

function vniLetter(letter: string): string {
  const small = letter.toLowerCase();
  const [base = "", ...marks] = [...small.normalize("NFD")];
  const tone = marks.find((mark) => mark in TONES) ?? "";
  const body = marks.includes("\u031b") ? (base === "o" ? "ô" : "ö") : base;
  const written =
    small === "đ" ? "ñ"
    : base === "i" && tone ? OF_I[tone]!
    : small === "ỵ" ? "î"
    : marks.includes("\u0302") ? base + HATS[tone]!
    : marks.includes("\u0306") ? base + BREVES[tone]!
    : body + (tone ? TONES[tone]! : "");
  return letter === small ? written : written.toUpperCase();
}

/** A text in VNI, as old files keep it in fonts named VNI-…. */
export const inVni = (text: string): string => [...text.normalize("NFC")].map(vniLetter).join("");
