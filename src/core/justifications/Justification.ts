import type { Value } from "../sheet/Cell";

/** A cell a justification speaks of, and what it showed at that time. A formula counts by its result: what is confirmed is the figure. */
export interface JustifiedCell {
  /** A1 without `$`, on the justification's sheet, as it was at that time. */
  readonly at: string;
  readonly shown: Value;
  /** Which row and column of the form it was, as `placesInSteps` names them, so that it is found again when rows are put in above; absent outside the table's body. */
  readonly place?: string;
  /** The count that another sheet states of it; absent where the failed checks ask no other sheet. */
  readonly stated?: number;
}

/** Why a questioned figure is right after all ("giải trình"), as told by the reporter. It lapses when a cell it speaks of changes. */
export interface Justification {
  /** Id of the finding it was written for, at that time. */
  readonly finding: string;
  readonly form: string;
  readonly sheet: string;
  /** Ids of the checks the finding was made of. */
  readonly checks: readonly string[];
  /** What was found, in Vietnamese, for the list that goes with the report. */
  readonly message: string;
  /** The finding's own cells. */
  readonly cells: readonly JustifiedCell[];
  /** Further figures that the failed checks compare them with. */
  readonly compared: readonly JustifiedCell[];
  readonly reason: string;
  /** The day it was written, "2026-03-14". */
  readonly at: string;
}

/** A day as `Justification.at` gives it, as people write it: "14/3/2026". */
export function sayDay(at: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(at) ?? [];
  return year === undefined ? at : `${Number(day)}/${Number(month)}/${year}`;
}
