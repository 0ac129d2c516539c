import { leafColumns, type Column, type Share } from "../form/Form";
import { sayNumbers } from "../form/numberingMark";
import type { Position } from "../sheet/Address";
import { BLANK, contentOf, numberValue, type Content } from "../sheet/Cell";
import { roundedRatio } from "../sheet/ratio";
import { cellAt, type Sheet } from "../sheet/Sheet";
import { plus, sum } from "../sheet/writeFormula";
import type { Steps } from "../steps";
import type { CellStyle } from "../sheet/SheetPlan";
import { figureOf, type Figure, type Table, type TableRow } from "../figures/Table";
import { BESIDE, freeColumns, headEdit } from "./besideColumns";
import type { Making } from "./compute";
import { quotientFormula } from "../figures/liveFormulas";
import { meantUnits } from "../figures/Reading";

/**
 * Why Excel would not add up what is meant. text: "1.652" or "08" typed as text, which SUM passes over.
 * misread: the number 1.652 that stands for 1652. unreadable: words, an error, a fraction, a formula never calculated.
 */
export type ObstacleKind = "text" | "misread" | "unreadable";

/** A cell that keeps formulas over it from coming out right. */
export interface Obstacle {
  readonly at: Position;
  readonly kind: ObstacleKind;
}

/** What a count cell comes to once the planned edits are made. */
export interface Standing {
  readonly at: Position;
  /** The count meant; undefined where there is none to be had. */
  readonly meant: number | undefined;
  /** Holds a text, so that a bare "+" over it is an error; SUM takes it for nothing. */
  readonly text: boolean;
  /** Empty when a formula over the cell adds what is meant. */
  readonly obstacles: readonly Obstacle[];
}

/** A cell that will hold this number. */
export function numberStanding(at: Position, count: number): Standing {
  return { at, meant: count, text: false, obstacles: [] };
}

/** A cell left as it is. */
export function standingAsIs({ at, cell, reading }: Figure): Standing {
  const meant = meantUnits(reading);
  // A formula that shows nothing holds the empty text.
  const text = cell.value.kind === "text" || (cell.formula !== undefined && cell.value.kind === "blank");
  const kind: ObstacleKind | undefined =
    reading.kind === "unreadable"
      ? "unreadable"
      : reading.kind === "figure" && reading.notation === "misread-thousands"
        ? "misread"
        : text && meant !== 0
          ? "text"
          : undefined;
  return { at, meant, text, obstacles: kind ? [{ at, kind }] : [] };
}

/** What cells come to, added up; undefined where one is missing. */
export const sumMeant = (standings: readonly Standing[]): number | undefined =>
  standings.reduce((total: number | undefined, { meant }) => (total === undefined || meant === undefined ? undefined : total + meant), 0);

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

/** Cells added up in a formula: "H9+I9", or by SUM where a text stands for nothing among them. */
function addition(standings: readonly Standing[]): string {
  const cells = standings.map(({ at }) => at);
  return standings.some(({ text }) => text) ? sum(cells) : plus(cells);
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
