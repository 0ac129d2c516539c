import { readStructure } from "../../src/core/structure/readStructure";
import type { Evidence, RowEvidence } from "../../src/core/structure/RowEvidence";

/** A row as drawn: "ordinal | label | figures", and how it looks. */
export type Drawn = readonly [ordinal: string, label: string, figures: readonly (number | undefined)[], looks?: Partial<RowEvidence>];

/** The rows of a table. A figure left out is blank, NaN is one that cannot be read. */
export function evidenceOf(drawn: readonly Drawn[], derived: readonly number[] = []): Evidence {
  const width = Math.max(...drawn.map(([, , figures]) => figures.length));
  const counts = new Float64Array(drawn.length * width);
  drawn.forEach(([, , figures], row) => figures.forEach((figure, column) => (counts[row * width + column] = figure ?? 0)));
  const rows = drawn.map(([ordinal, label, figures, looks]): RowEvidence => ({ ordinal, label, isFilled: figures.length > 0, ...looks }));
  return { rows, width, counts, isDerived: Uint8Array.from({ length: width }, (_, column) => (derived.includes(column) ? 1 : 0)) };
}

/** What rows are, a word each: "line", "part of 2". */
export const rolesOf = (drawn: readonly Drawn[]): readonly string[] => {
  const { roles, hosts } = readStructure(evidenceOf(drawn));
  return roles.map((role, row) => (hosts[row]! >= 0 ? `${role} of ${hosts[row]}` : role));
};

/** Which rows add up which: "4 = 0 1", with "?" where that is not sure and "??" where it had better be asked. */
export const sumsOf = (drawn: readonly Drawn[]): readonly string[] =>
  readStructure(evidenceOf(drawn)).sums.map(({ row, parts, isSure, doubt }) => `${row} = ${parts.join(" ")}${doubt ? "??" : isSure ? "" : "?"}`);

/** Figures of a line of six columns that no others are like. */
export const figures = (seed: number): readonly number[] =>
  Array.from({ length: 6 }, (_, column) => ((seed * 7919 + column * 104729 + 31 * seed * column) % 89) + 1);

/** Rows added up, column by column. */
export const added = (...rows: readonly (readonly number[])[]): readonly number[] =>
  rows[0]!.map((_, column) => rows.reduce((sum, row) => sum + row[column]!, 0));
