import { isGroup, type ColumnNode, type Form, type Line, type TableForm, type Worded } from "./Form";
import { indexOf, type FormIndex, type IndexedColumn, type IndexedForm, wordsOf, type Words } from "./FormIndex";
import { marksIn, sameMark } from "./Mark";

/** A line is known by its rarest words; more tell nothing new. */
const WORDS_OF_LINE = 4;

const linesOf = ({ rows }: TableForm): readonly Line[] => ("lines" in rows ? rows.lines.filter(({ label }) => label !== "") : []);

/** Each text once, but for case and diacritics. */
const unlike = (texts: readonly string[]): readonly Words[] => [...new Map(texts.map(wordsOf).map((words) => [words.tight, words])).values()];

const variantsOf = ({ header, variants = [] }: Worded): readonly Words[] => unlike([header, ...variants]);

function columnsOf(node: ColumnNode, above: IndexedColumn["path"] = []): readonly IndexedColumn[] {
  const path = [...above, variantsOf(node)];
  if (isGroup(node)) return node.children.flatMap((each) => columnsOf(each, path));
  return [{ path, role: node.kind === "ordinal" || node.kind === "label" ? node.kind : "other", optional: node.optional ?? false }];
}

/** What recognition has to know of the forms, from the forms themselves. */
export function indexForms(forms: readonly Form[]): FormIndex {
  const times = new Map<string, number>();
  for (const { label } of forms.flatMap(({ tables }) => tables).flatMap(linesOf)) {
    for (const word of new Set(wordsOf(label).words)) times.set(word, (times.get(word) ?? 0) + 1);
  }
  const rarest = ({ label }: Line): readonly string[] => {
    const words = [...new Set(wordsOf(label).words)];
    const rare = [...words].sort((one, other) => times.get(one)! - times.get(other)!).slice(0, WORDS_OF_LINE);
    return words.filter((word) => rare.includes(word));
  };
  return indexOf(
    forms.flatMap(({ id, family, from, to, mark, markVariants = [], title, titleVariants = [], grade, levels = [], tables }) => {
      const marks = [mark ?? [], markVariants].flat().flatMap(marksIn);
      const form: IndexedForm = {
        ...{ id, family, from, levels },
        ...(to === undefined ? {} : { to }),
        ...(grade === "C" ? { isProposed: true } : {}),
        marks: marks.filter((each, at) => !marks.slice(0, at).some((before) => sameMark(before, each))),
        titles: unlike([title, ...titleVariants]),
      };
      return tables.map((table) => ({
        form,
        key: table.key,
        captions: unlike([table.caption ?? [], table.captionVariants ?? []].flat()),
        columns: table.columns.flatMap((node) => columnsOf(node)),
        lines: linesOf(table).map(rarest),
      }));
    }),
  );
}
