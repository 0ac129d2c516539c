import type { CSSProperties } from "react";
import { MARK_LOOKS } from "../../core/highlights/markRule";
import type { Cell } from "../../core/sheet/Cell";
import type { CellStyle } from "../../core/sheet/SheetPlan";
import type { MarkKind } from "../../core/words/Phrase";
import { ZOOM } from "./geometry";

const GRID_LINE = "1px solid #e3e3e3";
const BORDER = "1px solid #5b5b5b";

/** The lines around a cell: each cell draws its right and lower one, for its neighbour as well. */
export interface Lines {
  readonly right: boolean;
  readonly bottom: boolean;
}

/** A cell's look as CSS. Numbers stand right and errors in the middle, as in Excel, unless the cell says otherwise. */
export function cellCss(cell: Cell, style: CellStyle | undefined, lines: Lines): CSSProperties {
  const { horizontal, vertical, wrap, bold, italic, fill, fontName, fontSize } = style ?? {};
  const byKind = cell.value.kind === "number" ? "right" : cell.value.kind === "error" ? "center" : "left";
  return {
    textAlign: horizontal ?? byKind,
    verticalAlign: vertical === "center" ? "middle" : (vertical ?? "bottom"),
    whiteSpace: wrap ? "pre-wrap" : "pre",
    fontWeight: bold ? 700 : 400,
    fontStyle: italic ? "italic" : "normal",
    fontFamily: fontName === "Times New Roman" ? "'Times New Roman', 'Liberation Serif', Tinos, serif" : undefined,
    fontSize: `${((fontSize ?? 11) * 4 * ZOOM) / 3}px`,
    backgroundColor: fill,
    borderRight: lines.right ? BORDER : GRID_LINE,
    borderBottom: lines.bottom ? BORDER : GRID_LINE,
  };
}

/** A mark laid over the cell, as Excel shows it. */
export function markCss(kind: MarkKind): CSSProperties {
  const { fill, font, line, lineStyle, italic } = MARK_LOOKS[kind];
  return { backgroundColor: fill, color: font, outline: `1.5px ${lineStyle} ${line}`, outlineOffset: "-2px", ...(italic ? { fontStyle: "italic" } : {}) };
}
