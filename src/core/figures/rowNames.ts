import { fold } from "../sheet/fold";
import { finish, type Steps } from "../steps";
import { fieldName } from "../words/unitName";
import { rowAt, type Table, type TableRow } from "./Table";

/** What a row is called: by this it is found again when rows are put in above, and in the table of another period. */
export interface RowName {
  readonly row: TableRow;
  /** Its label, folded. */
  readonly folded: string;
  /** The label of its section's heading, folded; "" where it has none. */
  readonly section: string;
  /** Which row of its label it is, counted from 1 down the table: so workbooks name rows that answers are about. */
  readonly ofLabel: number;
  /** Which of its kind and label: so they name rows that reasons are given for. */
  readonly ofKind: number;
  /** Which of its section, kind and folded label; of the totals, whatever they are called. So periods are compared. */
  readonly ofSection: number;
}

/** The names of a table's rows, by the zero-based row of the sheet, in their order. */
export function* rowNames({ rows }: Pick<Table, "rows">): Steps<ReadonlyMap<number, RowName>> {
  const names = new Map<number, RowName>();
  const sections = new Map<number, string>();
  const times = new Map<string, number>();
  const timeOf = (name: string): number => {
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    return time;
  };
  for (const row of rows) {
    const { kind, label } = row;
    const folded = fold(label);
    if (row.section >= 0 && !sections.has(row.section)) sections.set(row.section, kind === "line" ? "" : folded);
    const section = sections.get(row.section) ?? "";
    const inSection = kind === "total" ? "||" : `${section}|${kind}|${folded}`;
    names.set(row.row, { row, folded, section, ofLabel: timeOf(label), ofKind: timeOf(`${kind}|${label}`), ofSection: timeOf(inSection) });
    yield;
  }
  return names;
}

/** What a row stands for: its section's name, its own, and which of several of that name it is. So rows of two periods meet. */
export const rowIdentity = ({ row: { kind }, section, folded, ofSection }: Pick<RowName, "section" | "folded" | "ofSection"> & { readonly row: Pick<TableRow, "kind"> }): string =>
  kind === "total" ? `total|${ofSection}` : `${section}|${kind}|${folded}|${ofSection}`;

/** The rows of a table by what they stand for. */
export const rowsByName = (table: Pick<Table, "rows">): ReadonlyMap<string, RowName> =>
  new Map([...finish(rowNames(table)).values()].map((name) => [rowIdentity(name), name]));

/** The same, however a field's name begins, "Lĩnh vực Hộ tịch" or "Hộ tịch"; lines that the form gives by their keys, whatever an edition calls them. */
export const rowsByField = (table: Pick<Table, "rows">): ReadonlyMap<string, RowName> =>
  new Map(
    [...finish(rowNames(table)).values()].map((name) => {
      const { row } = name;
      return [row.kind === "line" && row.key !== undefined ? `key|${row.key}` : rowIdentity({ ...name, folded: fold(fieldName(row.label)) }), name];
    }),
  );

/**
 * What a table is called on its sheet: by its key in the form, and which of several of that key it is; "" for the first of a form's first, which
 * once was the only one to be told. No sheet's name, row's label or column's key can be taken for a part of it.
 */
export const tableName = ({ layout, form, nth = 1 }: Pick<Table, "layout" | "form" | "nth">): string =>
  layout === form.tables[0] && nth === 1 ? "" : `:${layout.key}${nth > 1 ? `:${nth}` : ""}`;

/** The tables of one sheet, down it, each told which of several of its form and key it is. */
export function numbered(tables: readonly Table[]): readonly Table[] {
  return tables.map((table, index) => {
    const before = tables.slice(0, index).filter(({ form, layout }) => form.id === table.form.id && layout.key === table.layout.key).length;
    return before > 0 ? { ...table, nth: before + 1 } : table;
  });
}

/**
 * Names a row so that an answer about it survives the rows above it moving. Of several rows of one label, those after
 * the first one are told apart by their number: "II.06a|Lâm nghiệp (2)".
 */
export const answerKey = (table: Pick<Table, "sheet" | "layout" | "form" | "nth">, label: string, time = 1): string => `${table.sheet}${tableName(table)}|${label}${time > 1 ? ` (${time})` : ""}`;

/** The same for the row at this zero-based row of the sheet. */
export function answerKeyAt(table: Table, row: number): string {
  const label = rowAt(table, row)?.label ?? "";
  return answerKey(table, label, table.rows.filter((each) => each.row <= row && each.label === label).length);
}
