import { a1Range, parseA1Range, type Rectangle } from "../../core/sheet/Address";
import { ByCell } from "../../core/sheet/Sheet";
import type { Content } from "../../core/sheet/Cell";
import type { CellStyle } from "../../core/sheet/SheetPlan";
import type { Steps } from "../../core/steps";
import type { StyleSheet } from "../styles/StyleSheet";
import { elementsBetween, localName, childrenOf, openTag, rootTag, spliced, type Splice } from "../xml/elements";
import { asEmpty, asOpen, attribute, escapeText, isOn, readText, withAttribute } from "../xml/text";
import { cellXml } from "./cellXml";
import { PieceSplices } from "./PieceSplices";
import { SheetCursor } from "./SheetCursor";
import { COLUMN_MARGIN } from "./sheetXml";
import { translateFormula } from "./formulaText";

/** One cell to be written, wherever it stands. */
export interface CellWrite {
  readonly row: number;
  readonly column: number;
  readonly content: Content;
  /** Laid over the style the cell has. */
  readonly style?: CellStyle | undefined;
}

export interface EditedSheet {
  readonly pieces: readonly string[];
  /** True when a cell that had a formula now has none, so that the calculation chain is out of date. */
  readonly formulaGone: boolean;
}

/** The worksheet's text, in pieces cut between rows, with cells written into it; all else stays as it is. Throws `BrokenXml`. */
export function* editSheet(pieces: readonly string[], writes: readonly CellWrite[], styles: StyleSheet): Steps<EditedSheet> {
  const distinct = new ByCell<CellWrite>();
  for (const write of writes) {
    distinct.set(write, write);
    yield;
  }
  const ordered: CellWrite[] = [];
  for (const write of distinct.inOrder()) {
    ordered.push(write);
    yield;
  }
  return yield* new SheetEditor(pieces, ordered, styles).edit();
}

class SheetEditor {
  private readonly cursor: SheetCursor;
  private readonly splices: PieceSplices;
  private readonly shared = new SharedGroups();
  private readonly columnStyles: readonly ColumnStyle[];
  private next = 0;
  private formulaGone = false;

  constructor(
    private readonly pieces: readonly string[],
    private readonly writes: readonly CellWrite[],
    private readonly styles: StyleSheet,
  ) {
    this.cursor = new SheetCursor(pieces);
    this.splices = new PieceSplices(pieces);
    this.columnStyles = readColumnStyles(this.cursor.xml, this.cursor);
  }

  *edit(): Steps<EditedSheet> {
    const { cursor, splices } = this;
    for (let event = cursor.next(); event !== "end"; event = cursor.next()) {
      if (event === "row") this.enterRow();
      else if (event === "cell") this.passCell();
      else {
        this.leaveRow();
        yield;
      }
    }
    yield;
    const rows = this.newRows(Infinity);
    if (rows !== "" && cursor.dataEmpty) {
      const tag = asOpen(cursor.xml.slice(cursor.dataTag.start, cursor.dataTag.end));
      this.splice(cursor.dataTag.start, cursor.dataTag.end, `${tag}${rows}</${cursor.prefix}sheetData>`);
    } else this.splice(cursor.dataClose, cursor.dataClose, rows);
    for (const { piece, ...splice } of this.shared.expanded(this.pieces)) splices.add(piece, splice);
    this.widenDimension();
    yield;
    return { pieces: yield* splices.made(), formulaGone: this.formulaGone };
  }

  private enterRow(): void {
    const { cursor } = this;
    const { xml } = cursor;
    this.splice(cursor.rowTag.start, cursor.rowTag.start, this.newRows(cursor.row));
    const columns = this.columnsOf(cursor.row);
    if (columns.length === 0) return;
    const tag = xml.slice(cursor.rowTag.start, cursor.rowTag.end);
    const widened = widenSpans(tag, columns[0]!, columns.at(-1)!);
    if (cursor.rowEmpty) {
      const cells = this.newCells(cursor.row, Infinity, this.rowStyle(tag));
      const text = cells === "" ? widened : `${asOpen(widened)}${cells}</${cursor.prefix}row>`;
      this.splice(cursor.rowTag.start, cursor.rowTag.end, text);
    } else if (widened !== tag) this.splice(cursor.rowTag.start, cursor.rowTag.end, widened);
  }

