import type { FigureColumn } from "../form/Form";
import type { Position } from "../sheet/Address";
import { ByCell, type Sheet } from "../sheet/Sheet";
import { BLANK, contentOf, type Content } from "../sheet/Cell";
import type { CellStyle } from "../sheet/SheetPlan";
import type { Edit } from "../sheet/WorkbookPort";
import { finish, type Steps } from "../steps";
import { formatOf, valueIn } from "../figures/figureValue";
import { meantUnits } from "../figures/Reading";
import { isStacked } from "../figures/stackedLines";
import { rowAt, type Figure, type Table, type TableRow } from "../figures/Table";
import { planPercentages, type OccupiedPercentage } from "./percentageColumns";
import { emptyStanding, numberStanding, standingAsIs, type Obstacle, type Standing } from "./standings";
import { liveContent, wordsIn, workedIn, type LiveFigure, type WorkedCell } from "./workedCells";

export interface ComputeOptions {
  /** Turns typed values that are right into formulas. Values that differ always stay. */
  readonly convertEqual?: boolean;
  /** Turns counts typed as text ("1.652", "08") into numbers, so that formulas can add them up. A "-" for nothing stays. */
  readonly convertText?: boolean;
  /** Ids of the form's percentages to be shown beside the table. */
  readonly percentages?: readonly string[];
}

/** A typed value that is not what it works out to. */
export interface Difference {
  readonly at: Position;
  readonly column: FigureColumn;
  /** In units of the column. */
  readonly typed: number;
  readonly computed: number;
}

/** A cell that was given no formula, because Excel would come to a wrong result. */
export interface SkippedCell {
  readonly at: Position;
  /** Cells in the way; none where the formula would be longer than Excel takes. */
  readonly because: readonly Obstacle[];
}

/** What to write so that a table computes itself, and what was left alone. */
export interface ComputePlan {
  readonly edits: readonly Edit[];
  /** Blanks given a formula. */
  readonly filled: readonly Position[];
  /** Right values turned into formulas, where asked for. */
  readonly converted: readonly Position[];
  /** Texts turned into numbers, where asked for. */
  readonly numbered: readonly Position[];
  /** Never overwritten, only told. */
  readonly kept: readonly Difference[];
  /** How many derived cells were formulas before, right or not. */
  readonly already: number;
  /** How many typed derived values are right and stay typed. */
  readonly right: number;
  readonly skipped: readonly SkippedCell[];
  /** Percentage columns added. */
  readonly percentages: readonly string[];
  /** Percentage columns for which there was no free column beside the table. */
  readonly occupied: readonly OccupiedPercentage[];
}

/** A plan in the making. */
export type Making = { -readonly [Key in keyof ComputePlan]: ComputePlan[Key] extends readonly (infer Item)[] ? Item[] : ComputePlan[Key] };

/** The column's format, unless the cell has a format of its own; a formula in a cell of text format would show as its own text, one in percent a hundredfold. */
const styleOf = ({ column, cell: { numberFormat = "General" } }: Figure, isFormula: boolean): { readonly style?: CellStyle } =>
  numberFormat === "General" || numberFormat === "@" || (isFormula && numberFormat.includes("%")) ? { style: { numberFormat: formatOf(column) } } : {};

/** A row without a name and without a figure is no row of the report yet. */
const isEmpty = ({ kind, label, figures }: TableRow): boolean =>
  kind === "line" && label === "" && figures.every(({ reading }) => reading.kind === "blank");

/** What figures are to be computed, and how. */
function toCompute(table: Table): (figure: Figure) => WorkedCell | undefined {
  const empty = new Set(table.rows.filter(isEmpty).map(({ row }) => row));
  const worked = workedIn(table);
  return (figure) => (empty.has(figure.at.row) ? undefined : worked(figure));
}

const isLive = (planned: LiveFigure | readonly Obstacle[]): planned is LiveFigure => "formula" in planned;

/** Plans the work of "Tính cột tổng" on one table: pure, nothing is written. */
export const planCompute = (table: Table, sheet: Sheet, options: ComputeOptions = {}): ComputePlan => finish(planComputeInSteps(table, sheet, options));

