import type { CellStyle } from "./SheetPlan";

/** Widths by character: a report has few different ones, and thousands of each. */
const known = new Map<string, number>();

function characterWidth(character: string): number {
  let width = known.get(character);
  if (width === undefined) known.set(character, (width = advanceWidth(character)));
  return width;
}

/** Advance widths of Times New Roman, in thousandths of the font size, by the letter under the diacritics. */
function advanceWidth(character: string): number {
  const letter = character.normalize("NFD")[0]!;
  if (/[ijlt.,;:'/\s]/.test(letter)) return 270;
  if (/[frsIJ()-]/.test(letter)) return 370;
  if (/[acez]/.test(letter)) return 450;
  if (/[mwMW…]/.test(letter)) return 850;
  if (/[a-zđ\d]/.test(letter)) return 500;
  if (/[BEFLPSTZ]/.test(letter)) return 620;
  if (/[A-ZĐ]/.test(letter)) return 730;
  return 570;
}

/** Width of one line of text, in points. */
function textWidth(text: string, { fontSize = 12, bold = false }: CellStyle): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return (width * fontSize * (bold ? 1.06 : 1)) / 1000;
}

/** Points that text can fill in a column so many characters of Excel's default font wide. */
const room = (width: number): number => width * 5.25;

/** The column width, in characters, that shows a text on one line. */
export function widthFor(text: string, style: CellStyle): number {
  return Math.ceil(textWidth(text, style) / 5.25);
}

/** In how many lines a paragraph wraps, estimated: a host that cannot measure must still show all of it. */
function wrappedLines(paragraph: string, width: number, style: CellStyle): number {
  const space = textWidth(" ", style);
  let lines = 1;
  let used = -space;
  for (const word of paragraph.split(" ")) {
    const needed = textWidth(word, style);
    if (used + space + needed <= room(width)) {
      used += space + needed;
      continue;
    }
    // A word longer than the line is broken within.
    const rows = Math.max(1, Math.ceil(needed / room(width)));
    lines += used < 0 ? rows - 1 : rows;
    used = needed - (rows - 1) * room(width);
  }
  return lines;
}

/** Height in points that shows the whole text in a cell so many characters wide; 15.75 for one line of 12 points, as in Excel. */
export function textHeight(text: string, width: number, style: CellStyle): number {
  const size = style.fontSize ?? 12;
  const lines = text.split("\n").reduce((sum, paragraph) => sum + wrappedLines(paragraph, width, style), 0);
  return Math.max(lines * size * 1.25 + 0.75, 15.75);
}
