import { contains } from "../sheet/Address";
import { columnsOf, columnsWithin, type Sheet, type SheetRow } from "../sheet/Sheet";
import { finish, type Steps } from "../steps";
import { asMeant } from "./asMeant";
import { findHeaders, isOrdinalHeading, wordsOf, type Header } from "./findHeaders";
import { readRows, textAt, type Body, type RowList } from "./readRows";
import { isMadeUpNames, isYear } from "./rowWords";
import type { Caption, TableAsRead } from "./TableAsRead";

/** What stands above a table or below it, as far as it concerns the table. */
const MOST_ROWS_NEAR = 30;
/** So many rows in a row that are numbered from 1 on make a column of ordinals. */
const FEWEST_NUMBERED = 3;
/** A row of headings has so many. */
const FEWEST_WORDS = 3;

/** Zero-based columns of a sheet, both ends included. */
interface Band {
  readonly left: number;
  readonly right: number;
}

/** A table under its header, without what stands near. */
type Read = Header & Body;

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

/** Whether what stands in these columns has figures beside the headings of what is left of it, and so is no part of that table. */
function standsBesideHeader(rows: readonly SheetRow[], left: number, right: number): boolean {
  const holdsNumber = (cells: SheetRow): boolean => columnsWithin(cells, left, right).some((column) => cells[column]?.value.kind === "number" && !isYear(cells[column]));
  const bodyAt = rows.findIndex((cells) => wordsOf(cells, 0, left - 1) === "body" && columnsWithin(cells, 0, left - 1).some((column) => cells[column]?.value.kind === "number"));
  return rows.slice(0, Math.max(0, bodyAt)).some((cells) => {
    const words = wordsOf(cells, 0, left - 1);
    return words !== "body" && words.length >= FEWEST_WORDS && holdsNumber(cells);
  });
}

/**
 * The parts of a sheet that are read apart: an empty column divides tables beside one another, where each has its own column of ordinals,
 * or one has begun while the other is still headed.
 */
function bandsOf({ cells: rows }: RowList): readonly Band[] {
  const used: boolean[] = [];
  for (const cells of rows) for (const column of columnsOf(cells)) if (cells[column]) used[column] = true;
  const isHeaded = (column: number): boolean => rows.some((cells) => isOrdinalHeading(textAt(cells, column))) || countsRows(rows, column);
  const endOf = (column: number): number => {
    const gap = used.findIndex((each, at) => at > column && !each);
    return (gap < 0 ? used.length : gap) - 1;
  };
  const apart = [...used.keys()].filter((column) => used[column] && (column === 0 || !used[column - 1]) && (isHeaded(column) || (column > 0 && standsBesideHeader(rows, column, endOf(column)))));
  const starts = [0, ...apart.slice(1)];
  return starts.map((left, index) => ({ left, right: (starts[index + 1] ?? Math.max(used.length, left + 1)) - 1 }));
}

const overlap = (one: Header, other: Header): boolean => one.left <= other.right && other.left <= one.right;

function* tablesIn(sheet: Sheet, list: RowList, { left, right }: Band): Steps<readonly Read[]> {
  const headers = yield* findHeaders(sheet, left, right);
  const tables: Read[] = [];
  for (const header of headers) {
    const above = tables.filter((table) => overlap(table, header)).at(-1);
    if (above && header.first <= above.bottom) continue;
    const below = headers.filter((each) => each.first > header.last && overlap(each, header));
    tables.push({ ...header, ...(yield* readRows(list, header, below)) });
  }
  return tables;
}

/** The texts of a row, each with the figure beside it. */
function captionsIn(row: number, cells: SheetRow = []): readonly Caption[] {
  const found: Caption[] = [];
  const filled = columnsOf(cells).filter((column) => (cells[column]?.value.kind ?? "blank") !== "blank");
  for (const [place, column] of filled.entries()) {
    const { value } = cells[column]!;
    if (value.kind !== "text") continue;
    const next = filled[place + 1];
    const beside = next === undefined ? undefined : cells[next];
    found.push({ text: value.text, at: { row, column }, ...(beside && beside.value.kind !== "text" ? { beside: { at: { row, column: next! }, cell: beside } } : {}) });
  }
  return found;
}

/** The texts of some rows that belong to no table; of several in a row each speaks for what it stands over or under, one alone for all. */
function captions(sheet: Sheet, from: number, to: number, { left, right }: Read, tables: readonly Read[]): readonly Caption[] {
  const isInTable = ({ at }: Caption): boolean =>
    tables.some((table) => contains({ ...table, top: table.first }, at));
  const isBeside = tables.some((table) => table.left > right || table.right < left);
  const isFirst = tables.every((table) => table.left >= left);
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
export function* readTablesInSteps(written: Sheet): Steps<readonly TableAsRead[]> {
  const { sheet: legible, encoding } = yield* asMeant(written);
  const isNamed = [...legible.rows.values()].some(isMadeUpNames);
  const sheet = isNamed ? { ...legible, rows: new Map([...legible.rows].filter(([, cells]) => !isMadeUpNames(cells))) } : legible;
  const list: RowList = { numbers: [...sheet.rows.keys()], cells: [...sheet.rows.values()] };
  const tables: Read[] = [];
  for (const band of bandsOf(list)) tables.push(...(yield* tablesIn(sheet, list, band)));
  const last = list.numbers.at(-1) ?? -1;
  return tables
    .sort((one, other) => one.first - other.first || one.left - other.left)
    .map((table): TableAsRead => {
      const { first, left, right, numberingRow, columns, names, rows, bottom } = table;
      const ended = Math.max(-1, ...tables.filter((each) => each.bottom < first && overlap(each, table)).map((each) => each.bottom));
      const next = Math.min(last + 1, ...tables.filter((each) => each.first > bottom && overlap(each, table)).map((each) => each.first));
      return {
        sheet: sheet.name,
        ...(encoding ? { encoding } : {}),
        range: { top: first, left, bottom, right },
        headerRows: [first, table.last],
        ...(numberingRow === undefined ? {} : { numberingRow }),
        columns,
        ...names,
        rows,
        above: captions(sheet, Math.max(ended + 1, first - MOST_ROWS_NEAR), first - 1, table, tables),
        below: captions(sheet, bottom + 1, Math.min(next - 1, bottom + MOST_ROWS_NEAR), table, tables),
      };
    });
}
