import { leafColumns, type Column, type Share, type TableForm } from "../form/Form";
import { foldTight } from "../sheet/fold";
import type { PercentageColumn, TableColumn } from "./Table";
import type { ColumnAsRead, TableAsRead } from "../table/TableAsRead";

/** Which columns of a table as read are which of a form's. */
export interface ColumnsFound {
  /** All but the percentages beside, in any order. */
  readonly columns: readonly TableColumn<Column>[];
  readonly percentages: readonly Omit<PercentageColumn, "cells">[];
}

/** Whether a heading begins with the percentage's name; its formula may follow after "=". */
const isPercentage = (text: string, { header }: Share): boolean => foldTight(text.split("=")[0]!) === foldTight(header);

function percentagesAmong(columns: readonly ColumnAsRead[], { shares = [] }: TableForm): ColumnsFound["percentages"] {
  return shares.flatMap((percentage) => {
    for (const { at, path } of columns) {
      const label = path.find(({ text }) => isPercentage(text, percentage));
      if (label) return [{ percentage, at, named: label.text.includes("=") }];
    }
    return [];
  });
}

/**
 * Which column is which, with what was recognised: for each of the form's columns where it stands. Numbers and names of rows
 * are where they are read if their headings say nothing; percentages stand right of the form's own figures.
 */
export function columnsFound(table: TableAsRead, layout: TableForm, recognised: readonly (number | undefined)[]): ColumnsFound {
  const taken = new Set(recognised);
  const columns = leafColumns(layout.columns).flatMap((column, index): readonly TableColumn<Column>[] => {
    const read = column.kind === "ordinal" ? table.ordinalColumn : column.kind === "label" ? table.labelColumn : undefined;
    const at = recognised[index] ?? (taken.has(read) ? undefined : read);
    return at === undefined ? [] : [{ column, at }];
  });
  const first = Math.min(...columns.flatMap(({ column: { kind }, at }) => (kind === "ordinal" || kind === "label" ? [] : [at])));
  const beside = table.columns.filter(({ at }) => at > first && !taken.has(at));
  return { columns, percentages: percentagesAmong(beside, layout) };
}