  private passCell(): void {
    const { cursor } = this;
    const rowTag = (): string => cursor.xml.slice(cursor.rowTag.start, cursor.rowTag.end);
    const write = this.writes[this.next];
    if (write && write.row === cursor.row && write.column < cursor.column) {
      this.splice(cursor.cell.start, cursor.cell.start, this.newCells(cursor.row, cursor.column, this.rowStyle(rowTag())));
    }
    const here = this.writes[this.next];
    const written = here !== undefined && here.row === cursor.row && here.column === cursor.column;
    if (cursor.formulaTag.start >= 0) {
      this.shared.note(cursor, written);
      if (written && here.content.kind !== "formula") this.formulaGone = true;
    }
    if (!written) return;
    this.next++;
    this.splice(cursor.cell.start, cursor.cell.end, this.cell(here, cursor.style));
  }

  private leaveRow(): void {
    const { cursor } = this;
    if (cursor.rowEmpty) return;
    const cells = this.newCells(cursor.row, Infinity, this.rowStyle(cursor.xml.slice(cursor.rowTag.start, cursor.rowTag.end)));
    this.splice(cursor.rowClose, cursor.rowClose, cells);
  }

  /** Rows that are not there yet, up to the given one. */
  private newRows(before: number): string {
    let rows = "";
    for (let write = this.writes[this.next]; write && write.row < before; write = this.writes[this.next]) {
      const { row } = write;
      const cells = this.newCells(row, Infinity, undefined);
      if (cells !== "") rows += `<${this.cursor.prefix}row r="${row + 1}">${cells}</${this.cursor.prefix}row>`;
    }
    return rows;
  }

  /** Cells of a row that are not there yet, up to the given column. */
  private newCells(row: number, before: number, rowStyle: number | undefined): string {
    let cells = "";
    for (let write = this.writes[this.next]; write && write.row === row && write.column < before; write = this.writes[++this.next]) {
      const { column } = write;
      const byColumn = this.columnStyles.find(({ first, last }) => column >= first && column <= last)?.style;
      cells += this.cell(write, rowStyle ?? byColumn ?? 0);
    }
    return cells;
  }

  private cell({ row, column, content, style }: CellWrite, base: number): string {
    return cellXml(this.cursor.prefix, row, column, style ? this.styles.derive(base, style) : base, content);
  }

  /** The style that a row gives to cells it does not hold yet. */
  private rowStyle(tag: string): number | undefined {
    return isOn(attribute(tag, "customFormat")) ? Number(attribute(tag, "s") ?? 0) : undefined;
  }

  private columnsOf(row: number): readonly number[] {
    const columns: number[] = [];
    for (let at = this.next; this.writes[at]?.row === row; at++) columns.push(this.writes[at]!.column);
    return columns;
  }

  private widenDimension(): void {
    const { pieces, cursor, splices, writes } = this;
    const xml = pieces[0]!;
    const head = elementsBetween(xml, rootTag(xml).end, cursor.dataTag.start);
    const dimension = head.find((element) => localName(element.name) === "dimension");
    const old = dimension && parseA1Range(attribute(openTag(xml, dimension), "ref") ?? "");
    if (!dimension || !old) return;
    const wide = writes.reduce<Rectangle>(
      ({ top, left, bottom, right }, { row, column }) => ({
        top: Math.min(top, row),
        left: Math.min(left, column),
        bottom: Math.max(bottom, row),
        right: Math.max(right, column),
      }),
      old,
    );
    const tag = openTag(xml, dimension);
    if (a1Range(wide) !== a1Range(old)) splices.add(0, { start: dimension.start, end: dimension.openEnd, text: withAttribute(tag, "ref", a1Range(wide)) });
  }

  /** In the piece the walk is in. */
  private splice(start: number, end: number, text: string): void {
    if (end > start || text !== "") this.splices.add(this.cursor.piece, { start, end, text });
  }
}

interface ColumnStyle {
  readonly first: number;
  readonly last: number;
  readonly style: number;
}

/** The styles that whole columns give to cells they do not hold yet. */
export function readColumnStyles(xml: string, cursor: SheetCursor): readonly ColumnStyle[] {
  const columns = elementsBetween(xml, rootTag(xml).end, cursor.dataTag.start).find((element) => localName(element.name) === "cols");
  if (!columns) return [];
  return childrenOf(xml, columns).map((column) => {
    const tag = openTag(xml, column);
    return { first: Number(attribute(tag, "min")) - 1, last: Number(attribute(tag, "max")) - 1, style: Number(attribute(tag, "style") ?? 0) };
  });
}

