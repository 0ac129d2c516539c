import type { Answers } from "../checks/Check";
import type { Form } from "../form/Form";
import type { Vocabulary } from "../quantities/Vocabulary";
import { fold } from "../sheet/fold";
import { finish } from "../steps";
import { answerKey, rowNames } from "../figures/rowNames";
import type { Table } from "../figures/Table";
import { samePeriod } from "../words/Period";
import type { Paragraph, ParagraphKind } from "./Paragraph";
import { settlement } from "./settlement";

/** Every paragraph there is, by the id by which forms name it. */
const PARAGRAPHS: ReadonlyMap<string, ParagraphKind> = new Map([settlement].map((kind) => [kind.id, kind]));

/** The paragraphs that a form feeds. */
export const paragraphsOf = ({ paragraphs = [] }: Form): readonly ParagraphKind[] => paragraphs.flatMap((id) => PARAGRAPHS.get(id) ?? []);

/** What a paragraph is written with, besides the table that asks for it. */
export interface NarrativeOptions {
  readonly vocabulary: Vocabulary;
  /** A wording by its id; paragraphs that do not have it take their first. */
  readonly style?: string | undefined;
  /** Every table of the workbook: those of the same unit and period may be drawn on. */
  readonly tables?: readonly Table[];
  /** What the reporter has answered. */
  readonly answers?: Answers | undefined;
}

/** The paragraphs of the report that the table's form feeds. Same input, same text. */
export function narrate(table: Table, { vocabulary, style, tables = [], answers = new Map() }: NarrativeOptions): readonly Paragraph[] {
  const others = tables.filter((other) => other !== table && isBeside(other, table));
  const told = vocabulary.quantities.flatMap(({ id, question }) => {
    const units = question === undefined ? undefined : answeredOf(table, answers.get(question) ?? new Map());
    return units === undefined ? [] : [[id, units] as const];
  });
  const input = { tables: [table, ...others] as const, vocabulary, told: new Map(told) };
  return paragraphsOf(table.form).map(({ id, heading, styles }) => {
    const wording = styles.find((each) => each.id === style) ?? styles[0];
    return { id, heading, sheet: table.sheet, lines: wording.write(input) };
  });
}

/** Whether two tables are of one unit and one period, as far as they say. */
const isBeside = (one: Table, other: Table): boolean =>
  (one.unit === undefined || other.unit === undefined || fold(one.unit) === fold(other.unit)) &&
  (!one.period || !other.period || samePeriod(one.period.period, other.period.period));

/** What was answered for the whole table: for its total row, else its lines added up; undefined where nothing was answered. */
function answeredOf(table: Table, answers: ReadonlyMap<string, number>): number | undefined {
  const names = [...finish(rowNames(table)).values()];
  const answered = (kind: "total" | "line") =>
    names.filter(({ row }) => row.kind === kind).flatMap(({ row: { label }, ofLabel }) => answers.get(answerKey(table, label, ofLabel)) ?? []);
  const [total] = answered("total");
  const lines = answered("line");
  return total ?? (lines.length > 0 ? lines.reduce((sum, units) => sum + units, 0) : undefined);
}
