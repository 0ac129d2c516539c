import { describeSheet } from "../../core/described/describeSheet";
import type { SaidRelations, TableDescription } from "../../core/described/TableDescription";
import type { Sheet } from "../../core/sheet/Sheet";
import { SILENT } from "../../core/sheet/WorkbookPort";
import { paced } from "../../core/steps";
import { restNowAndThen } from "../../page/rest";

/** The tables of a workbook that print any relation, with what they say. */
export async function describedSheets(sheets: readonly Sheet[], said: SaidRelations): Promise<readonly TableDescription[]> {
  const rest = restNowAndThen();
  const found: TableDescription[] = [];
  for (const sheet of sheets) found.push(...(await paced(describeSheet(sheet, said), rest, SILENT)));
  return found.filter(({ relations }) => relations.length > 0);
}
