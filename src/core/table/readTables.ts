import type { Sheet, SheetRow } from "../sheet/Sheet";
import { finish, type Steps } from "../steps";
import { findHeaders, isOrdinalHeading } from "./findHeaders";
import { headerTree } from "./headerTree";
import { readRows, textAt, type Body, type HeadedColumns, type RowList } from "./readRows";
import type { Caption, TableAsRead } from "./TableAsRead";

/** What stands above a table or below it, as far as it concerns the table. */
const MOST_ROWS_NEAR = 30;
/** So many rows in a row that are numbered from 1 on make a column of ordinals. */
const FEWEST_NUMBERED = 3;

/** Zero-based columns of a sheet, both ends included. */
interface Band {
  readonly left: number;
  readonly right: number;
}

/** A table under its header, without what stands near. */
interface Read extends HeadedColumns {
  readonly body: Body;
  readonly bottom: number;
}

/** Whether a column numbers rows from 1 on, each with a name beside it, whatever its heading says. */
function countsRows(rows: readonly SheetRow[], column: number): boolean {
  let last = 0;
  for (const cells of rows) {
    const isNext = textAt(cells, column).replace(/[.)]$/, "") === String(last + 1) && /\p{L}{2}/u.test(textAt(cells, column + 1));
    last = isNext ? last + 1 : 0;
    if (last === FEWEST_NUMBERED) return true;
  }
  return false;
}

/**
 * The parts of a sheet that are read apart: an empty column divides tables beside one another, where each has its own column of ordinals.
 */
function bandsOf({ cells: rows }: RowList): readonly Band[] {
  const used: boolean[] = [];
  for (const cells of rows) for (let column = 0; column < cells.length; column++) if (cells[column]) used[column] = true;
  const isHeaded = (column: number): boolean => rows.some((cells) => isOrdinalHeading(textAt(cells, column))) || countsRows(rows, column);
  const apart = [...used.keys()].filter((column) => used[column] && (column === 0 || !used[column - 1]) && isHeaded(column));
  const starts = [0, ...apart.slice(1)];
  return starts.map((left, index) => ({ left, right: (starts[index + 1] ?? Math.max(used.length, left + 1)) - 1 }));
}

function overlap(one: HeadedColumns, other: HeadedColumns): boolean {
  return one.header.left <= other.header.right && other.header.left <= one.header.right;
}

function* tablesIn(sheet: Sheet, list: RowList, { left, right }: Band): Steps<readonly Read[]> {
  const headers = (yield* findHeaders(sheet, left, right)).map((header): HeadedColumns => ({ header, columns: headerTree(sheet, header) }));
  const tables: Read[] = [];
  for (const headed of headers) {
    const above = tables.filter((table) => overlap(table, headed)).at(-1);
    if (above && headed.header.first <= above.bottom) continue;
    const below = headers.filter((each) => each.header.first > headed.header.last && overlap(each, headed));
    const body = yield* readRows(list, headed, below);
    tables.push({ ...headed, body, bottom: body.last });
  }
  return tables;
}

/** The texts of a row, each with the figure beside it. */
function captionsIn(row: number, cells: SheetRow = []): readonly Caption[] {
  const found: Caption[] = [];
  cells.forEach((cell, column) => {
    if (cell?.value.kind !== "text") return;
    const next = cells.findIndex((each, at) => at > column && each !== undefined && each.value.kind !== "blank");
    const beside = cells[next];
    found.push({ text: cell.value.text, at: { row, column }, ...(beside && beside.value.kind !== "text" ? { beside: { at: { row, column: next }, cell: beside } } : {}) });
  });
  return found;
}

/** The texts of some rows that belong to no table; of several in a row each speaks for what it stands over or under, one alone for all. */
function captions(sheet: Sheet, from: number, to: number, { header: { left, right } }: Read, tables: readonly Read[]): readonly Caption[] {
  const isInTable = ({ at }: Caption): boolean =>
    tables.some(({ header, bottom }) => at.row >= header.first && at.row <= bottom && at.column >= header.left && at.column <= header.right);
  const isBeside = tables.some(({ header }) => header.left > right || header.right < left);
  const isFirst = tables.every(({ header }) => header.left >= left);
  const found: Caption[] = [];
  for (let row = Math.max(0, from); row <= to; row++) {
    const texts = captionsIn(row, sheet.rows.get(row)).filter((each) => !isInTable(each));
    found.push(...texts.filter(({ at: { column } }) => !isBeside || texts.length === 1 || ((column >= left || isFirst) && column <= right)));
  }
  return found;
}

/** Every table of a sheet, from the top down, read without knowing any form: one pass over the cells finds headers, one reads what is below. */
export const readTables = (sheet: Sheet): readonly TableAsRead[] => finish(readTablesInSteps(sheet));

/** The same, in steps. */
export function* readTablesInSteps(sheet: Sheet): Steps<readonly TableAsRead[]> {
  const list: RowList = { numbers: [...sheet.rows.keys()], cells: [...sheet.rows.values()] };
  const tables: Read[] = [];
  for (const band of bandsOf(list)) tables.push(...(yield* tablesIn(sheet, list, band)));
  const last = list.numbers.at(-1) ?? -1;
  return tables
    .sort((one, other) => one.header.first - other.header.first || one.header.left - other.header.left)
    .map((table): TableAsRead => {
      const { header, columns, body, bottom } = table;
      const ended = Math.max(-1, ...tables.filter((each) => each.bottom < header.first && overlap(each, table)).map((each) => each.bottom));
      const next = Math.min(last + 1, ...tables.filter((each) => each.header.first > bottom && overlap(each, table)).map((each) => each.header.first));
      return {
        sheet: sheet.name,
        range: { top: header.first, left: header.left, bottom, right: header.right },
        headerRows: [header.first, header.last],
        ...(header.numberingRow === undefined ? {} : { numberingRow: header.numberingRow }),
        columns,
        ...(body.ordinalColumn === undefined ? {} : { ordinalColumn: body.ordinalColumn }),
        ...(body.labelColumn === undefined ? {} : { labelColumn: body.labelColumn }),
        rows: body.rows,
        above: captions(sheet, Math.max(ended + 1, header.first - MOST_ROWS_NEAR), header.first - 1, table, tables),
        below: captions(sheet, bottom + 1, Math.min(next - 1, bottom + MOST_ROWS_NEAR), table, tables),
      };
    });
}
