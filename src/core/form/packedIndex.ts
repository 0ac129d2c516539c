import type { Level } from "./Form";
import { indexOf, type FormIndex, type IndexedColumn, type IndexedForm, type IndexedTable, type Words } from "./FormIndex";
import type { Mark } from "./Mark";

/** The index of forms as `src/forms/formIndex.json` holds it: as small as can be. Texts are the codes of their words. */
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
  /** ";" between marks, "|" between their parts. */
  readonly marks?: string;
  /** ";" between titles. */
  readonly titles: string;
  /** 1 for a proposal. */
  readonly own?: number;
  /** " " between levels. */
  readonly levels?: string;
  readonly tables: readonly PackedTable[];
}

export interface PackedTable {
  /** "main" where nothing is said. */
  readonly key?: string;
  /** ";" between captions. */
  readonly captions?: string;
  /**
   * Paths from the top, ";" between columns, "/" between labels, "|" between variants, "^" for the label of the column before;
   * "#" an ordinal, "@" a label, "?" may be absent. A number: as at that table, counted from 0 over all forms.
   */
  readonly columns: string | number;
  /** The words of each line, ";" between. */
  readonly lines?: string;
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

function markOf(packed: string): Mark {
  const [kind, part, number, letter, issuer] = packed.split("|") as [Mark["kind"], string, string, string, string];
  return { kind, part, number: Number(number), letter, issuer };
}

const split = (joined: string | undefined, by = ";"): readonly string[] => (joined === undefined ? [] : joined.split(by));

/** Makes a packed index ready for use. */
export function openIndex({ words, forms }: PackedIndex): FormIndex {
  const byCode = new Map(words.split(" ").map((word, number) => [codeOf(number), word]));
  const wordsIn = (code: string): readonly string[] => (code.match(CODE) ?? []).map((each) => byCode.get(each)!);
  const read = (code: string): Words => {
    const all = wordsIn(code);
    return { words: all, tight: all.join("") };
  };
  const headers: (readonly IndexedColumn[])[] = [];
  const columnsOf = (code: string | number): readonly IndexedColumn[] => {
    if (typeof code === "number") return headers[code]!;
    let before: IndexedColumn["path"] = [];
    return code.split(";").map((column) => {
      const flags = /^[#@?]*/.exec(column)![0];
      before = column.slice(flags.length).split("/").map((label, depth) => (label === "^" ? before[depth]! : label.split("|").map(read)));
      return { path: before, role: flags.includes("#") ? "ordinal" : flags.includes("@") ? "label" : "other", optional: flags.includes("?") };
    });
  };
  return indexOf(
    forms.flatMap(({ id, family = id, from, to, marks, titles, own, levels, tables }) => {
      const form: IndexedForm = {
        ...{ id, family, from, levels: split(levels, " ") as readonly Level[] },
        ...(to === undefined ? {} : { to }),
        ...(own === undefined ? {} : { isProposed: true }),
        marks: split(marks).map(markOf),
        titles: split(titles).map(read),
      };
      return tables.map(({ key = "main", captions, columns: code, lines }): IndexedTable => {
        const columns = columnsOf(code);
        headers.push(columns);
        return { form, key, captions: split(captions).map(read), columns, lines: split(lines).map(wordsIn) };
      });
    }),
  );
}
