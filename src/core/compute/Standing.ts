import type { Position } from "../sheet/Address";
import type { Figure } from "../figures/Table";
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
