import { dayNumber, reportingPeriod, type CalendarDate, type PeriodKind } from "./Period";

const QUARTERS = ["quarter-1", "quarter-2", "quarter-3", "quarter-4"] as const;

/** Reports are written in the days after the figures are closed. */
const DAYS_AFTER = 20;

/** The quarter a report is most likely being made for on a day: the running one, or the one just closed. */
export function likelyPeriod(today: CalendarDate): { readonly kind: PeriodKind; readonly year: number } {
  const open = QUARTERS.find((kind) => dayNumber(today) <= dayNumber(reportingPeriod(kind, today.year).to) + DAYS_AFTER);
  return open ? { kind: open, year: today.year } : { kind: "quarter-1", year: today.year + 1 };
}
