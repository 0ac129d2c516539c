import { useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type ClipboardEvent, type KeyboardEvent } from "react";
import { flushSync } from "react-dom";
import { a1, columnLetters, contains, type Position } from "../../core/sheet/Address";
import { BLANK, plainText, type Content } from "../../core/sheet/Cell";
import { cellAt, type Sheet } from "../../core/sheet/Sheet";
import type { Shown } from "../DemoWorkbook";
import { editableText, typedContent } from "../typedContent";
import type { Move } from "./CellEditor";
import { COLUMN_HEADER_HEIGHT, columnWidth, extentOf, placing, ROW_HEADER_WIDTH, rowHeight } from "./geometry";
import { gridDeed } from "./gridKeys";
import { GridRow } from "./GridRow";

/** Shorter sheets are put on the page whole: then joined cells never split and the browser's own search finds everything. */
const WHOLE_UP_TO = 200;
/** Columns that would leave too little room to scroll do not stay in view. */
const MOST_FROZEN = 0.5;

interface GridProps {
  readonly shown: Shown;
  readonly sheet: Sheet;
  readonly label: string;
  /** Said of formulas whose result is not known. */
  readonly staleHint: string;
  readonly onSelect: (at: Position) => void;
  readonly onWrite: (at: Position, content: Content) => void;
  readonly onUndo: () => void;
}

const NONE: readonly number[] = [];

