import { a1, parseA1 } from "../../src/core/sheet/Address";
import type { Book, BookCell, BookSheet, Formula, Style } from "../fixtures/book/Book";
import { addLeaves, figuresOf, NUMBERING, WORDS, type Leaves } from "../fixtures/report";

/** Lines of a right report, so that each case differs by what it is about. Figures on rows 10 to 15, the total on row 16. */
export const LINES: readonly (readonly [label: string, leaves: Leaves])[] = [
  ["Xây dựng", [210, 64, 9, 221, 37, 6, 17, 2]],
  ["Giáo dục", [96, 31, 4, 88, 29, 3, 10, 1]],
  ["Môi trường", [58, 27, 12, 43, 25, 9, 15, 5]],
  ["Y tế", [24, 13, 3, 22, 14, 1, 3, 0]],
  ["Văn hóa", [15, 8, 0, 11, 10, 0, 2, 0]],
  ["Thủy lợi", [0, 9, 2, 6, 3, 1, 1, 0]],
];

/** Zero-based row of the first line. */
export const FIRST = 9;
export const COLUMNS = [..."CDEFGHIJKLM"];

const TITLE: readonly string[] = [
  "Biểu số II.06a/VPCP/KSTT",
  "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH TẠI CƠ QUAN, ĐƠN VỊ TRỰC TIẾP GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH",
  "Kỳ báo cáo: Quý II/Năm 2024",
  "(Từ ngày 15/3/2024 đến ngày 14/6/2024)",
  "Đơn vị tính: Số hồ sơ TTHC.",
];

/** A row of a table: what stands in its first two columns, and its figures. */
export type DraftRow = readonly [ordinal: string | number, label: string, figures?: readonly (number | string)[]];

/** A cell written over: a value, or more. */
export type Written = number | string | BookCell;

/** The result a formula was saved with; nothing here works it out anew. */
export const saved = (text: string, result: number): BookCell => ({ formula: { text, work: () => result } });

/** A cell of an array block. */
export const inBlock = (text: string, result: number, block: NonNullable<Formula["block"]>): BookCell => ({ formula: { text, work: () => result, block } });

export const lineRow = (ordinal: string | number, label: string, leaves: Leaves): DraftRow => [ordinal, label, figuresOf(leaves)];
export const sumRow = (ordinal: string, label: string, of: readonly Leaves[]): DraftRow => [ordinal, label, figuresOf(addLeaves(of))];
export const leavesOf = (...lines: readonly number[]): readonly Leaves[] => lines.map((line) => LINES[line]![1]);
/** Lines by their index, numbered from `from`. */
export const linesFrom = (from: number, ...lines: readonly number[]): readonly DraftRow[] => lines.map((line, at) => lineRow(from + at, ...LINES[line]!));

/** All lines, then their total. */
export const PLAIN: readonly DraftRow[] = [
  ...linesFrom(1, 0, 1, 2, 3, 4, 5),
  sumRow(
    "TỔNG CỘNG",
    "",
    LINES.map(([, leaves]) => leaves),
  ),
];

const cellOf = (written: Written): BookCell => (typeof written === "object" ? written : { value: written });

/** A sheet with title, header and these rows from row 10; then cells are written over. */
export function draft(
  rows: readonly DraftRow[] = PLAIN,
  over: Readonly<Record<string, Written>> = {},
  name = "II.06a",
  header: readonly (readonly string[])[] = [...WORDS, NUMBERING],
): BookSheet {
  const cells = new Map<number, Map<number, BookCell>>();
  const put = (row: number, column: number, cell: BookCell): void => void cells.set(row, (cells.get(row) ?? new Map<number, BookCell>()).set(column, cell));
  const line = (row: number, values: readonly (string | number)[]): void => values.forEach((value, column) => value !== "" && put(row, column, { value }));
  TITLE.forEach((words, row) => line(row, [words]));
  header.forEach((words, at) => line(TITLE.length + at, words));
  rows.forEach(([ordinal, label, figures = []], at) => line(TITLE.length + header.length + at, [ordinal, label, ...figures]));
  for (const [address, written] of Object.entries(over)) {
    const { row, column } = parseA1(address)!;
    put(row, column, cellOf(written));
  }
  return { name, rows: cells };
}

/** The sheet with each typed figure of these rows written in another way. */
export function rewritten(sheet: BookSheet, rows: readonly [first: number, last: number], write: (figure: number, address: string) => Written): BookSheet {
  const changed = [...sheet.rows].map(([row, cells]): [number, ReadonlyMap<number, BookCell>] => {
    if (row + 1 < rows[0] || row + 1 > rows[1]) return [row, cells];
    return [
      row,
      new Map(
        [...cells].map(([column, cell]) => [column, column > 1 && typeof cell.value === "number" ? cellOf(write(cell.value, a1({ row, column }))) : cell]),
      ),
    ];
  });
  return { ...sheet, rows: new Map(changed) };
}

/** The sheet with its cells in some look. */
export function styled(sheet: BookSheet, style: (cell: BookCell) => Style | undefined): BookSheet {
  return {
    ...sheet,
    rows: new Map(
      [...sheet.rows].map(([row, cells]) => [
        row,
        new Map([...cells].map(([column, cell]) => [column, { ...cell, ...(style(cell) ? { style: style(cell)! } : {}) }])),
      ]),
    ),
  };
}

export const book = (...sheets: readonly BookSheet[]): Book => ({ sheets });
