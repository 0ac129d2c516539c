import { calendarDate, dayNumber, parsePeriod, reportingPeriod, type CalendarDate, type Period, type PeriodKind } from "../words/Period";
import type { StatedPeriod } from "./StatedFigure";
import type { Token } from "./wordsOfText";

const QUARTERS: Readonly<Record<string, PeriodKind>> = {
  i: "quarter-1", "1": "quarter-1", ii: "quarter-2", "2": "quarter-2", iii: "quarter-3", "3": "quarter-3", iv: "quarter-4", "4": "quarter-4",
}; // prettier-ignore

const inWords = (flat: string): string => flat.replace(/\s*thang\s*/g, "/").replace(/\s*nam\s*/g, "/");

function lastDate(flat: string): CalendarDate | undefined {
  const [, day, month, year] = /(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\s*$/.exec(inWords(flat)) ?? [];
  return year === undefined ? undefined : calendarDate(Number(year), Number(month), Number(day));
}

/** The period that a token names; undefined for one such as "trong kỳ báo cáo", which says nothing. */
export function statedPeriod({ kind, flat }: Token): StatedPeriod | undefined {
  switch (kind) {
    case "dates": {
      const period = parsePeriod(inWords(flat));
      return period ? { kind: "dates", period } : { kind: "other" };
    }
    case "until": {
      const to = lastDate(flat);
      return to ? { kind: "until", to } : { kind: "other" };
    }
    case "named": {
      const year = Number(/\d{4}$/.exec(flat)![0]);
      const quarter = /quy\s+([iv]+|\d)/.exec(flat)?.[1];
      if (quarter !== undefined) return { kind: "named", name: QUARTERS[quarter]!, year };
      const months = /(6|9|sau|chin)\s+thang/.exec(flat)?.[1];
      return { kind: "named", name: months === undefined ? "year" : months === "6" || months === "sau" ? "first-half" : "nine-months", year };
    }
    case "openPeriod":
      return { kind: "other" };
    default:
      return undefined;
  }
}

const same = (one: CalendarDate, other: CalendarDate): boolean => dayNumber(one) === dayNumber(other);

/** Local periods may begin with the calendar's quarter, and end with it, instead of the regime's. */
const SLACK_DAYS = 17;

/** Whether a table's period can be the one that a text names. */
export function agrees(stated: StatedPeriod, { from, to }: Period): boolean {
  switch (stated.kind) {
    case "dates":
      return same(stated.period.from, from) && same(stated.period.to, to);
    case "until":
      return same(stated.to, to);
    case "named": {
      const regular = reportingPeriod(stated.name, stated.year);
      return [dayNumber(from) - dayNumber(regular.from), dayNumber(to) - dayNumber(regular.to)].every((late) => Math.abs(late) <= SLACK_DAYS);
    }
    case "other":
      return false;
  }
}
