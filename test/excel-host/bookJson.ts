import { cellName, rectName, rectOf, type Rect } from "./addresses";
import { Book } from "./Book";
import { BookSheet, placeOf, type Bag, type StoredCell, type StoredComment, type StoredName, type StoredTable } from "./BookSheet";
import type { Calculator } from "./calculate";
import type { HostCell, HostSheet, HostWorkbook } from "./HostDescription";

const list = <Item>(items: readonly Item[]): readonly Item[] | undefined => (items.length ? items : undefined);
const table = (map: ReadonlyMap<number, number>): object | undefined => (map.size ? Object.fromEntries(map) : undefined);
const bag = (o: object): object | undefined => (Object.keys(o).length ? o : undefined);
const named = <Item extends { readonly rect: Rect }>(items: readonly Item[]) => list(items.map((each) => ({ ...each, rect: rectName(each.rect) })));

/** All a workbook holds, as plain data. */
export function describeBook(book: Book): HostWorkbook {
  const { names, settings, xmlParts, bags, nextId, active, selection } = book;
  const described = {
    sheets: book.sheets.map(describeSheet),
    names: list(names),
    settings: bag(settings),
    xmlParts: list(xmlParts),
    // What was looked at and holds nothing is nothing.
    bags: bag(Object.fromEntries(Object.entries(bags).filter(([, held]) => typeof held !== "object" || held === null || Object.keys(held).length > 0))),
    nextId,
    active: active.name,
    selection: rectName(selection),
  };
  return JSON.parse(JSON.stringify(described)) as HostWorkbook;
}

function describeSheet(sheet: BookSheet): object {
  return {
    name: sheet.name,
    id: sheet.id,
    props: bag(sheet.props),
    cells: Object.fromEntries([...sheet.cells].sort(([one], [other]) => one - other).map(([k, cell]) => [cellName(...placeOf(k)), { ...cell }])),
    areaFormats: named(sheet.areaFormats),
    merges: list(sheet.merges.map(rectName)),
    freeze: sheet.freeze ? rectName(sheet.freeze) : undefined,
    colWidths: table(sheet.colWidths),
    rowHeights: table(sheet.rowHeights),
    conditionalFormats: list(sheet.conditionalFormats.map((each) => ({ ...each, ranges: each.ranges.map(rectName) }))),
    names: list(sheet.names),
    comments: named(sheet.comments),
    tables: named(sheet.tables),
    validations: named(sheet.validations),
  };
}

/** A workbook of all that is described; with one empty sheet where none is. */
export function bookOf(description: HostWorkbook, calculator?: Calculator): Book {
  const book = new Book(calculator);
  const { sheets = [], names = [], settings = {}, xmlParts = [], bags = {}, nextId = 1000, active, selection } = structuredClone(description);
  book.nextId = nextId;
  for (const each of sheets) book.sheets.push(sheetOf(book, each));
  book.names = names.map((each) => ({ ...each }));
  book.settings = { ...settings };
  book.xmlParts = xmlParts.map((each) => ({ ...each }));
  book.bags = { ...bags };
  const [first = book.addSheet()] = book.sheets;
  book.select((active === undefined ? undefined : book.sheet(active)) ?? first, selection ? rectOf(selection) : { r1: 0, c1: 0, r2: 0, c2: 0 });
  return book;
}

const placed = <Item extends { readonly rect: string }>(items: readonly Item[] = []) => items.map((each) => ({ ...each, rect: rectOf(each.rect) }));

function sheetOf(book: Book, described: HostSheet): BookSheet {
  const sheet = new BookSheet(book, described.name, described.id ?? book.guid());
  for (const [at, cell] of Object.entries(described.cells ?? {})) {
    const { r1, c1 } = rectOf(at);
    sheet.place(r1, c1, stored(cell));
  }
  sheet.props = { ...described.props };
  sheet.names = (described.names ?? []).map((each): StoredName => ({ ...each }));
  sheet.merges = (described.merges ?? []).map(rectOf);
  sheet.freeze = described.freeze ? rectOf(described.freeze) : null;
  sheet.areaFormats = placed(described.areaFormats);
  sheet.comments = placed(described.comments) as StoredComment[];
  sheet.tables = placed(described.tables) as StoredTable[];
  sheet.validations = placed(described.validations) as { readonly rect: Rect; readonly data: Bag }[];
  sheet.conditionalFormats = (described.conditionalFormats ?? []).map((each) => ({ stopIfTrue: false, ...each, ranges: each.ranges.map(rectOf), data: each.data as Bag }));
  for (const [column, width] of Object.entries(described.colWidths ?? {})) sheet.colWidths.set(Number(column), width);
  for (const [row, height] of Object.entries(described.rowHeights ?? {})) sheet.rowHeights.set(Number(row), height);
  return sheet;
}

function stored(cell: HostCell): StoredCell {
  if (typeof cell === "object") return cell as StoredCell;
  return typeof cell === "string" && cell.startsWith("=") ? { f: cell } : { v: cell };
}
