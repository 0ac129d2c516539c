import type { Rectangle } from "../sheet/Address";
import type { Sheet } from "../sheet/Sheet";
import { isYear } from "./numberingRow";
import { plainText } from "../sheet/Cell";
import type { Header } from "./findHeaders";
import type { ColumnAsRead, HeaderLabel } from "./TableAsRead";

/** The merged block that holds a cell of the header, where the file tells. */
type MergeAt = (row: number, column: number) => Rectangle | undefined;

function mergesIn(sheet: Sheet, { first, last, left, right }: Header): MergeAt {
  const merges = sheet.merges.filter((each) => each.top <= last && each.bottom >= first && each.left <= right && each.right >= left);
  return (row, column) => merges.find((each) => row >= each.top && row <= each.bottom && column >= each.left && column <= each.right);
}

/**
 * The columns under a header with the words over each. A merge covers its area; elsewhere a label that has words below it reaches right
 * over empty cells that have words below, too, or none at all, up to where the labels above end. Text hidden under a merge is no header.
 */
export function headerTree(sheet: Sheet, header: Header): readonly ColumnAsRead[] {
  const { words, left, right, columns, marks } = header;
  const mergeAt = mergesIn(sheet, header);
  const textAt = (row: number, column: number): string => {
    const cell = sheet.rows.get(row)?.[column];
    const merge = cell && mergeAt(row, column);
    if (!cell || (merge && (merge.top !== row || merge.left !== column))) return "";
    return cell.value.kind === "text" || isYear(cell) ? plainText(cell.value).trim() : "";
  };
  /** The last row with words, by column: -1 for columns without any. */
  const lowest = (column: number): number => words.filter((row) => textAt(row, column) !== "").at(-1) ?? -1;
  const deep = new Map<number, number>();
  for (let column = left; column <= right; column++) deep.set(column, lowest(column));
  const paths = new Map<number, readonly HeaderLabel[]>();
  const pathOf = (column: number): readonly HeaderLabel[] => paths.get(column) ?? [];
  const isUnder = (column: number, parent: HeaderLabel | undefined): boolean => pathOf(column).at(-1) === parent;

  for (const row of words) {
    for (let column = left; column <= right; column++) {
      const text = textAt(row, column);
      if (text === "") continue;
      const merge = mergeAt(row, column);
      const parent = pathOf(column).at(-1);
      let end = merge ? Math.min(merge.right, right) : column;
      if (!merge && deep.get(column)! > row) {
        while (end < right && textAt(row, end + 1) === "" && !mergeAt(row, end + 1) && isUnder(end + 1, parent) && (deep.get(end + 1)! > row || deep.get(end + 1) === -1)) end++;
      }
      const label: HeaderLabel = { text, at: { row, column }, left: column, right: end };
      for (let under = column; under <= end; under++) paths.set(under, [...pathOf(under), label]);
    }
  }
  return columns.map((at, index): ColumnAsRead => {
    // A column without a word of its own goes on with what stands left of it.
    const path = pathOf(at).length > 0 || index === 0 ? pathOf(at) : pathOf(columns[index - 1]!);
    const mark = marks.get(at);
    return { at, path, ...(mark === undefined ? {} : { mark }) };
  });
}
