import { positionKey } from "../sheet/Address";
import type { Sheet } from "../sheet/Sheet";
import type { Steps } from "../steps";
import { readTablesInSteps } from "../table/readTables";
import type { Caption, TableAsRead } from "../table/TableAsRead";
import { describeTable, type SaidRelations, type TableDescription } from "./TableDescription";

/** The texts that speak of each table: those below it, and those above that are below no other. */
export function notesOf(tables: readonly TableAsRead[]): readonly (readonly Caption[])[] {
  const below = new Set<number>();
  return tables.map((table) => {
    const above = table.above.filter(({ at }) => !below.has(positionKey(at)));
    for (const { at } of table.below) below.add(positionKey(at));
    return [...above, ...table.below];
  });
}

/** Every table of a sheet with what it says of itself, from the top down. */
export function* describeSheet(sheet: Sheet, said?: SaidRelations): Steps<readonly TableDescription[]> {
  const tables = yield* readTablesInSteps(sheet);
  const notes = notesOf(tables);
  const found: TableDescription[] = [];
  for (const [index, table] of tables.entries()) found.push(yield* describeTable(table, sheet, notes[index]!, said));
  return found;
}
