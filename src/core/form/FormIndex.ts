import type { Level } from "./Form";
import type { Mark } from "./Mark";
import type { Weigh, Words } from "./words";

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
