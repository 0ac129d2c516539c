import { a1 } from "../sheet/Address";
import { contentOf, textValue } from "../sheet/Cell";
import { dayNumber, formatDate, samePeriod, withFirstDate, type CalendarDate, type Period } from "../words/Period";
import type { Table } from "../figures/Table";
import { atOnce, type CheckKind } from "./Check";

/** The months whose 15th begins a quarter's figures. */
const START_MONTHS = [12, 9, 6, 3];
/** In days: a year, and the weeks by which a calendar year outlasts the reporting one. */
const LONGEST = 366 + 31;

function startsBefore({ year }: CalendarDate): readonly CalendarDate[] {
  return [year, year - 1].flatMap((each) => START_MONTHS.map((month) => ({ year: each, month, day: 15 })));
}

/** The nearest quarter start before the end of the period; undefined where the printed one is such a start, or begins a month by its own cut-off days. */
export function properStart({ from, to }: Period): CalendarDate | undefined {
  const end = dayNumber(to);
  const start = dayNumber(from);
  if (from.day === 15 && end - start < LONGEST && (START_MONTHS.includes(from.month) || end - start <= 31)) return undefined;
  const candidates = startsBefore(to).filter((date) => dayNumber(date) < end && end - dayNumber(date) < LONGEST);
  // A start more than a year back has the wrong year: the day and month were meant.
  const sameDay = candidates.find(({ month, day }) => month === from.month && day === from.day);
  if (sameDay) return sameDay;
  const distance = (date: CalendarDate) => Math.abs(dayNumber(date) - start);
  return candidates.reduce((best, date) => (distance(date) < distance(best) ? date : best));
}

/** Quarterly figures begin on the 15th of the month before the quarter. Local periods exist, so another start is a question. */
export const periodStart: CheckKind = {
  role: "told",
  severity: "warning",
  title: {
    vi: "Kỳ báo cáo bắt đầu từ ngày 15 của tháng trước quý báo cáo",
    en: "The period starts on the 15th of the month before the quarter",
  },
  judge: atOnce((table, { tables, info }) => {
    if (!table.period) return { kind: "skip", cells: [], why: "nothing-to-compare" };
    const { period, at, text } = table.period;
    // The reporter chose it for the whole workbook, and was told there.
    if (info?.period && samePeriod(info.period, period)) return { kind: "pass" };
    const start = properStart(period);
    if (!start) return { kind: "pass" };
    // Printed once for several tables of the sheet, it is told once: at the first.
    const place = (each: Table): string => (each.period ? `${each.sheet}!${a1(each.period.at)}` : "");
    if ((tables.find((each) => place(each) === place(table)) ?? table) !== table) return { kind: "skip", cells: [], why: "nothing-to-compare" };
    const printed = `${period.from.day}/${period.from.month}/${period.from.year}`;
    const from = contentOf({ value: textValue(text) });
    // Only the first date of the text gives way; whatever stands around it stays.
    const to = textValue(withFirstDate(text, start));
    const why = {
      vi: `Ghi lại ngày bắt đầu là ${formatDate(start)} (chỉ sửa dòng kỳ báo cáo, số liệu phải lấy lại từ hệ thống)`,
      en: `Print ${formatDate(start)} as the start (only the period line; the figures must be drawn again)`,
    };
    return {
      kind: "fail",
      cells: [at],
      phrase: {
        vi: `Ô ${a1(at)} ghi kỳ báo cáo từ ngày ${formatDate(period.from)}; theo quy định chốt số liệu kỳ này bắt đầu từ ngày ${formatDate(start)}. Nếu không phải kỳ báo cáo riêng của địa phương, hãy kiểm tra số liệu đã lấy đủ từ ngày đó chưa.`,
        en: `Cell ${a1(at)} says the period starts on ${printed}; by the cut-off rule it starts on ${formatDate(start)}. Unless this is a local period, see whether the figures reach back to that day.`,
      },
      suggestions: [{ changes: [{ at, from, to }], sure: "possible", why }],
    };
  }),
};
