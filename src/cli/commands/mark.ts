import { marksOf } from "../../core/highlights/marks";
import { onlyFile, outputOf, type Command } from "../Command";
import { askedOf, auditFile, contentsOf } from "../auditFile";
import { openFile, writeWorkbook } from "../files";
import { OutputFile } from "../OutputFile";

/** Writes a copy of a workbook with its findings as cell highlights. */
export const mark: Command = {
  name: "mark",
  usage: "mark in.xlsx -o out.xlsx [--form id] [--narrative report.docx|report.txt]",
  async run(line, terminal) {
    const file = onlyFile(line);
    const output = await OutputFile.at(outputOf(line));
    const workbook = await openFile(file);
    const { audit } = await auditFile(await contentsOf(workbook), file, await askedOf(line));
    const marks = marksOf(audit);
    await workbook.mark(marks);
    await writeWorkbook(output, workbook, terminal);
    const cells = marks.reduce((sum, each) => sum + each.cells.length, 0);
    terminal.error(terminal.language === "vi" ? `Đã đánh dấu ${cells} ô trong ${output.path}.` : `Marked ${cells} cells in ${output.path}.`);
    return marks.some(({ kind }) => kind === "error") ? 1 : 0;
  },
};
