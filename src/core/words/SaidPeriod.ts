import { datesIn, dayNumber, parsePeriod, reportingPeriod, samePeriod, type CalendarDate, type NamedPeriod, type Period, type PeriodKind } from "./Period";

/** When something is said to have happened: between two days, until one, in a named period, or in one that no table has ("từ đầu năm đến nay"). */
export type SaidPeriod =
  | { readonly kind: "dates"; readonly period: Period }
  | { readonly kind: "until"; readonly to: CalendarDate }
  | { readonly kind: "named"; readonly name: PeriodKind; readonly year: number }
  | { readonly kind: "other" };

const DATE = "\\d{1,2}(?: ?[/.-] ?| thang )\\d{1,2}(?: ?[/.-] ?| nam )\\d{4}";

/** How periods are told, as patterns of flattened text: lower case, no accents; a space stands for any space. */
export const PERIOD_WORDS: readonly { readonly kind: string; readonly pattern: string }[] = [
  { kind: "dates", pattern: `(?:tu |trong )?(?:ngay )?${DATE} ?(?:den|-|–)(?: het)?(?: ngay)? ?${DATE}` },
  { kind: "until", pattern: `(?:tinh )?den(?: het)?(?: ngay)? ${DATE}` },
  { kind: "named", pattern: "(?:trong )?(?:quy (?:i{1,3}|iv|[1-4])[ .,/]*(?:nam )?\\d{4}|(?:6|06|sau|9|09|chin) thang(?: dau)? nam \\d{4}|nam \\d{4})" },
  { kind: "openPeriod", pattern: "(?:tu|ngay tu) dau (?:nam|quy|thang)(?: \\d{4})?(?: den nay)?" },
  { kind: "loosePeriod", pattern: "(?:trong )?ky(?: bao cao)?(?: nay)?(?! truoc)|trong (?:quy|nam|thang)(?: nay)?" },
];

const KINDS = new Set(PERIOD_WORDS.map(({ kind }) => kind));

export const isPeriod = ({ kind }: { readonly kind: string }): boolean => KINDS.has(kind);

const QUARTERS = ["quarter-1", "quarter-2", "quarter-3", "quarter-4"] as const;
const NUMERALS = ["i", "ii", "iii", "iv"];

function named(flat: string): NamedPeriod {
  const year = Number(/\d{4}$/.exec(flat)![0]);
  const quarter = /quy\s+([iv]+|\d)/.exec(flat)?.[1];
  if (quarter !== undefined) return { kind: QUARTERS[/\d/.test(quarter) ? Number(quarter) - 1 : NUMERALS.indexOf(quarter)]!, year };
  return { kind: /(?:6|sau)\s+thang/.test(flat) ? "first-half" : /(?:9|chin)\s+thang/.test(flat) ? "nine-months" : "year", year };
}

/** The period that words of one of these kinds name; undefined for those such as "trong kỳ báo cáo", which say nothing. */
export function readPeriod({ kind, flat }: { readonly kind: string; readonly flat: string }): SaidPeriod | undefined {
  switch (kind) {
    case "dates": {
      const period = parsePeriod(flat);
      return period ? { kind, period } : { kind: "other" };
    }
    case "until": {
      const [to] = datesIn(flat);
      return to ? { kind, to } : { kind: "other" };
    }
    case "named": {
      const { kind: name, year } = named(flat);
      return { kind, name, year };
    }
    case "openPeriod":
      return { kind: "other" };
    default:
      return undefined;
  }
}

/** Local periods may begin with the calendar's quarter, and end with it, instead of the regime's. */
const SLACK_DAYS = 17;

/** Whether a table's period can be the one that is said. */
export function agrees(said: SaidPeriod, period: Period): boolean {
  switch (said.kind) {
    case "dates":
      return samePeriod(said.period, period);
    case "until":
      return dayNumber(said.to) === dayNumber(period.to);
    case "named": {
      const regular = reportingPeriod(said.name, said.year);
      const isNear = (one: CalendarDate, other: CalendarDate): boolean => Math.abs(dayNumber(one) - dayNumber(other)) <= SLACK_DAYS;
      return isNear(period.from, regular.from) && isNear(period.to, regular.to);
    }
    case "other":
      return false;
  }
}
