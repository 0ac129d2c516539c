import { firstFrom } from "../firstFrom";
import { plainText } from "../sheet/Cell";
import { fold, foldTight } from "../sheet/fold";
import { cellsOf, columnsOf, type SheetRow } from "../sheet/Sheet";
import { STEP, type Steps } from "../steps";
import { withoutEnd } from "../words/withoutEnd";
import { isOrdinalHeading, type Header } from "./findHeaders";
import { firstText, holdsFigure, isNote, isOrdinal, isPageHead, isGrandTotal, isSignature, leads, numberingMarks, NUMBERED, rowWords } from "./rowWords";
import type { ColumnAsRead, RowAsRead, TableAsRead } from "./TableAsRead";

/** More blank rows than this end a table. */
const MOST_BLANK_ROWS = 6;
/** The head printed again on each page, from its mark to the header, is not longer than this. */
const MOST_PAGE_HEAD_ROWS = 12;
/** So many rows may stand between a total and what follows it in its table. */
const MOST_TEXTS_BETWEEN = 4;
/** So many rows show what a column holds. */
const ROWS_SHOWING = 20;

/** What counting begins with. */
const FIRST = /^(?:0?1|I|A)\s*[.)]?$/;

/** A sheet's rows in their order, to begin anywhere. */
export interface RowList {
  readonly numbers: readonly number[];
  readonly cells: readonly SheetRow[];
}

/** Which columns number and name the rows. */
type NameColumns = Pick<TableAsRead, "ordinalColumn" | "labelColumn">;

export interface Body {
  readonly names: NameColumns;
  readonly rows: readonly RowAsRead[];
  /** The last row of the body, or of the header where there is none. */
  readonly bottom: number;
}

export function textAt(cells: SheetRow, column: number | undefined): string {
  const cell = column === undefined ? undefined : cells[column];
  return cell ? plainText(cell.value).trim() : "";
}

/** Where a page repeats its header, most of its words are those above the table, though some may be missing or left to others. */
const WORDS_REPEATED = 0.6;

/** Whether the columns below a header are those of one above it: named alike for the most part, or numbered alike with what they add up. */
function sameWords(one: Header, again: Header): boolean {
  const words = ({ columns }: Header): ReadonlySet<string> => new Set(columns.flatMap(({ path }) => path.map(({ text }) => fold(text))));
  const marks = ({ columns }: Header): string => columns.map(({ mark = "" }) => mark).join("\n");
  if (one.left !== again.left) return false;
  const [known, said] = [words(one), [...words(again)]];
  // Notes within a heading are mostly left out.
  const repeated = said.filter((word) => known.has(word) || (word !== "" && [...known].some((each) => each.startsWith(word)))).length;
  return (repeated > 1 && repeated >= WORDS_REPEATED * said.length) || (marks(one).includes("=") && marks(one) === marks(again));
}

/** Which columns number and name the rows: by their headings, else by what the first rows hold. */
function nameColumns({ last, columns }: Header, list: RowList): NameColumns {
  const from = firstFrom(list.numbers, last + 1, (row) => row);
  const shown = list.cells.slice(from, from + ROWS_SHOWING);
  const counted = (column: number, holds: (text: string) => boolean): number => shown.filter((cells) => holds(textAt(cells, column))).length;
  const isNumbers = ({ at }: ColumnAsRead): boolean => counted(at, isOrdinal) * 2 > counted(at, (text) => text !== "") && counted(at, (text) => text !== "") > 1;
  const own = ({ path }: ColumnAsRead): string => path.map(({ text }) => text).join(" ");
  const isCode = (column: ColumnAsRead): boolean => /^ma(?: |_|$)/.test(fold(own(column)));
  const [first, second] = columns;
  const ordinal = columns.find((column) => isOrdinalHeading(own(column))) ?? (first && second && isNumbers(first) && !isCode(first) && counted(second.at, (text) => /\p{L}{2}/u.test(text)) > 0 ? first : undefined);
  const others = columns.filter(({ at }) => at !== ordinal?.at && at > (ordinal?.at ?? -1));
  const isFigures = ({ at }: ColumnAsRead): boolean => shown.some((cells) => holdsFigure(cells[at])) && counted(at, (text) => /\p{L}{2}/u.test(text)) === 0;
  const label = others.find((column) => !isFigures(column) && !isCode(column)) ?? (ordinal ? others[0] : undefined);
  return { ...(ordinal ? { ordinalColumn: ordinal.at } : {}), ...(label ? { labelColumn: label.at } : {}) };
}

