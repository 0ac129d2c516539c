import { parseA1Range, type Rectangle } from "../../core/sheet/Address";
import { BLANK, numberValue, textValue, type Cell, type Look, type Value } from "../../core/sheet/Cell";
import { columnsOf, columnsWithin, type Sheet, type SheetRow } from "../../core/sheet/Sheet";
import { childrenOf, elementsBetween, localName, openTag, rootTag, type Element } from "../xml/elements";
import { BrokenXml, TagCursor } from "../xml/TagCursor";
import { attribute, decodeExcelString, isOn, readText } from "../xml/text";
import { readFormula, translateFormula } from "./formulaText";
import { refuseLongText, refuseTooMuch, type Amount } from "./amount";
import { filteredBlocks, hiddenColumns, ShownRows, type Filters } from "./shownRows";
import { readDigits, SheetCursor } from "./SheetCursor";

/** What a worksheet's text leans on. */
export interface SheetSource {
  /** In pieces cut between rows. */
  readonly pieces: readonly string[];
  readonly strings: SharedStrings;
  /** The number format code of a cell style; undefined for General. */
  readonly numberFormat: (style: number) => string | undefined;
  /** What a cell style tells; undefined for nothing. */
  readonly look: (style: number) => Look | undefined;
  readonly date1904: boolean;
  /** What is kept of the workbook's other sheets. */
  readonly others: Amount;
  /** What else is known of filters: the blocks that tables filter just now, and the one last filtered. */
  readonly filters: Filters;
}

/** Excel keeps no more characters of a cell. A longer text, which may stand in every cell of a sheet though it is written once, is read so far. */
const LONGEST_TEXT = 32_767;

/** Counts below this are by far the most of a report's numbers. */
const SHARED = 4096;
const NUMBERS: readonly Value[] = Array.from({ length: SHARED }, (_, number) => numberValue(number));

/** Cells of one style, and the small counts among them: those that hold the same are one object, so that a long sheet is small. */
interface OfStyle {
  /** A cell's format and look, as far as it has any. */
  readonly dress: Pick<Cell, "numberFormat" | "look"> | undefined;
  readonly counts: (Cell | undefined)[];
}

/** Looks up the cells of a style, in a source read once. */
function sharedCells({ numberFormat, look }: SheetSource): (style: number) => OfStyle {
  const styles: OfStyle[] = [];
  const dressOf = (format: string | undefined, own: Look | undefined): OfStyle["dress"] =>
    format === undefined && own === undefined ? undefined : { ...(format === undefined ? {} : { numberFormat: format }), ...(own && { look: own }) };
  return (style) => (styles[style] ??= { dress: dressOf(numberFormat(style), look(style)), counts: [] });
}

type Shared = ReturnType<typeof sharedCells>;

const cellOf = (value: Value, dress: OfStyle["dress"]): Cell => (dress === undefined ? { value } : { value, ...dress });

/** A worksheet's own, and how much of it is kept. */
export interface ReadSheet {
  readonly sheet: Omit<Sheet, "name" | "visible" | "names">;
  readonly amount: Amount;
}

/** Rows read between two pauses. */
const ROWS_AT_ONCE = 100;

/** Reads a worksheet; yields how many characters it has got through, so that the caller can rest or stop. Throws `BrokenXml`. */
export function* readSheet(source: SheetSource): Generator<number, ReadSheet> {
  const cursor = new SheetCursor(source.pieces);
  const rows = new Map<number, SheetRow>();
  const formulas = new SharedFormulas();
  const shared = sharedCells(source);
  const shown = new ShownRows();
  const amount = { cells: 0, text: 0 };
  while (readRows(cursor, source, formulas, shared, shown, rows, amount)) {
    refuseTooMuch(amount, source.others);
    yield cursor.position;
  }
  refuseTooMuch(amount, source.others);
  formulas.resolve(rows);
  const tail = tailOf(cursor);
  const sheet = {
    locked: tail.some((element) => localName(element.name) === "sheetProtection" && isOn(attribute(openTag(cursor.xml, element), "sheet"))),
    rows,
    merges: readMerges(cursor.xml, tail),
    ...shown.told(() => filteredBlocks(cursor, tail, source.filters)),
    ...hiddenColumns(cursor, rows),
  };
  return { sheet, amount };
}

/** Reads some rows; false when there are no more. */
function readRows(
  cursor: SheetCursor,
  source: SheetSource,
  formulas: SharedFormulas,
  shared: Shared,
  shown: ShownRows,
  rows: Map<number, SheetRow>,
  amount: { -readonly [Part in keyof Amount]: number },
): boolean {
  let line: (Cell | undefined)[] | undefined;
  for (let left = ROWS_AT_ONCE; left > 0; ) {
    const event = cursor.next();
    if (event === "end") return false;
    if (event === "row") {
      line = undefined;
      shown.note(cursor);
    } else if (event === "rowEnd") left--;
    else {
      const cell = readCell(cursor, source, formulas, shared);
      if (!cell) continue;
      if (!line) rows.set(cursor.row, (line = []));
      line[cursor.column] = cell;
      amount.cells++;
      if (cell.value.kind === "text") amount.text += cell.value.text.length;
    }
  }
  return true;
}

