import { flatten, paragraphsOf, type TextStretch } from "../stated/paragraphsOf";

/** A written report, ready to be read. Offsets inside of it are those of `text`; `spanOf` gives those of what was handed over. */
export interface ReportText {
  /** Composed (NFC). */
  readonly text: string;
  /** Of the same length: lower case, without accents or signs of markup, and any space a plain one. */
  readonly flat: string;
  /** The same with its lines. */
  readonly lined: string;
  /** Of running text: lines of tables are blank in it. */
  readonly prose: string;
  readonly paragraphs: readonly TextStretch[];
  /** Lines that are rows of tables, in their order. */
  readonly tableLines: readonly TextStretch[];
  /** Where a stretch stands in the text as handed over: UTF-16 offsets, the end excluded. */
  spanOf(stretch: TextStretch): Span;
}

/** UTF-16 offsets into the text as handed over, start included, end excluded. */
export type Span = readonly [start: number, end: number];

/** Whether a line is a row of a table: cells between bars, or parted by tabs. */
const isTableLine = (line: string): boolean => /^\s*\|/.test(line) || line.split("\t").length > 3;

/** Makes a text ready to be read: composed, without accents, parted into paragraphs and lines of tables. */
export function reportText(given: string): ReportText {
  const text = given.normalize("NFC");
  const tableLines: TextStretch[] = [];
  const lines: string[] = [];
  let at = 0;
  for (const line of text.split("\n")) {
    const isRow = isTableLine(line);
    if (isRow) tableLines.push({ start: at, end: at + line.length });
    lines.push(isRow ? " ".repeat(line.length) : line);
    at += line.length + 1;
  }
  const prose = lines.join("\n");
  const offsets = text === given ? undefined : composedOffsets(given);
  const spanOf = ({ start, end }: TextStretch): Span => (offsets ? [offsets[start]!, offsets[end]!] : [start, end]);
  const lined = flatten(text);
  return { text, flat: lined.replaceAll("\n", " "), lined, prose, paragraphs: paragraphsOf(prose), tableLines, spanOf };
}

/** For every offset of the composed text, the one in the text as given: a letter and the marks after it are composed together. */
function composedOffsets(given: string): readonly number[] {
  const offsets: number[] = [];
  for (const { 0: letter, index } of given.matchAll(/[^\p{M}]\p{M}*|\p{M}+/gsu)) {
    for (let within = letter.normalize("NFC").length; within > 0; within--) offsets.push(index);
  }
  return [...offsets, given.length];
}
