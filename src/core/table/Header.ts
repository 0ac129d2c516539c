import { figureColumns, isGroup, type Column, type ColumnGroup, type Share, type TableForm } from "../form/Form";
import type { Cell } from "../sheet/Cell";
import type { Steps } from "../steps";
import { foldTight } from "../sheet/fold";
import type { Sheet, SheetRow } from "../sheet/Sheet";
import { isWorded, mentions } from "./headerWords";
import { COUNTED, readFigure } from "./readFigure";
import type { PercentageColumn, TableColumn } from "./Table";

/** The header of a form as found on a sheet. Rows and columns are zero-based. */
export interface Header {
  /** The topmost row of the headings. */
  readonly first: number;
  /** The last header row, the numbering row included. */
  readonly last: number;
  readonly numberingRow?: number;
  readonly counts: readonly TableColumn[];
  readonly ordinalColumn?: number;
  readonly labelColumn: number;
  readonly percentages: readonly PercentageHeading[];
}

/** Heading of a percentage column beside the form. */
export type PercentageHeading = Omit<PercentageColumn, "cells">;

/** Where the group headings stand in one row. */
interface GroupHeadings {
  readonly row: number;
  readonly at: readonly number[];
}

/** A header has at most the group row, three more rows of words and the numbering row; pasted ones have a blank row or two. */
const MOST_HEADER_ROWS = 8;

function textOf(cell: Cell | undefined): string {
  return cell?.value.kind === "text" ? cell.value.text : "";
}

/** The texts of a row that hold words, with their columns. */
function texts(row: SheetRow): readonly (readonly [column: number, text: string])[] {
  const found: (readonly [number, string])[] = [];
  row.forEach((cell, column) => {
    const text = textOf(cell);
    if (text !== "" && text.length < 160) found.push([column, text]);
  });
  return found;
}

function headingsIn(row: number, cells: SheetRow, groups: readonly ColumnGroup[]): GroupHeadings | undefined {
  // Most rows hold one name and digits: they need no closer look.
  const words = texts(cells).filter(([, text]) => /\p{L}/u.test(text));
  if (words.length < groups.length) return undefined;
  const at: number[] = [];
  for (const [column, text] of words) {
    const group = groups[at.length];
    if (!group) break;
    if (mentions(text, group)) at.push(column);
  }
  return at.length === groups.length ? { row, at } : undefined;
}

/** "(3)", "(3)=(4)+(5)+(6)", "3": the number printed under a column. A typed "(3)" is −3 to Excel. */
function printedNumber(cell: Cell | undefined): number | undefined {
  if (cell?.value.kind === "number") return Math.abs(cell.value.number);
  const match = /^\(?\s*(\d{1,2})\s*\)?\s*(?:=[\s\S]*)?$/.exec(textOf(cell).trim());
  return match ? Number(match[1]) : undefined;
}

/** Whether a row numbers the columns: consecutive numbers, each once, and no words beside but the "A", "B" of statistical forms. */
function isNumberingRow(cells: SheetRow, counts: readonly number[], labelColumn: number): boolean {
  const label = cells[labelColumn];
  if (textOf(label) !== "" && printedNumber(label) === undefined && !/^\s*\(?[A-Z]\)?\s*$/.test(textOf(label))) return false;
  const printed = counts.map((column) => printedNumber(cells[column])).filter((number) => number !== undefined);
  const distinct = new Set(printed);
  return distinct.size === counts.length && Math.max(...distinct) - Math.min(...distinct) === counts.length - 1;
}

/** Words only: the rows between the group headings and the first figures. */
function isWordsRow(cells: SheetRow, from: number, to: number): boolean {
  let words = false;
  for (let column = from; column <= to; column++) {
    const cell = cells[column];
    if (!cell || cell.value.kind === "blank") continue;
    if (!/\p{L}/u.test(textOf(cell)) || readFigure(cell, COUNTED).kind === "figure") return false;
    words = true;
  }
  return words;
}

/** The heading of one column: its lowest words, with those above them where only together they name a leaf. */
function headingOf(words: readonly string[], leaves: readonly Column[]): string | undefined {
  for (let from = words.length - 1; from >= 0; from--) {
    const text = words.slice(from).join(" ");
    if (leaves.some((leaf) => isWorded(text, leaf))) return text;
  }
  return words.at(-1);
}

/** The column each count leaf of a group stands in; undefined when the group has other columns. */
function leavesOf(group: ColumnGroup, found: readonly (readonly [column: number, text: string])[]): readonly TableColumn[] | undefined {
  const leaves = figureColumns(group.children);
  if (leaves.length !== found.length) return undefined;
  // Words decide where each names one column and no two the same; otherwise the official order does.
  const named = leaves.map((leaf) => found.filter(([, text]) => isWorded(text, leaf)).map(([column]) => column));
  const distinct = new Set(named.flatMap((matches) => (matches.length === 1 ? matches : [])));
  if (distinct.size === leaves.length) return leaves.map((column, index) => ({ column, at: named[index]![0]! }));
  const recognised = named.filter((matches) => matches.length > 0).length;
  const inPlace = named.every((matches, index) => matches.length === 0 || matches.includes(found[index]![0]));
  if (recognised * 2 < leaves.length || !inPlace) return undefined;
  return leaves.map((column, index) => ({ column, at: found[index]![0] }));
}

