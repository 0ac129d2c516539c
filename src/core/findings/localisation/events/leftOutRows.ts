import { columnsBeside, partIn, type Column } from "./columnsBeside";
import { onceAView } from "./remembered";

/** A row of figures that sums down the columns do not count. */
export interface LeftOutRow {
  /** Zero-based row of the sheet. */
  readonly row: number;
  /** The columns in which the row has files, each with its cell and count. */
  readonly figures: readonly { readonly column: Column; readonly cell: number; readonly count: number }[];
}

/** The rows that failing totals lack: by more than half of a row's figures, as other slips may hide it in some columns. */
export const leftOutRows = onceAView((index, view): readonly LeftOutRow[] => {
  const { problem } = view.setting;
  const columns = columnsBeside(index, view);
  const rows = new Set<number>();
  for (const { sum, residual } of columns) {
    if (residual >= 0) continue;
    for (const part of sum.parts) if (view.value(part) === -residual) rows.add(problem.figures[part]!.at.row);
  }
  return [...rows].flatMap((row): readonly LeftOutRow[] => {
    const figures = columns.flatMap((column) => {
      const cell = partIn(problem, column.sum, row);
      const count = cell === undefined ? 0 : view.value(cell);
      return count > 0 ? [{ column, cell: cell!, count }] : [];
    });
    return figures.length < 2 || figures.filter(({ column, count }) => column.residual === -count).length * 2 <= figures.length ? [] : [{ row, figures }];
  });
});
