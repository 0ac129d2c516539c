import { capitalised, type Official } from "./Phrase";

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

/** "15/12/2023", "04/3/2024", "4-3-24" or "15 tháng 12 năm 2023" anywhere in a text, with accents or without. */
const DATE = /(\d{1,2})(?:\s*[/.-]\s*|\s+th[áa]ng\s+)(\d{1,2})(?:\s*[/.-]\s*|\s+n[ăa]m\s+)(\d{4}|\d{2})(?!\d)/giu;

/** Days since 1 January 1970: dates compare and subtract as whole numbers. */
export function dayNumber({ year, month, day }: CalendarDate): number {
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

/** Undefined for days that no calendar has, such as 31/2. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? { year, month, day } : undefined;
}

/** The day of a moment by the clock of where the program runs. */
export const localDate = (moment: Date): CalendarDate => ({ year: moment.getFullYear(), month: moment.getMonth() + 1, day: moment.getDate() });

const two = (number: number): string => String(number).padStart(2, "0");

/** Short official notation: "15/12/2023"; days below 10 and months 1 and 2 take a leading zero (NĐ 30/2020/NĐ-CP, Phụ lục I). */
export function formatDate({ year, month, day }: CalendarDate): string {
  return `${two(day)}/${month <= 2 ? two(month) : month}/${year}`;
}

/** "2023-12-15". */
export function isoDate({ year, month, day }: CalendarDate): string {
  return `${year}-${two(month)}-${two(day)}`;
}

/** Reads "2023-12-15"; undefined when it is no such date. */
export function parseIsoDate(text: string): CalendarDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? calendarDate(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** The dates of a text, in its order; days that no calendar has are left out. */
export const datesIn = (text: string): readonly CalendarDate[] =>
  [...text.normalize("NFC").matchAll(DATE)].flatMap(
    ([, day, month, year]) => calendarDate(Number(year) + (year!.length === 2 ? 2000 : 0), Number(month), Number(day)) ?? [],
  );

/** The first two dates of a text, taken as from and to; undefined when it has fewer or they are in the wrong order. */
export function parsePeriod(text: string): Period | undefined {
  const [from, to] = datesIn(text);
  return from && to && dayNumber(from) <= dayNumber(to) ? { from, to } : undefined;
}

/** The text with its first date replaced by another, in words where it was in words. */
export function withFirstDate(text: string, date: CalendarDate): string {
  const composed = text.normalize("NFC");
  const [found] = composed.match(DATE) ?? [];
  if (found === undefined) return text;
  const inWords = /tháng/i.test(found);
  return composed.replace(found, inWords ? `${date.day} tháng ${date.month} năm ${date.year}` : formatDate(date));
}

/** The reporting periods of the administrative-procedure regime. */
export type PeriodKind = "quarter-1" | "quarter-2" | "quarter-3" | "quarter-4" | "first-half" | "second-half" | "nine-months" | "year";

/** The month in which each begins, 0 for December of the year before, and the one in which it ends; and its name, before the year. */
const PERIODS: Readonly<Record<PeriodKind, { readonly months: readonly [before: number, last: number]; readonly name: Official }>> = {
  "quarter-1": { months: [0, 3], name: "quý I năm" },
  "quarter-2": { months: [3, 6], name: "quý II năm" },
  "quarter-3": { months: [6, 9], name: "quý III năm" },
  "quarter-4": { months: [9, 12], name: "quý IV năm" },
  "first-half": { months: [0, 6], name: "6 tháng đầu năm" },
  "second-half": { months: [6, 12], name: "6 tháng cuối năm" },
  "nine-months": { months: [0, 9], name: "9 tháng đầu năm" },
  year: { months: [0, 12], name: "năm" },
};
export const PERIOD_KINDS = Object.keys(PERIODS) as readonly PeriodKind[];

/** What a kind of period is called where one is chosen: "Quý I", "6 tháng đầu năm", "Năm". */
export const kindName = (kind: PeriodKind): Official => capitalised(PERIODS[kind].name.replace(/^(quý \S+) năm$/, "$1"));

/** The month after whose 14th a kind begins (0 for December of the year before), and that in which it ends. */
export const monthsOf = (kind: PeriodKind): readonly [before: number, last: number] => PERIODS[kind].months;

/** A reporting period by its kind, and the year it ends in. */
export interface NamedPeriod {
  readonly kind: PeriodKind;
  readonly year: number;
}

/** The cut-off rule: figures run from the 15th of the month before the period to the 14th of its last; quarter I of 2024 is 15/12/2023 to 14/3/2024. */
export function reportingPeriod(kind: PeriodKind, year: number): Period {
  const [before, last] = PERIODS[kind].months;
  return { from: before === 0 ? { year: year - 1, month: 12, day: 15 } : { year, month: before, day: 15 }, to: { year, month: last, day: 14 } };
}

/** The kind and year whose cut-off dates these are; undefined for local periods, which are allowed. */
export function reportingPeriodOf(period: Period): NamedPeriod | undefined {
  const year = period.to.year;
  const kind = PERIOD_KINDS.find((each) => samePeriod(reportingPeriod(each, year), period));
  return kind && { kind, year };
}

/** Reports are written in the days after the figures are closed. */
const DAYS_AFTER = 20;

/** The quarter a report is most likely being made for on a day: the running one, or the one just closed. */
export function likelyPeriod(today: CalendarDate): NamedPeriod {
  const quarters = PERIOD_KINDS.slice(0, 4);
  const open = quarters.find((kind) => dayNumber(today) <= dayNumber(reportingPeriod(kind, today.year).to) + DAYS_AFTER);
  return open ? { kind: open, year: today.year } : { kind: "quarter-1", year: today.year + 1 };
}

/** "quý I năm 2024", inside a sentence; undefined for a local period, which has no name. */
export function periodName(period: Period): Official | undefined {
  const found = reportingPeriodOf(period);
  return found && `${PERIODS[found.kind].name} ${found.year}`;
}

/** A date in a sentence: "ngày 05 tháng 01 năm 2020". Days below 10 and months 1 and 2 take a leading zero (NĐ 30/2020/NĐ-CP, Phụ lục I). */
export function longDate({ year, month, day }: CalendarDate): string {
  return `ngày ${two(day)} tháng ${month <= 2 ? two(month) : month} năm ${year}`;
}

/** When it happened, inside a sentence: by the name of the period, "trong quý I năm 2024", by its dates, or "trong kỳ báo cáo". */
export function duringPeriod(period: Period | undefined): string {
  if (!period) return "trong kỳ báo cáo";
  const name = periodName(period);
  return name ? `trong ${name}` : `từ ${longDate(period.from)} đến ${longDate(period.to)}`;
}

/** 1 January 1970 in Excel's count of days, in which 1900 has a 29 February. */
export const EPOCH = 25_569;

/** A day in Excel's count: 45,306 for 15/01/2024. */
export const serialOf = (date: CalendarDate): number => dayNumber(date) + EPOCH;

/** The day of a number in Excel's count, without its time; undefined before 1 March 1900, where the count has a day too many, and after 9999. */
export function dateOfSerial(serial: number): CalendarDate | undefined {
  if (!(serial >= 61 && serial < 2_958_466)) return undefined;
  const date = new Date((Math.floor(serial) - EPOCH) * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export const samePeriod = (one: Period, other: Period): boolean => dayNumber(one.from) === dayNumber(other.from) && dayNumber(one.to) === dayNumber(other.to);
