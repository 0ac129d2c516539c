/** A rectangle of cells, zero-based and inclusive. */
export interface Rect {
  r1: number;
  c1: number;
  r2: number;
  c2: number;
}

export const MAX_ROW = 1048575;
export const MAX_COL = 16383;

export function colName(column: number): string {
  let name = "";
  for (let c = column + 1; c > 0; c = Math.floor((c - 1) / 26)) name = String.fromCharCode(65 + ((c - 1) % 26)) + name;
  return name;
}

export function colIndex(name: string): number {
  let n = 0;
  for (const letter of name.toUpperCase()) n = n * 26 + letter.charCodeAt(0) - 64;
  return n - 1;
}

export const cellName = (r: number, c: number): string => colName(c) + String(r + 1);
export const isEntireColumn = (q: Rect): boolean => q.r1 === 0 && q.r2 === MAX_ROW;
export const isEntireRow = (q: Rect): boolean => q.c1 === 0 && q.c2 === MAX_COL;
export const isUnbounded = (q: Rect): boolean => isEntireColumn(q) || isEntireRow(q);
export const rows = (q: Rect): number => q.r2 - q.r1 + 1;
export const cols = (q: Rect): number => q.c2 - q.c1 + 1;
export const size = (q: Rect): number => rows(q) * cols(q);

export function rectName(q: Rect): string {
  if (isEntireColumn(q) && !isEntireRow(q)) return `${colName(q.c1)}:${colName(q.c2)}`;
  if (isEntireRow(q) && !isEntireColumn(q)) return `${q.r1 + 1}:${q.r2 + 1}`;
  const first = cellName(q.r1, q.c1);
  return size(q) === 1 ? first : `${first}:${cellName(q.r2, q.c2)}`;
}

/** "$B$2:C3", "B:C" or "2:3"; null where it is no address. */
export function parseRect(text: string): Rect | null {
  const t = text.trim().replace(/\$/g, "").toUpperCase();
  const cells = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/.exec(t);
  if (cells) {
    const [, column = "", row = "", lastColumn = column, lastRow = row] = cells;
    return order(Number(row) - 1, colIndex(column), Number(lastRow) - 1, colIndex(lastColumn));
  }
  const columns = /^([A-Z]{1,3}):([A-Z]{1,3})$/.exec(t);
  if (columns) return order(0, colIndex(columns[1]!), MAX_ROW, colIndex(columns[2]!));
  const lines = /^(\d{1,7}):(\d{1,7})$/.exec(t);
  return lines ? order(Number(lines[1]) - 1, 0, Number(lines[2]) - 1, MAX_COL) : null;
}

function order(r1: number, c1: number, r2: number, c2: number): Rect | null {
  const q = { r1: Math.min(r1, r2), c1: Math.min(c1, c2), r2: Math.max(r1, r2), c2: Math.max(c1, c2) };
  return q.r1 < 0 || q.c1 < 0 || q.r2 > MAX_ROW || q.c2 > MAX_COL ? null : q;
}

/** An address that is known to be one. */
export function rectOf(text: string): Rect {
  const q = parseRect(text);
  if (!q) throw new Error(`No such cells: ${text}`);
  return q;
}

/** "'My sheet'!A1" gives { sheet: "My sheet", ref: "A1" }; "A1" gives { sheet: null, ref: "A1" }. */
export function splitSheet(address: string): { readonly sheet: string | null; readonly ref: string } {
  const t = address.trim().replace(/^=/, "");
  const at = t.lastIndexOf("!");
  if (at < 0) return { sheet: null, ref: t };
  const s = t.slice(0, at);
  return { sheet: s.startsWith("'") ? s.slice(1, -1).replace(/''/g, "'") : s, ref: t.slice(at + 1) };
}

/** Part of a pattern (flag u): a sheet's name that needs no quotes, of letters of any language, digits, "_" and ".". */
export const PLAIN_NAME = "[\\p{L}_][\\p{L}\\p{M}\\p{N}_.]*";

const PLAIN = new RegExp(`^${PLAIN_NAME}$`, "u");
/** What is an address in R1C1 notation is quoted, too. */
const LOOKS_LIKE_R1C1 = /^(?:R\d*(?:C\d*)?|C\d*)$/i;

export function quoteSheet(name: string): string {
  return PLAIN.test(name) && !parseRect(name) && !LOOKS_LIKE_R1C1.test(name) ? name : `'${name.replace(/'/g, "''")}'`;
}

export function intersect(a: Rect, b: Rect): Rect | null {
  const q = { r1: Math.max(a.r1, b.r1), c1: Math.max(a.c1, b.c1), r2: Math.min(a.r2, b.r2), c2: Math.min(a.c2, b.c2) };
  return q.r1 > q.r2 || q.c1 > q.c2 ? null : q;
}

export function bounding(a: Rect, b: Rect): Rect {
  return { r1: Math.min(a.r1, b.r1), c1: Math.min(a.c1, b.c1), r2: Math.max(a.r2, b.r2), c2: Math.max(a.c2, b.c2) };
}

export const contains = (q: Rect, r: number, c: number): boolean => r >= q.r1 && r <= q.r2 && c >= q.c1 && c <= q.c2;
