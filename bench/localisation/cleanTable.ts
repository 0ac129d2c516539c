import { FIELD_CATALOGUE } from "../../src/forms/fields";
import type { Chance } from "./chance";
import { COLUMNS, type Truth } from "./TableLine";

/** Counts by the number printed over the column; indexes 0 to 2 are unused. */
export type Counts = number[];

/** A right table: the rows' counts, their names, and the rows with withdrawn files. */
export interface CleanTable {
  readonly names: readonly string[];
  readonly rows: readonly Counts[];
  readonly withdrawn: Truth["withdrawn"];
}

const MORE_NAMES = ["Quốc tịch", "Báo chí", "Viễn thông", "Thú y", "Hóa chất", "Điện lực", "Bưu chính", "Công chứng"];
const MOST_ROWS = FIELD_CATALOGUE.length + MORE_NAMES.length;

/** A whole number whose share of `of` lies between the two shares. */
const part = (of: number, low: number, high: number, { real }: Chance): number => Math.min(of, Math.round(of * (low + (high - low) * real())));

/** Splits into two: all of it here, all of it there, or some of both. */
function split(of: number, allHere: number, allThere: number, draw: Chance): readonly [number, number] {
  const roll = draw.real();
  const here = roll < allHere ? of : roll < allHere + allThere ? 0 : draw.whole(0, of);
  return [here, of - here];
}

/**
 * One row that holds together. The sizes are heavy-tailed (log-normal around 27 files), half of the rows know one
 * channel only, half carry nothing over, and overdue files are few: the look of the published commune and district reports.
 */
export function fullRow(draw: Chance): Counts {
  const received = Math.max(1, Math.min(14_000, Math.round(Math.exp(3.3 + 2 * draw.normal()))));
  const carried = draw.hit(0.5) ? part(received, 0.04, 0.18, draw) : 0;
  const [online, inPerson] = split(received - carried, 0.25, 0.25, draw);
  const pending = draw.hit(0.6) ? part(received, 0.02, 0.2, draw) : 0;
  const overdue = draw.hit(0.12) ? part(pending, 0.03, 0.35, draw) : 0;
  const resolved = received - pending;
  const late = draw.hit(0.17) ? part(resolved, 0.003, 0.05, draw) : 0;
  const [early, onTime] = split(resolved - late, 0.24, 0.1, draw);
  return [0, 0, 0, received, online, inPerson, carried, resolved, early, onTime, late, pending, pending - overdue, overdue];
}

/** Takes withdrawn files out of the answered ones: they were received, and are neither resolved nor pending. */
function withdraw(row: Counts, files: number): boolean {
  const source = [9, 8].find((column) => row[column]! > files);
  if (source === undefined) return false;
  row[source]! -= files;
  row[7]! -= files;
  return true;
}

/** A right table of so many rows; in 15 of 100, or so many as told, some rows have withdrawn files. */
export function cleanTable(rowCount: number, draw: Chance, withdrawnShare = 0.15): CleanTable {
  const zeroShare = 0.2 + 0.45 * draw.real();
  const rows = Array.from({ length: rowCount }, () => (draw.hit(zeroShare) ? COLUMNS.reduce<Counts>((row) => [...row, 0], [0, 0, 0]) : fullRow(draw)));
  const names = draw.shuffled([...FIELD_CATALOGUE.map(({ name }) => name), ...MORE_NAMES]).slice(0, rowCount);
  const withdrawn: { row: number; files: number }[] = [];
  if (draw.hit(withdrawnShare)) {
    const places = draw.shuffled(rows.map((_, index) => index)).filter((index) => rows[index]![3]! > 3);
    for (const index of places.slice(0, draw.whole(1, 3))) {
      const files = draw.whole(1, 6);
      if (withdraw(rows[index]!, files)) withdrawn.push({ row: index + 1, files });
    }
  }
  return { names, rows, withdrawn };
}

/** Mostly short tables, none longer than the names that exist. */
export function rowCount(draw: Chance): number {
  return 1 + Math.floor(MOST_ROWS * draw.real() ** 1.7);
}