/** What follows the cells of a worksheet: protection, merges, formats, page setup … */
export function tailOf(cursor: SheetCursor): readonly Element[] {
  const close = cursor.xml.lastIndexOf("</");
  if (close < cursor.dataEnd) throw new BrokenXml("a worksheet that breaks off");
  return elementsBetween(cursor.xml, cursor.dataEnd, close);
}

function readMerges(xml: string, tail: readonly Element[]): Sheet["merges"] {
  const merges = tail.find((element) => localName(element.name) === "mergeCells");
  if (!merges) return [];
  return childrenOf(xml, merges)
    .map((merge) => parseA1Range(attribute(openTag(xml, merge), "ref") ?? ""))
    .filter((range) => range !== undefined);
}

/** The cell the cursor stands at; undefined when it holds nothing. */
function readCell(cursor: SheetCursor, source: SheetSource, formulas: SharedFormulas, shared: Shared): Cell | undefined {
  const hasFormula = cursor.formulaTag.start >= 0;
  if (!hasFormula && cursor.value.start < 0 && cursor.inline.start < 0) return undefined;
  const { dress, counts } = shared(cursor.style);
  const value = readValue(cursor, source);
  if (!hasFormula && value.kind === "number" && NUMBERS[value.number] === value) return (counts[value.number] ??= cellOf(value, dress));
  const formula = hasFormula ? formulas.read(cursor) : undefined;
  if (formula === undefined && value.kind === "blank") return undefined;
  if (formula === undefined) {
    const raised = source.strings.raised.get(value);
    return raised === undefined ? cellOf(value, dress) : { ...cellOf(value, dress), raised };
  }
  // A text result may be empty; any other result has at least one character.
  const empty = cursor.value.start < 0 || (cursor.value.start === cursor.value.end && cursor.type !== "str");
  const uncalculated = empty && cursor.inline.start < 0 ? { uncalculated: true } : {};
  return { value, formula, ...uncalculated, ...dress };
}

function readValue(cursor: SheetCursor, { strings, date1904 }: SheetSource): Value {
  const { xml, type, value, inline } = cursor;
  if (type === "inlineStr" && inline.start >= 0) return strings.read(xml, inline.start, inline.end, cursor.prefix);
  if (value.start < 0) return BLANK;
  if (type === "n") {
    if (value.start === value.end) return BLANK;
    const number = readDigits(xml, value.start, value.end);
    const known = NUMBERS[number];
    // Minus nought is found there, too.
    if (known && !Object.is(number, -0)) return known;
    return Number.isFinite(number) ? numberValue(number) : textValue(readText(xml.slice(value.start, value.end)).trim());
  }
  if (type === "s") return value.start === value.end ? BLANK : strings.at(readDigits(xml, value.start, value.end));
  const raw = xml.slice(value.start, value.end);
  switch (type) {
    case "b":
      return textValue(raw.trim() === "1" || raw.trim() === "true" ? "TRUE" : "FALSE");
    case "e":
      return { kind: "error", code: readText(raw) };
    case "d":
      return serialDate(readText(raw), date1904);
    default:
      refuseLongText(raw);
      return textValue(decodeExcelString(readText(raw)));
  }
}

/** Strict workbooks may write dates in ISO 8601; everybody else counts days. */
function serialDate(text: string, date1904: boolean): Value {
  const instant = Date.parse(/T/.test(text) ? `${text.replace(/Z$/, "")}Z` : `${text}T00:00:00Z`);
  if (Number.isNaN(instant)) return textValue(text);
  const days = instant / 86_400_000 - Date.UTC(1899, 11, 30) / 86_400_000;
  return numberValue(date1904 ? days - 1462 : days);
}

interface Master {
  readonly formula: string;
  readonly row: number;
  readonly column: number;
}

/** Blocks of array formulas never overlap: where so many cells for each of the sheet have been given theirs, the file is not in earnest, and the rest stand alone. */
const MOST_LOOKS = 8;

/** Formulas written once for several cells, as they read in each. */
class SharedFormulas {
  private readonly masters = new Map<string, Master>();
  private readonly late: { readonly group: string; readonly row: number; readonly column: number }[] = [];
  private readonly blocks: Pick<Cell, "formula" | "block">[] = [];

