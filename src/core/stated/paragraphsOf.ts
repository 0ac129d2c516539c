import { contains } from "../sheet/Address";
import { columnsOf, type Sheet } from "../sheet/Sheet";
import { STEP, type Steps } from "../steps";
import type { Table } from "../figures/Table";
import type { Phrase } from "../words/Phrase";
import { withoutEnd } from "../words/withoutEnd";
import type { WrittenText } from "./StatedFigure";

/** A paragraph of a written text, by offsets; `end` is the one after it. */
export interface TextStretch {
  readonly start: number;
  readonly end: number;
}

/** What begins a paragraph of its own: a dash, a plus, "a)", "I.", "1.", "(". */
const BEGINNING = /^\s*(?:[-+•–—(]|[a-zđ]\)|[a-zđ]\.\s|[ivx]{1,5}\.|\d{1,2}(?:\.\d{1,2})*[.)]\s)/iu;

/**
 * The paragraphs of a text. Text taken from a page is broken off at the end of each printed line, and again between pages: a line
 * goes on in the next unless that one begins with a dash or a number, or it is closed by a sign and a blank line follows.
 * @param text As written, normalised to NFC.
 */
export function paragraphsOf(text: string): readonly TextStretch[] {
  const paragraphs: TextStretch[] = [];
  let start = 0;
  let end = 0;
  let blank = true;
  /** The last sign of the paragraph so far, marks and spaces left aside; "" where it has none yet. */
  let last = "";
  let at = 0;
  for (const line of text.split("\n")) {
    const next = at + line.length + 1;
    if (line.trim() === "") blank = true;
    else {
      const isClosed = last === ":" || (blank && (/[.;!?/)]/.test(last) || !/^[\s*_]*[\p{Ll}\d]/u.test(line)));
      const goesOn = last !== "" && !BEGINNING.test(line) && !isClosed;
      if (!goesOn) {
        if (last !== "") paragraphs.push({ start, end });
        start = at;
        last = "";
      }
      last = withoutEnd(line, /[\s*_]/).at(-1) ?? last;
      end = at + line.length;
      blank = false;
    }
    at = next;
  }
  if (text.slice(start, end).trim() !== "") paragraphs.push({ start, end });
  return paragraphs;
}

/** A text in lower case, without diacritics or signs that mark it up ("**Tổng số**"): what stands at an offset of the one stands there in the other. */
export function flatten(text: string): string {
  const flat = new Map<string, string>([
    ["đ", "d"],
    ["Đ", "d"],
    ["\n", "\n"],
  ]);
  let all = "";
  for (let at = 0; at < text.length; at++) {
    const unit = text[at]!;
    const known = flat.get(unit) ?? (/[*_#`|>\s]/.test(unit) ? " " : unit.normalize("NFD").charAt(0).toLowerCase().charAt(0));
    flat.set(unit, known);
    all += known;
  }
  return all;
}

/** Shorter cells are headings, names and notes. */
const SHORTEST_PROSE = 40;

/** What a sentence holds that may state how many files there were, each somewhere in it. */
const STATES_FILES = [/hồ sơ/iu, /tiếp nhận|giải quyết|phát sinh/iu, /\d|không/iu];

function mayStateFiles(text: string): boolean {
  const composed = text.length < SHORTEST_PROSE ? "" : text.normalize("NFC");
  return STATES_FILES.every((words) => words.test(composed));
}

/** How a sheet is named as a source. */
export const sheetSource = (name: string): Phrase => ({ vi: `trang “${name}”`, en: `sheet “${name}”` });

/** The paragraphs beside a sheet's tables, row by row, without formulas; undefined where no cell is long enough for a sentence about files. */
export function* proseOn(sheet: Sheet, tables: readonly Table[]): Steps<WrittenText | undefined> {
  const paragraphs: string[] = [];
  let isProse = false;
  let seen = 0;
  for (const [row, cells] of sheet.rows) {
    // Iterators made for every cell are what a long sheet would cost.
    for (const column of columnsOf(cells)) {
      const cell = cells[column];
      if (cell?.value.kind !== "text" || cell.formula !== undefined) continue;
      if (++seen % STEP === 0) yield;
      if (tables.some(({ range }) => contains(range, { row, column }))) continue;
      const { text } = cell.value;
      paragraphs.push(text);
      isProse ||= mayStateFiles(text);
    }
  }
  return isProse ? { text: paragraphs.join("\n\n"), source: sheetSource(sheet.name) } : undefined;
}
