import { plainText, type Cell } from "../sheet/Cell";
import { showsAs } from "../sheet/shownText";
import { datesIn, dayNumber, EPOCH } from "../words/Period";

/** Whole years in which days of reports lie: a number shown as a day beyond them counts something else. */
const [FIRST_YEAR, LAST_YEAR] = [1990, 2100] as const;
const [FIRST, LAST] = [dayNumber({ year: FIRST_YEAR, month: 1, day: 1 }), dayNumber({ year: LAST_YEAR, month: 12, day: 31 })];

/** The day a cell of a column of dates says, in days since 1 January 1970: typed as a date, or as text "15/3/2024". Undefined where it is none, or two. */
export function readDay({ value, numberFormat, uncalculated }: Cell): number | undefined {
  if (uncalculated) return undefined;
  if (value.kind === "number") {
    const day = Math.floor(value.number) - EPOCH;
    return showsAs(numberFormat) === "date" && day >= FIRST && day <= LAST ? day : undefined;
  }
  const days = datesIn(plainText(value)).map(dayNumber);
  return days.length === 1 && days[0]! >= FIRST && days[0]! <= LAST ? days[0] : undefined;
}
