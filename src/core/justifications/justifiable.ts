import type { Finding } from "../findings/Finding";
import { checksOf } from "../checks/checksOf";
import type { Table } from "../table/Table";

/**
 * Kinds of checks whose findings no reason can make right: a cell that cannot be read, or that Excel itself cannot calculate,
 * has to be mended whatever the figure should be. All other kinds compare figures, names or dates, about which the
 * reporter may know more than the sheet.
 */
const MUST_BE_MENDED: ReadonlySet<string> = new Set(["count", "formula-error", "formula-range", "formula-result", "notation", "stacked-lines"]);

/** Whether a person may confirm what a finding questions, whatever its severity. */
export function justifiable({ reasons }: Finding, table: Table): boolean {
  const kinds = new Map(checksOf(table).map(({ id, kind }) => [id, kind]));
  return reasons.every(({ check }) => !MUST_BE_MENDED.has(kinds.get(check) ?? ""));
}