/** Reads rows one by one, and says how deep their ordinals lie. */
function rowReader({ columns }: Header, { ordinalColumn, labelColumn }: NameColumns): (row: number, cells: SheetRow) => RowAsRead {
  const others = columns.map(({ at }) => at).filter((at) => at !== ordinalColumn && at !== labelColumn);
  const levels = levelReader();
  return (row, cells) => {
    const ordinal = textAt(cells, ordinalColumn);
    const written = textAt(cells, labelColumn);
    // A heading merged across the first columns stands in the first of them.
    const isAcross = written === "" && ordinal !== "" && !NUMBERED.test(ordinal);
    const raw = labelColumn === undefined ? undefined : cells[labelColumn]?.value;
    return {
      row,
      cells,
      ordinal,
      label: isAcross ? ordinal : written,
      labelAt: { row, column: (written === "" && ordinal !== "" ? ordinalColumn : labelColumn) ?? columns[0]!.at },
      says: rowWords(ordinal, written),
      level: ordinal === "" || isAcross ? undefined : levels(ordinal),
      indent: raw?.kind === "text" ? raw.text.length - raw.text.trimStart().length : 0,
      hasFigures: others.some((column) => holdsFigure(cells[column])),
    };
  };
}

/** The kind of an ordinal: "I", "A", "a", "-", or "1" with a dot for each part below, "1.." for 1.1.1. */
function kindOf(ordinal: string): string {
  if (/^\d/.test(ordinal)) return `1${".".repeat(withoutEnd(ordinal, /[\s.)]/).split(".").length - 1)}`;
  if (/^[IVX]+/.test(ordinal)) return "I";
  return /^[A-HĐ]/.test(ordinal) ? "A" : /^[a-hđ]/.test(ordinal) ? "a" : "-";
}

/** Kinds of ordinals nest in the order in which they first appear. */
function levelReader(): (ordinal: string) => number | undefined {
  const kinds: string[] = [];
  return (ordinal) => {
    const isNumber = NUMBERED.test(ordinal);
    if (!isNumber && !isOrdinal(ordinal)) return undefined;
    const kind = isNumber ? "1" : kindOf(ordinal);
    if (!kinds.includes(kind)) kinds.push(kind);
    return kinds.indexOf(kind);
  };
}

const isNamed = ({ ordinal, label }: RowAsRead): boolean => NUMBERED.test(ordinal) && label !== "";

/** A row such as a page head has: no figures, or nothing but a page number, and no name of a line or section. */
function isBetweenPages({ ordinal, label, says, cells, hasFigures }: RowAsRead): boolean {
  if (says !== undefined || NUMBERED.test(ordinal)) return false;
  return !hasFigures || (ordinal === "" && label === "" && cellsOf(cells).filter(holdsFigure).length === 1);
}

/** A row with a text and little else, such as follows a table. */
function isRemark(row: RowAsRead): boolean {
  return !row.hasFigures && !isNamed(row) && row.says === undefined && cellsOf(row.cells).filter(({ value }) => value.kind !== "blank").length < 3;
}

/** Tells what was printed at the head of a table when it is printed again. */
interface Printed {
  /** Whether a row holds nothing but words of the header in their columns, numbers of the columns, or a text that stands above. */
  readonly isAgain: (cells: SheetRow) => boolean;
  /** Whether what looks like another header is this one, printed again in part. */
  readonly isPartOf: (again: Header) => boolean;
}

function printedOver(list: RowList, header: Header): Printed {
  const { first, last, left, right, columns } = header;
  const from = firstFrom(list.numbers, first - MOST_PAGE_HEAD_ROWS, (row) => row);
  const [headed, above] = [new Map<number, Set<string>>(), new Set<string>()];
  for (let index = from; list.numbers[index]! <= last; index++) {
    const cells = list.cells[index]!;
    for (const column of columnsOf(cells)) {
      const value = cells[column]?.value;
      const text = value?.kind === "text" ? foldTight(value.text) : "";
      if (text.length < 2) continue;
      if (list.numbers[index]! < first) above.add(text);
      else headed.set(column, (headed.get(column) ?? new Set()).add(text));
    }
  }
  const numbers = new Map(columns.flatMap(({ at, mark }) => (mark === undefined ? [] : [[at, /\d+/.exec(mark)?.[0] ?? mark]])));
  const isNumbering = (cells: SheetRow): boolean => {
    const marks = numberingMarks(cells, left, right);
    return marks !== undefined && [...marks].every(([at, mark]) => numbers.size === 0 || numbers.get(at) === (/\d+/.exec(mark)?.[0] ?? mark));
  };
  const isAgain = (cells: SheetRow): boolean => {
    let [heads, captions] = [0, 0];
    for (const column of columnsOf(cells)) {
      const cell = cells[column];
      if (!cell || cell.value.kind === "blank") continue;
      if (cell.value.kind !== "text") return isNumbering(cells);
      const text = foldTight(cell.value.text);
      if (headed.get(column)?.has(text)) heads++;
      else if (above.has(text)) captions++;
      else return heads + captions === 0 && isNumbering(cells);
    }
    return heads > 1 || captions > 0;
  };
  const isPartOf = (again: Header): boolean => {
    let words = 0;
    for (let index = firstFrom(list.numbers, again.first, (row) => row); list.numbers[index]! <= again.last; index++) {
      const cells = list.cells[index]!;
      if (!isAgain(cells)) words += cellsOf(cells).filter(({ value }) => value.kind === "text" && !isOrdinal(value.text.trim())).length;
    }
    // The name of a section may stand above its numbers, with its own.
    return words < 2;
  };
  return { isAgain, isPartOf };
}

