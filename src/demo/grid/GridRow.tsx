import { memo, type CSSProperties } from "react";
import { MARK_LOOKS } from "../../core/highlights/markRule";
import { a1, positionKey, type Position } from "../../core/sheet/Address";
import { BLANK_CELL, type Cell } from "../../core/sheet/Cell";
import type { SheetRow } from "../../core/sheet/Sheet";
import type { CellStyle } from "../../core/sheet/SheetPlan";
import type { MarkKind } from "../../core/words/Phrase";
import type { SheetLook } from "../../xlsx/look/readLook";
import { shownText } from "../../core/sheet/shownText";
import { CellEditor, type Move } from "./CellEditor";
import { ROW_HEADER_WIDTH, rowHeight, ZOOM, type Place } from "./geometry";

const GRID_LINE = "1px solid #e3e3e3";
const BORDER = "1px solid #5b5b5b";

/** The lines around a cell: each cell draws its right and lower one, for its neighbour as well. */
interface Lines {
  readonly right: boolean;
  readonly bottom: boolean;
}

/** A cell's look as CSS. Numbers stand right and errors in the middle, as in Excel, unless the cell says otherwise. */
function cellCss(cell: Cell, style: CellStyle | undefined, lines: Lines): CSSProperties {
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
function markCss(kind: MarkKind): CSSProperties {
  const { fill, font, line, lineStyle, italic } = MARK_LOOKS[kind];
  return { backgroundColor: fill, color: font, outline: `1.5px ${lineStyle} ${line}`, outlineOffset: "-2px", ...(italic ? { fontStyle: "italic" } : {}) };
}

interface GridRowProps {
  readonly row: number;
  readonly cells: SheetRow | undefined;
  readonly look: SheetLook | undefined;
  readonly columns: number;
  readonly place: (row: number, column: number) => Place;
  readonly marks: ReadonlyMap<number, MarkKind> | undefined;
  readonly revealed: ReadonlySet<number>;
  /** The selected column, where the selected cell is in this row. */
  readonly selected: number | undefined;
  /** The text being typed into the selected cell. */
  readonly editing: string | undefined;
  /** Distance from the left edge of each column that stays in view. */
  readonly frozen: readonly number[];
  readonly staleHint: string;
  readonly measure: (element: HTMLTableRowElement | null) => void;
  readonly onSelect: (at: Position) => void;
  readonly onEdit: (at: Position) => void;
  readonly onCommit: (text: string, move: Move) => void;
  readonly onCancel: () => void;
}

/** One row of the sheet. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, cells, look, columns, place, marks, revealed, selected, editing, frozen, staleHint, measure, onSelect, onEdit, onCommit, onCancel } = props;
  const bordered = (at: number, column: number) => look?.styleAt(at, column)?.border === true;
  return (
    <tr ref={measure} data-index={row} style={{ height: rowHeight(look, row) }} hidden={look?.hiddenRows.has(row)}>
      <th scope="row" className={selected === undefined ? "grid-row-header" : "grid-row-header grid-header-selected"}>
        {row + 1}
      </th>
      {Array.from({ length: columns }, (_, column) => {
        const placed = place(row, column);
        if (placed.kind === "covered") return null;
        const at = { row, column };
        const key = positionKey(at);
        const address = a1(at);
        const cell = cells?.[column] ?? BLANK_CELL;
        const mark = marks?.get(key);
        const [bottom, right] = [row + placed.rowSpan - 1, column + placed.columnSpan - 1];
        const lines = {
          right: bordered(row, right) || bordered(row, right + 1),
          bottom: bordered(bottom, column) || bordered(bottom + 1, column),
        };
        const stays = right < frozen.length;
        const isSelected = selected === column;
        const stale = cell.uncalculated === true;
        const names = [
          "grid-cell",
          isSelected && "grid-cell-selected",
          revealed.has(key) && "grid-cell-revealed",
          stays && "grid-cell-frozen",
          stale && "grid-cell-stale",
        ];
        return (
          <td
            key={column}
            id={`grid-${address}`}
            role="gridcell"
            aria-selected={isSelected}
            data-testid={`cell-${address}`}
            data-mark={mark}
            className={names.filter(Boolean).join(" ")}
            rowSpan={placed.rowSpan}
            colSpan={placed.columnSpan}
            title={stale ? staleHint : undefined}
            style={{
              ...cellCss(cell, look?.styleAt(row, column), lines),
              ...(mark ? markCss(mark) : {}),
              ...(stays ? { left: ROW_HEADER_WIDTH + frozen[column]! } : {}),
            }}
            onMouseDown={() => onSelect(at)}
            onDoubleClick={() => onEdit(at)}
          >
            {isSelected && editing !== undefined ? (
              <CellEditor text={editing} label={address} onCommit={onCommit} onCancel={onCancel} />
            ) : (
              shownText(cell, "vi")
            )}
          </td>
        );
      })}
    </tr>
  );
});