  /** The formula at the cursor; undefined inside an array or data table that has it elsewhere. */
  read(cursor: SheetCursor): string | undefined {
    const { xml, formula, formulaTag, row, column } = cursor;
    const written = readFormula(xml.slice(formula.start, formula.end));
    const text = written === "=" ? undefined : written;
    // Most formulas have a bare tag: `<f>`.
    if (formulaTag.end - formulaTag.start <= cursor.prefix.length + 4) return text;
    const tag = xml.slice(formulaTag.start, formulaTag.end);
    const kind = attribute(tag, "t");
    const block = kind === "array" || kind === "dataTable" ? parseA1Range(attribute(tag, "ref") ?? "") : undefined;
    if (block && sizeOf(block) > 1) this.blocks.push({ block, ...(text === undefined ? {} : { formula: text }) });
    const group = kind === "shared" ? attribute(tag, "si") : undefined;
    if (group === undefined) return text;
    if (text !== undefined) {
      this.masters.set(group, { formula: text, row, column });
      return text;
    }
    const master = this.masters.get(group);
    if (master) return translateFormula(master.formula, row - master.row, column - master.column);
    this.late.push({ group, row, column });
    return written;
  }

  /** Gives theirs to cells that came before the one their formula is written in, and to the cells of blocks. */
  resolve(rows: ReadonlyMap<number, SheetRow>): void {
    for (const { group, row, column } of this.late) {
      const master = this.masters.get(group);
      const line = rows.get(row) as (Cell | undefined)[] | undefined;
      const cell = line?.[column];
      if (!master || !line || !cell) continue;
      line[column] = { ...cell, formula: translateFormula(master.formula, row - master.row, column - master.column) };
    }
    if (this.blocks.length > 0) this.resolveBlocks(rows);
  }

  private resolveBlocks(rows: ReadonlyMap<number, SheetRow>): void {
    let cells = 0;
    for (const line of rows.values()) cells += columnsOf(line).length;
    let looks = MOST_LOOKS * (cells + this.blocks.length);
    for (const shared of this.blocks) {
      const { top, left, bottom, right } = shared.block!;
      for (const row of bottom - top < rows.size ? Array.from({ length: bottom - top + 1 }, (_, index) => top + index) : rows.keys()) {
        if (--looks < 0) return;
        const line = (row >= top && row <= bottom ? rows.get(row) : undefined) as (Cell | undefined)[] | undefined;
        for (const column of line ? columnsWithin(line, left, right) : []) {
          looks--;
          const cell = line![column];
          if (cell) line![column] = { ...cell, ...shared };
        }
      }
    }
  }
}

const sizeOf = ({ top, left, bottom, right }: Rectangle): number => (bottom - top + 1) * (right - left + 1);

/** The texts of a workbook as they are met, and how many characters at their ends are raised, where any are. */
export class SharedStrings {
  private readonly items: Value[] = [];
  readonly raised = new WeakMap<Value, number>();

  /** Of the shared strings part. Throws `BrokenXml`. */
  constructor(xml: string | undefined) {
    if (xml === undefined) return;
    const { prefix, end } = rootTag(xml);
    const item = `${prefix}si`;
    const tags = new TagCursor(xml, end);
    while (tags.next()) {
      if (!tags.is(item) || tags.closing) continue;
      const { end: from, empty } = tags;
      if (!empty) tags.skipElement();
      this.items.push(empty ? BLANK : this.read(xml, from, tags.start, prefix));
    }
  }

  /** The text of that number, from nought. Throws `BrokenXml` where there is none: a text that is lost must not look like a blank cell. */
  at(number: number): Value {
    const item = this.items[number];
    if (!item) throw new BrokenXml(`no shared string ${number}`);
    return item;
  }

  /** The text of a string item or inline string: its runs put together, without readings (phonetic text). */
  read(xml: string, from: number, to: number, prefix: string): Value {
    const tags = new TagCursor(xml, from, to);
    let text = "";
    let raisedFrom: number | undefined;
    let isRaised = false;
    while (tags.next()) {
      if (tags.closing) continue;
      if (tags.is(`${prefix}rPh`)) tags.skipElement();
      else if (tags.is(`${prefix}r`)) isRaised = false;
      else if (tags.is(`${prefix}vertAlign`)) isRaised = attribute(tags.tag, "val") === "superscript";
      else if (tags.is(`${prefix}t`) && !tags.empty) {
        const start = tags.end;
        tags.skipElement();
        raisedFrom = isRaised ? (raisedFrom ?? text.length) : undefined;
        text += decodeExcelString(readText(xml.slice(start, tags.start)));
      }
    }
    refuseLongText(text);
    const value = textValue(text.slice(0, LONGEST_TEXT));
    // A text that is raised as a whole has no mark at its end.
    if (raisedFrom && text.length <= LONGEST_TEXT) this.raised.set(value, text.length - raisedFrom);
    return value;
  }
}
