import type { BookCell, BookSheet } from "../../test/fixtures/book/Book";
import type { Layout } from "./Layout";
import { inTcvn3, inVni, tcvn3Font } from "./oldLetters";

/** The sheet with its words in an old encoding and its font; figures stay. */
export function inLetters(sheet: BookSheet, letters: Layout["letters"]): BookSheet {
  if (letters === "Unicode") return sheet;
  const written = (cell: BookCell): BookCell => {
    if (typeof cell.value !== "string") return cell;
    const [value, font] = letters === "TCVN3" ? [inTcvn3(cell.value), tcvn3Font(cell.value)] : [inVni(cell.value), "VNI-Times"];
    return { ...cell, value, style: { ...cell.style, font } };
  };
  return { ...sheet, rows: new Map([...sheet.rows].map(([row, cells]) => [row, new Map([...cells].map(([column, cell]) => [column, written(cell)]))])) };
}
