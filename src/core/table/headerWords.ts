import type { Official } from "../words/Phrase";
import { foldTight } from "../sheet/fold";

/** Words as issued, with the other words seen for the same thing. */
export interface Worded {
  readonly header: Official;
  readonly variants?: readonly Official[];
}

/** A header text reduced for comparing: folded, without remarks in brackets such as "(Bao gồm cả hồ sơ trả lại)". */
export function headerKey(text: string): string {
  return foldTight(text.replace(/\([^)]*\)/g, " "));
}

/** Keys of the words and their variants. */
export function wordKeys({ header, variants = [] }: Worded): readonly string[] {
  return [header, ...variants].map(headerKey);
}

/** Whether a header text is one of these words, exactly but for case, diacritics, spacing and remarks in brackets. */
export function isWorded(text: string, words: Worded): boolean {
  const key = headerKey(text);
  return key !== "" && wordKeys(words).includes(key);
}

/** Whether a header text is, or contains, one of these words. */
export function mentions(text: string, words: Worded): boolean {
  const key = headerKey(text);
  return wordKeys(words).some((word) => key.includes(word));
}
