import type { Book, BookCell, BookSheet, Spot } from "../../test/fixtures/book/Book";
import { withCell } from "../../test/fixtures/book/Book";
import type { Rectangle } from "../../src/core/sheet/Address";
import type { Chance } from "../localisation/chance";
import { formulaText } from "./formulaTexts";
import { longest, ODD_NUMBERS, ODD_TEXTS } from "./oddTexts";
import type { Change } from "./Trial";

type Rows = ReadonlyMap<number, ReadonlyMap<number, BookCell>>;

const withSheet = (book: Book, at: number, change: (sheet: BookSheet) => BookSheet): Book => ({ ...book, sheets: book.sheets.map((each, index) => (index === at ? change(each) : each)) });

/** Where the cells of a sheet are. */
const spotsOf = ({ name, rows }: BookSheet): readonly Spot[] => [...rows].flatMap(([row, cells]) => [...cells.keys()].map((column) => ({ sheet: name, row, column })));

const rowsOf = ({ rows }: BookSheet): readonly number[] => [...rows.keys()].sort((one, other) => one - other);

/** Rows put elsewhere; formulas keep their words, so that some then read other cells than they should. */
const rowsMoved = (sheet: BookSheet, to: (row: number) => readonly number[]): BookSheet => ({
  ...sheet,
  rows: new Map([...sheet.rows].flatMap(([row, cells]) => to(row).map((next) => [next, cells] as const))),
});

const columnsMoved = (sheet: BookSheet, to: (column: number) => number | undefined): BookSheet => ({
  ...sheet,
  rows: new Map(
    [...sheet.rows].map(([row, cells]) => [
      row,
      new Map([...cells].flatMap(([column, cell]) => (to(column) === undefined ? [] : [[to(column)!, cell] as const]))),
    ]),
  ) as Rows,
});

/** A change to one sheet, drawn. */
const onSheet = (name: string, change: (sheet: BookSheet, draw: Chance, book: Book) => BookSheet): Change<Book> => ({
  name,
  make: (book, draw) => {
    const at = draw.hit(0.9) ? 0 : draw.whole(0, book.sheets.length - 1);
    return withSheet(book, at, (sheet) => (sheet.rows.size === 0 ? sheet : change(sheet, draw, book)));
  },
});

/** A change to one cell, drawn among those that hold something. */
const onCell = (name: string, change: (cell: BookCell, draw: Chance, spot: Spot, sheet: BookSheet) => BookCell): Change<Book> => ({
  name,
  make: (book, draw) => {
    const sheet = draw.hit(0.9) ? book.sheets[0]! : draw.pick(book.sheets);
    const spots = spotsOf(sheet);
    if (spots.length === 0) return book;
    const spot = draw.pick(spots);
    return withCell(book, spot, change(sheet.rows.get(spot.row)!.get(spot.column)!, draw, spot, sheet));
  },
});

const dressed = ({ style }: BookCell): BookCell => (style ? { style } : {});

function aroundOf({ row, column }: Spot, sheet: BookSheet) {
  const rows = rowsOf(sheet);
  return { sheet: sheet.name, row, column, top: Math.min(rows.at(-1)!, 7), bottom: rows.at(-1)! };
}

/** A block of cells, drawn, small mostly. */
function block(sheet: BookSheet, draw: Chance): Rectangle {
  const { row, column } = draw.pick(spotsOf(sheet));
  return { top: row, left: column, bottom: row + draw.pick([0, 1, 1, 2, 5, 500]), right: column + draw.pick([1, 1, 2, 4, 300]) };
}

const copyOf = (name: string, sheet: BookSheet): BookSheet => {
  const { filter: _filter, tables: _tables, ...rest } = sheet;
  return { ...rest, name };
};

