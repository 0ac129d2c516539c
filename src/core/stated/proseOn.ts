import { contains } from "../sheet/Address";
import type { Sheet } from "../sheet/Sheet";
import { STEP, type Steps } from "../steps";
import type { Table } from "../figures/Table";
import type { Phrase } from "../words/Phrase";
import type { WrittenText } from "./StatedFigure";

/** Shorter cells are headings, names and notes. */
const SHORTEST_PROSE = 40;

/** A sentence that may state how many files there were. */
const STATES_FILES = /(?=[^]*(?:tiếp nhận|giải quyết|phát sinh))(?=[^]*(?:\d|không))[^]*hồ sơ/iu;

/** How a sheet is named as a source. */
export const sheetSource = (name: string): Phrase => ({ vi: `trang “${name}”`, en: `sheet “${name}”` });

/**
 * The paragraphs written on a sheet, beside its tables, in the order of its rows; undefined where no cell is long enough to be a sentence about
 * files. Formulas are left out: what they say is the tables' own.
 */
export function* proseOn(sheet: Sheet, tables: readonly Table[]): Steps<WrittenText | undefined> {
  const paragraphs: string[] = [];
  let isProse = false;
  let seen = 0;
  for (const [row, cells] of sheet.rows) {
    // Iterators made for every cell are what a long sheet would cost.
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column];
      if (cell?.value.kind !== "text" || cell.formula !== undefined) continue;
      if (++seen % STEP === 0) yield;
      if (tables.some(({ range }) => contains(range, { row, column }))) continue;
      const { text } = cell.value;
      paragraphs.push(text);
      isProse ||= text.length >= SHORTEST_PROSE && STATES_FILES.test(text.normalize("NFC"));
    }
  }
  return isProse ? { text: paragraphs.join("\n\n"), source: sheetSource(sheet.name) } : undefined;
}
