import { proofread as proofreadText } from "../../core/proofreading/proofread";
import { reportText } from "../../core/proofreading/ReportText";
import { tableClaims } from "../../core/proofreading/tableClaims";
import { sayTrouble, troubleOf } from "../../core/Trouble";
import { SILENT } from "../../core/sheet/WorkbookPort";
import { LIBRARY } from "../../library";
import { REPORT_WORDS } from "../../vocabulary/reportWords";
import { misuse, type Command, type ExitStatus } from "../Command";
import { openFile } from "../files";
import { JsonReports } from "../JsonReports";
import { proofreadingJson, proofreadingText } from "../proofreadingReport";
import { readReport } from "../readReport";

/** Holds the figures of written reports against one another, their tables, and a workbook; writes nothing. A report that cannot be read does not keep the others from being read. */
export const proofread: Command = {
  name: "proofread",
  usage: "proofread report.(txt|md|docx|html) [more] [--with tables.xlsx] [--json]",
  async run({ files, options }, terminal) {
    if (files.length === 0) throw misuse({ vi: "Thiếu báo cáo cần soát.", en: "Name a report to proofread." });
    const reports = new JsonReports(terminal, files.length > 1);
    const sheets = options.with === undefined ? [] : await (await openFile(options.with)).read(SILENT);
    let status: ExitStatus = 0;
    for (const file of files) {
      try {
        const text = reportText(readReport(file));
        const read = proofreadText(text, REPORT_WORDS, await tableClaims(text, LIBRARY, sheets));
        if (status === 0 && read.findings.some(({ severity }) => severity === "error")) status = 1;
        if (options.json) reports.add(proofreadingJson(file, read, terminal.language));
        else terminal.out(proofreadingText(file, read, terminal.language));
      } catch (error) {
        status = 2;
        const unreadable = sayTrouble(troubleOf(error, file), terminal.language);
        terminal.error(unreadable);
        if (options.json && files.length > 1) reports.add({ file, unreadable });
      }
    }
    reports.end();
    return status;
  },
};
