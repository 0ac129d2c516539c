import { type Cell, plainText } from "../sheet/Cell";
import { foldTight } from "../sheet/fold";
import { columnsWithin, type Sheet, type SheetRow } from "../sheet/Sheet";
import { STEP, type Steps } from "../steps";
import { isYear, numberingMarks, holdsFigure, isLetterhead, isOrdinal } from "./rowWords";
import { contains, type Rectangle } from "../sheet/Address";
import type { ColumnAsRead, HeaderLabel } from "./TableAsRead";

/** The rows that head a table, and the columns under them. Rows and columns are zero-based, both ends included. */
export interface Header {
  /** The topmost row of the headings. */
  readonly first: number;
  /** The last header row, the numbering row included. */
  readonly last: number;
  readonly left: number;
  readonly right: number;
  readonly numberingRow?: number;
  /** Those that hold anything in the header or in the first rows below it. */
  readonly columns: readonly ColumnAsRead[];
}

type Area = Pick<Header, "first" | "last" | "left" | "right">;

/** What the numbering row prints, by column. */
type Marks = ReadonlyMap<number, string>;

/** A row that may be part of a header, and where it has words. */
interface WordRow {
  readonly row: number;
  readonly cells: SheetRow;
  readonly words: readonly number[];
}

/** A header has at most five rows of words and the numbering row; pasted ones have a blank row or two. */
const MOST_HEADER_ROWS = 8;
const MOST_BLANK_ROWS = 2;
/** Between the words and the first line. */
const MOST_BLANK_BEFORE_BODY = 6;
/** Wider headers have no groups above their names. */
const MOST_COLUMNS = 500;
/** So many rows below show whether a header is one. */
const ROWS_SHOWING = 8;
const ORDINAL_WORDS: ReadonlySet<string> = new Set(["stt", "tt", "sott", "sothutu", "thutu"]);

const textOf = (cell: Cell | undefined): string => (cell?.value.kind === "text" ? cell.value.text : "");

/** Whether a header cell heads the numbers of the rows. */
export const isOrdinalHeading = (text: string): boolean => text.length < 16 && ORDINAL_WORDS.has(foldTight(text));

const isWord = (cell: Cell): boolean => (cell.value.kind === "text" && !holdsFigure(cell) && /\p{L}/u.test(cell.value.text)) || isYear(cell);

/** Whether a row stands in the body of a table: it holds figures, or a number and a name. Otherwise where its words stand. */
export function wordsOf(cells: SheetRow, left: number, right: number): readonly number[] | "body" {
  const words: number[] = [];
  let numbered = false;
  for (const column of columnsWithin(cells, left, right)) {
    const cell = cells[column];
    if (!cell || cell.value.kind === "blank") continue;
    // The first cell may number the row; a figure needs no more to be seen.
    if (words.length === 0 && !numbered && isOrdinal(textOf(cell).trim())) numbered = true;
    else if (isWord(cell)) words.push(column);
    else if (holdsFigure(cell)) return "body";
    if (numbered && words.length > 0) return "body";
  }
  return words;
}

/** The columns filled in the rows below a header, and how many of those rows belong to a body. */
function bodyBelow(sheet: Sheet, from: number, left: number, right: number): { readonly columns: ReadonlySet<number>; readonly share: number } {
  const columns = new Set<number>();
  let [body, rows] = [0, 0];
  for (let row = from; row < from + ROWS_SHOWING; row++) {
    const cells = sheet.rows.get(row);
    // A row with content beside these columns only is blank here.
    const filled = cells ? columnsWithin(cells, left, right).filter((column) => (cells[column]?.value.kind ?? "blank") !== "blank") : [];
    if (!cells || filled.length === 0) {
      if (body > 0) break;
      continue;
    }
    const words = wordsOf(cells, left, right);
    // The head of the next page shows nothing.
    if (body > 0 && words !== "body" && words.length > 1) break;
    rows++;
    if (words !== "body") continue;
    body++;
    for (const column of filled) columns.add(column);
  }
  return { columns, share: rows === 0 ? 0 : body / rows };
}

