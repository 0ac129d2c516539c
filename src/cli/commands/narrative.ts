import { narrate, paragraphsOf } from "../../core/narrative/narrate";
import type { Paragraph } from "../../core/narrative/Paragraph";
import { sayHiddenRows } from "../../core/narrative/sayHiddenRows";
import { a1 } from "../../core/sheet/Address";
import { toDocx } from "../../word/docx";
import { toHtmlPage, plainText } from "../../word/html";
import { FORMS } from "../../forms/forms";
import { VOCABULARY } from "../../vocabulary/vocabulary";
import { misuse, onlyFile, outputOf, type Command, type CommandLine } from "../Command";
import { askedOf, auditFile, contentsOf } from "../auditFile";
import { openFile } from "../files";
import { OutputFile } from "../OutputFile";

function jsonParagraphs(paragraphs: readonly Paragraph[]) {
  return paragraphs.map(({ id, heading, sheet, lines }) => ({
    id,
    heading,
    sheet,
    lines: lines.map(({ level, bullet, spans }) => ({
      level,
      bullet,
      text: spans.map(({ text }) => text).join(""),
      figures: spans.flatMap((span) => (span.kind === "figure" ? [{ text: span.text, cells: span.cells.map(a1) }] : [])),
    })),
  }));
}

function styleOf({ options }: CommandLine): string | undefined {
  const known = [...new Set(FORMS.flatMap((form) => paragraphsOf(form).flatMap(({ styles }) => styles.map(({ id }) => id))))];
  if (options.style !== undefined && !known.includes(options.style)) {
    throw misuse({ vi: `Không có kiểu “${options.style}”; hiện có: ${known.join(", ")}.`, en: `There is no style “${options.style}”; those known: ${known.join(", ")}.` });
  }
  return options.style;
}

async function render(paragraphs: readonly Paragraph[], format: string): Promise<string | Uint8Array> {
  switch (format) {
    case "text":
      return plainText(paragraphs);
    case "html":
      return toHtmlPage(paragraphs);
    case "json":
      return JSON.stringify(jsonParagraphs(paragraphs), null, 2);
    case "docx":
      return toDocx(paragraphs);
    default:
      throw misuse({ vi: `Không có định dạng “${format}”; hiện có: text, html, docx, json.`, en: `There is no format “${format}”; those known: text, html, docx, json.` });
  }
}

/** Writes the report's paragraphs from a workbook's tables. Errors in the sheet are told beside the text, not in it. */
export const narrative: Command = {
  name: "narrative",
  usage: "narrative in.xlsx [--form id] [--style official] [--format text|html|docx|json] [-o file]",
  async run(line, terminal) {
    const file = onlyFile(line);
    const style = styleOf(line);
    const format = line.options.format ?? "text";
    const output = format === "docx" || line.options.output !== undefined ? await OutputFile.at(outputOf(line)) : undefined;
    const { audit, kept, sheets } = await auditFile(await contentsOf(await openFile(file)), file, await askedOf(line));
    const tables = audit.tables.map(({ table }) => table);
    const written = { vocabulary: VOCABULARY, style, tables, answers: kept.answers };
    const text = await render(tables.flatMap((table) => narrate(table, written)), format);
    if (output) await output.write(typeof text === "string" ? new TextEncoder().encode(text) : text);
    else if (typeof text === "string") terminal.out(text);
    for (const table of tables) {
      const hidden = sayHiddenRows(table, sheets.find(({ name }) => name === table.sheet)!);
      if (hidden) terminal.error(hidden[terminal.language]);
    }
    const errors = audit.tables.flatMap(({ findings }) => findings).filter(({ severity }) => severity === "error").length;
    if (errors === 0) return 0;
    terminal.error(
      terminal.language === "vi"
        ? `Lưu ý: biểu còn ${errors} lỗi số liệu chưa sửa, lời văn được viết theo số đang có.`
        : `Note: the table still has ${errors} errors; the text was written from the figures as they are.`,
    );
    return 1;
  },
};
