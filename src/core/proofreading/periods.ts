import { datesIn, dayNumber, formatDate, reportingPeriodOf, type CalendarDate, type Period } from "../words/Period";
import { flatten, type TextStretch } from "../stated/paragraphsOf";
import type { Claim, Difference } from "./Claim";
import type { ReportText } from "./ReportText";

const RANGE = /(\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{4})(?: ?(?:den|-|–)(?: het)?(?: ngay)? ?)(\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{4})/g;
const QUARTER = /quy ?(\d{1,2}|\.{2,5}|…)[ /,]{0,3}(?:nam )?((?:19|20)\d{2})/g;

/** Periods begin where the cut-off rule has them begin, end after they begin, and are quarters of a year. */
export function periods({ flat, text }: ReportText): readonly Claim[] {
  return [...ranges(flat, text), ...quarters(flat, text)];
}

/** Whether a text tells from when to when. */
export const saysPeriod = (text: string): boolean => flatten(text).search(RANGE) >= 0;

function ranges(flat: string, text: string): readonly Claim[] {
  const claims: Claim[] = [];
  for (const { 0: words, index } of flat.matchAll(RANGE)) {
    const at = { start: index, end: index + words.length };
    const [from, to] = datesIn(text.slice(at.start, at.end));
    if (!from || !to) continue;
    const difference = wrongPeriod({ from, to }, at);
    claims.push({ kind: "period", at, verdict: difference ? "differs" : reportingPeriodOf({ from, to }) ? "agrees" : "cannot-tell", figures: [], ...(difference ? { difference } : {}) });
  }
  return claims;
}

/** A year or so is the longest that is reported on. */
const LONGEST_DAYS = 370;

function wrongPeriod(period: Period, at: TextStretch): Difference | undefined {
  const { from, to } = period;
  const days = dayNumber(to) - dayNumber(from) + 1;
  const told = (severity: Difference["severity"], expected: CalendarDate | undefined, vi: string, en: string): Difference => ({
    severity, at, stated: formatDate(from), expected: expected ? formatDate(expected) : "", message: { vi, en },
  }); // prettier-ignore
  const printed = `${formatDate(from)} – ${formatDate(to)}`;
  const mended = days > LONGEST_DAYS || days <= 0 ? [from.year + 1, from.year - 1, to.year, to.year - 1].map((year) => ({ ...from, year })).find((start) => reportingPeriodOf({ from: start, to })) : undefined;
  if (mended) return told("error", mended, `Kỳ ${printed} sai năm: kỳ báo cáo bắt đầu từ ${formatDate(mended)}.`, `The period ${printed} has a wrong year: it begins on ${formatDate(mended)}.`);
  if (days <= 0) return told("error", undefined, `Kỳ ${printed} kết thúc trước khi bắt đầu.`, `The period ${printed} ends before it begins.`);
  if (reportingPeriodOf(period) || to.day !== 14 || from.day !== 1) return undefined;
  // It ends by the rule for closing figures, but begins with the calendar: the days between are reported nowhere.
  const regular = from.month === 1 ? { year: from.year - 1, month: 12, day: 15 } : { year: from.year, month: from.month - 1, day: 15 };
  if (!reportingPeriodOf({ from: regular, to })) return undefined;
  return told("warning", regular, `Kỳ ${printed} kết thúc theo ngày chốt số liệu nhưng không bắt đầu từ ${formatDate(regular)}; các ngày ở giữa không nằm trong kỳ nào.`, `The period ${printed} ends by the cut-off rule but does not begin on ${formatDate(regular)}; the days between are in no period.`);
}

const NUMERALS: Readonly<Record<string, string>> = { "11": "II", "111": "III", "1": "I", "2": "II", "3": "III", "4": "IV" };

/** Quarters that no year has, told once each: "quý 11/2023" is what a scanner makes of "quý II/2023". */
function quarters(flat: string, text: string): readonly Claim[] {
  const claims = new Map<string, Claim>();
  for (const { 0: words, 1: number = "", index } of flat.matchAll(QUARTER)) {
    const at = { start: index, end: index + words.length };
    const isNone = /^\D/.test(number);
    if (!isNone && Number(number) >= 1 && Number(number) <= 4) continue;
    const key = words.replace(/\s/g, "");
    if (claims.has(key)) continue;
    const from = index + words.indexOf(number);
    const place = { start: from, end: from + number.length };
    const expected = NUMERALS[number] ?? "";
    const message = isNone
      ? { vi: "Chưa ghi quý của kỳ báo cáo.", en: "The quarter is left blank." }
      : { vi: `Không có quý ${number}${expected ? `; có thể là quý ${expected}` : ""}.`, en: `There is no quarter ${number}${expected ? `; perhaps ${expected}` : ""}.` };
    claims.set(key, { kind: "period", at, verdict: "differs", figures: [], difference: { severity: "warning", at: place, stated: text.slice(place.start, place.end), expected, message } });
  }
  return [...claims.values()];
}
