import type { Position, Rectangle } from "./Address";
import { splitSheet } from "./eachReference";
import { readArea } from "./readArea";
import type { NamedTable, Names } from "./Sheet";

/** Cells that a formula names. */
export interface Block {
  /** The other sheet's name; absent for the formula's own sheet. */
  readonly sheet?: string;
  readonly range: Rectangle;
}

/** What a reference stands for. */
export type Reference =
  /** Several where it goes through sheets or parts of a table. */
  | { readonly kind: "blocks"; readonly blocks: readonly Block[] }
  /** A name that stands for a formula, or for a number. */
  | { readonly kind: "formula"; readonly formula: string }
  /** Cells of another workbook. */
  | { readonly kind: "workbook" }
  /** An error value, or a name that nothing is known of. */
  | { readonly kind: "unknown" };

/** Where a formula stands, and what it may name. */
export interface Scope {
  /** The name of its sheet; absent where that is not known. */
  readonly sheet?: string;
  readonly names?: Names;
  readonly at: Position;
}

const WORKBOOK: Reference = { kind: "workbook" };
const UNKNOWN: Reference = { kind: "unknown" };

const same = (one: string, other: string): boolean => one === other || one.toLowerCase() === other.toLowerCase();

/** What is named, as the reference writes it. */
export function resolveReference(written: string, scope: Scope): Reference {
  const [prefix, named] = splitSheet(written);
  if (prefix === "") return resolveOwn(named, scope);
  const sheet = prefix.startsWith("'") ? prefix.slice(1, -2).replaceAll("''", "'") : prefix.slice(0, -1);
  if (sheet.includes("[")) return WORKBOOK;
  const isOwn = scope.sheet !== undefined && same(sheet, scope.sheet);
  const area = readArea(named);
  if (!area) return resolveName(named, isOwn ? scope : { ...scope, sheet }, scope);
  if (isOwn) return { kind: "blocks", blocks: [{ range: area.range }] };
  const [first, last] = sheet.split(":");
  const sheets = scope.names?.sheets ?? [];
  if (last === undefined) return { kind: "blocks", blocks: [{ sheet: sheets.find((each) => same(each, sheet)) ?? sheet, range: area.range }] };
  const [from, to] = [first!, last].map((end) => sheets.findIndex((each) => same(each, end)));
  if (from === undefined || to === undefined || from < 0 || to < 0) return UNKNOWN;
  const through = sheets.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { kind: "blocks", blocks: through.map((each) => blockOf(each, area.range, scope)) };
}

const blockOf = (sheet: string, range: Rectangle, scope: Scope): Block => (scope.sheet !== undefined && same(sheet, scope.sheet) ? { range } : { sheet, range });

function resolveOwn(named: string, scope: Scope): Reference {
  const area = readArea(named);
  if (area) return { kind: "blocks", blocks: [{ range: area.range }] };
  return named.includes("[") ? resolveTable(named, scope) : resolveName(named, scope, scope);
}

/** A name of the workbook, or of the sheet in `whose`; a table's name alone are its data. */
function resolveName(name: string, whose: Scope, scope: Scope): Reference {
  const upper = name.toUpperCase();
  const { defined, tables = [] } = scope.names ?? {};
  const formula = (whose.sheet === undefined ? undefined : defined?.get(`${whose.sheet.toUpperCase()}!${upper}`)) ?? defined?.get(upper);
  if (formula !== undefined) return { kind: "formula", formula };
  const table = tables.find((each) => same(each.name, name));
  return table ? { kind: "blocks", blocks: [blockOf(table.sheet, dataOf(table), scope)] } : UNKNOWN;
}

const dataOf = ({ range, hasHeadings, hasTotals }: NamedTable): Rectangle => ({ ...range, top: range.top + (hasHeadings ? 1 : 0), bottom: range.bottom - (hasTotals ? 1 : 0) });

/** "Table1[[#This Row],[Cột]:[Cột 2]]" by its parts: "#This Row", "Cột", "Cột 2". */
function partsOf(inside: string): readonly string[] {
  const parts: string[] = [];
  let part = "";
  for (let at = 0; at < inside.length; at++) {
    const char = inside[at]!;
    if (char === "'") part += inside[++at] ?? "";
    else if (char === "[" || char === "]") {
      if (part.trim() !== "" && (char === "]" || !/^[\s,:@]*$/.test(part))) parts.push(part.trim());
      part = "";
    } else part += char;
  }
  if (part.trim() !== "" && !/^[\s,:@]*$/.test(part)) parts.push(part.trim());
  return parts;
}

function resolveTable(written: string, scope: Scope): Reference {
  const open = written.indexOf("[");
  const [name, inside] = [written.slice(0, open), written.slice(open + 1, -1)];
  const table = scope.names?.tables.find((each) => (name === "" ? scope.sheet === each.sheet && holds(each.range, scope.at) : same(each.name, name)));
  if (!table) return UNKNOWN;
  const isThisRow = inside.startsWith("@");
  const parts = partsOf(isThisRow ? inside.slice(1) : inside);
  const items = new Set(parts.filter((part) => part.startsWith("#")).map((part) => part.toLowerCase()));
  const columns = parts.filter((part) => !part.startsWith("#")).map((part) => table.columns.findIndex((each) => same(each, part)));
  if (columns.includes(-1) || columns.length > 2) return UNKNOWN;
  const { range, hasHeadings, hasTotals } = table;
  const [left, right] = columns.length === 0 ? [range.left, range.right] : [range.left + Math.min(...columns), range.left + Math.max(...columns)];
  const data = dataOf(table);
  const rows: (readonly [top: number, bottom: number])[] = [];
  if (isThisRow || items.has("#this row")) {
    if (!same(table.sheet, scope.sheet ?? "") || scope.at.row < data.top || scope.at.row > data.bottom) return UNKNOWN;
    rows.push([scope.at.row, scope.at.row]);
  } else if (items.has("#all")) rows.push([range.top, range.bottom]);
  else {
    if (items.has("#headers") && hasHeadings) rows.push([range.top, range.top]);
    if (items.size === 0 || items.has("#data")) rows.push([data.top, data.bottom]);
    if (items.has("#totals") && hasTotals) rows.push([range.bottom, range.bottom]);
  }
  return rows.length === 0 ? UNKNOWN : { kind: "blocks", blocks: rows.map(([top, bottom]) => blockOf(table.sheet, { top, left, bottom, right }, scope)) };
}

const holds = ({ top, left, bottom, right }: Rectangle, { row, column }: Position): boolean => row >= top && row <= bottom && column >= left && column <= right;
