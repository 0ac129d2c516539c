import { codeOf, type PackedForm, type PackedIndex, type PackedTable } from "../src/core/form/FormIndex";
import { isGroup, type ColumnNode, type Form, type Line, type TableForm, type Worded } from "../src/core/form/Form";
import { marksIn, sameMark } from "../src/core/form/Mark";
import { wordsOf } from "../src/core/form/words";

/** A line is known by its rarest words; more tell nothing new. */
const WORDS_OF_LINE = 4;

const isLines = (table: TableForm): readonly Line[] => ("lines" in table.rows ? table.rows.lines.filter(({ label }) => label !== "") : []);

/** Words that stand for the same in the order given, without those that read alike. */
const unlike = (texts: readonly string[]): readonly string[] => [...new Map(texts.map((text) => [wordsOf(text).tight, text])).values()];

/** What recognition has to know of the forms, as small as can be: loaded with the checks, while the forms themselves are not. */
export function packForms(forms: readonly Form[]): PackedIndex {
  // Packed once to count the words: those that stand most often take one letter instead of two.
  const counts = new Map<string, number>();
  packWith(forms, (word) => {
    counts.set(word, (counts.get(word) ?? 0) + 1);
    return word;
  });
  const words = [...counts].sort(([, one], [, other]) => other - one).map(([word]) => word);
  const codes = new Map(words.map((word, number) => [word, codeOf(number)]));
  return { words: words.join(" "), forms: packWith(forms, (word) => codes.get(word)!) };
}

function packWith(forms: readonly Form[], code: (word: string) => string): readonly PackedForm[] {
  const pack = (text: string): string => wordsOf(text).words.map(code).join("");
  const times = new Map<string, number>();
  for (const { label } of forms.flatMap(({ tables }) => tables).flatMap(isLines)) {
    for (const word of new Set(wordsOf(label).words)) times.set(word, (times.get(word) ?? 0) + 1);
  }
  const packLine = ({ label }: Line): string => {
    const words = [...new Set(wordsOf(label).words)];
    const rarest = [...words].sort((one, other) => times.get(one)! - times.get(other)!).slice(0, WORDS_OF_LINE);
    return words.filter((word) => rarest.includes(word)).map(code).join("");
  };

  const packLabel = ({ header, variants = [] }: Worded): string => unlike([header, ...variants]).map(pack).join("|");
  /** Columns below a node as paths; the label of a group is written once. */
  const paths = (node: ColumnNode): readonly string[] => {
    if (isGroup(node)) return node.children.flatMap(paths).map((path, index) => withLabel(path, index === 0 ? packLabel(node) : "^"));
    const flag = node.kind === "ordinal" ? "#" : node.kind === "label" ? "@" : "";
    return [`${flag}${node.optional ? "?" : ""}${packLabel(node)}`];
  };
  const withLabel = (path: string, label: string): string => path.replace(/^([#@?]*)/, `$1${label}/`);

  const headers: string[] = [];
  /** Forms of one kind often share a header: then it stands at the first. */
  const sameAsBefore = (header: string): string | number => {
    const before = headers.indexOf(header);
    headers.push(header);
    return before < 0 ? header : before;
  };
  const packTable = (table: TableForm): PackedTable => {
    const lines = isLines(table);
    const captions = unlike([table.caption ?? [], table.captionVariants ?? []].flat()).map(pack);
    return {
      key: table.key,
      ...(captions.length > 0 ? { captions } : {}),
      ...(table.instead === undefined ? {} : { instead: table.instead }),
      columns: sameAsBefore(table.columns.flatMap(paths).join(";")),
      ...(lines.length > 0 ? { lines: lines.map(packLine).join(";") } : {}),
    };
  };
  const packForm = ({ id, family, from, to, mark, markVariants = [], title, titleVariants = [], levels = [], tables }: Form): PackedForm => {
    const marks = [mark ?? [], markVariants].flat().filter((each, at, all) => !all.slice(0, at).some((one) => sameMark(marksIn(one)[0]!, marksIn(each)[0]!)));
    return {
      id,
      ...(family === id ? {} : { family }),
      from,
      ...(to === undefined ? {} : { to }),
      ...(marks.length > 0 ? { marks } : {}),
      titles: unlike([title, ...titleVariants]).map(pack),
      ...(levels.length > 0 ? { levels: levels.map((level) => level.slice(0, 2)).join("") } : {}),
      tables: tables.map(packTable),
    };
  };
  return forms.map(packForm);
}
