import { leafColumns, type Column, type Share } from "../form/Form";
import { LAST_COLUMN, type Position } from "../sheet/Address";
import { BLANK, contentOf, numberValue, textValue, type Content } from "../sheet/Cell";
import { roundedRatio } from "../sheet/ratio";
import { cellAt, type Sheet } from "../sheet/Sheet";
import { plus, sum } from "../sheet/writeFormula";
import type { Steps } from "../steps";
import type { CellStyle } from "../sheet/SheetPlan";
import { widthFor } from "../sheet/textSize";
import type { Edit } from "../sheet/WorkbookPort";
import { figureOf, type Figure, type Table, type TableRow } from "../figures/Table";
import type { SkippedCell } from "./compute";
import type { Standing } from "./Standing";

/** A percentage that found no free column. */
export interface OccupiedPercentage {
  readonly id: string;
  /** The first cell in the way. */
  readonly at: Position;
}

export interface PercentageColumns {
  readonly edits: readonly Edit[];
  readonly filled: readonly Position[];
  readonly skipped: readonly SkippedCell[];
  readonly added: readonly string[];
  readonly occupied: readonly OccupiedPercentage[];
}

/** How far to the right of the table a free column is looked for: past a column of remarks, not across the sheet. */
const FARTHEST = 8;

const CELL: CellStyle = { fontName: "Times New Roman", fontSize: 12, horizontal: "center", vertical: "center", border: true };
/** Small, so that name and formula fit a header row made for shorter words. */
const HEAD: CellStyle = { ...CELL, fontSize: 9, bold: true, wrap: true };
/** In so many lines. */
const HEAD_LINES = 3;

/** "Tỷ lệ trước hạn, đúng hạn = ((8)+(9))/(7) × 100": regulations differ on such shares, so the formula is always named. */
export function percentageTitle({ header, numerator, denominator }: Share, columns: readonly Column[]): string {
  const marks = (keys: readonly string[]) => {
    const numbers = keys.map((key) => `(${columns.find((each) => each.key === key)!.no})`);
    return numbers.length > 1 ? `(${numbers.join("+")})` : numbers[0]!;
  };
  return `${header} = ${marks(numerator)}/${marks(denominator)} × 100`;
}

/** Cells added up in a formula: "H9+I9", or by SUM where a text stands for nothing among them. */
function addition(standings: readonly Standing[]): string {
  const cells = standings.map(({ at }) => at);
  return standings.some(({ text }) => text) ? sum(cells) : plus(cells);
}

const bracketed = (expression: string): string => (expression.includes("+") ? `(${expression})` : expression);

const total = (standings: readonly Standing[]): number => standings.reduce((count, { meant }) => count + meant!, 0);

/**
 * The percentage of a row as a live formula. The factor 100 comes before the division: then a share that lies
 * exactly between two roundings is not pushed below it by a second binary rounding.
 */
function shareOf({ decimals }: Share, numerator: readonly Standing[], denominator: readonly Standing[]): Content {
  const [above, below] = [addition(numerator), addition(denominator)];
  const units = roundedRatio(total(numerator), total(denominator), decimals + 2);
  return {
    kind: "formula",
    formula: `=IF(${below}=0,"",ROUND(${bracketed(above)}*100/${bracketed(below)},${decimals}))`,
    value: units === undefined ? BLANK : numberValue(units / 10 ** decimals),
  };
}

/** What keeps a column from being written into, over the rows of the table. */
function inTheWay(sheet: Sheet, { range }: Table, column: number): Position | undefined {
  for (let row = range.top; row <= range.bottom; row++) {
    const cell = cellAt(sheet, { row, column });
    if (cell.value.kind !== "blank" || cell.formula !== undefined) return { row, column };
  }
  const merge = sheet.merges.find(
    ({ top, left, bottom, right }) => left <= column && column <= right && top <= range.bottom && bottom >= range.top,
  );
  return merge && { row: merge.top, column: merge.left };
}

/** Plans the percentage columns asked for; a column that is there already only has its blanks filled. */
export function* planPercentages(
  table: Table,
  sheet: Sheet,
  ids: readonly string[],
  standingOf: (figure: Figure) => Standing,
): Steps<PercentageColumns> {
  const edits: Edit[] = [];
  const filled: Position[] = [];
  const skipped: SkippedCell[] = [];
  const added: string[] = [];
  const occupied: OccupiedPercentage[] = [];
  const columns = leafColumns(table.layout.columns);
  const headerRow = table.numberingRow === undefined ? table.headerRows[1] : Math.max(table.headerRows[0], table.numberingRow - 1);
  let next = table.range.right + 1;

  const write = (at: Position, to: Content, style: CellStyle) =>
    edits.push({ sheet: table.sheet, at, from: contentOf(cellAt(sheet, at)), to, style });

  const standingsOf = (row: TableRow, keys: readonly string[]): readonly Standing[] =>
    keys.map((key) => figureOf(table, row, key)).filter((figure) => figure !== undefined).map(standingOf);

  function* fillColumn(percentage: Share, column: number): Steps<void> {
    const style: CellStyle = { ...CELL, numberFormat: percentage.decimals > 0 ? `0.${"0".repeat(percentage.decimals)}` : "0" };
    const bold: CellStyle = { ...style, bold: true };
    for (const row of table.rows) {
      yield;
      const at = { row: row.row, column };
      const cell = cellAt(sheet, at);
      if (cell.value.kind !== "blank" || cell.formula !== undefined) continue;
      const numerator = standingsOf(row, percentage.numerator);
      const denominator = standingsOf(row, percentage.denominator);
      const because = [...numerator, ...denominator].flatMap(({ obstacles }) => obstacles);
      const named = row.label !== "" && row.kind !== "section";
      if (named && because.length === 0) {
        write(at, shareOf(percentage, numerator, denominator), row.kind === "total" ? bold : style);
        filled.push(at);
      } else {
        write(at, BLANK, style);
        if (named) skipped.push({ at, because });
      }
    }
  }

  for (const id of ids) {
    const percentage = table.layout.shares?.find((each) => each.id === id);
    const keys = percentage ? [...percentage.numerator, ...percentage.denominator] : [];
    if (!percentage || !keys.every((key) => table.columns.some(({ column }) => column.key === key))) continue;
    const existing = table.percentages.find((each) => each.percentage.id === id);
    if (existing) {
      yield* fillColumn(percentage, existing.at);
      continue;
    }
    let obstacle: Position | undefined;
    let column = next;
    for (; column <= Math.min(next + FARTHEST, LAST_COLUMN); column++) {
      const found = inTheWay(sheet, table, column);
      if (!found) break;
      obstacle ??= found;
    }
    if (column > Math.min(next + FARTHEST, LAST_COLUMN)) {
      occupied.push({ id, at: obstacle ?? { row: table.range.top, column: next } });
      continue;
    }
    const title = percentageTitle(percentage, columns);
    const at = { row: headerRow, column };
    edits.push({
      sheet: table.sheet,
      at,
      from: contentOf(cellAt(sheet, at)),
      to: textValue(title),
      style: HEAD,
      columnWidth: Math.ceil(widthFor(title, HEAD) / HEAD_LINES) + 1,
    });
    if (table.numberingRow !== undefined) write({ row: table.numberingRow, column }, BLANK, CELL);
    yield* fillColumn(percentage, column);
    added.push(id);
    next = column + 1;
  }
  return { edits, filled, skipped, added, occupied };
}
