import type { CellStyle } from "../../core/sheet/SheetPlan";
import type { Steps } from "../../core/steps";
import { SheetCursor } from "../sheet/SheetCursor";
import { childrenOf, elementsBetween, localName, openTag, rootTag, outerXml, rootOf } from "../xml/elements";
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

/** Reads widths, heights and cell styles from a worksheet's text, in pieces cut between rows, and the workbook's style sheet. Throws `BrokenXml`. */
export function* readLook(pieces: readonly string[], styleSheetXml: string): Steps<SheetLook> {
  const styles = readCellStyles(styleSheetXml);
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
        const pane = /<(?:[\w.-]+:)?pane\b[^>]*>/.exec(sheetXml.slice(element.openEnd, element.closeStart))?.[0];
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

const HORIZONTAL = ["left", "center", "right"] as const;
const VERTICAL = ["top", "center", "bottom"] as const;

/** The cell styles of a style sheet by their number, as far as a page shows them. Theme colours are left out. */
function readCellStyles(xml: string): readonly CellStyle[] {
  const collections = childrenOf(xml, rootOf(xml));
  const items = (name: string): readonly string[] => {
    const collection = collections.find((each) => localName(each.name) === name);
    return collection ? childrenOf(xml, collection).map((item) => outerXml(xml, item)) : [];
  };
  const fonts = items("fonts").map(fontStyle);
  const fills = items("fills").map(fillStyle);
  const borders = items("borders").map(borderStyle);
  return items("cellXfs").map((xf) => {
    const tag = tagOf(xf, "xf");
    const part = (styles: readonly CellStyle[], id: string): CellStyle => styles[Number(attribute(tag, id) ?? 0)] ?? {};
    return { ...part(fonts, "fontId"), ...part(fills, "fillId"), ...part(borders, "borderId"), ...alignmentStyle(tagOf(xf, "alignment")) };
  });
}

/** The first opening tag of that name; "" where there is none. */
const tagOf = (xml: string, name: string): string => new RegExp(`<(?:[\\w.-]+:)?${name}(?=[\\s/>])[^>]*>`).exec(xml)?.[0] ?? "";

/** "<b/>" and "<b val="1"/>" say yes. */
const says = (xml: string, name: string): boolean => {
  const tag = tagOf(xml, name);
  return tag !== "" && (attribute(tag, "val") === undefined || isOn(attribute(tag, "val")));
};

function fontStyle(xml: string): CellStyle {
  const name = attribute(tagOf(xml, "name"), "val");
  const size = Number(attribute(tagOf(xml, "sz"), "val"));
  return {
    ...(name === undefined ? {} : { fontName: name }),
    ...(size > 0 ? { fontSize: size } : {}),
    ...(says(xml, "b") ? { bold: true } : {}),
    ...(says(xml, "i") ? { italic: true } : {}),
  };
}

function fillStyle(xml: string): CellStyle {
  const colour = attribute(tagOf(xml, "fgColor"), "rgb");
  const solid = attribute(tagOf(xml, "patternFill"), "patternType") === "solid";
  return solid && colour !== undefined && /^[0-9a-f]{8}$/i.test(colour) ? { fill: `#${colour.slice(2)}` } : {};
}

/** One line for all sides: a page draws a table's grid, not its finer points. */
function borderStyle(xml: string): CellStyle {
  const sides = ["left", "right", "top", "bottom"].filter((side) => attribute(tagOf(xml, side), "style") !== undefined);
  return sides.length >= 2 ? { border: true } : {};
}

function alignmentStyle(tag: string): CellStyle {
  const horizontal = HORIZONTAL.find((each) => each === attribute(tag, "horizontal"));
  const vertical = VERTICAL.find((each) => each === attribute(tag, "vertical"));
  return {
    ...(horizontal ? { horizontal } : {}),
    ...(vertical ? { vertical } : {}),
    ...(isOn(attribute(tag, "wrapText")) ? { wrap: true } : {}),
  };
}
