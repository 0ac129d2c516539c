import { reportingPeriodOf, type CalendarDate, type Period, type PeriodKind } from "../table/Period";

const NAMES: Readonly<Record<PeriodKind, string>> = {
  "quarter-1": "quý I năm",
  "quarter-2": "quý II năm",
  "quarter-3": "quý III năm",
  "quarter-4": "quý IV năm",
  "first-half": "6 tháng đầu năm",
  "nine-months": "9 tháng đầu năm",
  year: "năm",
};

/**
 * A date in a sentence: "ngày 14 tháng 3 năm 2024", "ngày 05 tháng 01 năm 2020".
 * Days below 10 and months 1 and 2 take a leading zero (NĐ 30/2020/NĐ-CP, Phụ lục I).
 */
export function longDate({ year, month, day }: CalendarDate): string {
  return `ngày ${String(day).padStart(2, "0")} tháng ${month <= 2 ? `0${month}` : month} năm ${year}`;
}

/**
 * When it happened, inside a sentence: "trong quý I năm 2024"; a period with dates of its own is told by them,
 * "từ ngày 15 tháng 12 năm 2023 đến ngày 19 tháng 5 năm 2024"; an unknown one is "trong kỳ báo cáo".
 */
export function duringPeriod(period: Period | undefined): string {
  if (!period) return "trong kỳ báo cáo";
  const regular = reportingPeriodOf(period);
  return regular ? `trong ${NAMES[regular.kind]} ${regular.year}` : `từ ${longDate(period.from)} đến ${longDate(period.to)}`;
}
