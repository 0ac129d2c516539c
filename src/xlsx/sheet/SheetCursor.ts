import { LAST_COLUMN, LAST_ROW } from "../../core/sheet/Address";
import { TagCursor, BrokenXml } from "../xml/TagCursor";
import { rootTag } from "../xml/elements";
import { attribute } from "../xml/text";

/** A span of the sheet's text; `start` is −1 where there is none. */
interface Span {
  start: number;
  end: number;
}

const CAPITAL_A = 65, CAPITAL_Z = 90, SMALL_A = 97, LETTER_R = 114, LETTER_S = 115, LETTER_T = 116, ZERO = 48, NINE = 57;
const SPACE = 32, QUOTE = 34, APOSTROPHE = 39, SLASH = 47, LESS = 60, EQUALS = 61, GREATER = 62;

/** Longer values are looked for from tag to tag. */
const LONGEST_PLAIN = 32;

/** So many digits are exact in a number. */
const MOST_DIGITS = 15;

/** The last row, 1048576, has so many. */
const MOST_ROW_DIGITS = 7;

/**
 * Walks the rows and cells of a worksheet's text and tells where each thing stands in the piece of text it lies in. One object
 * for the whole walk: its fields describe the row or cell it last came to. Rows and cells come in ascending order, each once, as
 * Excel asks (ISO/IEC 29500-1, 18.3.1.73): what says otherwise is refused, lest a figure be read as another cell's.
 */
export class SheetCursor {
  /** Zero-based. Rows and cells without an address follow the one before. */
  row = -1;
  column = -1;
  /** The row's tags: from the "<" of the opening one; behind it. */
  readonly rowTag: Span = { start: -1, end: -1 };
  rowEmpty = false;
  /** Before `</row>`, once the walk is there. */
  rowClose = -1;
  /** From the "<" of the opening tag of the cell to behind its closing one; where its inside begins and ends. */
  readonly cell: Span = { start: -1, end: -1 };
  readonly inside: Span = { start: -1, end: -1 };
  /** The cell's attributes `s` (0 where it has none) and `t`. */
  style = 0;
  type = "n";
  /** The opening tag of `f`, then its text. */
  readonly formulaTag: Span = { start: -1, end: -1 };
  readonly formula: Span = { start: -1, end: -1 };
  /** The whole of `v`, then its text; the inside of `is`. */
  readonly valueElement: Span = { start: -1, end: -1 };
  readonly value: Span = { start: -1, end: -1 };
  readonly inline: Span = { start: -1, end: -1 };
  /** Of `<sheetData>`: its opening tag, and behind its closing one once the walk is over. */
  readonly dataTag: Span;
  dataEmpty: boolean;
  /** Before `</sheetData>`, once the walk is over. */
  dataClose = -1;
  dataEnd = -1;
  /** "x:" where the sheet's elements have a prefix. */
  readonly prefix: string;

  /** The piece the walk is in, and its number: all places above are places in it, those of `<sheetData>` in the first and the last. */
  xml: string;
  piece = 0;

  private tags: TagCursor;
  /** How long the pieces before it are. */
  private passed = 0;
  private readonly plain: { readonly cell: string; readonly open: string; readonly close: string; readonly end: string };
  private readonly names: Readonly<Record<"row" | "c" | "f" | "v" | "is" | "sheetData", string>>;
  private rowOpen = false;

  /** The text in pieces cut between rows. Throws `BrokenXml`. */
  constructor(readonly pieces: readonly string[]) {
    const xml = (this.xml = pieces[0]!);
    const root = rootTag(xml);
    const prefix = (this.prefix = root.prefix);
    this.names = { row: `${prefix}row`, c: `${prefix}c`, f: `${prefix}f`, v: `${prefix}v`, is: `${prefix}is`, sheetData: `${prefix}sheetData` };
    this.plain = { cell: `<${prefix}c `, open: `<${prefix}v>`, close: `</${prefix}v></${prefix}c>`, end: `</${prefix}c>` };
    this.tags = new TagCursor(xml, root.end);
    while (this.tags.next() && !this.tags.is(this.names.sheetData)) this.tags.skipElement();
    if (!this.tags.is(this.names.sheetData) || this.tags.closing) throw new BrokenXml("a worksheet without sheetData");
    this.dataTag = { start: this.tags.start, end: this.tags.end };
    this.dataEmpty = this.tags.empty;
    if (this.dataEmpty) this.dataClose = this.dataEnd = this.tags.end;
  }

