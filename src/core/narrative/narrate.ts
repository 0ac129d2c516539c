import type { Table } from "../table/Table";
import type { Form } from "../form/Form";
import type { NarrativeInput, Paragraph, ParagraphKind } from "./Paragraph";
import { settlement } from "./settlement";

/** Every paragraph there is, by the id by which forms name it. */
const PARAGRAPHS: ReadonlyMap<string, ParagraphKind> = new Map([settlement].map((kind) => [kind.id, kind]));

/** The paragraphs that a form feeds. */
export const paragraphsOf = ({ paragraphs = [] }: Form): readonly ParagraphKind[] => paragraphs.flatMap((id) => PARAGRAPHS.get(id) ?? []);

/**
 * The paragraphs of the report that the table's form feeds. `styleId` names a wording; paragraphs that do not have it
 * take their first. `withdrawn` is the number of files withdrawn, returned or stopped in the period, where known.
 * Same input, same text.
 */
export function narrate(table: Table, styleId?: string, withdrawn?: number): readonly Paragraph[] {
  const input: NarrativeInput = withdrawn === undefined ? { table } : { table, withdrawn };
  return paragraphsOf(table.form).map(({ id, heading, styles }) => {
    const style = styles.find((each) => each.id === styleId) ?? styles[0];
    return { id, heading, sheet: table.sheet, lines: style.write(input) };
  });
}
