import { proofread as proofreadText } from "../../core/proofreading/proofread";
import { reportText } from "../../core/proofreading/ReportText";
import { tableClaims } from "../../core/proofreading/tableClaims";
import { SILENT } from "../../core/sheet/WorkbookPort";
import { LIBRARY } from "../../library";
import { REPORT_WORDS } from "../../vocabulary/reportWords";
import { misuse, type Command } from "../Command";
import { fileByFile } from "../fileByFile";
import { openFile } from "../files";
import { proofreadingJson, proofreadingText } from "../proofreadingReport";
import { readReport } from "../readReport";

/** Holds the figures of written reports against one another, their tables, and a workbook; writes nothing. A report that cannot be read does not keep the others from being read. */
export const proofread: Command = {
  name: "proofread",
  usage: "proofread report.(txt|md|docx|html) [more] [--with tables.xlsx] [--json]",
  async run({ files, options }, terminal) {
    if (files.length === 0) throw misuse({ vi: "Thiếu báo cáo cần soát.", en: "Name a report to proofread." });
    const sheets = options.with === undefined ? [] : await (await openFile(options.with)).read(SILENT);
    return fileByFile(files, options.json === true, terminal, async (file) => {
      const text = reportText(readReport(file));
      const read = proofreadText(text, REPORT_WORDS, await tableClaims(text, LIBRARY, sheets));
      return {
        hasErrors: read.findings.some(({ severity }) => severity === "error"),
        json: () => proofreadingJson(file, read, terminal.language),
        text: () => proofreadingText(file, read, terminal.language),
      };
    });
  },
};
