import { inSeries, type Table } from "../figures/Table";
import { dayNumber, type CalendarDate, type Period } from "../words/Period";

/** before: the period that ends the day before. year: the same days a year ago. other: what there is, where nobody can tell. */
export type Span = "before" | "year" | "other";

/** A table, and that of the same series which it is compared with. */
export interface TablePair {
  readonly now: Table;
  readonly then: Table;
  readonly span: Span;
}

const isYearLater = (later: CalendarDate, earlier: CalendarDate): boolean => later.year === earlier.year + 1 && later.month === earlier.month && later.day === earlier.day;

const SPANS: Readonly<Record<Exclude<Span, "other">, (now: Period, then: Period) => boolean>> = {
  before: (now, then) => dayNumber(now.from) === dayNumber(then.to) + 1,
  year: (now, then) => isYearLater(now.from, then.from) && isYearLater(now.to, then.to),
};

/** What can be told of two tables' periods; nothing where both print one, and it is neither. */
function spanOf(now: Table, then: Table): Span | undefined {
  const [own, former] = [now.period?.period, then.period?.period];
  if (!own || !former) return "other";
  return SPANS.before(own, former) ? "before" : SPANS.year(own, former) ? "year" : undefined;
}

/**
 * The tables that one may be compared with. One that prints no period, or is compared with one that does not, is taken only of another workbook,
 * which somebody chose for that.
 */
export const formerTables = (now: Table, tables: readonly Table[]): readonly TablePair[] =>
  tables.flatMap((then) => {
    const span = inSeries(now, then) && (then.nth ?? 1) === (now.nth ?? 1) ? spanOf(now, then) : undefined;
    return span && (span !== "other" || then.isBeside) ? [{ now, then, span }] : [];
  });

/** The one that it is compared with unasked: of the period before, or else of the same one a year ago; only of one of these where it is said which. Undefined where there is none, or several. */
export function formerTable(now: Table, tables: readonly Table[], wanted?: Exclude<Span, "other">): TablePair | undefined {
  const candidates = formerTables(now, tables);
  for (const span of wanted ? [wanted] : (["before", "year", "other"] as const)) {
    const [pair, ...more] = candidates.filter((each) => each.span === span);
    if (pair) return more.length === 0 ? pair : undefined;
  }
  return undefined;
}
