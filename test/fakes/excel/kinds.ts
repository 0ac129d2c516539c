import { a1Range, columnLetters, parseA1Range, positionKey, type Rectangle } from "../../../src/core/sheet/Address";
import type { AnyKind, Kind } from "./client";
import { FakeError } from "./FakeError";
import { FakeSheet, isBlank, WHOLE_SHEET, type FakeCell, type FakeConditionalFormat } from "./FakeSheet";

/** The workbook as the kinds see it. */
export interface Book {
  readonly sheets: FakeSheet[];
  readonly xmlParts: FakeXmlPart[];
  active: FakeSheet;
  selection: { readonly sheet: FakeSheet; readonly areas: readonly Rectangle[] } | undefined;
  newId(): string;
  /** Counts what goes over the wire, and refuses what is too much. */
  carry(cells: number): void;
  /** Notes that something was written, for undo and for events. */
  wrote(sheet: FakeSheet | undefined): void;
}

/** A custom XML part, and all parts of its workbook. */
export interface FakeXmlPart {
  readonly id: string;
  xml: string;
  readonly all: FakeXmlPart[];
}

/** Ranges and range areas are the same thing behind the client. */
interface Cells {
  readonly book: Book;
  readonly sheet: FakeSheet;
  readonly areas: readonly Rectangle[];
}

const MOST_MERGES = 512;
const LONGEST_ADDRESS = 8_192;

function areasOf(address: unknown): readonly Rectangle[] {
  if (address === undefined) return [WHOLE_SHEET];
  if (typeof address !== "string" || address.length > LONGEST_ADDRESS) throw new FakeError("InvalidArgument", "Address too long.");
  return address.split(",").map((part) => {
    const rows = /^\$?(\d+):\$?(\d+)$/.exec(part);
    if (rows) return { ...WHOLE_SHEET, top: Number(rows[1]) - 1, bottom: Number(rows[2]) - 1 };
    const columns = /^([A-Z]+):([A-Z]+)$/.exec(part);
    const area = columns ? parseA1Range(`${columns[1]}1:${columns[2]}1048576`) : parseA1Range(part);
    if (!area) throw new FakeError("InvalidArgument", `Not an address: ${part}`);
    return area;
  });
}

const only = ({ areas }: Cells): Rectangle => areas[0]!;

/** The zero-based rows of a block. */
const linesOf = (cells: Cells): readonly number[] => Array.from({ length: only(cells).bottom - only(cells).top + 1 }, (_, index) => only(cells).top + index);

function grid<T>(cells: Cells, of: (cell: FakeCell | undefined) => T): T[][] {
  const { top, left, bottom, right } = only(cells);
  cells.book.carry((bottom - top + 1) * (right - left + 1));
  const rows: T[][] = [];
  for (let row = top; row <= bottom; row++) {
    const line: T[] = [];
    for (let column = left; column <= right; column++) line.push(of(cells.sheet.cells.get(positionKey({ row, column }))));
    rows.push(line);
  }
  return rows;
}

function writable({ sheet }: Cells): void {
  if (sheet.protection.protected) throw new FakeError("AccessDenied");
}

function setGrid(cells: Cells, value: unknown, set: (row: number, column: number, input: unknown) => void): void {
  writable(cells);
  const { top, left, bottom, right } = only(cells);
  if (Array.isArray(value) && (value.length !== bottom - top + 1 || (value[0] as unknown[]).length !== right - left + 1)) {
    throw new FakeError("InvalidArgument", "The array does not fit the range.");
  }
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      set(row, column, Array.isArray(value) ? (value as unknown[][])[row - top]![column - left] : value);
    }
  }
  cells.book.wrote(cells.sheet);
}

const typed = {
  set: (cells: Cells, value: unknown) => setGrid(cells, value, (row, column, input) => cells.sheet.type({ row, column }, input)),
};

/** A place settings are written down: a format, a font, a page layout. */
interface Bag {
  readonly book: Book;
  readonly sheet: FakeSheet;
  readonly areas: readonly Rectangle[];
  readonly path: string;
  readonly note?: (what: string, value: unknown) => void;
}

const below = (bag: Bag, name: string): Bag => ({ ...bag, path: bag.path === "" ? name : `${bag.path}.${name}` });

