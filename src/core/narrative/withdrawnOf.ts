import { answerKey } from "../checks/Check";
import type { Table } from "../table/Table";

/** Files withdrawn in the whole table, as answered: for its total row, else its lines added up; undefined where nothing was answered. */
export function withdrawnOf(table: Table, answers: ReadonlyMap<string, number>): number | undefined {
  const answered = (kind: "total" | "line") =>
    table.rows.filter((row) => row.kind === kind).flatMap(({ label, row }) => answers.get(answerKey(table, label, row)) ?? []);
  const [total] = answered("total");
  if (total !== undefined) return total;
  const lines = answered("line");
  return lines.length > 0 ? lines.reduce((sum, count) => sum + count, 0) : undefined;
}
