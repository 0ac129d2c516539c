import { leafColumns, type Column, type Share } from "../form/Form";
import { sayNumbers } from "../form/numberingMark";
import type { Position } from "../sheet/Address";
import { BLANK, contentOf, numberValue, type Content } from "../sheet/Cell";
import { roundedRatio } from "../sheet/ratio";
import { cellAt, type Sheet } from "../sheet/Sheet";
import type { Steps } from "../steps";
import type { CellStyle } from "../sheet/SheetPlan";
import { figureOf, type Figure, type Table, type TableRow } from "../figures/Table";
import { BESIDE, freeColumns, headEdit } from "./besideColumns";
import type { Making } from "./compute";
import { quotientFormula } from "../figures/liveFormulas";
import { addition, sumMeant, type Standing } from "./standings";

/** A percentage that found no free column. */
export interface OccupiedPercentage {
  readonly id: string;
  /** The first cell in the way. */
  readonly at: Position;
}

/** "Tỷ lệ trước hạn, đúng hạn = ((8)+(9))/(7) × 100": regulations differ on such shares, so the formula is always named. */
export function percentageTitle({ header, numerator, denominator }: Share, columns: readonly Column[]): string {
  const marks = (keys: readonly string[]) => bracketed(sayNumbers(keys, columns));
  return `${header} = ${marks(numerator)}/${marks(denominator)} × 100`;
}

const bracketed = (expression: string): string => (expression.includes("+") ? `(${expression})` : expression);

/** The percentage of a row as a live formula. */
function shareOf({ decimals }: Share, numerator: readonly Standing[], denominator: readonly Standing[]): Content {
  const [above, below] = [addition(numerator), addition(denominator)];
  const units = roundedRatio(sumMeant(numerator)!, sumMeant(denominator)!, decimals + 2);
  return {
    kind: "formula",
    formula: quotientFormula(above, below, { percent: true, decimals }),
    value: units === undefined ? BLANK : numberValue(units / 10 ** decimals),
  };
}

/** Plans the percentage columns asked for; a column that is there already only has its blanks filled. */
export function* planPercentages(table: Table, sheet: Sheet, ids: readonly string[], standingOf: (figure: Figure) => Standing, plan: Making): Steps<void> {
  const columns = leafColumns(table.layout.columns);
  let next = table.range.right + 1;

  const write = (at: Position, to: Content, style: CellStyle) =>
    plan.edits.push({ sheet: table.sheet, at, from: contentOf(cellAt(sheet, at)), to, style });

  const standingsOf = (row: TableRow, keys: readonly string[]): readonly Standing[] =>
    keys.map((key) => figureOf(table, row, key)).filter((figure) => figure !== undefined).map(standingOf);

  function* fillColumn(percentage: Share, column: number): Steps<void> {
    const style: CellStyle = { ...BESIDE, numberFormat: percentage.decimals > 0 ? `0.${"0".repeat(percentage.decimals)}` : "0" };
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
        plan.filled.push(at);
      } else {
        write(at, BLANK, style);
        if (named) plan.skipped.push({ at, because });
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
    const free = freeColumns(sheet, table, next, 1);
    if ("obstacle" in free) {
      plan.occupied.push({ id, at: free.obstacle });
      continue;
    }
    const { column } = free;
    plan.edits.push(headEdit(sheet, table, column, percentageTitle(percentage, columns)));
    if (table.numberingRow !== undefined) write({ row: table.numberingRow, column }, BLANK, BESIDE);
    yield* fillColumn(percentage, column);
    plan.percentages.push(id);
    next = column + 1;
  }
}
