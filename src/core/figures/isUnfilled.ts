import { meantUnits } from "./Reading";
import type { Phrase } from "../words/Phrase";
import type { Figure, Table, TableRow } from "./Table";

/** What is said of a form that nobody has filled in yet. */
export const EMPTY_FORM: Phrase = { vi: "Biểu chưa có số liệu", en: "No figures yet" };

export const isBlank = ({ reading }: Figure): boolean => reading.kind === "blank";

/** Whether nobody has entered anything yet, what the form itself prints aside: a fresh form must not be told as a period without files, nor its noughts as sums that come out. */
export function isUnfilled({ rows, layout }: Table): boolean {
  const lines = "lines" in layout.rows ? layout.rows.lines : [];
  const given = new Map(lines.map((line) => [line.key, line.given ?? {}]));
  const ofForm = new Set([...lines.flatMap((line) => Object.keys(line.given ?? {})), ...(layout.foot ?? []).flatMap((foot) => Object.keys(foot.given ?? {}))]);
  const idle = ({ cell, reading }: Figure): boolean => cell.formula !== undefined && (cell.uncalculated === true || meantUnits(reading) === 0);
  const printed = ({ key = "", kind }: TableRow, { column }: Figure): boolean => given.get(key)?.[column.key] !== undefined || (kind !== "line" && ofForm.has(column.key));
  const isOpen = (row: TableRow, figure: Figure): boolean => isBlank(figure) && !printed(row, figure);
  const isFilled = (row: TableRow, figure: Figure): boolean => !isBlank(figure) && !idle(figure) && !printed(row, figure);
  return !rows.some((row) => row.figures.some((figure) => isFilled(row, figure))) && rows.some((row) => row.figures.some((figure) => isOpen(row, figure)));
}
