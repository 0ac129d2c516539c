/** A calendar date. `month` and `day` count from 1. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A reporting period, both days included. */
export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** "15/12/2023", "04/3/2024", "4-3-24" or "15 tháng 12 năm 2023" anywhere in a text. */
const DATE = /(\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(\d{1,2})(?:\s*[/.-]\s*|\s+năm\s+)(\d{4}|\d{2})(?!\d)/giu;

/** Days since 1 January 1970: dates compare and subtract as whole numbers. */
export function dayNumber({ year, month, day }: CalendarDate): number {
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

/** Undefined for days that no calendar has, such as 31/2. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? { year, month, day } : undefined;
}

/** Short official notation: "15/12/2023"; days below 10 and months 1 and 2 take a leading zero (NĐ 30/2020/NĐ-CP, Phụ lục I). */
export function formatDate({ year, month, day }: CalendarDate): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(day)}/${month <= 2 ? two(month) : month}/${year}`;
}

/** "2023-12-15". */
export function isoDate({ year, month, day }: CalendarDate): string {
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Reads "2023-12-15"; undefined when it is no such date. */
export function parseIsoDate(text: string): CalendarDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? calendarDate(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** The first two dates of a text, taken as from and to; undefined when it has fewer or they are in the wrong order. */
export function parsePeriod(text: string): Period | undefined {
  const dates = [...text.normalize("NFC").matchAll(DATE)]
    .map(([, day, month, year]) => calendarDate(Number(year) + (year!.length === 2 ? 2000 : 0), Number(month), Number(day)))
    .filter((date) => date !== undefined);
  const [from, to] = dates;
  return from && to && dayNumber(from) <= dayNumber(to) ? { from, to } : undefined;
}

/** The text with its first date replaced by another, in words where it was in words. */
export function withFirstDate(text: string, date: CalendarDate): string {
  const composed = text.normalize("NFC");
  const [found] = composed.match(new RegExp(DATE, "iu")) ?? [];
  if (found === undefined) return text;
  const inWords = /tháng/i.test(found);
  return composed.replace(found, inWords ? `${date.day} tháng ${date.month} năm ${date.year}` : formatDate(date));
}

/** The reporting periods of the administrative-procedure regime. */
export type PeriodKind = "quarter-1" | "quarter-2" | "quarter-3" | "quarter-4" | "first-half" | "nine-months" | "year";

const START_MONTHS: Readonly<Record<PeriodKind, number>> = {
  "quarter-1": 12,
  "quarter-2": 3,
  "quarter-3": 6,
  "quarter-4": 9,
  "first-half": 12,
  "nine-months": 12,
  year: 12,
};

const END_MONTHS: Readonly<Record<PeriodKind, number>> = {
  "quarter-1": 3,
  "quarter-2": 6,
  "quarter-3": 9,
  "quarter-4": 12,
  "first-half": 6,
  "nine-months": 9,
  year: 12,
};

/**
 * The cut-off rule of periodic reports: figures run from the 15th of the month before the period
 * to the 14th of its last month, so quarter I of 2024 is 15/12/2023 to 14/3/2024.
 */
export function reportingPeriod(kind: PeriodKind, year: number): Period {
  const month = START_MONTHS[kind];
  return {
    from: { year: month === 12 ? year - 1 : year, month, day: 15 },
    to: { year, month: END_MONTHS[kind], day: 14 },
  };
}

/** The kind and year whose cut-off dates these are; undefined for local periods, which are allowed. */
export function reportingPeriodOf(period: Period): { readonly kind: PeriodKind; readonly year: number } | undefined {
  const year = period.to.year;
  const kinds = Object.keys(START_MONTHS) as PeriodKind[];
  const kind = kinds.find((each) => {
    const { from, to } = reportingPeriod(each, year);
    return dayNumber(from) === dayNumber(period.from) && dayNumber(to) === dayNumber(period.to);
  });
  return kind && { kind, year };
}
