import { memo } from "react";
import { a1, positionKey, type Position } from "../../core/sheet/Address";
import { BLANK_CELL } from "../../core/sheet/Cell";
import type { SheetRow } from "../../core/sheet/Sheet";
import type { MarkKind } from "../../core/words/Phrase";
import type { SheetLook } from "../../xlsx/look/readLook";
import { shownText } from "../shownText";
import { cellCss, markCss } from "./cellCss";
import { CellEditor, type Move } from "./CellEditor";
import { ROW_HEADER_WIDTH, rowHeight, type Place } from "./geometry";

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
              shownText(cell)
            )}
          </td>
        );
      })}
    </tr>
  );
});