/** `spans` names the first and last column of a row, counted from 1. */
function widenSpans(tag: string, first: number, last: number): string {
  const spans = /^(\d+):(\d+)$/.exec(attribute(tag, "spans") ?? "");
  if (!spans || (first + 1 >= Number(spans[1]) && last + 1 <= Number(spans[2]))) return tag;
  return withAttribute(tag, "spans", `${Math.min(first + 1, Number(spans[1]))}:${Math.max(last + 1, Number(spans[2]))}`);
}

interface SharedCell {
  readonly row: number;
  readonly column: number;
  /** The number of the piece of text, and where in it. */
  readonly piece: number;
  readonly start: number;
  readonly end: number;
  /** The formula as the file has it; "" where another cell of the group has it. */
  readonly formula: string;
  readonly written: boolean;
}

/** Formulas written once for a group: when that one cell is written over, the others must get their own. */
class SharedGroups {
  private readonly groups = new Map<string, SharedCell[]>();
  private prefix = "";

  note(cursor: SheetCursor, written: boolean): void {
    const { xml, piece, formulaTag, formula, row, column, prefix } = cursor;
    // Most formulas have a bare tag: `<f>`.
    if (formulaTag.end - formulaTag.start <= prefix.length + 4) return;
    const tag = xml.slice(formulaTag.start, formulaTag.end);
    if (attribute(tag, "t") !== "shared") return;
    this.prefix = prefix;
    const end = tag.endsWith("/>") ? formulaTag.end : xml.indexOf(">", formula.end) + 1;
    const text = readText(xml.slice(formula.start, formula.end));
    const group = attribute(tag, "si") ?? "";
    const cells = this.groups.get(group) ?? [];
    cells.push({ row, column, piece, start: formulaTag.start, end, formula: text, written });
    this.groups.set(group, cells);
  }

  expanded(pieces: readonly string[]): readonly (Splice & { readonly piece: number })[] {
    return [...this.groups.values()].flatMap((cells) => {
      const master = cells.find(({ formula }) => formula !== "");
      if (!master?.written) return [];
      return cells
        .filter(({ written }) => !written)
        .map(({ row, column, piece, start, end, formula }) => {
          const xml = pieces[piece]!;
          const own = formula || translateFormula(master.formula, row - master.row, column - master.column);
          const calculated = attribute(xml.slice(start, xml.indexOf(">", start) + 1), "ca");
          const always = calculated === undefined ? "" : ` ca="${calculated}"`;
          return { piece, start, end, text: `<${this.prefix}f${always}>${escapeText(own)}</${this.prefix}f>` };
        });
    });
  }
}

/** The worksheet's text, or the piece of it that comes before the rows, with columns made so wide, in characters by zero-based column; all else stays as it is. */
export function withColumnWidths(xml: string, widths: ReadonlyMap<number, number>): string {
  return [...widths].reduce((text, [column, width]) => spliced(text, [columnSplice(text, column + 1, String(width + COLUMN_MARGIN))]), xml);
}

/** `column` counts from 1, as in the file. */
function columnSplice(xml: string, column: number, width: string): Splice {
  const { prefix, dataTag } = new SheetCursor([xml]);
  const fresh = `<${prefix}col min="${column}" max="${column}" width="${width}" customWidth="1"/>`;
  const cols = elementsBetween(xml, rootTag(xml).end, dataTag.start).find(({ name }) => localName(name) === "cols");
  if (!cols) return { start: dataTag.start, end: dataTag.start, text: `<${prefix}cols>${fresh}</${prefix}cols>` };
  let place = cols.openEnd;
  for (const element of childrenOf(xml, cols)) {
    const tag = asEmpty(openTag(xml, element));
    const [min, max] = [Number(attribute(tag, "min")), Number(attribute(tag, "max"))];
    if (max < column) place = element.end;
    if (max < column || min > column) continue;
    // One element may stand for many columns: the others keep it.
    const part = (from: number, to: number) => (from > to ? "" : withAttribute(withAttribute(tag, "min", String(from)), "max", String(to)));
    const own = withAttribute(withAttribute(part(column, column), "width", width), "customWidth", "1");
    return { start: element.start, end: element.end, text: part(min, column - 1) + own + part(column + 1, max) };
  }
  return { start: place, end: place, text: fresh };
}