/** A worksheet to look at and type into. */
export function Grid({ shown, sheet, label, staleHint, onSelect, onWrite, onUndo }: GridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const [edit, setEdit] = useState<{ readonly at: Position; readonly text: string }>();
  const [width, setWidth] = useState(1000);
  const { selected } = shown;
  const look = shown.looks.get(sheet.name);
  const extent = useMemo(() => {
    const { rows, columns } = extentOf(sheet);
    return { rows: Math.max(rows, selected.row + 1), columns: Math.max(columns, selected.column + 1) };
  }, [sheet, selected]);
  const widths = useMemo(() => Array.from({ length: extent.columns }, (_, column) => columnWidth(look, column)), [look, extent.columns]);
  const frozen = useMemo(() => {
    const count = look?.frozen.columns ?? 0;
    const lefts = widths.slice(0, count).map((_, column) => widths.slice(0, column).reduce((sum, each) => sum + each, 0));
    const total = widths.slice(0, count).reduce((sum, each) => sum + each, ROW_HEADER_WIDTH);
    return total > width * MOST_FROZEN ? NONE : lefts;
  }, [look, widths, width]);

  useLayoutEffect(() => {
    if (!scroller.current || typeof ResizeObserver === "undefined") return undefined;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width));
    observer.observe(scroller.current);
    return () => observer.disconnect();
  }, []);

  const virtual = extent.rows > WHOLE_UP_TO;
  // eslint-disable-next-line react-hooks/incompatible-library -- this project does not use React's compiler
  const virtualizer = useVirtualizer({
    count: extent.rows,
    enabled: virtual,
    getScrollElement: () => scroller.current,
    estimateSize: (row) => rowHeight(look, row),
    overscan: 15,
    scrollPaddingStart: COLUMN_HEADER_HEIGHT,
  });
  const items = virtual ? virtualizer.getVirtualItems() : undefined;
  const firstRow = items ? (items[0]?.index ?? 0) : 0;
  const lastRow = items ? (items.at(-1)?.index ?? 0) : extent.rows - 1;
  const above = items?.[0]?.start ?? 0;
  const below = items ? virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0) : 0;
  const place = useMemo(() => placing(sheet.merges, firstRow, lastRow), [sheet.merges, firstRow, lastRow]);

  /** The corner of the joined block a cell lies in. */
  const corner = useCallback(
    (at: Position): Position => {
      const merge = sheet.merges.find((each) => contains(each, at));
      return merge ? { row: merge.top, column: merge.left } : at;
    },
    [sheet.merges],
  );

  useEffect(() => {
    if (virtual) virtualizer.scrollToIndex(selected.row, { align: "auto" });
    document.getElementById(`grid-${a1(corner(selected))}`)?.scrollIntoView({ block: "nearest", inline: "nearest" });
    // Scrolls to what is selected, not after every change of the sheet.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [selected, sheet.name]);

  const select = useCallback((at: Position) => onSelect(at), [onSelect]);
  const beginEdit = useCallback(
    (at: Position, text?: string) => {
      // At once, so that the key being pressed lands in the editor.
      flushSync(() => setEdit({ at, text: text ?? editableText(cellAt(sheet, at)) }));
    },
    [sheet],
  );
  const endEdit = useCallback(() => {
    setEdit(undefined);
    table.current?.focus({ preventScroll: true });
  }, []);
  const commit = useCallback(
    (text: string, move: Move) => {
      if (!edit) return;
      const { at } = edit;
      setEdit(undefined);
      if (text !== editableText(cellAt(sheet, at))) onWrite(at, typedContent(text));
      if (move === "stay") return;
      table.current?.focus({ preventScroll: true });
      const [down, right] = { down: [1, 0], up: [-1, 0], right: [0, 1], left: [0, -1] }[move] as [number, number];
      onSelect({ row: Math.max(at.row + down, 0), column: Math.max(at.column + right, 0) });
    },
    [edit, sheet, onSelect, onWrite],
  );

  /** Out of a joined block in one step. */
  const beyond = (to: Position): Position => {
    const merge = sheet.merges.find((each) => contains(each, selected) && contains(each, to));
    if (!merge) return corner(to);
    if (to.row > selected.row) return corner({ row: merge.bottom + 1, column: selected.column });
    if (to.column > selected.column) return corner({ row: selected.row, column: merge.right + 1 });
    return corner(to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const deed = gridDeed(event, selected, extent);
    if (!deed) return;
    if (deed.kind === "edit") {
      beginEdit(selected, deed.afresh ? "" : undefined);
      if (!deed.afresh) event.preventDefault();
      return;
    }
    event.preventDefault();
    if (deed.kind === "go") onSelect(beyond(deed.to));
    else if (deed.kind === "undo") onUndo();
    else if (cellAt(sheet, selected).value.kind !== "blank" || cellAt(sheet, selected).formula !== undefined) onWrite(selected, BLANK);
  };
  const onCopy = (event: ClipboardEvent) => {
    if (edit) return;
    event.clipboardData.setData("text/plain", plainText(cellAt(sheet, selected).value));
    event.preventDefault();
  };

  const columnHeaders = widths.map((_, column) => (
    <th
      key={column}
      scope="col"
      className={["grid-column-header", column === selected.column && "grid-header-selected", column < frozen.length && "grid-cell-frozen"].filter(Boolean).join(" ")}
      style={column < frozen.length ? { left: ROW_HEADER_WIDTH + frozen[column]! } : undefined}
    >
      {columnLetters(column)}
    </th>
  ));
  const rows = Array.from({ length: Math.max(lastRow - firstRow + 1, 0) }, (_, offset) => firstRow + offset);
  const marks = shown.marks.get(sheet.name);
  return (
    <div ref={scroller} className="grid-scroller" style={{ scrollPaddingLeft: ROW_HEADER_WIDTH + frozen.reduce((sum, _, column) => sum + widths[column]!, 0) }}>
      <table
        ref={table}
        role="grid"
        className="grid"
        tabIndex={0}
        aria-label={label}
        aria-rowcount={extent.rows}
        aria-colcount={extent.columns}
        aria-activedescendant={edit ? undefined : `grid-${a1(corner(selected))}`}
        style={{ width: widths.reduce((sum, each) => sum + each, ROW_HEADER_WIDTH) }}
        onKeyDown={onKeyDown}
        onCopy={onCopy}
      >
        <colgroup>
          <col style={{ width: ROW_HEADER_WIDTH }} />
          {widths.map((each, column) => (
            <col key={column} style={{ width: each }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <td className="grid-corner" />
            {columnHeaders}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <tr aria-hidden style={{ height: above }} />}
          {rows.map((row) => (
            <GridRow
              key={row}
              row={row}
              cells={sheet.rows.get(row)}
              look={look}
              columns={extent.columns}
              place={place}
              marks={marks}
              revealed={shown.revealed}
              selected={corner(selected).row === row ? corner(selected).column : undefined}
              editing={edit?.at.row === row ? edit.text : undefined}
              frozen={frozen}
              staleHint={staleHint}
              measure={virtualizer.measureElement}
              onSelect={select}
              onEdit={beginEdit}
              onCommit={commit}
              onCancel={endEdit}
            />
          ))}
          {below > 0 && <tr aria-hidden style={{ height: below }} />}
        </tbody>
      </table>
    </div>
  );
}