/** Whether a heading begins with the percentage's name; its formula may follow after "=". */
function isPercentage(text: string, { header }: Share): boolean {
  return foldTight(text.split("=")[0]!) === foldTight(header);
}

/** Columns beside the form whose heading begins with a percentage's name. */
function percentagesRightOf(form: TableForm, rows: readonly SheetRow[], lastColumn: number): readonly PercentageHeading[] {
  return (form.shares ?? []).flatMap((percentage) => {
    for (const row of rows) {
      const match = texts(row).find(([column, text]) => column > lastColumn && isPercentage(text, percentage));
      if (match) return [{ percentage, at: match[0], named: match[1].includes("=") }];
    }
    return [];
  });
}

/** Where the columns left of the counts stand, and the rows that head them: `above` too, where group headings are broken over two rows. */
function firstColumns(form: TableForm, rows: readonly SheetRow[], above: SheetRow, firstCount: number) {
  const [label, ordinal] = (["label", "ordinal"] as const).map((kind) => form.columns.find((node): node is Column => !isGroup(node) && node.kind === kind));
  const left = (each: readonly SheetRow[]) => each.flatMap((row) => texts(row)).filter(([column]) => column < firstCount);
  const columnOf = (words: Column | undefined, each: readonly SheetRow[]) => words && left(each).find(([, text]) => isWorded(text, words))?.[0];
  const isBroken = columnOf(ordinal, rows) === undefined && (columnOf(ordinal, [above]) ?? columnOf(label, [above])) !== undefined;
  const heads = isBroken ? [above, ...rows] : rows;
  const ordinalColumn = columnOf(ordinal, heads);
  const labelColumn = columnOf(label, heads) ?? left(heads).filter(([column]) => column !== ordinalColumn).at(-1)?.[0] ?? firstCount - 1;
  return { heads, ordinalColumn, labelColumn };
}

/** Reads the header that begins with these headings; undefined when the columns below them are not the form's. */
function readHeader(sheet: Sheet, form: TableForm, groups: readonly ColumnGroup[], headings: GroupHeadings): Header | undefined {
  const top = sheet.rows.get(headings.row)!;
  const firstCount = headings.at[0]!;
  const afterLast = texts(top).find(([column]) => column > headings.at.at(-1)!)?.[0];
  const lastColumn = afterLast === undefined ? headings.at.at(-1)! + 2 * figureColumns(groups.at(-1)!.children).length : afterLast - 1;

  const wordRows: SheetRow[] = [];
  let last = headings.row;
  for (let row = headings.row + 1; row < headings.row + MOST_HEADER_ROWS; row++) {
    const cells = sheet.rows.get(row);
    if (!cells) continue;
    if (!isWordsRow(cells, firstCount, lastColumn)) break;
    wordRows.push(cells);
    last = row;
  }

  const counts: TableColumn[] = [];
  for (const [index, group] of groups.entries()) {
    const from = headings.at[index]!;
    const to = (headings.at[index + 1] ?? lastColumn + 1) - 1;
    const found: (readonly [number, string])[] = [];
    for (let column = from; column <= to; column++) {
      const words = wordRows.map((row) => textOf(row[column])).filter((each) => each !== "");
      const text = headingOf(words, figureColumns(group.children));
      // Without a heading in the top row, only its name tells a percentage beside the last group from the group's columns.
      if (text !== undefined && !(form.shares ?? []).some((each) => isPercentage(text, each))) found.push([column, text]);
    }
    const leaves = leavesOf(group, found);
    if (!leaves) return undefined;
    counts.push(...leaves);
  }

  const { heads, ordinalColumn, labelColumn } = firstColumns(form, [top, ...wordRows], sheet.rows.get(headings.row - 1) ?? [], firstCount);
  if (labelColumn < 0) return undefined;

  const columns = counts.map(({ at }) => at).sort((one, other) => one - other);
  let numberingRow: number | undefined;
  for (let row = last + 1; row <= last + 3; row++) {
    const cells = sheet.rows.get(row);
    if (!cells) continue;
    if (isNumberingRow(cells, columns, labelColumn)) numberingRow = row;
    break;
  }
  return {
    first: headings.row - (heads.length - wordRows.length - 1),
    last: numberingRow ?? last,
    ...(numberingRow === undefined ? {} : { numberingRow }),
    counts: [...counts].sort((one, other) => one.at - other.at),
    ...(ordinalColumn === undefined ? {} : { ordinalColumn }),
    labelColumn,
    percentages: percentagesRightOf(form, heads, columns.at(-1)!),
  };
}

/** The headers of a form on a sheet, from the top down, and how many looked like one but had other columns. */
export function* findHeaders(sheet: Sheet, form: TableForm): Steps<{ readonly headers: readonly Header[]; readonly lookalikes: number }> {
  const groups = form.columns.filter(isGroup);
  const headers: Header[] = [];
  let lookalikes = 0;
  for (const [row, cells] of sheet.rows) {
    yield;
    const headings = headingsIn(row, cells, groups);
    if (!headings) continue;
    const header = readHeader(sheet, form, groups, headings);
    if (header) headers.push(header);
    else lookalikes++;
  }
  return { headers, lookalikes };
}
