import type { CellStyle } from "../../core/sheet/SheetPlan";
import type { Steps } from "../../core/steps";
import { SheetCursor } from "../sheet/SheetCursor";
import { readCellStyles } from "../styles/readCellStyles";
import { childrenOf, elementsBetween, localName, openTag, rootTag } from "../xml/elements";
import { attribute, isOn } from "../xml/text";

/** How a worksheet looks. Rows and columns are zero-based. */
export interface SheetLook {
  /** Characters of the default font, for columns that have a width of their own. */
  readonly columnWidths: ReadonlyMap<number, number>;
  readonly defaultColumnWidth: number;
  /** Points, for rows that have a height of their own. */
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly hiddenRows: ReadonlySet<number>;
  /** Rows and columns that stay in view when scrolling. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** The look of a cell; undefined where it has none of its own. */
  styleAt(row: number, column: number): CellStyle | undefined;
}

const DEFAULT_WIDTH = 8.43;
/** A "col" element may span the whole grid; nobody looks further right than this. */
const LAST_COLUMN_SHOWN = 1023;

/** Reads widths, heights and cell styles from a worksheet's text, in pieces cut between rows, the workbook's style sheet and its theme. Throws `BrokenXml`. */
export function* readLook(pieces: readonly string[], styleSheetXml: string, theme: string | undefined): Steps<SheetLook> {
  const styles = readCellStyles(styleSheetXml, theme);
  const columnWidths = new Map<number, number>();
  const hiddenColumns = new Set<number>();
  const rowHeights = new Map<number, number>();
  const hiddenRows = new Set<number>();
  const cellStyles = new Map<number, number[]>();
  let defaultColumnWidth = DEFAULT_WIDTH;
  let frozen = { rows: 0, columns: 0 };

  const readColumn = (tag: string) => {
    const [first, last] = [Number(attribute(tag, "min")) - 1, Math.min(Number(attribute(tag, "max")) - 1, LAST_COLUMN_SHOWN)];
    for (let column = first; column <= last; column++) {
      const width = Number(attribute(tag, "width"));
      if (width > 0) columnWidths.set(column, width);
      if (isOn(attribute(tag, "hidden"))) hiddenColumns.add(column);
    }
  };
  const readRow = (tag: string, row: number) => {
    const height = Number(attribute(tag, "ht"));
    if (height > 0) rowHeights.set(row, height);
    if (isOn(attribute(tag, "hidden"))) hiddenRows.add(row);
  };

  const cursor = new SheetCursor(pieces);
  const sheetXml = cursor.xml;
  for (const element of elementsBetween(sheetXml, rootTag(sheetXml).end, cursor.dataTag.start)) {
    switch (localName(element.name)) {
      case "sheetFormatPr":
        defaultColumnWidth = Number(attribute(openTag(sheetXml, element), "defaultColWidth") ?? DEFAULT_WIDTH);
        break;
      case "cols":
        for (const column of childrenOf(sheetXml, element)) readColumn(openTag(sheetXml, column));
        break;
      case "sheetViews": {
        const pane = /<(?:[\w.-]+:)?pane\b[^<>]*>/.exec(sheetXml.slice(element.openEnd, element.closeStart))?.[0];
        if (pane && (attribute(pane, "state") ?? "").startsWith("frozen")) {
          frozen = { rows: Number(attribute(pane, "ySplit") ?? 0), columns: Number(attribute(pane, "xSplit") ?? 0) };
        }
        break;
      }
    }
  }
  for (let event = cursor.next(); event !== "end"; event = cursor.next()) {
    if (event === "rowEnd") yield;
    else if (event === "row") readRow(cursor.xml.slice(cursor.rowTag.start, cursor.rowTag.end), cursor.row);
    else if (cursor.style !== 0) {
      const line = cellStyles.get(cursor.row);
      if (line) line[cursor.column] = cursor.style;
      else cellStyles.set(cursor.row, []).get(cursor.row)![cursor.column] = cursor.style;
    }
  }
  return {
    columnWidths,
    defaultColumnWidth,
    rowHeights,
    hiddenColumns,
    hiddenRows,
    frozen,
    styleAt: (row, column) => styles[cellStyles.get(row)?.[column] ?? 0],
  };
}
