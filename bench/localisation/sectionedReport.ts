import type { Chance } from "./chance";
import { cleanTable, type Counts } from "./cleanTable";
import { nameOf, type PrintedRow } from "./sheetOfRows";
import { COLUMNS, PARTS, SUMS, counted, type Value } from "./TableLine";

/** How the sums of a report are made: all typed; the subtotals and the total by formula; the rows' sums too. */
export type Making = "typed" | "live totals" | "live";

export const MAKINGS: readonly Making[] = ["typed", "live totals", "live"];

/** A cell by its body row, counted from 0, and the number printed over its column. */
export interface At {
  readonly row: number;
  readonly column: number;
}

export interface BodyRow {
  readonly kind: "heading" | "line" | "total";
  readonly ordinal: string;
  readonly label: string;
  /** The right values. */
  readonly counts: Counts;
}

/** A report with sections: headings that carry the sums of their lines, and a total of the headings. */
export interface SectionedReport {
  readonly making: Making;
  readonly rows: readonly BodyRow[];
  /** What each sum adds up, by `keyOf` its cell; the ones by formula. */
  readonly formulas: ReadonlyMap<string, readonly At[]>;
}

export const keyOf = ({ row, column }: At): string => `${row} ${column}`;

/** Of the sections, so that about 15 of 100 reports have some. */
const WITHDRAWN_SHARE = 0.04;

const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII"];

const added = (rows: readonly Counts[]): Counts => rows.reduce<Counts>((sums, row) => sums.map((sum, column) => sum + row[column]!), Array.from({ length: 14 }, () => 0));

/** What each sum cell adds up, whether typed or not: a row's parts, a heading's lines, the total's headings. */
export function sumsOf(rows: readonly BodyRow[]): ReadonlyMap<string, readonly At[]> {
  const sums = new Map<string, readonly At[]>();
  const headings = rows.flatMap(({ kind }, row) => (kind === "heading" ? [row] : []));
  const linesOf = (heading: number): readonly number[] => {
    const end = rows.findIndex(({ kind }, row) => row > heading && kind !== "line");
    return rows.flatMap((_, row) => (row > heading && row < end ? [row] : []));
  };
  rows.forEach(({ kind }, row) => {
    if (kind === "line") for (const column of SUMS) sums.set(keyOf({ row, column }), PARTS[column]!.map((part) => ({ row, column: part })));
    const below = kind === "total" ? headings : kind === "heading" ? linesOf(row) : [];
    if (kind !== "line") for (const column of COLUMNS) sums.set(keyOf({ row, column }), below.map((each) => ({ row: each, column })));
  });
  return sums;
}

/** A right report of two to six sections with one to eight lines each. */
export function sectionedReport(making: Making, draw: Chance): SectionedReport {
  const sections = Array.from({ length: draw.whole(2, 6) }, () => cleanTable(draw.whole(1, 8), draw, WITHDRAWN_SHARE).rows);
  const total = added(sections.flat());
  const body = sections.flatMap((lines, section): BodyRow[] => [
    { kind: "heading", ordinal: ROMAN[section]!, label: `Cấp ${section + 1}`, counts: added(lines) },
    ...lines.map((counts, index): BodyRow => ({ kind: "line", ordinal: String(index + 1), label: `Lĩnh vực ${section + 1}.${index + 1}`, counts })),
  ]);
  const rows: BodyRow[] = [...body, { kind: "total", ordinal: "TỔNG CỘNG", label: "", counts: total }];
  const isLive = ([key]: readonly [string, unknown]): boolean => making === "live" || (making === "live totals" && rows[Number(key.split(" ")[0])]!.kind !== "line");
  return { making, rows, formulas: new Map([...sumsOf(rows)].filter(isLive)) };
}

/** Writes a sum as people do: a range where the cells follow each other, else one by one. */
function formulaOf(cells: readonly At[]): string {
  const names = cells.map(({ row, column }) => nameOf(row, column));
  const [first, last] = [cells[0], cells.at(-1)];
  if (!first || !last) return "=0";
  const together = last.row - first.row + last.column - first.column === cells.length - 1;
  return together ? `=SUM(${names[0]}:${names.at(-1)})` : `=${names.join("+")}`;
}

/** The report as the sheet shows it after these changes: typed cells set, formulas changed or (typed over) gone. */
export function printed(report: SectionedReport, typed: ReadonlyMap<string, Value>, changed: ReadonlyMap<string, readonly At[]>): PrintedRow[] {
  const values: Value[][] = report.rows.map(({ counts }) => [...counts]);
  for (const [key, value] of typed) {
    const [row, column] = key.split(" ").map(Number);
    values[row!]![column!] = value;
  }
  const formulas = new Map([...report.formulas, ...changed].filter(([key]) => !typed.has(key)));
  const kindOrder = { line: 0, heading: 1, total: 2 };
  const places = [...formulas].map(([key, cells]) => ({ row: Number(key.split(" ")[0]), column: Number(key.split(" ")[1]), cells }));
  places.sort((one, other) => kindOrder[report.rows[one.row]!.kind] - kindOrder[report.rows[other.row]!.kind]);
  for (const { row, column, cells } of places) values[row]![column] = cells.reduce((sum, cell) => sum + counted(values[cell.row]![cell.column]), 0);
  return report.rows.map(({ ordinal, label }, row) => ({
    ordinal,
    label,
    values: values[row]!,
    formulas: new Map(places.filter((place) => place.row === row).map(({ column, cells }) => [column, formulaOf(cells)])),
  }));
}

/** Whether a balance of the printed report fails, (3) = (7) + (11) included, or a cell holds text. */
export function showsAnError(report: SectionedReport, shown: readonly PrintedRow[], withdrawnRows: ReadonlySet<number>): boolean {
  const value = ({ row, column }: At): number => counted(shown[row]!.values[column]);
  const sum = (cells: readonly At[]): number => cells.reduce((all, cell) => all + value(cell), 0);
  const fails = [...sumsOf(report.rows)].some(([key, cells]) => {
    const [row, column] = key.split(" ").map(Number);
    return value({ row: row!, column: column! }) !== sum(cells);
  });
  const rowFails = report.rows.some((_, row) => {
    const at = (column: number): number => value({ row, column });
    const parts = SUMS.some((column) => at(column) !== PARTS[column]!.reduce((all, part) => all + at(part), 0));
    return parts || (!withdrawnRows.has(row) && at(3) !== at(7) + at(11));
  });
  return fails || rowFails || shown.some(({ values }) => values.some((each) => typeof each === "string"));
}
