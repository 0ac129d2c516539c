import type { RowName } from "./rowNames";
import type { Table } from "./Table";

/** What rows were called in an earlier report, as the reporter has said: by `renameKey`. */
export type Renames = ReadonlyMap<string, string>;

/** Names a row of a form, in whatever edition and on whatever sheet, for what it was called before: "ii-06a:main|cap xa|Hộ tịch". */
export const renameKey = ({ form, layout }: Pick<Table, "form" | "layout">, { section, row }: Pick<RowName, "section" | "row">): string =>
  `${form.family}:${layout.key}|${section}|${row.label}`;
