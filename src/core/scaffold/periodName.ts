import { reportingPeriodOf, type Period, type PeriodKind } from "../table/Period";
import type { Official } from "../words";

const NAMES: Readonly<Record<PeriodKind, Official>> = {
  "quarter-1": "Quý I năm",
  "quarter-2": "Quý II năm",
  "quarter-3": "Quý III năm",
  "quarter-4": "Quý IV năm",
  "first-half": "6 tháng đầu năm",
  "nine-months": "9 tháng đầu năm",
  year: "Năm",
};

/** "Quý I năm 2024"; undefined for a local period, which has no name. */
export function periodName(period: Period): Official | undefined {
  const found = reportingPeriodOf(period);
  return found && `${NAMES[found.kind]} ${found.year}`;
}
