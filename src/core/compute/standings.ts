import type { Position } from "../sheet/Address";
import { plainText } from "../sheet/Cell";
import { plus, sum } from "../sheet/writeFormula";
import { meantUnits } from "../figures/Reading";
import { holdsHundredths } from "../figures/figureValue";
import type { Figure } from "../figures/Table";

/**
 * Why Excel would not add up what is meant. text: "1.652" or "08" typed as text, which SUM passes over.
 * misread: the number 1.652 that stands for 1652. mark: another than the form's, which is not counted. percent: 0.5757 that shows as
 * 57,57 %. unreadable: words, an error, a fraction, a formula never calculated.
 */
export type ObstacleKind = "text" | "misread" | "mark" | "percent" | "unreadable";

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
  /** Shows nothing: a mean passes it over. */
  readonly isBlank?: true;
  /** Empty when a formula over the cell adds what is meant. */
  readonly obstacles: readonly Obstacle[];
}

/** A cell that will hold this number. */
export function numberStanding(at: Position, count: number): Standing {
  return { at, meant: count, text: false, obstacles: [] };
}

/** A cell whose formula shows nothing: sums pass it over. */
export function emptyStanding(at: Position): Standing {
  return { at, meant: 0, text: true, isBlank: true, obstacles: [] };
}

/** Whether a mark is not the one that is counted, however large it is written. */
const isOtherMark = ({ cell, column: { kind } }: Figure): boolean => plainText(cell.value).toLowerCase() !== kind.mark!.toLowerCase();

/** A cell left as it is. */
export function standingAsIs(figure: Figure): Standing {
  const { at, cell, reading, column } = figure;
  const meant = meantUnits(reading);
  if (column.kind.mark !== undefined && meant === 1) return { at, meant, text: true, obstacles: isOtherMark(figure) ? [{ at, kind: "mark" }] : [] };
  // A formula that shows nothing holds the empty text.
  const text = cell.value.kind === "text" || (cell.formula !== undefined && cell.value.kind === "blank");
  const kind: ObstacleKind | undefined =
    reading.kind === "unreadable"
      ? "unreadable"
      : reading.kind === "figure" && reading.notation === "misread-thousands"
        ? "misread"
        : reading.kind === "figure" && holdsHundredths(figure)
          ? "percent"
          : text && meant !== 0
            ? "text"
            : undefined;
  return { at, meant, text, ...(reading.kind === "blank" ? { isBlank: true } : {}), obstacles: kind ? [{ at, kind }] : [] };
}

/** What cells come to, added up; undefined where one is missing. */
export const sumMeant = (standings: readonly Standing[]): number | undefined =>
  standings.reduce((total: number | undefined, { meant }) => (total === undefined || meant === undefined ? undefined : total + meant), 0);

/** Cells added up in a formula: "H9+I9", or by SUM where a text stands for nothing among them. */
export function addition(standings: readonly Standing[]): string {
  const cells = standings.map(({ at }) => at);
  return standings.some(({ text }) => text) ? sum(cells) : plus(cells);
}