const BAG: Kind<Bag> = {
  name: "Format",
  // Every cell of a protected sheet is locked.
  scalars: { locked: { get: () => true } },
  navigations: Object.fromEntries(["font", "fill", "borders", "format", "protection", "top", "bottom", "left", "right"].map((name) => [name, { type: () => BAG, get: (bag: Bag) => below(bag, name) }])),
  finders: { getItem: { type: () => BAG, get: (bag, name) => below(bag, String(name)) } },
  actions: Object.fromEntries(
    ["setPrintTitleRows", "setPrintArea", "freezeAt", "freezeRows", "freezeColumns"].map((name) => [
      name,
      (bag: Bag, value: unknown) => BAG.setAnything!(bag, name, value),
    ]),
  ),
  setAnything(bag, name, value) {
    const what = below(bag, name).path;
    if (bag.note) return bag.note(what, value);
    if (bag.sheet.protection.protected) throw new FakeError("AccessDenied");
    for (const { top, left, bottom, right } of bag.areas) {
      if ((what.includes("InsideHorizontal") && top === bottom) || (what.includes("InsideVertical") && left === right)) {
        throw new FakeError("InvalidArgument", "There are no lines inside a single row or column.");
      }
    }
    bag.sheet.settings.push({ areas: bag.areas, what, value });
    bag.book.wrote(undefined);
  },
};

const bagOf = (path: string) => ({ type: () => BAG, get: ({ book, sheet, areas }: Cells): Bag => ({ book, sheet, areas, path }) });

const RANGES: Kind<readonly Cells[]> = { name: "RangeCollection", items: { type: () => RANGE, get: (ranges) => ranges } };

const RANGE_AREAS: Kind<Cells> = {
  name: "RangeAreas",
  navigations: {
    areas: { type: () => RANGES, get: (cells) => cells.areas.map((area) => ({ ...cells, areas: [area] })) },
    conditionalFormats: { type: () => FORMATS, get: (cells) => cells },
    format: bagOf(""),
    dataValidation: bagOf("dataValidation"),
  },
  actions: {
    select: ({ book, sheet, areas }) => {
      if (book.active !== sheet) throw new FakeError("InvalidOperation", "The sheet is not in front.");
      book.selection = { sheet, areas };
    },
  },
  actionsSince: { select: "1.18" },
};

const RANGE: Kind<Cells> = {
  name: "Range",
  scalars: {
    rowIndex: { get: (cells) => only(cells).top },
    columnIndex: { get: (cells) => only(cells).left },
    rowCount: { get: (cells) => only(cells).bottom - only(cells).top + 1 },
    columnCount: { get: (cells) => only(cells).right - only(cells).left + 1 },
    rowHidden: {
      get: (cells) => {
        const hidden = new Set(linesOf(cells).map((row) => cells.sheet.hiddenRows.has(row)));
        return hidden.size > 1 ? null : hidden.has(true);
      },
    },
    values: { get: (cells) => grid(cells, (cell) => cell?.value ?? ""), ...typed },
    formulas: { get: (cells) => grid(cells, (cell) => cell?.formula ?? cell?.value ?? ""), ...typed },
    valueTypes: { get: (cells) => grid(cells, (cell) => (isBlank(cell) ? "Empty" : cell!.type)) },
    numberFormat: {
      get: (cells) => grid(cells, (cell) => cell?.numberFormat ?? "General"),
      set: (cells, value) => setGrid(cells, value, (row, column, format) => cells.sheet.setNumberFormat({ row, column }, String(format))),
    },
  },
  questions: {
    getRowProperties: (cells) => linesOf(cells).map((row) => ({ rowHidden: cells.sheet.hiddenRows.has(row) })),
    getColumnProperties: (cells) => Array.from({ length: only(cells).right - only(cells).left + 1 }, () => ({ columnHidden: false })),
    // It keeps no looks that could be asked for.
    getCellProperties: (cells) => linesOf(cells).map(() => []),
  },
  navigations: { ...RANGE_AREAS.navigations },
  finders: {
    getUsedRangeOrNullObject: { type: () => RANGE, get: (cells) => used(cells, only(cells)) },
    getMergedAreasOrNullObject: {
      type: () => RANGE_AREAS,
      since: "1.13",
      get: (cells) => {
        if (cells.sheet.merges.length > MOST_MERGES) throw new FakeError("GeneralException");
        return cells.sheet.merges.length === 0 ? undefined : { ...cells, areas: cells.sheet.merges };
      },
    },
  },
  actions: {
    ...RANGE_AREAS.actions,
    merge: (cells) => {
      writable(cells);
      cells.sheet.merges.push(only(cells));
    },
  },
};

