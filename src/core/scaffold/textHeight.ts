import type { CellStyle } from "../sheet/SheetPlan";

/** Widths in Times New Roman, in thousandths of the font size. */
function characterWidth(character: string): number {
  if (/\p{Lu}/u.test(character)) return 720;
  if (/[\p{Ll}\d]/u.test(character)) return 480;
  if (/[=+×…]/u.test(character)) return 600;
  return 330;
}

function textWidth(text: string, size: number, bold: boolean): number {
  const width = [...text].reduce((sum, character) => sum + characterWidth(character), 0);
  return (width * size * (bold ? 1.06 : 1)) / 1000;
}

/** Points of a column width given in characters of Excel's default font, less the cell's padding. */
function points(width: number): number {
  return width * 5.25;
}

/** In how many lines a text wraps, estimated on the safe side: a host that cannot measure must still show all of it. */
function wrappedLines(text: string, width: number, { fontSize = 12, bold = false }: CellStyle): number {
  const room = points(width);
  const space = textWidth(" ", fontSize, bold);
  let lines = 0;
  for (const paragraph of text.split("\n")) {
    let used = Infinity;
    for (const word of paragraph.split(" ")) {
      const needed = textWidth(word, fontSize, bold);
      if (used + space + needed <= room) {
        used += space + needed;
        continue;
      }
      const rows = Math.max(1, Math.ceil(needed / room));
      lines += rows;
      used = needed - (rows - 1) * room;
    }
  }
  return lines;
}

/** Height in points that shows the whole text in a cell so many characters wide. */
export function textHeight(text: string, width: number, style: CellStyle): number {
  return Math.ceil(wrappedLines(text, width, style) * (style.fontSize ?? 12) * 1.25 + 3);
}
