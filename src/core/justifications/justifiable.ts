import type { Finding } from "../findings/Finding";
import { checksOf } from "../checks/checksOf";
import type { Table } from "../figures/Table";

/** Whether a person may confirm what a finding questions, whatever its severity. */
export function justifiable({ reasons }: Finding, table: Table): boolean {
  const kinds = new Map(checksOf(table).map(({ id, justifiable: mayBe }) => [id, mayBe]));
  return reasons.every(({ check }) => kinds.get(check) ?? true);
}
