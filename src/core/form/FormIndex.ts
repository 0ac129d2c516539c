import { marksIn, type Mark } from "./Mark";
import type { Weigh, Words } from "./words";

/** What is known of all forms before any is loaded, as `src/forms/formIndex.json` holds it. Texts are the codes of their words. */
export interface PackedIndex {
  /** All words; the place of each among them tells its code. */
  readonly words: string;
  readonly forms: readonly PackedForm[];
}

export interface PackedForm {
  readonly id: string;
  /** The id where nothing is said. */
  readonly family?: string;
  readonly from: string;
  readonly to?: string;
  /** As printed. */
  readonly marks?: readonly string[];
  readonly titles: readonly string[];
  /** The first two letters of each level of units that file it; any where nothing is said. */
  readonly levels?: string;
  readonly tables: readonly PackedTable[];
}

export interface PackedTable {
  readonly key: string;
  readonly captions?: readonly string[];
  readonly instead?: string;
  /** Paths from the top, ";" between columns, "/" between labels, "|" between variants, "^" for the label of the column before; "#" an ordinal, "@" a label, "?" may be absent. A number: as at that table, counted from 0 over all forms. */
  readonly columns: string | number;
  /** The rarest words of each line, ";" between. */
  readonly lines?: string;
}

/** A column with what its path may say, from the top; the last is its own heading. */
export interface IndexedColumn {
  readonly path: readonly (readonly Words[])[];
  readonly role: "ordinal" | "label" | "other";
  readonly optional: boolean;
}

/** A table of a form as recognition knows it. */
export interface IndexedTable {
  readonly form: IndexedForm;
  readonly key: string;
  readonly instead?: string;
  readonly captions: readonly Words[];
  /** In the order of the form's columns. */
  readonly columns: readonly IndexedColumn[];
  readonly lines: readonly (readonly string[])[];
  /** Every word of the header. */
  readonly words: ReadonlySet<string>;
}

export interface IndexedForm {
  readonly id: string;
  readonly family: string;
  readonly from: string;
  readonly to?: string;
  readonly marks: readonly Mark[];
  readonly titles: readonly Words[];
}

export interface FormIndex {
  readonly tables: readonly IndexedTable[];
  readonly weigh: Weigh;
}

const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const LEADS = "0123456789$%&*+-.:";
const CODE = /[a-zA-Z]|[^a-zA-Z][a-zA-Z]/g;

/** The code of a word by its number: one letter for the first, a sign and a letter for the others. */
export function codeOf(number: number): string {
  const rest = number - LETTERS.length;
  if (rest < 0) return LETTERS[number]!;
  const lead = LEADS[Math.floor(rest / LETTERS.length)];
  if (lead === undefined) throw new Error("the index of forms has too many words");
  return lead + LETTERS[rest % LETTERS.length]!;
}

/** Makes an index ready for use. */
export function openIndex(packed: PackedIndex): FormIndex {
  const byCode = new Map(packed.words.split(" ").map((word, number) => [codeOf(number), word]));
  /** In how many headings, titles and captions a word stands. */
  const times = new Map<string, number>();
  const wordsIn = (code: string): readonly string[] => (code.match(CODE) ?? []).map((each) => byCode.get(each)!);
  const read = (code: string): Words => {
    const words = wordsIn(code);
    for (const word of new Set(words)) times.set(word, (times.get(word) ?? 0) + 1);
    return { words, tight: words.join("") };
  };
  const headers: (readonly IndexedColumn[])[] = [];
  const columnsOf = (code: string | number): readonly IndexedColumn[] => {
    if (typeof code === "number") return headers[code]!;
    let before: IndexedColumn["path"] = [];
    return code.split(";").map((column) => {
      const flags = /^[#@?]*/.exec(column)![0];
      const path = column.slice(flags.length).split("/").map((label, depth) => (label === "^" ? before[depth]! : label.split("|").map(read)));
      before = path;
      return { path, role: flags.includes("#") ? "ordinal" : flags.includes("@") ? "label" : "other", optional: flags.includes("?") };
    });
  };
  const tables = packed.forms.flatMap(({ id, family = id, from, to, marks = [], titles, tables: each }) => {
    const form: IndexedForm = { id, family, from, ...(to === undefined ? {} : { to }), marks: marks.flatMap(marksIn), titles: titles.map(read) };
    return each.map(({ key, captions = [], instead, columns, lines }): IndexedTable => {
      const indexed = columnsOf(columns);
      headers.push(indexed);
      return {
        form,
        key,
        ...(instead === undefined ? {} : { instead }),
        captions: captions.map(read),
        columns: indexed,
        lines: lines === undefined ? [] : lines.split(";").map(wordsIn),
        words: new Set(indexed.flatMap(({ path }) => path.flat().flatMap(({ words }) => words))),
      };
    });
  });
  const weights = new Map([...times].map(([word, count]) => [word, 1 / (1 + Math.log(count))]));
  return { tables, weigh: (word) => weights.get(word) ?? 1 };
}
