import { columnsOf, type Sheet, type SheetRow } from "../sheet/Sheet";
import { positionKey, type Position } from "../sheet/Address";
import type { Cell } from "../sheet/Cell";
import type { TextStretch } from "../stated/paragraphsOf";
import { parseDecimal } from "../words/decimal";
import type { ReportText } from "./ReportText";

/** Tables of a text as a sheet, so that they are read as those of a workbook are; the lines above them come along, for they name them. */
export interface TextTable {
  readonly sheet: Sheet;
  /** Where a cell stands in the text; undefined where it holds nothing. */
  placeOf(at: Position): TextStretch | undefined;
}

/** Lines of tables that are further apart belong to two. */
const FURTHEST_LINES = 6;
/** So many lines above a table may say what it is. */
const LINES_ABOVE = 40;
/** A table that goes on on the next page has these lines again. */
const HEADER_LINES = 6;

/** The tables of a text, in its order. */
export function textTables({ text, tableLines }: ReportText): readonly TextTable[] {
  const lines = linesOf(text);
  const isRow = new Set(tableLines.map(({ start }) => start));
  const rows = lines.flatMap(({ start }, index) => (isRow.has(start) ? [index] : []));
  const tables: TextTable[] = [];
  for (let from = 0; from < rows.length; ) {
    let to = from + 1;
    while (to < rows.length && rows[to]! - rows[to - 1]! <= FURTHEST_LINES) to++;
    const floor = from === 0 ? 0 : rows[from - 1]! + 1;
    tables.push(tableOf(text, lines.slice(Math.max(floor, rows[from]! - LINES_ABOVE), rows[to - 1]! + 1), isRow, tables.length + 1));
    from = to;
  }
  return tables;
}

function linesOf(text: string): readonly TextStretch[] {
  let at = 0;
  return text.split("\n").map((line) => ({ start: at, end: (at += line.length + 1) - 1 }));
}

function tableOf(text: string, lines: readonly TextStretch[], isRow: ReadonlySet<number>, number: number): TextTable {
  const rows = new Map<number, SheetRow>();
  const places = new Map<number, TextStretch>();
  const header: string[] = [];
  for (const [row, line] of lines.entries()) {
    const written = text.slice(line.start, line.end);
    const isTable = isRow.has(line.start);
    if (written.trim() === "" || /^[\s|:-]+$/.test(written) || (isTable && header.includes(written))) continue;
    if (isTable && header.length < HEADER_LINES) header.push(written);
    const cells = isTable ? cellsOf(written, line.start) : [{ start: line.start, end: line.end }];
    const read = cells.map((place) => cellOf(text.slice(place.start, place.end)));
    rows.set(row, read);
    for (const column of columnsOf(read)) if (read[column]) places.set(positionKey({ row, column }), cells[column]!);
  }
  return {
    sheet: { name: `Bảng ${number}`, visible: true, locked: false, rows, merges: [] },
    placeOf: (at) => places.get(positionKey(at)),
  };
}

/** The cells of a line, between its bars or tabs, without the spaces around what they hold. */
function cellsOf(line: string, start: number): readonly TextStretch[] {
  const sign = /^\s*\|/.test(line) ? "|" : "\t";
  const parts = line.split(sign);
  let at = start;
  const cells = parts.map((part) => {
    const from = at;
    at += part.length + 1;
    const left = part.length - part.trimStart().length;
    return { start: from + left, end: from + Math.max(left, part.trimEnd().length) };
  });
  return sign === "\t" ? cells : cells.slice(1, line.trimEnd().endsWith("|") ? -1 : undefined);
}

/** What a cell says: signs of markup left out, numbers as numbers. */
function cellOf(written: string): Cell | undefined {
  const text = written.replace(/<br ?\/?>/g, "\n").replace(/<\/?(?:b|i|strong|em)>/g, "").replace(/\*\*/g, "").trim();
  if (text === "") return undefined;
  const number = parseDecimal(text);
  if (!number || (number.digits > 0 && number.point === undefined)) return { value: { kind: "text", text } };
  return { value: { kind: "number", number: number.units / 10 ** number.digits } };
}
