import { a1Range, type Rectangle } from "../core/sheet/Address";
import { isOldFont, type Cell, type Look } from "../core/sheet/Cell";
import type { Hiding, Sheet, SheetRow } from "../core/sheet/Sheet";
import { askRows, noteHidden } from "./loadCells";
import { rectangleOf } from "./rectangles";

/** Looks tell what a row is, and that is seen in the columns where it is named. */
const LOOKED_AT = { rows: 200, columns: 3 };
/** A cell's look costs some 120 bytes of an answer: with more sheets than this none is asked for. */
const MOST_SHEETS = 12;

const LOOK: Excel.CellPropertiesLoadOptions = { format: { font: { bold: true, italic: true, name: true }, fill: { color: true }, indentLevel: true } };
const WHITE = "#FFFFFF";

/** What of a sheet shows and how, asked for along with its cells: made before one sync, the rest after it. */
export class ShownReading {
  /** Zero-based rows found hidden; more may be added as they are read. */
  readonly hidden = new Set<number>();
  private readonly filter: Excel.AutoFilter;
  private readonly filtered: Excel.Range;
  private readonly rows: ReturnType<typeof askRows>;
  private readonly columns: OfficeExtension.ClientResult<Excel.ColumnProperties[]>;
  private readonly looks: OfficeExtension.ClientResult<Excel.CellProperties[][]> | undefined;

  /** `sheets`: how many the workbook has. */
  constructor(
    sheet: Excel.Worksheet,
    private readonly window: Rectangle,
    sheets: number,
  ) {
    this.filter = sheet.autoFilter.load("isDataFiltered");
    this.filtered = sheet.autoFilter.getRangeOrNullObject().load("rowIndex,columnIndex,rowCount,columnCount");
    this.rows = askRows(sheet, window);
    this.columns = sheet.getRange(a1Range({ ...window, bottom: window.top })).getColumnProperties({ columnHidden: true });
    const block = { top: 0, left: 0, bottom: LOOKED_AT.rows - 1, right: LOOKED_AT.columns - 1 };
    this.looks = sheets > MOST_SHEETS ? undefined : sheet.getRange(a1Range(block)).getCellProperties(LOOK);
  }

  /** Takes over the answers. */
  take(): void {
    noteHidden(this.rows, this.window.top, this.hidden);
  }

  /** What the sheet says of its rows and columns; `tables` are the blocks of tables that are filtered. */
  told(tables: readonly Rectangle[]): Pick<Sheet, "hiddenRows" | "hiddenColumns"> {
    const own = this.filter.isDataFiltered && !this.filtered.isNullObject ? [rectangleOf(this.filtered)] : [];
    const why = (row: number): Hiding => ([...tables, ...own].some(({ top, bottom }) => row > top && row <= bottom) ? "filtered" : "hidden");
    const columns = this.columns.value.flatMap(({ columnHidden }, index) => (columnHidden ? [this.window.left + index] : []));
    return {
      ...(this.hidden.size > 0 ? { hiddenRows: new Map([...this.hidden].map((row) => [row, why(row)])) } : {}),
      ...(columns.length > 0 ? { hiddenColumns: new Set(columns) } : {}),
    };
  }

  /** The rows with the looks of their first cells. A sheet that is longer than was looked at has none: half of it would mislead. */
  dressed(rows: ReadonlyMap<number, SheetRow>, used: Rectangle | undefined): ReadonlyMap<number, SheetRow> {
    const { looks } = this;
    if (!looks || !used || used.bottom >= LOOKED_AT.rows) return rows;
    const known = new Map<string, Look>();
    return new Map(
      [...rows].map(([row, line]) => [
        row,
        line.map((cell, column): Cell | undefined => {
          const look = cell && lookOf(looks.value[row]?.[column]);
          if (!look) return cell;
          const key = JSON.stringify(look);
          if (!known.has(key)) known.set(key, look);
          return { ...cell, look: known.get(key)! };
        }),
      ]),
    );
  }
}

function lookOf(properties: Excel.CellProperties | undefined): Look | undefined {
  const { font, fill, indentLevel } = properties?.format ?? {};
  const look: Look = {
    ...(font?.bold ? { bold: true } : {}),
    ...(font?.italic ? { italic: true } : {}),
    ...(indentLevel ? { indent: indentLevel } : {}),
    ...(!fill?.color || fill.color.toUpperCase() === WHITE ? {} : { fill: fill.color.slice(1).toUpperCase() }),
    ...(font?.name && isOldFont(font.name) ? { font: font.name } : {}),
  };
  return Object.keys(look).length > 0 ? look : undefined;
}
