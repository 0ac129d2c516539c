import { checksOf } from "../../../src/core/checks/checksOf";
import { tableOfLine } from "../../../src/cli/localizeLine";
import { evidenceOf } from "../../../src/core/findings/localisation/evidenceOf";
import { localise, type Localisation } from "../../../src/core/findings/localisation/localise";
import type { Limit } from "../../../src/core/findings/localisation/search";
import type { Repair } from "../../../src/core/findings/localisation/causes";
import { finish } from "../../../src/core/steps";

export type Value = number | string | null;

/** Columns (3) to (13) of right rows of form II.06a: received = channels, resolved and pending by punctuality. */
export const RIGHT: readonly (readonly number[])[] = [
  [134, 71, 63, 0, 116, 93, 23, 0, 18, 13, 5],
  [57, 20, 32, 5, 49, 12, 37, 0, 8, 8, 0],
  [412, 260, 152, 0, 377, 301, 76, 0, 35, 31, 4],
  [23, 0, 21, 2, 23, 9, 14, 0, 0, 0, 0],
  [268, 118, 131, 19, 241, 170, 68, 3, 27, 27, 0],
  [9, 3, 6, 0, 8, 2, 6, 0, 1, 1, 0],
  [86, 41, 45, 0, 79, 33, 46, 0, 7, 6, 1],
  [740, 555, 164, 21, 702, 433, 260, 9, 38, 38, 0],
];

export const added = (rows: readonly (readonly number[])[]): readonly number[] => rows[0]!.map((_, column) => rows.reduce((sum, row) => sum + row[column]!, 0));

/** Puts values into cells, named by row (1…n, 0 the total row) and the number printed over the column. */
export function spoilt(rows: readonly (readonly Value[])[], total: readonly Value[], cells: Readonly<Record<string, Value>>): { readonly rows: Value[][]; readonly total: Value[] } {
  const grid = [total, ...rows].map((row) => [...row]);
  for (const [name, value] of Object.entries(cells)) {
    const [row, column] = name.split("|").map(Number);
    grid[row!]![column! - 3] = value;
  }
  return { total: grid[0]!, rows: grid.slice(1) };
}

/** What error localisation makes of a table of values. */
export function localised({ rows, total }: { readonly rows: readonly (readonly Value[])[]; readonly total: readonly Value[] }, limit?: Limit, name = (index: number): string => `Dòng ${index + 1}`): Localisation {
  const columns = Array.from({ length: 13 }, (_, index) => String(index + 1));
  const table = tableOfLine({ id: 1, columns, rows: rows.map((row, index) => [index + 1, name(index), ...row]), total: [null, "Tổng cộng", ...total] });
  return finish(localise(finish(evidenceOf(checksOf(table), table, { tables: [table], answers: new Map() })), limit));
}

/** Repairs by the names that `spoilt` takes: "3|7=116"; "?" where only a sum is known. */
export const named = (repairs: readonly Repair[], rowCount = RIGHT.length): readonly string[] =>
  repairs.map(({ figure: { at }, to }) => `${at.row > rowCount ? 0 : at.row}|${at.column + 1}=${to ?? "?"}`);

/** The kinds of the events in the likeliest answer to each cause. */
export const kindsIn = ({ causes }: Localisation): readonly string[] => causes.flatMap(({ options }) => options[0].events.map(({ kind }) => kind));
