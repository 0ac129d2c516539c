import type { FigureColumn } from "../form/Form";
import type { Position } from "../sheet/Address";
import { ByCell, type Sheet } from "../sheet/Sheet";
import { contentOf, type Content } from "../sheet/Cell";
import type { CellStyle } from "../sheet/SheetPlan";
import { fitsExcel, sum } from "../sheet/writeFormula";
import type { Edit } from "../sheet/WorkbookPort";
import { finish, type Steps } from "../steps";
import { derivedIn, formulaOf, type DerivedCell } from "../figures/derived";
import { formatOf, valueIn, valueOf } from "../figures/figureValue";
import { isStacked } from "../figures/stackedLines";
import type { Figure, Table, TableRow } from "../figures/Table";
import { planPercentages, sumMeant, type OccupiedPercentage, numberStanding, standingAsIs, type Obstacle, type Standing } from "./percentageColumns";

export interface ComputeOptions {
  /** Turns typed values that are right into formulas. Values that differ always stay. */
  readonly convertEqual?: boolean;
  /** Turns counts typed as text ("1.652", "08") into numbers, so that formulas can add them up. A "-" for nothing stays. */
  readonly convertText?: boolean;
  /** Ids of the form's percentages to be shown beside the table. */
  readonly percentages?: readonly string[];
}

/** A typed value that is not what its parts add up to. */
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

/** The column's format, unless the cell has a format of its own; a formula in a cell of text format would show as its own text. */
const styleOf = ({ column, cell: { numberFormat = "General" } }: Figure): { readonly style?: CellStyle } =>
  numberFormat === "General" || numberFormat === "@" ? { style: { numberFormat: formatOf(column) } } : {};

/** A row without a name and without a figure is no row of the report yet. */
const isEmpty = ({ kind, label, figures }: TableRow): boolean =>
  kind === "line" && label === "" && figures.every(({ reading }) => reading.kind === "blank");

/** What cells are to be computed. A total of sums is computed down its column, so that its own row's balance bears it out. */
function toCompute(table: Table): (figure: Figure) => DerivedCell | undefined {
  const empty = new Set(table.rows.filter(isEmpty).map(({ row }) => row));
  const derived = derivedIn(table);
  return (figure) => (empty.has(figure.at.row) ? undefined : derived(figure).find(({ parts }) => parts.length > 0));
}

/** A sum over cells as they will stand, or what keeps Excel from it. */
function additionOf(derived: DerivedCell, standings: readonly Standing[]): Content | readonly Obstacle[] {
  const obstacles = standings.flatMap((each) => each.obstacles);
  if (obstacles.length > 0) return obstacles;
  const texts = standings.some(({ text }) => text);
  const formula = texts ? `=${sum(derived.parts.map(({ at }) => at))}` : formulaOf(derived);
  if (!fitsExcel(formula)) return [];
  return { kind: "formula", formula, value: valueOf(sumMeant(standings)!, derived.figure.column) };
}

const isContent = (planned: Content | readonly Obstacle[]): planned is Content => "kind" in planned;

/** Plans the work of "Tính cột tổng" on one table: pure, nothing is written. */
export const planCompute = (table: Table, sheet: Sheet, options: ComputeOptions = {}): ComputePlan => finish(planComputeInSteps(table, sheet, options));

/** The same, in steps. */
export function* planComputeInSteps(table: Table, sheet: Sheet, options: ComputeOptions = {}): Steps<ComputePlan> {
  const derivedOf = toCompute(table);
  const settled = new ByCell<Standing>();
  const plan: Making = { edits: [], filled: [], converted: [], numbered: [], kept: [], already: 0, right: 0, skipped: [], percentages: [], occupied: [] };

  const write = (figure: Figure, to: Content) =>
    plan.edits.push({ sheet: table.sheet, at: figure.at, from: contentOf(figure.cell), to, ...styleOf(figure) });

  /** As it is, or as the number meant where texts are to be turned. */
  const settleTyped = (figure: Figure): Standing => {
    const { reading, cell, at } = figure;
    const turn = options.convertText && cell.formula === undefined && cell.value.kind === "text";
    if (!turn || reading.kind !== "figure" || reading.notation === "dash" || isStacked(figure)) return standingAsIs(figure);
    write(figure, valueIn(figure, reading.units));
    plan.numbered.push(at);
    return numberStanding(at, reading.units);
  };

  function* settleDerived(figure: Figure, derivedCell: DerivedCell): Steps<Standing> {
    const { at, cell, reading } = figure;
    if (cell.formula !== undefined) {
      plan.already++;
      return standingAsIs(figure);
    }
    const standings: Standing[] = [];
    for (const part of derivedCell.parts) {
      standings.push(yield* settle(part));
      yield;
    }
    const computed = sumMeant(standings);
    const isBlank = reading.kind === "blank";
    if (!isBlank) {
      if (reading.kind !== "figure" || computed === undefined) return settleTyped(figure);
      if (reading.units !== computed) {
        plan.kept.push({ at, column: figure.column, typed: reading.units, computed });
        return settleTyped(figure);
      }
    }
    const planned = isBlank || options.convertEqual ? additionOf(derivedCell, standings) : undefined;
    if (planned && isContent(planned)) {
      write(figure, planned);
      (isBlank ? plan.filled : plan.converted).push(at);
      return numberStanding(at, computed!);
    }
    if (planned) plan.skipped.push({ at, because: planned });
    if (isBlank) return { at, meant: undefined, text: false, obstacles: planned?.length ? planned : [{ at, kind: "unreadable" }] };
    plan.right++;
    return settleTyped(figure);
  }

  function* settle(figure: Figure): Steps<Standing> {
    const known = settled.get(figure.at);
    if (known) return known;
    const derivedCell = derivedOf(figure);
    const standing = derivedCell && !isStacked(figure) ? yield* settleDerived(figure, derivedCell) : settleTyped(figure);
    settled.set(figure.at, standing);
    return standing;
  }

  for (const row of table.rows) {
    for (const figure of row.figures) {
      yield* settle(figure);
      yield;
    }
  }
  yield* planPercentages(table, sheet, options.percentages ?? [], ({ at }) => settled.get(at)!, plan);
  return plan;
}
