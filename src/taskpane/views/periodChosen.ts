import { dayNumber, isoDate, likelyPeriod, parseIsoDate, reportingPeriod, type Period, type PeriodKind } from "../../core/words/Period";

/** The period as chosen so far; dates are as the date fields give them, "2024-03-14" or "". */
export interface ChosenPeriod {
  readonly kind: PeriodKind | "own";
  readonly year: string;
  readonly from: string;
  readonly to: string;
}

/** Begins with the quarter a report is most likely being made for. */
export function newPeriod(now: Date): ChosenPeriod {
  const { kind, year } = likelyPeriod({ year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() });
  const { from, to } = reportingPeriod(kind, year);
  return { kind, year: String(year), from: isoDate(from), to: isoDate(to) };
}

/** The period chosen; undefined while it is not one. */
export function periodOf({ kind, year, from, to }: ChosenPeriod): Period | undefined {
  if (kind !== "own") return /^[12]\d{3}$/.test(year.trim()) ? reportingPeriod(kind, Number(year)) : undefined;
  const [first, last] = [parseIsoDate(from), parseIsoDate(to)];
  return first && last && dayNumber(first) <= dayNumber(last) ? { from: first, to: last } : undefined;
}
