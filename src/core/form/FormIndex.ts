import type { Level } from "./Form";
import type { Mark } from "./Mark";
import { fold } from "../sheet/fold";

/** A text as its words, for comparing: folded, without remarks in brackets. */
export interface Words {
  readonly words: readonly string[];
  /** The words without spaces between them: a page reader breaks "STT" into "ST T". */
  readonly tight: string;
}

/** Footnote marks, and what stands in brackets, if within others. */
const REMARKS = /\([^()]*\)|\[[^[\]]*\]|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079*]/g;
const MOST_NESTED = 4;

function withoutRemarks(text: string): string {
  let rest = text;
  for (let depth = 0; depth < MOST_NESTED; depth++) {
    const shorter = rest.replace(REMARKS, " ");
    if (shorter.length === rest.length && shorter === rest) break;
    rest = shorter;
  }
  return rest;
}

/** The words of a header, a caption, a line: "Đúng hạn (Bao gồm cả hồ sơ trả lại)" is "dung", "han". */
export function wordsOf(text: string): Words {
  const words = fold(withoutRemarks(text)).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
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

/** A column with what its path may say, from the top; the last is its own heading. Columns of one group share the group's variants, as one object. */
export interface IndexedColumn {
  readonly path: readonly (readonly Words[])[];
  readonly role: "ordinal" | "label" | "other";
  /** A layout without it is still this one. */
  readonly optional: boolean;
}

/** A table of a form as recognition knows it. */
export interface IndexedTable {
  readonly form: IndexedForm;
  readonly key: string;
  readonly captions: readonly Words[];
  /** In the order of the form's columns. */
  readonly columns: readonly IndexedColumn[];
  /** The rarest words of each line that the form gives. */
  readonly lines: readonly (readonly string[])[];
}

export interface IndexedForm {
  readonly id: string;
  readonly family: string;
  readonly from: string;
  readonly to?: string;
  readonly marks: readonly Mark[];
  /** A layout of our own: it is named by its title or mark only, where an issued form has the same columns. */
  readonly isProposed?: boolean;
  readonly titles: readonly Words[];
  /** Levels of the units that file it; any where there are none. */
  readonly levels: readonly Level[];
}

/** What recognition has to know of all forms before any is loaded. */
export interface FormIndex {
  readonly tables: readonly (IndexedTable & { readonly words: ReadonlySet<string> })[];
  readonly weigh: Weigh;
}

/** Makes tables ready to be recognised: words that stand in many headings, titles and captions tell less. */
export function indexOf(tables: readonly IndexedTable[]): FormIndex {
  const times = new Map<string, number>();
  const count = (texts: Iterable<Words>): void => {
    for (const { words } of texts) for (const word of new Set(words)) times.set(word, (times.get(word) ?? 0) + 1);
  };
  for (const form of new Set(tables.map((table) => table.form))) count(form.titles);
  for (const { columns, captions } of tables) {
    count(captions);
    count(new Set(columns.flatMap(({ path }) => path.flat())));
  }
  const weights = new Map([...times].map(([word, often]) => [word, 1 / (1 + Math.log(often))]));
  return {
    tables: tables.map((table) => ({ ...table, words: new Set(table.columns.flatMap(({ path }) => path.flat().flatMap(({ words }) => words))) })),
    weigh: (word) => weights.get(word) ?? 1,
  };
}
