// References inside formulas: from one notation to the other, and after sheets and cells moved.
import { PLAIN_NAME, colIndex, colName, parseRect, quoteSheet, splitSheet, type Rect } from "./addresses";

const TEXT = '"(?:[^"]|"")*"';
const SHEET = `(?:'(?:[^']|'')*'|${PLAIN_NAME})!`;
/** What may not follow a reference: it would be part of a name, or a function. */
const ENDS = "(?![\\p{L}\\p{N}_(.])";

const CELL = new RegExp(`${TEXT}|${SHEET}|\\$?[A-Za-z]{1,3}\\$?\\d{1,7}${ENDS}|${PLAIN_NAME}`, "gu");
const R1C1 = new RegExp(`${TEXT}|${SHEET}|(?<![\\p{L}\\p{N}_.])R(\\[-?\\d+\\]|\\d+)?C(\\[-?\\d+\\]|\\d+)?${ENDS}`, "giu");
const REF = new RegExp(
  `${TEXT}|(${SHEET})?(\\$?)([A-Za-z]{1,3})(\\$?)(\\d{1,7})(?::(\\$?)([A-Za-z]{1,3})(\\$?)(\\d{1,7}))?${ENDS}|${PLAIN_NAME}`,
  "gu",
);

/** A formula in A1 notation, as read from cell (r, c), in R1C1 notation. */
export function toR1C1(formula: string, r: number, c: number): string {
  return formula.replace(CELL, (t) => {
    const m = /^(\$?)([A-Za-z]{1,3})(\$?)(\d+)$/.exec(t);
    if (!m) return t;
    const [, fixedColumn, column = "", fixedRow, row = ""] = m;
    const down = Number(row) - 1 - r;
    const across = colIndex(column) - c;
    return `R${fixedRow ? row : down ? `[${down}]` : ""}C${fixedColumn ? colIndex(column) + 1 : across ? `[${across}]` : ""}`;
  });
}

/** The reverse of toR1C1. */
export function fromR1C1(formula: string, r: number, c: number): string {
  const part = (t: string | undefined, at: number): readonly [number, string] =>
    !t ? [at, ""] : t.startsWith("[") ? [at + Number(t.slice(1, -1)), ""] : [Number(t) - 1, "$"];
  return formula.replace(R1C1, (t: string, down: string | undefined, across: string | undefined) => {
    if (t.startsWith('"') || t.endsWith("!")) return t;
    const [row, fixedRow] = part(down, r);
    const [col, fixedColumn] = part(across, c);
    return `${fixedColumn}${colName(col)}${fixedRow}${row + 1}`;
  });
}

/** A formula after a sheet got another name. */
export function renameRefs(formula: string, from: string, to: string): string {
  return formula.replace(REF, (t: string, prefix: string | undefined) =>
    prefix && sheetOf(prefix).toLowerCase() === from.toLowerCase() ? `${quoteSheet(to)}!${t.slice(prefix.length)}` : t,
  );
}

/** The name before the "!". */
function sheetOf(prefix: string): string {
  return splitSheet(`${prefix}A1`).sheet ?? "";
}

/** Moves a formula's references to `target` as cells are inserted or deleted; adjust(rect) is false when it is gone. */
export function moveRefs(formula: string, home: string, target: string, adjust: (q: Rect) => boolean): string {
  return formula.replace(REF, (t: string, ...groups: (string | undefined)[]) => {
    const [prefix, c1 = "", col1, r1 = "", , c2 = "", col2, r2 = ""] = groups;
    if (!col1 || (prefix ? sheetOf(prefix) : home).toLowerCase() !== target.toLowerCase()) return t;
    const q = parseRect(t.slice(prefix?.length ?? 0));
    if (!q) return t;
    if (!adjust(q)) return `${prefix ?? ""}#REF!`;
    return `${prefix ?? ""}${c1}${colName(q.c1)}${r1}${q.r1 + 1}${col2 ? `:${c2}${colName(q.c2)}${r2}${q.r2 + 1}` : ""}`;
  });
}