/** The same, in steps. */
export function* planComputeInSteps(table: Table, sheet: Sheet, options: ComputeOptions = {}): Steps<ComputePlan> {
  const workedOf = toCompute(table);
  const settled = new ByCell<Standing>();
  const together = new Map<readonly Figure[], readonly Standing[]>();
  const plan: Making = { edits: [], filled: [], converted: [], numbered: [], kept: [], already: 0, right: 0, skipped: [], percentages: [], occupied: [] };

  const write = (figure: Figure, to: Content) =>
    plan.edits.push({ sheet: table.sheet, at: figure.at, from: contentOf(figure.cell), to, ...styleOf(figure, to.kind === "formula") });

  /** As it is, or as the number meant where texts are to be turned. */
  const settleTyped = (figure: Figure): Standing => {
    const { reading, cell, at } = figure;
    const turn = options.convertText && cell.formula === undefined && cell.value.kind === "text";
    if (!turn || reading.kind !== "figure" || reading.notation === "dash" || reading.notation === "mark" || isStacked(figure)) return standingAsIs(figure);
    write(figure, valueIn(figure, reading.units));
    plan.numbered.push(at);
    return numberStanding(at, reading.units);
  };

  /** What figures come to; those that many cells follow from are looked at once. */
  function* settleAll(parts: readonly Figure[]): Steps<readonly Standing[]> {
    const known = together.get(parts);
    if (known) return known;
    const standings: Standing[] = [];
    for (const part of parts) {
      standings.push(yield* settle(part));
      yield;
    }
    together.set(parts, standings);
    return standings;
  }

  function* settleWorked(figure: Figure, worked: WorkedCell): Steps<Standing> {
    const { at, cell, reading } = figure;
    if (cell.formula !== undefined) {
      plan.already++;
      return standingAsIs(figure);
    }
    const standings = yield* settleAll(worked.parts);
    const ways = worked.ways(standings);
    const isBlank = reading.kind === "blank";
    if (!isBlank) {
      const [computed] = ways;
      if (reading.kind !== "figure" || computed === undefined) return settleTyped(figure);
      if (!ways.includes(reading.units)) {
        plan.kept.push({ at, column: figure.column, typed: reading.units, computed });
        return settleTyped(figure);
      }
    }
    const planned = isBlank || options.convertEqual ? worked.live(standings) : undefined;
    if (planned && isLive(planned) && (isBlank || planned.units === meantUnits(reading))) {
      write(figure, liveContent(planned, figure));
      (isBlank ? plan.filled : plan.converted).push(at);
      return planned.units === undefined ? emptyStanding(at) : numberStanding(at, planned.units);
    }
    const because = planned && !isLive(planned) ? planned : undefined;
    if (because) plan.skipped.push({ at, because });
    if (isBlank) return { at, meant: undefined, text: false, obstacles: because?.length ? because : [{ at, kind: "unreadable" }] };
    plan.right++;
    return settleTyped(figure);
  }

  function* settle(figure: Figure): Steps<Standing> {
    const known = settled.get(figure.at);
    if (known) return known;
    const worked = workedOf(figure);
    const standing = worked && !isStacked(figure) ? yield* settleWorked(figure, worked) : settleTyped(figure);
    settled.set(figure.at, standing);
    return standing;
  }

  for (const row of table.rows) {
    for (const figure of row.figures) {
      yield* settle(figure);
      yield;
    }
  }
  for (const { at, of, live } of wordsIn(table)) {
    yield;
    const { meant, text, obstacles } = yield* settle(of);
    if (meant === undefined || text || obstacles.length > 0 || isEmpty(rowAt(table, at.row)!)) continue;
    plan.edits.push({ sheet: table.sheet, at, from: BLANK, to: live(meant) });
    plan.filled.push(at);
  }
  yield* planPercentages(table, sheet, options.percentages ?? [], ({ at }) => settled.get(at)!, plan);
  return plan;
}
