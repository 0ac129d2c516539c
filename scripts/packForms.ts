import type { Form } from "../src/core/form/Form";
import type { IndexedColumn, IndexedTable } from "../src/core/form/FormIndex";
import { indexForms } from "../src/core/form/indexForms";
import { codeOf, type PackedForm, type PackedIndex, type PackedTable } from "../src/core/form/packedIndex";

/** The index of the forms as small as can be: it is loaded with the checks, while the forms themselves are not. */
export function packForms(forms: readonly Form[]): PackedIndex {
  const { tables } = indexForms(forms);
  // Packed once to count the words: those that stand most often take one letter instead of two.
  const counts = new Map<string, number>();
  packWith(tables, (word) => {
    counts.set(word, (counts.get(word) ?? 0) + 1);
    return word;
  });
  const words = [...counts].sort(([, one], [, other]) => other - one).map(([word]) => word);
  const codes = new Map(words.map((word, number) => [word, codeOf(number)]));
  return { words: words.join(" "), forms: packWith(tables, (word) => codes.get(word)!) };
}

function packWith(tables: readonly IndexedTable[], code: (word: string) => string): readonly PackedForm[] {
  const pack = ({ words }: { readonly words: readonly string[] }): string => words.map(code).join("");
  const packColumns = (columns: readonly IndexedColumn[]): string =>
    columns
      .map(({ path, role, optional }, index) => {
        const before = columns[index - 1]?.path ?? [];
        const labels = path.map((label, depth) => (before[depth] === label ? "^" : label.map(pack).join("|")));
        return `${{ ordinal: "#", label: "@", other: "" }[role]}${optional ? "?" : ""}${labels.join("/")}`;
      })
      .join(";");
  const headers: string[] = [];
  /** Forms of one kind often share a header: then it stands at the first. */
  const sameAsBefore = (header: string): string | number => {
    const before = headers.indexOf(header);
    headers.push(header);
    return before < 0 ? header : before;
  };
  const packTable = ({ key, captions, columns, lines }: IndexedTable): PackedTable => ({
    ...(key === "main" ? {} : { key }),
    ...(captions.length > 0 ? { captions: captions.map(pack).join(";") } : {}),
    columns: sameAsBefore(packColumns(columns)),
    ...(lines.length > 0 ? { lines: lines.map((words) => pack({ words })).join(";") } : {}),
  });
  return [...new Set(tables.map(({ form }) => form))].map((form) => {
    const { id, family, from, to, marks, titles, isProposed, levels } = form;
    return {
      id,
      ...(family === id ? {} : { family }),
      from,
      ...(to === undefined ? {} : { to }),
      ...(marks.length > 0 ? { marks: marks.map(({ kind, part, number, letter, issuer }) => [kind, part, number, letter, issuer].join("|")).join(";") } : {}),
      titles: titles.map(pack).join(";"),
      ...(isProposed ? { own: 1 } : {}),
      ...(levels.length > 0 ? { levels: levels.join(" ") } : {}),
      tables: tables.filter((table) => table.form === form).map(packTable),
    };
  });
}
