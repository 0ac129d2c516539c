import { fold } from "../sheet/fold";
import { dayNumber } from "../words/Period";
import type { Table } from "./Table";

/** The table of the same form, and unit, whose period ends the day before this one's begins; undefined where there is none, or several. */
export function previousTable(table: Table, tables: readonly Table[]): Table | undefined {
  if (!table.period) return undefined;
  const start = dayNumber(table.period.period.from);
  const candidates = tables.filter(
    (other) =>
      other !== table &&
      other.form.id === table.form.id &&
      other.period !== undefined &&
      dayNumber(other.period.period.to) === start - 1 &&
      // Two units in one workbook: only the same unit's report is the earlier one.
      (table.unit === undefined || other.unit === undefined || fold(table.unit) === fold(other.unit)),
  );
  return candidates.length === 1 ? candidates[0] : undefined;
}