  /** How far the walk has come, in characters. */
  get position(): number {
    return this.passed + this.tags.end;
  }

  /** Goes behind the cells without looking at them: their closing tag stands nowhere else in a worksheet. */
  skipCells(): void {
    if (this.dataEnd >= 0) return;
    const close = `</${this.names.sheetData}`;
    const from = this.pieces.length === 1 ? this.dataTag.end : 0;
    this.piece = this.pieces.length - 1;
    this.xml = this.pieces[this.piece]!;
    this.dataClose = this.xml.indexOf(close, from);
    this.dataEnd = this.xml.indexOf(">", this.dataClose) + 1;
    if (this.dataClose < 0 || this.dataEnd <= 0) throw new BrokenXml("a worksheet that breaks off");
  }

  /** Goes on to the next row, cell or end of a row; "end" after the last. */
  next(): "row" | "cell" | "rowEnd" | "end" {
    const { names } = this;
    if (this.dataEnd >= 0) return "end";
    if (this.rowEmpty && this.rowOpen) {
      this.rowOpen = false;
      return "rowEnd";
    }
    if (this.rowOpen && standsAt(this.xml, this.tags.end, this.plain.cell)) {
      this.readCell(this.tags.end, this.tags.end + this.plain.cell.length);
      return "cell";
    }
    while (this.toNextTag()) {
      const { tags } = this;
      if (tags.is(names.c) && !tags.closing && this.rowOpen) {
        this.readCell(tags.start, tags.nameEnd);
        return "cell";
      }
      if (tags.is(names.row)) {
        if (tags.closing !== this.rowOpen) throw new BrokenXml(`rows that do not fit into each other at ${tags.start}`);
        this.rowOpen = !tags.closing;
        if (tags.closing) {
          this.rowClose = tags.start;
          return "rowEnd";
        }
        this.readRow();
        return "row";
      }
      if (tags.is(names.c)) throw new BrokenXml(`a cell outside of rows at ${tags.start}`);
      if (tags.is(names.sheetData) && tags.closing && !this.rowOpen) {
        this.dataClose = tags.start;
        this.dataEnd = tags.end;
        return "end";
      }
      if (tags.closing) throw new BrokenXml(`an unexpected closing tag at ${tags.start}`);
      tags.skipElement();
    }
    throw new BrokenXml("a worksheet that breaks off");
  }

  /** Into the next piece where this one is at its end, which it never is within a row. */
  private toNextTag(): boolean {
    if (this.tags.next()) return true;
    const next = this.pieces[this.piece + 1];
    if (next === undefined || this.rowOpen) return false;
    this.passed += this.xml.length;
    this.piece++;
    this.xml = next;
    this.tags = new TagCursor(next);
    return this.tags.next();
  }

  private readRow(): void {
    const { tags } = this;
    this.rowTag.start = tags.start;
    this.rowTag.end = tags.end;
    this.rowEmpty = tags.empty;
    this.column = -1;
    const written = attribute(tags.tag, "r");
    const row = written === undefined ? this.row + 1 : /^[0-9]{1,7}$/.test(written) ? Number(written) - 1 : -1;
    if (row <= this.row || row > LAST_ROW) throw new BrokenXml(`row ${written ?? row + 1} after row ${this.row + 1}`);
    this.row = row;
  }

  /** From the "<" of the cell, the name of whose tag ends there. */
  private readCell(start: number, nameEnd: number): void {
    const { tags, names } = this;
    this.cell.start = start;
    this.style = 0;
    this.type = "n";
    this.formulaTag.start = this.formula.start = this.valueElement.start = this.value.start = this.inline.start = -1;
    const before = this.column++;
    this.readCellTag(nameEnd);
    if (this.column <= before) throw new BrokenXml(`cells of row ${this.row + 1} that stand twice or out of order`);
    this.inside.start = this.inside.end = tags.end;
    if (!tags.empty && !this.readPlainValue()) {
      for (;;) {
        if (!tags.next()) throw new BrokenXml("a worksheet that breaks off");
        if (tags.closing) {
          this.inside.end = tags.start;
          if (tags.is(names.c)) break;
          throw new BrokenXml(`an unexpected closing tag at ${tags.start}`);
        }
        if (tags.is(names.v)) {
          this.valueElement.start = tags.start;
          this.span(this.value);
          this.valueElement.end = tags.end;
        } else if (tags.is(names.f)) {
          this.formulaTag.start = tags.start;
          this.formulaTag.end = tags.end;
          this.span(this.formula);
        } else if (tags.is(names.is)) this.span(this.inline);
        else if (tags.is(names.c) || tags.is(names.row)) throw new BrokenXml(`a cell within a cell at ${tags.start}`);
        else tags.skipElement();
      }
    }
    this.cell.end = tags.end;
  }

