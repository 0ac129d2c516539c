import type { ColumnNature } from "./ColumnNature";
import type { TableAsRead } from "../table/TableAsRead";
import { withoutEnd } from "../words/withoutEnd";
import { textAt } from "../table/readRows";
import type { Names } from "./resolve";

/** An ordinal without what closes it: "1" of "1." and "1)". */
export const plainOrdinal = (ordinal: string): string => withoutEnd(ordinal.trim(), /[\s.)]/);

const AT_START = /^\s*(\d{1,3}(?:\.\d{1,3})*|[IVX]{1,6}|[A-HĐ]|[a-hđ])\s*[.)]\s/u;

/** The numbers of a table's rows: their codes where a column holds any, else their ordinals, before the name or in their own column. */
export function rowNumbers({ rows, columns }: TableAsRead, natures: readonly ColumnNature[]): readonly { readonly code: string; readonly ordinal: string }[] {
  const code = columns.find((_, place) => natures[place]!.holds === "code")?.at;
  return rows.map(({ cells, ordinal, label }) => ({
    code: code === undefined ? "" : textAt(cells, code),
    ordinal: plainOrdinal(ordinal === label ? "" : ordinal) || (AT_START.exec(label)?.[1] ?? ""),
  }));
}

/** Rows by their codes or ordinals. Ordinals begin anew in each section: the nearest below its total is meant, else the nearest above. */
export function rowNames(numbers: readonly { readonly code: string; readonly ordinal: string }[], by: "code" | "ordinal"): Names {
  const places = new Map<string, number[]>();
  for (const [place, number] of numbers.entries()) if (number[by] !== "") places.set(number[by], [...(places.get(number[by]) ?? []), place]);
  return {
    axis: "rows",
    find(ref, near) {
      const bearing = places.get(ref);
      if (!bearing || near === undefined) return bearing?.[0];
      return bearing.find((place) => place > near) ?? bearing.filter((place) => place <= near).at(-1);
    },
    ends: () => [],
    nameAt: (place) => numbers[place]?.[by],
  };
}