/** Reads the rows under a header until its table ends. `headers` are those below it over the same columns, top down. */
export function* readRows(list: RowList, header: Header, headers: readonly Header[]): Steps<Body> {
  const names = nameColumns(header, list);
  const read = rowReader(header, names);
  const rows: RowAsRead[] = [];
  const printed = printedOver(list, header);
  let previous = header.last;
  let next = 0;

  /** The header printed again at this row, or below it with nothing but a page head between. */
  function nextHeader(index: number): Header | undefined {
    while (next < headers.length && headers[next]!.first < list.numbers[index]!) next++;
    const found = headers[next];
    if (!found || found.first - list.numbers[index]! > MOST_PAGE_HEAD_ROWS) return undefined;
    for (let between = index; list.numbers[between]! < found.first; between++) {
      const cells = list.cells[between]!;
      if (isSignature(firstText(cells)) || !isBetweenPages(read(list.numbers[between]!, cells))) return undefined;
    }
    return found;
  }

  /** Whether a row without number stands over those that will follow: below numbered ones, and its words are of no sum, and no part of another. */
  const headsOthers = ({ ordinal, says, label }: RowAsRead): boolean =>
    ordinal === "" && says === undefined && !leads(label) && rows.some((each) => NUMBERED.test(each.ordinal));

  /** Whether rows count from 1 again, or begin with another total: then it is another table, but for the first line of a section. */
  function startsAnew(again: Header): boolean {
    const before = rows.at(-1);
    // A total printed first is not the whole of a table.
    if (!before || !hasLines() || before.says === "section" || (!before.hasFigures && !isNamed(before)) || headsOthers(before)) return false;
    const index = firstFrom(list.numbers, again.last + 1, (row) => row);
    if (index >= list.numbers.length || list.numbers[index]! > again.last + MOST_BLANK_ROWS) return false;
    const { ordinal, says } = read(list.numbers[index]!, list.cells[index]!);
    if (says === "total") return rows[0]!.says === "total" && rows.length > 1;
    return FIRST.test(ordinal);
  }

  /** Whether any row with figures came that is no total. */
  const hasLines = (): boolean => rows.some(({ says, hasFigures }) => says !== "total" && hasFigures);

  /** Whether rows of the table follow from this one on, after a total or a note: filled as it is, for the most part, and not far below. */
  function goesOn(index: number): boolean {
    const filled = ({ cells }: Pick<RowAsRead, "cells">): number => header.columns.filter(({ at }) => at !== names.labelColumn && at !== names.ordinalColumn && holdsFigure(cells[at])).length;
    let last = rows.length - 1;
    while (last > 0 && !rows[last]!.hasFigures) last--;
    const usual = filled(rows[last]!);
    for (let each = index; each < Math.min(list.numbers.length, index + MOST_TEXTS_BETWEEN); each++) {
      const row = list.numbers[each]!;
      if (row - (each === index ? previous : list.numbers[each - 1]!) > 2 || headers.some(({ first, last }) => first <= row && row <= last)) return false;
      const cells = list.cells[each]!;
      if (isSignature(firstText(cells))) return false;
      if (filled({ cells }) * 2 < Math.max(usual, Math.min(2, header.columns.length - 2))) continue;
      // Right below the grand total a row of its own kind is none of the table's.
      const { ordinal, says, label } = read(row, cells);
      return each > index || ordinal !== "" || says !== undefined || leads(label) || !hasLines() || !isGrandTotal(rows.at(-1)!.label);
    }
    return false;
  }

  for (let index = firstFrom(list.numbers, previous + 1, (row) => row); index < list.numbers.length; index++) {
    if (index % STEP === 0) yield;
    const row = list.numbers[index]!;
    if (row - previous > MOST_BLANK_ROWS) break;
    // Some systems print the total first: only one at the end closes the table.
    const isClosed = rows.length > 1 && rows.at(-1)!.says === "total" && hasLines();
    const again = nextHeader(index);
    if (again && (sameWords(header, again) || !printed.isPartOf(again))) {
      if (isClosed || !sameWords(header, again) || startsAnew(again)) break;
      previous = again.last;
      index = firstFrom(list.numbers, previous + 1, (each) => each) - 1;
      continue;
    }
    const cells = list.cells[index]!;
    const found = read(row, cells);
    const words = found.hasFigures || isNamed(found) ? "" : firstText(cells);
    if (isSignature(words) || ((isClosed || (isNote(words) && rows.length > 0)) && !goesOn(index))) break;
    // A page head in the middle belongs to the print-out, not to the table.
    if (isPageHead(words) || printed.isAgain(cells)) {
      previous = row;
      continue;
    }
    if (!found.hasFigures && found.label === "" && found.ordinal === "") continue;
    if (found.says === "total" && !found.hasFigures && rows.length === 0) continue;
    rows.push(found);
    previous = row;
  }
  // Texts at the end belong to what follows: a note, or the caption of the next table.
  while (rows.length > 0 && isRemark(rows.at(-1)!)) rows.pop();
  return { names, rows, bottom: rows.at(-1)?.row ?? header.last };
}
