import type { JustificationList } from "../core/justifications/justificationList";
import type { Paragraph, TextLine } from "../core/narrative/Paragraph";
import { escapeText } from "../core/words/xmlText";
import { BODY, BULLET_SPACE, indentOf, LIST_COLUMNS, LIST_SIZE, type Indent } from "./layout";

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

/** Characters between tags, or double quotes. */
const escapeHtml = (text: string): string => escapeText(text).replaceAll('"', "&quot;").replaceAll("\u00a0", "&nbsp;");

/** The words of a line as printed, after its bullet: "- Số lượng hồ sơ đã giải quyết: 1.652; …". `space` stands between the two. */
export function lineText({ bullet, spans }: TextLine, space = " "): string {
  return (bullet && bullet + space) + spans.map(({ text }) => text).join("");
}

/** Paragraphs as plain text, for where no formatting survives: one line each, deeper levels set in by two spaces. */
export function plainText(paragraphs: readonly Paragraph[]): string {
  return paragraphs
    .map(({ heading, lines }) => [heading, ...lines.map((line) => "  ".repeat(line.level) + lineText(line))])
    .map((texts) => texts.map((text) => `${text}\n`).join(""))
    .join("\n");
}

/** What to call a document of these paragraphs: their headings, each once. */
export function titleOf(paragraphs: readonly Paragraph[]): string {
  return [...new Set(paragraphs.map(({ heading }) => heading))].join("; ");
}

const FONT = `font-family:'${BODY.font}',serif;color:black`;
const CELL = `border:solid black 0.5pt;padding:2pt 4pt;vertical-align:top;${FONT};font-size:${LIST_SIZE}pt`;

/** A list as an HTML table for Word's clipboard, with styles of its own, since Word and the browsers' cleaners drop style sheets. */
export function toListHtml({ title, about, headings, rows }: JustificationList): string {
  const line = (text: string, style: string): string => `<p lang="${BODY.language}" style="margin:0cm 0cm ${BODY.spacing}pt;text-align:center;${FONT};${style}">${escapeHtml(text)}</p>`;
  const cell = (text: string, column: number, head: boolean): string => {
    const { align, share } = LIST_COLUMNS[column]!;
    const inside = text.split("\n").map(escapeHtml).join("<br>");
    const side = head ? "center;font-weight:bold" : align;
    return `<${head ? "th" : "td"} width="${share}%" style="${CELL};text-align:${side}">${inside}</${head ? "th" : "td"}>`;
  };
  const row = (texts: readonly string[], head: boolean): string => `<tr>${texts.map((text, column) => cell(text, column, head)).join("")}</tr>`;
  return [
    line(title, `font-size:${BODY.size}pt;font-weight:bold`),
    ...about.map((text) => line(text, `font-size:${LIST_SIZE}pt`)),
    `<table lang="${BODY.language}" width="100%" style="border-collapse:collapse;width:100%">`,
    `<thead>${row(headings, true)}</thead>`,
    `<tbody>${rows.map((texts) => row(texts, false)).join("\n")}</tbody>`,
    "</table>",
  ].join("\n");
}

/** The same as plain text, columns set apart by tabs, so that it can also be pasted into Excel. */
export function toListText({ title, about, headings, rows }: JustificationList): string {
  const flat = (text: string): string => text.replace(/\s+/g, " ").trim();
  return [title, ...about, headings.join("\t"), ...rows.map((texts) => texts.map(flat).join("\t"))].join("\n");
}
