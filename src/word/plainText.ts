import type { Paragraph, TextLine } from "../core/narrative/Paragraph";

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
