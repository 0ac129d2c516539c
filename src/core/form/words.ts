import { fold } from "../sheet/fold";

/** A text as its words, for comparing: folded, without remarks in brackets. */
export interface Words {
  readonly words: readonly string[];
  /** The words without spaces between them: a page reader breaks "STT" into "ST T". */
  readonly tight: string;
}

/** The words of a header, a caption, a line: "Đúng hạn (Bao gồm cả hồ sơ trả lại)" is "dung", "han". */
export function wordsOf(text: string): Words {
  const words = fold(text.replace(/\([^()]*\)/g, " ")).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  return { words, tight: words.join("") };
}

/** What a word tells, 0…1: less the more texts hold it. */
export type Weigh = (word: string) => number;

/** How alike two texts are, 0…1: twice the weight of the words they share over the weight of all (Dice). */
export function likeness(one: Words, other: Words, weigh: Weigh): number {
  if (one.tight === other.tight) return 1;
  let shared = 0;
  let all = 0;
  const left = [...other.words];
  for (const word of one.words) {
    const weight = weigh(word);
    all += weight;
    const at = left.indexOf(word);
    if (at < 0) continue;
    left[at] = "";
    shared += weight;
  }
  for (const word of other.words) all += weigh(word);
  return all === 0 ? 0 : (2 * shared) / all;
}
