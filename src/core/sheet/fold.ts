/**
 * A text reduced to what people read in it: lower case, without diacritics, line breaks or doubled spaces.
 * "Số lượng\n hồ sơ  TIẾP NHẬN" and "so luong ho so tiep nhan" fold to the same.
 */
export function fold(text: string): string {
  let folded = known.get(text);
  if (folded !== undefined) return folded;
  folded = folding(text);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, folded);
  return folded;
}

/** The names of a report are folded by every check that compares them. */
const known = new Map<string, string>();
const MOST_KNOWN = 100_000;

function folding(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[\s\u00a0]+/g, " ")
    .trim();
}

/** Folded and stripped of everything but letters and digits, so that "ST T" and "-Tổng-" meet "STT" and "Tổng". */
export function foldTight(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, "");
}
