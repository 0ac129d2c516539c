import { finish } from "../steps";
import { answerKey, rowNames } from "../table/rowNames";
import type { Table } from "../table/Table";

/** Files withdrawn in the whole table, as answered: for its total row, else its lines added up; undefined where nothing was answered. */
export function withdrawnOf(table: Table, answers: ReadonlyMap<string, number>): number | undefined {
  const names = [...finish(rowNames(table)).values()];
  const answered = (kind: "total" | "line") =>
    names.filter(({ row }) => row.kind === kind).flatMap(({ row: { label }, ofLabel }) => answers.get(answerKey(table, label, ofLabel)) ?? []);
  const [total] = answered("total");
  if (total !== undefined) return total;
  const lines = answered("line");
  return lines.length > 0 ? lines.reduce((sum, count) => sum + count, 0) : undefined;
}
