import type { TableAsRead } from "../table/TableAsRead";
import { readEquation } from "./readEquations";
import { bare } from "./Expression";
import { relationTokens } from "./relationTokens";
import type { ColumnNature } from "./ColumnNature";
import type { Names } from "./resolve";

/** The number or letter that a mark gives its column: "4" of "(4)=(5)+(18)"; undefined where it gives none. */
export function numberIn(mark: string): string | undefined {
  const first = readEquation(mark)?.sides[0]?.of;
  if (first && bare(first).kind === "ref") return (bare(first) as { readonly ref: string }).ref;
  return relationTokens(mark.normalize("NFC")).find(({ kind }) => kind === "ref")?.text;
}

const BEHIND = /[([]\s*(\d{1,3}[a-dđ]?)\s*[)\]]\s*(?:=.*)?$/su;

/** The numbers of a table's columns: as the numbering row prints them, else as their headings end: "Tổng số (1)=(2)+(3)". */
export function columnNumbers({ columns }: TableAsRead): readonly (string | undefined)[] {
  if (columns.some(({ mark }) => mark !== undefined)) return columns.map(({ mark }) => (mark === undefined ? undefined : numberIn(mark)));
  const behind = columns.map(({ path }) => {
    const text = path.at(-1)?.text.normalize("NFC") ?? "";
    const [equation] = /=/.test(text) ? [BEHIND.exec(text.split("=")[0]!.trim() + "")] : [BEHIND.exec(text)];
    return equation?.[1];
  });
  // One heading that ends in a number says nothing of the others.
  return behind.filter((number) => number !== undefined).length > 2 ? behind : columns.map(() => undefined);
}

/** Columns by their numbers. Of several that bear one, as where each unit's columns are numbered anew, the nearest under the same heading is meant. */
export function columnNames(table: TableAsRead, numbers: readonly (string | undefined)[], natures: readonly ColumnNature[]): Names {
  const { columns } = table;
  const places = new Map<string, number[]>();
  for (const [place, number] of numbers.entries()) if (number !== undefined) places.set(number, [...(places.get(number) ?? []), place]);
  const topOf = (place: number) => columns[place]!.path[0];
  const covers = (label: { readonly left: number; readonly right: number }, place: number): boolean => label.left <= columns[place]!.at && columns[place]!.at <= label.right;
  const lastUnder = (label: { readonly right: number }): number => columns.reduce((last, { at }, place) => (at <= label.right && numbers[place] !== undefined ? place : last), 0);
  return {
    axis: "columns",
    find(ref, near) {
      const bearing = places.get(ref) ?? places.get(ref.replace(/^0+(?=\d)/, ""));
      if (!bearing || bearing.length === 1 || near === undefined) return bearing?.[0];
      const inGroup = bearing.filter((place) => topOf(place) === topOf(near));
      return [...(inGroup.length > 0 ? inGroup : bearing)].sort((one, other) => Math.abs(one - near) - Math.abs(other - near))[0];
    },
    ends(from, total) {
      const path = columns[from]!.path;
      const groups = [...path].reverse();
      const without = total === undefined ? groups.slice(0, 1) : groups.filter((label) => !covers(label, total));
      const shared = total === undefined ? [] : groups.filter((label) => covers(label, total));
      const last = numbers.reduce((most, number, place) => (number !== undefined && natures[place]!.holds === "figure" ? place : most), from);
      // Under one heading with its total a sum goes to that heading's end; beside it, to the end of its own.
      const ends = [...without.slice(-1), ...shared.slice(0, 1)].map(lastUnder);
      return [...new Set([...ends, last])].filter((end) => end > from);
    },
    nameAt: (place) => numbers[place],
  };
}