/** Whether a row heads several columns each: the names of groups over a header that is whole below it. */
function headsGroups({ words }: WordRow, below: readonly WordRow[], wanted: readonly number[]): boolean {
  const named = (column: number): boolean => below.some((row) => row.words.includes(column));
  return (
    words.length > 1 &&
    wanted.length < MOST_COLUMNS &&
    words[0]! > wanted[0]! &&
    words.every((column, index) => {
      const under = wanted.filter((each) => each >= column && each < (words[index + 1] ?? Infinity));
      return under.length > 1 && under.filter(named).length > 1;
    })
  );
}

/** The rows of words that end at the last of `rows` and head these columns: up to where every column has words of its own. */
function headingRows(rows: readonly WordRow[], wanted: readonly number[]): readonly WordRow[] {
  const missing = new Set(wanted);
  let taken = rows.length;
  for (let index = rows.length - 1; index >= 0 && rows.length - index <= MOST_HEADER_ROWS; index--) {
    const { row, words, cells } = rows[index]!;
    const below = rows[index + 1];
    if (below && below.row - row > MOST_BLANK_ROWS + 1) break;
    if (words.slice(0, words.length > 2 ? 1 : 2).some((column) => isLetterhead(textOf(cells[column])))) break;
    const isWhole = missing.size === 0;
    if (isWhole && !headsGroups(rows[index]!, rows.slice(taken), wanted)) break;
    const before = missing.size;
    words.forEach((column) => missing.delete(column));
    if (isWhole || (missing.size < before && words.length > 1) || index === rows.length - 1) taken = index;
  }
  return rows.slice(taken);
}

/** Where a table begins beside another under the same rows: the numbers of its rows are headed anew, or its first words and marks. */
function starts(rows: readonly WordRow[], columns: readonly number[], marks: Marks): readonly number[] {
  const textsAt = (column: number): string => rows.map(({ cells }) => textOf(cells[column])).join(" ");
  const first = foldTight(textsAt(columns[0]!));
  const found = [columns[0]!];
  for (const [index, column] of columns.entries()) {
    if (index === 0 || column - found.at(-1)! < 2) continue;
    const isApart = column - columns[index - 1]! > 1;
    const again = isApart && (/^\(?[1A]\)?$/.test(marks.get(column) ?? "") || (first !== "" && foldTight(textsAt(column)) === first));
    if (again || isOrdinalHeading(textsAt(column))) found.push(column);
  }
  return found;
}

/** The headers of the tables that stand beside one another under the rows of words that end here. */
function headersOf(sheet: Sheet, rows: readonly WordRow[], marks: Marks, below: ReadonlySet<number>, last: number, numberingRow?: number): readonly Header[] {
  const inRows = rows.flatMap(({ words }) => words);
  const right = Math.max(...rows.map(({ words }) => words.at(-1)!), [...marks.keys()].at(-1) ?? 0);
  const columns = [...new Set([...inRows, ...marks.keys(), ...[...below].filter((column) => column <= right)])].sort((one, other) => one - other);
  const from = starts(rows, columns, marks);
  return from.map((left, index): Header => {
    const own = columns.filter((column) => column >= left && column < (from[index + 1] ?? Infinity));
    const area = { first: rows[0]!.row, last, left, right: own.at(-1)! };
    return { ...area, ...(numberingRow === undefined ? {} : { numberingRow }), columns: headerTree(sheet, area, rows, own, marks) };
  });
}

/** The header whose words end above the first row of a body that no numbering row announces. */
function headerAbove(sheet: Sheet, rows: readonly WordRow[], body: number, left: number, right: number): readonly Header[] {
  if (body - rows.at(-1)!.row > MOST_BLANK_BEFORE_BODY + 1) return [];
  const { columns, share } = bodyBelow(sheet, body, left, right);
  const wanted = [...columns].sort((one, other) => one - other);
  // A single text before the numbers, or under the names of rows, heads a section.
  const isSection = ({ words }: WordRow): boolean => words.length === 1 && words[0]! <= (wanted[1] ?? 0);
  let end = rows.length;
  while (end > 0 && isSection(rows[end - 1]!)) end--;
  if (end === 0) return [];
  const heading = headingRows(rows.slice(0, end), wanted);
  const words = new Set(heading.flatMap((row) => row.words));
  const isHead = words.size > 2 || (words.size === 2 && Math.abs([...words][0]! - [...words][1]!) === 1);
  const numbersRows = heading.some((row) => isOrdinalHeading(textOf(row.cells[row.words[0]!])));
  if (!isHead || share < 0.35 || (!numbersRows && wanted.filter((column) => words.has(column)).length < 0.6 * wanted.length)) return [];
  return headersOf(sheet, heading, new Map(), columns, heading.at(-1)!.row);
}