/** The ways in which sheets are spoilt: everything here is what people, exports and pasted cells have done. */
export const SHEET_CHANGES: readonly Change<Book>[] = [
  onCell("a text typed over", (cell, draw) => ({ ...dressed(cell), value: draw.pick(ODD_TEXTS) })),
  onCell("a number typed over", (cell, draw) => ({ ...dressed(cell), value: draw.hit(0.5) ? draw.whole(0, 3000) : draw.pick(ODD_NUMBERS) })),
  onCell("a number as text", (cell) => (typeof cell.value === "number" ? { ...dressed(cell), value: String(cell.value) } : cell)),
  onCell("a text of 32,767 letters", (cell, draw) => ({ ...dressed(cell), value: longest(draw.pick([...ODD_TEXTS.filter((text) => text !== ""), "1 ", " ,", "Tiếp nhận 12 hồ sơ; "])) })),
  onCell("a cell emptied", (cell) => dressed(cell)),
  onCell("a formula", (_, draw, spot, sheet) => ({ formula: { text: formulaText(aroundOf(spot, sheet), draw), work: () => 0 }, saved: draw.whole(0, 500) })),
  onCell("an old result", (cell, draw) => (cell.formula ? { ...cell, saved: draw.whole(0, 900) } : cell)),
  onCell("a formula lost to its result", (cell) => (cell.formula ? { ...dressed(cell), value: cell.saved ?? 0 } : cell)),
  onCell("another look", (cell, draw) => ({ ...cell, style: { ...cell.style, ...draw.pick([{ bold: true }, { italic: true }, { indent: 9 }, { fill: "FFFF00" }, { format: "0.00%" }, { format: "dd/mm/yyyy" }, { format: ";;;" }, { font: ".VnTime" }]) } })),
  {
    name: "two cells exchanged",
    make: (book, draw) => {
      const spots = spotsOf(book.sheets[0]!);
      const [one, other] = [draw.pick(spots), draw.pick(spots)];
      const cell = (spot: Spot): BookCell => book.sheets[0]!.rows.get(spot.row)!.get(spot.column)!;
      return withCell(withCell(book, one, cell(other)), other, cell(one));
    },
  },
  onSheet("a column as text", (sheet, draw) => {
    const column = draw.whole(0, 14);
    return { ...sheet, rows: new Map([...sheet.rows].map(([row, cells]) => [row, new Map([...cells].map(([at, cell]) => [at, at === column && typeof cell.value === "number" ? { ...dressed(cell), value: String(cell.value) } : cell]))])) };
  }),
  onSheet("a row repeated", (sheet, draw) => {
    const row = draw.pick(rowsOf(sheet));
    return rowsMoved(sheet, (each) => (each < row ? [each] : each === row ? [each, each + 1] : [each + 1]));
  }),
  onSheet("a row gone", (sheet, draw) => {
    const row = draw.pick(rowsOf(sheet));
    return rowsMoved(sheet, (each) => (each < row ? [each] : each === row ? [] : [each - 1]));
  }),
  onSheet("two rows exchanged", (sheet, draw) => {
    const [one, other] = [draw.pick(rowsOf(sheet)), draw.pick(rowsOf(sheet))];
    return rowsMoved(sheet, (each) => [each === one ? other : each === other ? one : each]);
  }),
  onSheet("blank rows put in", (sheet, draw) => {
    const [row, many] = [draw.pick(rowsOf(sheet)), draw.pick([1, 1, 2, 40, 1_000_000])];
    return rowsMoved(sheet, (each) => [each < row ? each : Math.min(1_048_575 - (rowsOf(sheet).at(-1)! - each), each + many)]);
  }),
  onSheet("a column gone", (sheet, draw) => {
    const column = draw.whole(0, 14);
    return columnsMoved(sheet, (each) => (each === column ? undefined : each > column ? each - 1 : each));
  }),
  onSheet("a column put in", (sheet, draw) => {
    const column = draw.whole(0, 14);
    return columnsMoved(sheet, (each) => (each >= column ? each + 1 : each));
  }),
  onSheet("all moved", (sheet, draw) => {
    const [down, across] = [draw.pick([0, 1, 3, 900_000]), draw.pick([1, 1, 2, 2, 3, 26, 700, 16_000])];
    return rowsMoved(columnsMoved(sheet, (each) => each + across), (each) => [each + down]);
  }),
  onSheet("cells merged", (sheet, draw) => ({ ...sheet, merges: [...(sheet.merges ?? []), block(sheet, draw)] })),
  onSheet("rows hidden", (sheet, draw) => ({ ...sheet, hidden: new Set([...(sheet.hidden ?? []), ...rowsOf(sheet).filter(() => draw.hit(0.2))]) })),
  onSheet("rows grouped", (sheet, draw) => ({ ...sheet, outline: new Map(rowsOf(sheet).map((row) => [row, draw.whole(0, 7)])) })),
  onSheet("the sheet hidden", (sheet, draw) => ({ ...sheet, state: draw.pick(["hidden", "veryHidden"]) })),
  onSheet("a cell far away", (sheet, draw) => {
    const [row, column] = [draw.pick([1_048_575, 60_000, 500, 100, 40]), draw.pick([16_383, 700, 40, 20, 15])];
    return { ...sheet, rows: new Map(sheet.rows).set(row, new Map(sheet.rows.get(row) ?? []).set(column, { value: draw.pick(ODD_NUMBERS) })) };
  }),
  onSheet("the table once more below", (sheet, draw) => {
    const by = rowsOf(sheet).at(-1)! + draw.pick([1, 2, 3]);
    return by > 500_000 ? sheet : rowsMoved(sheet, (each) => [each, each + by]);
  }),
  onSheet("the table once more beside", (sheet, draw) => {
    const by = draw.whole(14, 17);
    return { ...sheet, rows: new Map([...sheet.rows].map(([row, cells]) => [row, new Map([...cells, ...[...cells].flatMap(([at, cell]) => (at + by < 16_384 ? [[at + by, cell] as const] : []))])])) };
  }),
  onSheet("the body repeated many times", (sheet, draw) => {
    const rows = rowsOf(sheet);
    const [first, last] = [rows[Math.floor(rows.length / 2)]!, rows.at(-1)!];
    if (last > 2000) return sheet;
    const times = draw.whole(2, Math.max(2, Math.floor(350 / (last - first + 1))));
    return rowsMoved(sheet, (each) => (each < first ? [each] : Array.from({ length: times }, (_, index) => each + index * (last - first + 1))));
  }),
  {
    name: "the sheet once more",
    make: (book, draw) => {
      const name = draw.pick(["II.06a (2)", "Bản sao", "'", "A".repeat(31), "&<>\"", "__proto__"]);
      return book.sheets.some((each) => each.name === name) ? book : { ...book, sheets: draw.hit(0.5) ? [...book.sheets, copyOf(name, book.sheets[0]!)] : [copyOf(name, book.sheets[0]!), ...book.sheets] };
    },
  },
  {
    name: "a sheet of notes",
    isHarmless: true,
    make: (book) =>
      book.sheets.some(({ name }) => name === "Ghi chú") ? book : { ...book, sheets: [...book.sheets, { name: "Ghi chú", rows: new Map([[2, new Map([[1, { value: "Số liệu đã đối chiếu với phòng chuyên môn." }]])]]) }] },
  },
  {
    name: "a sheet without a cell",
    isHarmless: true,
    make: (book) => (book.sheets.some(({ name }) => name === "Sheet9") ? book : { ...book, sheets: [...book.sheets, { name: "Sheet9", rows: new Map() }] }),
  },
];