function used({ book, sheet }: Pick<Cells, "book" | "sheet">, within: Rectangle): Cells | undefined {
  const area = sheet.usedWithin(within);
  return area && { book, sheet, areas: [area] };
}

const overlap = (one: Rectangle, other: Rectangle): boolean =>
  one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right;

interface Format {
  readonly cells: Cells;
  readonly format: FakeConditionalFormat;
}

const formatsIn = (cells: Cells): readonly Format[] =>
  cells.sheet.formats.filter(({ areas }) => areas.some((one) => cells.areas.some((other) => overlap(one, other)))).map((format) => ({ cells, format }));

const FORMATS: Kind<Cells> = {
  name: "ConditionalFormatCollection",
  items: { type: () => FORMAT, get: formatsIn },
  finders: {
    getItem: { type: () => FORMAT, get: (cells, id) => formatsIn(cells).find(({ format }) => format.id === id) },
    add: {
      type: () => FORMAT,
      get: (cells, type) => {
        if (cells.sheet.protection.protected && !cells.sheet.protection.options?.allowFormatCells) throw new FakeError("AccessDenied");
        const format: FakeConditionalFormat = { id: cells.book.newId(), areas: cells.areas, type: String(type), formula: "", settings: {} };
        cells.sheet.formats.unshift(format);
        cells.book.wrote(undefined);
        return { cells, format };
      },
    },
  },
};

const FORMAT: Kind<Format> = {
  name: "ConditionalFormat",
  scalars: { id: { get: ({ format }) => format.id }, type: { get: ({ format }) => format.type } },
  navigations: {
    custom: {
      type: () => CUSTOM,
      get: (format) => {
        if (format.format.type !== "Custom") throw new FakeError("InvalidOperation", "This operation is not permitted for the current object.");
        return format;
      },
    },
    customOrNullObject: { type: () => CUSTOM, get: (format) => (format.format.type === "Custom" ? format : undefined) },
  },
  finders: { getRanges: { type: () => RANGE_AREAS, get: ({ cells, format }) => ({ ...cells, areas: format.areas }) } },
  actions: {
    delete: ({ cells, format }) => {
      cells.sheet.formats = cells.sheet.formats.filter((each) => each !== format);
      cells.book.wrote(undefined);
    },
  },
};

const CUSTOM: Kind<Format> = {
  name: "CustomConditionalFormat",
  navigations: {
    rule: { type: () => RULE, get: (format) => format },
    format: {
      type: () => BAG,
      get: ({ cells, format }): Bag => ({ ...cells, path: "", note: (what, value) => (format.settings[what] = value) }),
    },
  },
};

const RULE: Kind<Format> = {
  name: "ConditionalFormatRule",
  scalars: { formula: { get: ({ format }) => format.formula, set: ({ format }, formula) => (format.formula = String(formula)) } },
};

interface InBook {
  readonly book: Book;
  readonly sheet: FakeSheet;
}

const whole = ({ book, sheet }: InBook): Cells => ({ book, sheet, areas: [WHOLE_SHEET] });
const onSheet = (path: string) => ({ type: () => BAG, get: (at: InBook): Bag => ({ ...whole(at), path }) });

/** There are none. */
const NAMES: AnyKind = { name: "NamedItemCollection", items: { type: () => ({ name: "NamedItem" }), get: () => [] } };

const AUTO_FILTER: Kind<InBook> = {
  name: "AutoFilter",
  scalars: { isDataFiltered: { get: ({ sheet }) => sheet.filtered !== undefined } },
  finders: { getRangeOrNullObject: { type: () => RANGE, get: (at) => at.sheet.filtered && { ...at, areas: [at.sheet.filtered] } } },
};

