import type { Paragraph, TextLine } from "../core/narrative/Paragraph";
import { BODY, BULLET_SPACE, indentOf, type Indent } from "./layout";
import { lineText, titleOf } from "./plainText";

/**
 * Paragraphs as HTML for Word's clipboard: nothing but paragraphs with styles of their own, since Word and the
 * browsers' cleaners drop style sheets. Bullets are typed, as officials type them, so that Word starts no list of its own.
 */
export function toHtml(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map(({ heading, lines }) => [block(heading, indentOf(0, ""), true), ...lines.map(line)].join("\n")).join("\n");
}

/** The same as a whole page, to be saved as a file and opened in Word or a browser. */
export function toHtmlPage(paragraphs: readonly Paragraph[]): string {
  const title = escapeHtml(titleOf(paragraphs));
  return `<!DOCTYPE html>
<html lang="${BODY.language}">
<head><meta charset="utf-8"><title>${title}</title></head>
<body>
${toHtml(paragraphs)}
</body>
</html>
`;
}

const line = (each: TextLine): string => block(lineText(each, BULLET_SPACE), indentOf(each.level, each.bullet), false);

function block(text: string, { left, firstLine }: Indent, bold: boolean): string {
  const character = `font-family:'${BODY.font}',serif;font-size:${BODY.size}pt;color:black`;
  const paragraph = `margin:0cm 0cm ${BODY.spacing}pt ${left}cm;text-indent:${firstLine}cm;text-align:justify;line-height:normal`;
  // Word takes the font of the mark from the paragraph, and the font of the words from the run.
  const scripts = `mso-fareast-font-family:'${BODY.font}';mso-bidi-font-family:'${BODY.font}'`;
  const run = `<span lang="${BODY.language}" style="${character};${scripts}">${escapeHtml(text)}</span>`;
  return `<p lang="${BODY.language}" style="${paragraph};${character}">${bold ? `<b>${run}</b>` : run}</p>`;
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\u00a0": "&nbsp;" };

/** Characters between tags. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"\u00a0]/g, (character) => ESCAPES[character]!);
}
