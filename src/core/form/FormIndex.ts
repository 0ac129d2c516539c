import { marksIn, type Mark } from "./Mark";
import { joined, type Weigh, type Words } from "./words";

/** What is known of all forms before any is loaded, as `src/forms/formIndex.json` holds it. Texts are two letters a word. */
export interface PackedIndex {
  /** All words, by their number in base 36. */
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
  /** First letters of the levels of units that file it. */
  readonly levels?: string;
  readonly tables: readonly PackedTable[];
}

export interface PackedTable {
  readonly key: string;
  readonly captions?: readonly string[];
  readonly instead?: string;
  /** Paths from the top, ";" between columns, "/" between labels, "|" between variants, "^" for the label of the column before; "#" an ordinal, "@" a label, "?" may be absent. */
  readonly columns: string;
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

const WORD = /[\da-z]{2}/g;

/** Makes an index ready for use. */
export function openIndex(packed: PackedIndex): FormIndex {
  const all = packed.words.split(" ");
  /** In how many headings, titles and captions a word stands. */
  const times = new Map<string, number>();
  const read = (code: string): Words => {
    const words = (code.match(WORD) ?? []).map((each) => all[parseInt(each, 36)]!);
    for (const word of new Set(words)) times.set(word, (times.get(word) ?? 0) + 1);
    return joined(words.map((word) => ({ words: [word], tight: word })));
  };
  const columnsOf = (code: string): readonly IndexedColumn[] => {
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
      return {
        form,
        key,
        ...(instead === undefined ? {} : { instead }),
        captions: captions.map(read),
        columns: indexed,
        lines: lines === undefined ? [] : lines.split(";").map((line) => read(line).words),
        words: new Set(indexed.flatMap(({ path }) => path.flat().flatMap(({ words }) => words))),
      };
    });
  });
  return { tables, weigh: (word) => 1 / (1 + Math.log(times.get(word) ?? 1)) };
}
