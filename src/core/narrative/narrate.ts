import type { Table } from "../table/Table";
import type { NarrativeInput, Paragraph } from "./Paragraph";

/**
 * The paragraphs of the report that the table's form feeds. `styleId` names a wording; paragraphs that do not have it
 * take their first. `withdrawn` is the number of files withdrawn, returned or stopped in the period, where known.
 * Same input, same text.
 */
export function narrate(table: Table, styleId?: string, withdrawn?: number): readonly Paragraph[] {
  const input: NarrativeInput = withdrawn === undefined ? { table } : { table, withdrawn };
  return table.form.paragraphs.map(({ id, heading, styles }) => {
    const style = styles.find((each) => each.id === styleId) ?? styles[0];
    return { id, heading, sheet: table.sheet, lines: style.write(input) };
  });
}
