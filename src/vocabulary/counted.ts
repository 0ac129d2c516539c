import type { Quantity } from "../core/quantities/Vocabulary";
import type { Official } from "../core/words/Phrase";

/** A quantity: its id, what is counted, after a number, in both languages, and what else is said of it. */
export type Row = readonly [id: string, vi: Official, en: string, more?: Partial<Quantity>];

/** Quantities counted in one unit. */
export const counted = (unit: Official, rows: readonly Row[], common: Partial<Quantity> = {}): readonly Quantity[] =>
  rows.map(([id, vi, en, more]) => ({ id, unit, name: { vi, en }, ...common, ...more }));

/** At the end of a period, and at its beginning. */
export const LAST = { overPeriods: "last" } as const;
export const FIRST = { overPeriods: "first" } as const;