/** The headers on a sheet between two columns, from the top down. */
export function* findHeaders(sheet: Sheet, left: number, right: number): Steps<readonly Header[]> {
  const headers: Header[] = [];
  let recent: WordRow[] = [];
  let read = 0;
  for (const [row, cells] of sheet.rows) {
    if (++read % STEP === 0) yield;
    const before = recent.at(-1);
    const marks = before && row - before.row <= MOST_BLANK_ROWS + 1 ? numberingMarks(cells, left, right) : undefined;
    if (marks) {
      const heading = headingRows(recent, [...marks.keys()].sort((one, other) => one - other));
      // A second row of marks says where figures come from.
      const again = sheet.rows.get(row + 1);
      const end = again && numberingMarks(again, left, right) ? row + 1 : row;
      if (heading.length > 0) headers.push(...headersOf(sheet, heading, marks, bodyBelow(sheet, end + 1, left, right).columns, end, row));
      recent = [];
      continue;
    }
    const words = wordsOf(cells, left, right);
    if (words === "body") {
      if (before) headers.push(...headerAbove(sheet, recent, row, left, right));
      recent = [];
    } else if (words.length > 0) {
      recent.push({ row, cells, words });
      if (recent.length > 2 * MOST_HEADER_ROWS) recent.shift();
    }
  }
  return headers;
}

/**
 * The columns under a header with the words over each. A merge covers its area; elsewhere a label that has words below it reaches right
 * over empty cells that have words below, too, or none at all, up to where the labels above end. Text hidden under a merge is no header.
 */
function headerTree(sheet: Sheet, { first, last, left, right }: Area, rows: readonly WordRow[], columns: readonly number[], marks: Marks): readonly ColumnAsRead[] {
  const merges = sheet.merges.filter((each) => each.top <= last && each.bottom >= first && each.left <= right && each.right >= left);
  /** The merged block that holds a cell of the header, where the file tells. */
  const mergeAt = (row: number, column: number): Rectangle | undefined => merges.find((each) => contains(each, { row, column }));
  const textAt = (row: number, column: number): string => {
    const cell = sheet.rows.get(row)?.[column];
    const merge = cell && mergeAt(row, column);
    if (!cell || (merge && (merge.top !== row || merge.left !== column))) return "";
    return cell.value.kind === "text" || isYear(cell) ? plainText(cell.value).trim() : "";
  };
  /** The last row with words, by column: -1 for columns without any. */
  const deep = new Map<number, number>();
  for (let column = left; column <= right; column++) deep.set(column, rows.filter(({ row }) => textAt(row, column) !== "").at(-1)?.row ?? -1);
  // What stands right of the numbered columns is under none of their groups.
  const reach = marks.size > 2 ? Math.min(right, Math.max(...marks.keys())) : right;
  const paths = new Map<number, readonly HeaderLabel[]>();
  const pathOf = (column: number): readonly HeaderLabel[] => paths.get(column) ?? [];
  const isUnder = (column: number, parent: HeaderLabel | undefined): boolean => pathOf(column).at(-1) === parent;

  for (const { row } of rows) {
    for (let column = left; column <= right; column++) {
      const text = textAt(row, column);
      if (text === "") continue;
      const merge = mergeAt(row, column);
      const parent = pathOf(column).at(-1);
      let end = merge ? Math.min(merge.right, right) : column;
      if (!merge && deep.get(column)! > row) {
        while (end < reach && textAt(row, end + 1) === "" && !mergeAt(row, end + 1) && isUnder(end + 1, parent) && (deep.get(end + 1)! > row || deep.get(end + 1) === -1)) end++;
      }
      const label: HeaderLabel = { text, at: { row, column }, left: column, right: end };
      for (let under = column; under <= end; under++) paths.set(under, [...pathOf(under), label]);
    }
  }
  return columns.map((at, index): ColumnAsRead => {
    // A column without a word of its own goes on with what stands left of it.
    const path = pathOf(at).length > 0 || index === 0 ? pathOf(at) : pathOf(columns[index - 1]!);
    const mark = marks.get(at);
    return { at, path, ...(mark === undefined ? {} : { mark }) };
  });
}
