import { narrate } from "../../src/core/narrative/narrate";
import type { Paragraph } from "../../src/core/narrative/Paragraph";
import { answerKeyAt } from "../../src/core/figures/rowNames";
import type { Table } from "../../src/core/figures/Table";
import { VOCABULARY } from "../../src/vocabulary/vocabulary";

/** The paragraphs of a table in some wording; `withdrawn` is what the reporter answered for the whole of it. */
export function narrated(table: Table, style?: string, withdrawn?: number): readonly Paragraph[] {
  const asked = table.rows.findLast(({ kind }) => kind === "total") ?? table.rows.at(-1);
  const told = withdrawn !== undefined && asked ? [[answerKeyAt(table, asked.row), withdrawn] as const] : [];
  return narrate(table, { vocabulary: VOCABULARY, style, answers: new Map([["withdrawn", new Map(told)]]) });
}