const WORKSHEET: Kind<InBook> = {
  name: "Worksheet",
  scalars: {
    id: { get: ({ sheet }) => sheet.id },
    name: { get: ({ sheet }) => sheet.name },
    visibility: { get: ({ sheet }) => sheet.visibility },
    position: { get: ({ book, sheet }) => book.sheets.indexOf(sheet) },
  },
  navigations: {
    protection: {
      type: () => ({
        name: "WorksheetProtection",
        scalars: {
          protected: { get: ({ sheet }: InBook) => sheet.protection.protected },
          options: { get: ({ sheet }: InBook) => sheet.protection.options },
        },
      }),
      get: (at) => at,
    },
    names: { type: () => NAMES, get: () => [] },
    autoFilter: { type: () => AUTO_FILTER, get: (at) => at },
    freezePanes: onSheet("freezePanes"),
    pageLayout: onSheet("pageLayout"),
  },
  finders: {
    getRange: {
      type: () => RANGE,
      get: (at, address) => {
        const areas = areasOf(address);
        if (areas.length > 1) throw new FakeError("InvalidArgument", "One block only.");
        return { ...at, areas };
      },
    },
    getRanges: { type: () => RANGE_AREAS, get: (at, address) => ({ ...at, areas: areasOf(address) }) },
    getUsedRangeOrNullObject: { type: () => RANGE, get: (at) => used(at, WHOLE_SHEET) },
  },
  actions: {
    activate: ({ book, sheet }) => {
      if (sheet.visibility !== "Visible") throw new FakeError("GeneralException");
      book.active = sheet;
    },
    delete: ({ book, sheet }) => {
      book.sheets.splice(book.sheets.indexOf(sheet), 1);
      book.wrote(sheet);
    },
  },
};

const byKey = (book: Book, key: unknown): InBook | undefined => {
  const sheet = book.sheets.find(({ id, name }) => id === key || name.toLowerCase() === String(key).toLowerCase());
  return sheet && { book, sheet };
};

const WORKSHEETS: Kind<Book> = {
  name: "WorksheetCollection",
  items: { type: () => WORKSHEET, get: (book) => book.sheets.map((sheet) => ({ book, sheet })) },
  finders: {
    getItem: { type: () => WORKSHEET, get: byKey },
    getItemOrNullObject: { type: () => WORKSHEET, get: byKey },
    getActiveWorksheet: { type: () => WORKSHEET, get: (book) => ({ book, sheet: book.active }) },
    add: {
      type: () => WORKSHEET,
      get: (book, name) => {
        if (byKey(book, name)) throw new FakeError("ItemAlreadyExists");
        if (typeof name !== "string" || name.length > 31 || /[\\/?*[\]:]/.test(name)) throw new FakeError("InvalidArgument");
        const sheet = new FakeSheet(book.newId(), name);
        book.sheets.push(sheet);
        book.wrote(sheet);
        return { book, sheet };
      },
    },
  },
  events: { onChanged: "1.9", onSelectionChanged: "1.9", onAdded: "1.7", onDeleted: "1.7", onRowSorted: "1.10", onColumnSorted: "1.10", onNameChanged: "1.17" },
};

/** The workbook's kind; all others are reached from it. */
const XML_PART: AnyKind = {
  name: "CustomXmlPart",
  scalars: { id: { get: ({ id }) => id } },
  questions: { getXml: ({ xml }) => xml },
  actions: {
    setXml: (part, xml) => (part.xml = String(xml)),
    delete: (part) => void part.all.splice(part.all.indexOf(part), 1),
  },
} satisfies Kind<FakeXmlPart>;

const XML_PARTS: AnyKind = {
  name: "CustomXmlPartCollection",
  items: { type: () => XML_PART, get: (parts: readonly FakeXmlPart[]) => parts },
  finders: {
    getByNamespace: { type: () => XML_PARTS, get: (parts, namespace) => parts.filter(({ xml }) => xml.includes(`xmlns="${String(namespace)}"`)) },
    add: {
      type: () => XML_PART,
      get: (all, xml) => {
        const part: FakeXmlPart = { id: `{${all.length + 1}}`, xml: String(xml), all };
        all.push(part);
        return part;
      },
    },
  },
} satisfies Kind<FakeXmlPart[]>;

export const WORKBOOK: AnyKind = {
  name: "Workbook",
  navigations: {
    names: { type: () => NAMES, get: () => [] },
    tables: { type: () => NAMES, get: () => [] },
    application: { type: () => ({ name: "Application", scalars: { calculationMode: { get: () => "Automatic" } } }), get: (book: Book) => book },
    worksheets: { type: () => WORKSHEETS, get: (book: Book) => book },
    customXmlParts: { type: () => XML_PARTS, get: (book: Book) => book.xmlParts },
  },
} satisfies Kind<Book>;

/** Areas as Excel writes them, whole columns and rows in short. */
export function addressOf(areas: readonly Rectangle[]): string {
  return areas
    .map((area) => {
      if (area.top === 0 && area.bottom === WHOLE_SHEET.bottom) return `${columnLetters(area.left)}:${columnLetters(area.right)}`;
      if (area.left === 0 && area.right === WHOLE_SHEET.right) return `${area.top + 1}:${area.bottom + 1}`;
      return a1Range(area);
    })
    .join(",");
}
