/**
 * A text reduced to what people read in it: lower case, without diacritics, line breaks or doubled spaces.
 * "Số lượng\n hồ sơ  TIẾP NHẬN" and "so luong ho so tiep nhan" fold to the same.
 */
export function fold(text: string): string {
  let folded = known.get(text);
  if (folded !== undefined) return folded;
  folded = folding(text, " ");
  if (text.length <= LONGEST_KNOWN) remember(text, folded);
  return folded;
}

/** Folded and stripped of everything but letters and digits, so that "ST T" and "-Tổng-" meet "STT" and "Tổng". */
export const foldTight = (text: string): string => folding(text, "").replace(OTHERS, "");

const OTHERS = /[^\p{L}\p{N}]+/gu;

/** The names of a report are folded by every check that compares them. */
const known = new Map<string, string>();
/** Longer texts are no names. */
const LONGEST_KNOWN = 256;
/** All texts known together are no longer, in characters. */
const MOST_KNOWN = 1_000_000;
let knownLength = 0;

function remember(text: string, folded: string): void {
  if (knownLength > MOST_KNOWN) {
    known.clear();
    knownLength = 0;
  }
  knownLength += text.length;
  known.set(text, folded);
}

/** What each character folds to, by its code, once it was met: a long table has few of them. */
const letters: (string | undefined)[] = [];

function letterOf(code: number): string {
  const letter = String.fromCharCode(code)
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/\s+/g, " ");
  letters[code] = letter;
  return letter;
}

/** The text letter by letter, with this between words and nothing around them. */
function folding(text: string, space: string): string {
  let folded = "";
  let between = "";
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const letter = letters[code] ?? letterOf(code);
    if (letter === " ") between = folded === "" ? "" : space;
    else if (letter !== "") {
      folded += between === "" ? letter : between + letter;
      between = "";
    }
  }
  return folded;
}
