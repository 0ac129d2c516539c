import { BESIDE, freeColumns, headEdit, headRowOf } from "../compute/besideColumns";
import { standingAsIs } from "../compute/standings";
import { formatOf, numberOf, valueOf } from "../figures/figureValue";
import { quotientFormula } from "../figures/liveFormulas";
import { meantUnits } from "../figures/Reading";
import { decimalsOf } from "../figures/readFigure";
import type { Table } from "../figures/Table";
import { a1, type Position } from "../sheet/Address";
import { BLANK, contentOf, numberValue, plainText, type Content } from "../sheet/Cell";
import { cellAt, type Sheet } from "../sheet/Sheet";
import type { CellStyle } from "../sheet/SheetPlan";
import type { Edit } from "../sheet/WorkbookPort";
import type { Official } from "../words/Phrase";
import type { ComparedColumn, ComparedFigure, Comparison } from "./compareTables";
import type { Span } from "./formerTable";

/** What to write so that a form shows, beside it, what became of its figures; or what is in the way of that. */
export type ColumnsPlan = { readonly edits: readonly Edit[] } | { readonly obstacle: Position } | { readonly alreadyAt: Position };

const FORMER: Readonly<Record<Span, Official>> = { before: "Kỳ trước", year: "Cùng kỳ năm trước", other: "Kỳ so sánh" };
const GROWTH: Official = "Tăng, giảm";
const RATE: Official = "Tỷ lệ tăng, giảm (%)";
const DECIMALS = 2;

/** The columns that are part of no other's sum: beside a form with eleven of them all would be thirty-three more. */
export const mainColumns = ({ columns }: Pick<Comparison, "columns">): readonly ComparedColumn[] => {
  const parts = new Set(columns.flatMap(({ column: { sum = [] } }) => sum));
  return columns.filter(({ column: { key } }) => !parts.has(key));
};

/** "(3) Kỳ trước", "Số phiếu: Kỳ trước"; shares have no share of growth. */
const titlesOf = ({ column: { no, header }, hasRate }: ComparedColumn, span: Span): readonly string[] =>
  [FORMER[span], GROWTH, ...(hasRate ? [RATE] : [])].map((title) => (no === undefined ? `${header}: ${title}` : `(${no}) ${title}`));

/** The cell of the form's table that has one of these headings already. */
function alreadyAt(sheet: Sheet, table: Table, titles: readonly string[]): Position | undefined {
  const row = headRowOf(table);
  const column = sheet.rows.get(row)?.findIndex((cell, at) => at > table.range.right && cell !== undefined && titles.includes(plainText(cell.value))) ?? -1;
  return column < 0 ? undefined : { row, column };
}

/** What a row's cells beside the form hold: what was then as a number, what became of it as live formulas. Nothing follows from what Excel would not count as meant. */
function contentsOf({ column, now, then, difference, rate }: ComparedFigure, left: Position, grown: Position): readonly Content[] {
  const former = meantUnits(then.reading);
  if (former === undefined) return [];
  const was = valueOf(former, column.column);
  const { text, obstacles } = standingAsIs(now);
  if (obstacles.length > 0 || difference === undefined) return [was];
  const growth: Content = { kind: "formula", formula: `=${text ? `N(${a1(now.at)})` : a1(now.at)}-${a1(left)}`, value: numberValue(numberOf(difference, column.column)) };
  if (!column.hasRate) return [was, growth];
  const shown = rate === undefined ? BLANK : numberValue(Number(`${rate}e-${DECIMALS}`));
  return [was, growth, { kind: "formula", formula: quotientFormula(a1(grown), a1(left), { percent: true, decimals: DECIMALS }), value: shown }];
}

/** Plans the columns of what was then, of what became of it, and of that in percent, beside a form and outside of what it prints. */
export function comparisonColumns(comparison: Comparison, sheet: Sheet): ColumnsPlan {
  const { now: table, rows, span } = comparison;
  const groups = mainColumns(comparison).map((column) => ({ column, titles: titlesOf(column, span) }));
  const known = alreadyAt(sheet, table, groups.flatMap(({ titles }) => titles));
  if (known) return { alreadyAt: known };
  if (groups.length === 0) return { edits: [] };
  const free = freeColumns(sheet, table, table.range.right + 1, groups.reduce((count, { titles }) => count + titles.length, 0));
  if ("obstacle" in free) return free;
  const edits: Edit[] = [];
  const write = (at: Position, to: Content, style: CellStyle): void => void edits.push({ sheet: table.sheet, at, from: contentOf(cellAt(sheet, at)), to, style });
  const figuresOf = new Map(rows.map(({ now, figures }) => [now, new Map(figures.map((figure) => [figure.column, figure]))]));
  let next = free.column;
  for (const { column, titles } of groups) {
    titles.forEach((title, index) => {
      edits.push(headEdit(sheet, table, next + index, title));
      if (table.numberingRow !== undefined) write({ row: table.numberingRow, column: next + index }, BLANK, BESIDE);
    });
    const own = decimalsOf(column.column) === 0 ? formatOf(column.column) : `0.${"0".repeat(decimalsOf(column.column))}`;
    const formats = [own, own, `0.${"0".repeat(DECIMALS)}`];
    for (const row of table.rows) {
      const [left, grown] = [next, next + 1].map((at) => ({ row: row.row, column: at }));
      const figure = figuresOf.get(row)?.get(column);
      const contents = figure ? contentsOf(figure, left!, grown!) : [];
      titles.forEach((_, index) => write({ row: row.row, column: next + index }, contents[index] ?? BLANK, { ...BESIDE, numberFormat: formats[index]!, ...(row.kind === "total" ? { bold: true } : {}) }));
    }
    next += titles.length;
  }
  return { edits };
}
