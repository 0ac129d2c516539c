import { audit, type Audit } from "../../src/core/audit";
import type { Finding } from "../../src/core/findings/Finding";
import type { JustifiedAudit } from "../../src/core/justifications/applyJustifications";
import { applyJustifications, justify } from "../fixtures/atOnce";
import type { Justification } from "../../src/core/justifications/Justification";
import { a1 } from "../../src/core/sheet/Address";
import type { Sheet, SheetRow } from "../../src/core/sheet/Sheet";
import { LIBRARY } from "../../src/library";

export const DAY = "2026-03-14";

export const auditOf = (...sheets: readonly Sheet[]): Promise<Audit> => audit(sheets, LIBRARY);

/** The finding whose first cell this is. */
export function findingAt({ tables }: Audit, cell: string): Finding {
  const found = tables.flatMap(({ findings }) => findings).find(({ cells }) => a1(cells[0]) === cell);
  if (!found) throw new Error(`No finding at ${cell}`);
  return found;
}

/** Confirms the finding at a cell of the sheet, which stands in a workbook with these others. */
export async function justifiedAt(sheet: Sheet, cell: string, reason = "Đã đối chiếu với sổ theo dõi hồ sơ.", others: readonly Sheet[] = []): Promise<Justification> {
  const found = await auditOf(sheet, ...others);
  const table = found.tables.find(({ table: { sheet: name } }) => name === sheet.name)!;
  return justify(findingAt({ ...found, tables: [table] }, cell), table, sheet, reason, DAY, found.tables.map(({ table: each }) => each));
}

/** The sheet as it now stands, in the light of what was confirmed. */
export async function judged(sheet: Sheet, ...justifications: readonly Justification[]): Promise<JustifiedAudit> {
  return applyJustifications(await auditOf(sheet), [sheet], justifications);
}

/** First cells of the open findings. */
export const openAt = ({ audit: { tables } }: JustifiedAudit): readonly string[] => tables.flatMap(({ findings }) => findings.map(({ cells }) => a1(cells[0])));

export const justifiedCells = ({ justified }: JustifiedAudit): readonly string[] => justified.map(({ finding }) => a1(finding.cells[0]));

/** The sheet with blank rows put in above a zero-based row. */
export function withRowsAbove(sheet: Sheet, row: number, count = 1): Sheet {
  return { ...sheet, rows: new Map([...sheet.rows].map(([at, cells]) => [at >= row ? at + count : at, cells])) };
}

/** The sheet with a row put in, its cells copied from another one; what stood there moves down. */
export function withRowPutIn(sheet: Sheet, row: number, cells: SheetRow): Sheet {
  return { ...sheet, rows: new Map([...withRowsAbove(sheet, row).rows, [row, cells] as const].sort(([one], [other]) => one - other)) };
}
