import type { Edit, Event, Ground } from "./bodyEvents";
import { DIGIT_SLIPS, typedWithSlip } from "./digitSlips";
import { COLUMNS, counted, type Value } from "./TableLine";

/** The rows as the sums saw them: row 0 the total before the event. */
export type Seen = readonly (readonly Value[])[];

/** A row whose files grew after the total row was typed: one channel and one outcome, and their sums. */
function rowChanged({ counts, draw }: Ground, seen: Seen): Event | undefined {
  const rows = counts.map((_, index) => index).filter((index) => index > 0 && counts[index]![3]! > 0);
  if (rows.length === 0) return undefined;
  const row = counts[draw.pick(rows)]!;
  const some = (columns: readonly number[]): number | undefined => draw.shuffled(columns.filter((column) => row[column]! > 0))[0];
  const [channel, outcome] = [some([4, 5, 6]), some([8, 9, 10, 12, 13])];
  if (channel === undefined || outcome === undefined) return undefined;
  const columns = [3, channel, outcome < 11 ? 7 : 11, outcome];
  const most = Math.min(...columns.map((column) => row[column]!));
  const grown = 1 + Math.floor(draw.real() ** 2 * 0.6 * (most - 1));
  const off = draw.hit(0.75) ? -grown : grown;
  return { kind: "stale_total", variant: "row_changed", edits: columns.map((column) => ({ row: 0, column, value: counted(seen[0]![column]) + off })) };
}

const lost = (seen: Seen, column: number, row: number): Value => Math.round((counted(seen[0]![column]) - counted(seen[row]![column])) * 1000) / 1000;

/** The total's range ends before a row, or begins after it. */
function rowOmitted({ draw }: Ground, seen: Seen): Event | undefined {
  const rows = seen.map((_, index) => index).filter((index) => index > 0 && counted(seen[index]![3]) > 0);
  if (rows.length === 0) return undefined;
  const row = draw.pick(rows);
  const edits = COLUMNS.filter((column) => counted(seen[row]![column]) !== 0).map((column) => ({ row: 0, column, value: lost(seen, column, row) }));
  return { kind: "stale_total", variant: "row_omitted", edits };
}

export function staleTotal(ground: Ground, seen: Seen): Event | undefined {
  return ground.regime === "typed" && ground.draw.hit(0.65) ? rowChanged(ground, seen) : rowOmitted(ground, seen);
}

/** One cell of the total row: typed with a slip, a row missed, or off by a little. */
export function grandTotal({ draw }: Ground, seen: Seen): Event | undefined {
  const column = draw.pick(COLUMNS.filter((each) => counted(seen[0]![each]) > 0 && Number.isInteger(seen[0]![each])));
  if (column === undefined) return undefined;
  const total = counted(seen[0]![column]);
  const one = (variant: string, value: Value | undefined): Event | undefined => {
    const edits: Edit[] = value === undefined ? [] : [{ row: 0, column, value }];
    return edits.length === 0 ? undefined : { kind: "grand_total", variant, edits };
  };
  const variant = draw.pick(["typo", "sum_misses_row", "slip"]);
  if (variant === "typo") return one(variant, typedWithSlip(draw.pick(DIGIT_SLIPS), total, draw));
  if (variant === "slip") {
    const off = draw.whole(1, 9);
    return one(variant, total > off && draw.hit(0.5) ? total - off : total + off);
  }
  const rows = seen.map((_, index) => index).filter((index) => index > 0 && counted(seen[index]![column]) > 0);
  return rows.length === 0 ? undefined : one(variant, lost(seen, column, draw.pick(rows)));
}