  /** `<v>12</v></c>` is the inside of nearly every cell: it is read at once. False where it is any other. */
  private readPlainValue(): boolean {
    const { xml, tags, plain } = this;
    if (!standsAt(xml, tags.end, plain.open)) return false;
    const from = tags.end + plain.open.length;
    let to = from;
    while (to < from + LONGEST_PLAIN && xml.charCodeAt(to) !== LESS) to++;
    if (!standsAt(xml, to, plain.close)) return false;
    this.valueElement.start = tags.end;
    this.value.start = from;
    this.value.end = to;
    this.valueElement.end = this.inside.end = to + plain.close.length - plain.end.length;
    tags.end = to + plain.close.length;
    return true;
  }

  private span(span: Span): void {
    const { tags } = this;
    span.start = span.end = tags.end;
    if (tags.empty) return;
    tags.skipElement();
    span.end = tags.start;
  }

  /** The tag of `c` is read by hand, sign by sign: a sheet has hundreds of thousands. */
  private readCellTag(nameEnd: number): void {
    const { xml, tags } = this;
    let before = SPACE;
    let name = 0;
    let named = 0;
    let at = nameEnd;
    for (let code = xml.charCodeAt(at); code !== GREATER; code = xml.charCodeAt(++at)) {
      if (code !== code || code === LESS) throw new BrokenXml(`an unfinished tag at ${at}`);
      if (code === QUOTE || code === APOSTROPHE) {
        const open = ++at;
        while (at < xml.length && xml.charCodeAt(at) !== code) at++;
        if (name === LETTER_R && named++ > 0) throw new BrokenXml(`a cell of two names at ${open}`);
        if (name === LETTER_R) this.readAddress(open, at);
        else if (name === LETTER_S) this.style = readDigits(xml, open, at);
        else if (name === LETTER_T) this.type = xml.slice(open, at);
        before = SPACE;
        name = 0;
      } else if (code > SPACE && code !== EQUALS) {
        // Only a name of one letter counts.
        name = before <= SPACE ? code : 0;
        before = code;
      } else if (code <= SPACE) before = SPACE;
    }
    tags.empty = xml.charCodeAt(at - 1) === SLASH;
    tags.end = at + 1;
  }

  /** "B7": letters for the column, then the number of the row that the cell stands in, and nothing else. */
  private readAddress(from: number, to: number): void {
    const { xml } = this;
    let column = 0;
    let at = from;
    for (; at < to && column <= LAST_COLUMN; at++) {
      // Small letters to capitals.
      const letter = xml.charCodeAt(at) & ~(SMALL_A - CAPITAL_A);
      if (letter < CAPITAL_A || letter > CAPITAL_Z) break;
      column = column * 26 + letter - CAPITAL_A + 1;
    }
    const isNumber = at < to && xml.charCodeAt(at) !== ZERO && to - at <= MOST_ROW_DIGITS;
    if (column < 1 || column > LAST_COLUMN + 1 || !isNumber || digitsAt(xml, at, to) !== this.row + 1) {
      throw new BrokenXml(`a cell named ${xml.slice(from, Math.min(to, from + LONGEST_PLAIN))} in row ${this.row + 1}`);
    }
    this.column = column - 1;
  }
}

/** The number that digits between two places are; −1 where anything else stands among them. */
function digitsAt(xml: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) {
    const code = xml.charCodeAt(at);
    if (code < ZERO || code > NINE) return -1;
    number = number * 10 + code - ZERO;
  }
  return number;
}

function standsAt(xml: string, at: number, words: string): boolean {
  for (let index = 0; index < words.length; index++) if (xml.charCodeAt(at + index) !== words.charCodeAt(index)) return false;
  return true;
}

/** The number that the text between two places is: digits alone are added up as they come. */
export function readDigits(xml: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) {
    const code = xml.charCodeAt(at);
    if (code < ZERO || code > NINE || at - from >= MOST_DIGITS) return Number(xml.slice(from, to));
    number = number * 10 + code - ZERO;
  }
  return number;
}
