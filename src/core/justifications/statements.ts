import { positionKey } from "../sheet/Address";
import type { Steps } from "../steps";
import { checksOf } from "../checks/checksOf";
import type { Table } from "../figures/Table";

/** What other sheets state of a table's cells, by `positionKey`, as far as these checks compare them. */
export function* statementsInSteps(table: Table, tables: readonly Table[], checks: readonly string[]): Steps<ReadonlyMap<number, number>> {
  const stated = new Map<number, number>();
  for (const check of checksOf(table)) {
    if (!checks.includes(check.id)) continue;
    for (const { figure, count } of check.facts?.(table, { tables, answers: new Map() }) ?? []) {
      stated.set(positionKey(figure.at), count);
      yield;
    }
  }
  return stated;
}
