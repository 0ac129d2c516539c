import { hasErrors } from "../../core/findings/Finding";
import { sayTrouble, troubleOf } from "../../core/Trouble";
import { misuse, type Command, type ExitStatus } from "../Command";
import { askedOf, auditFile, contentsOf } from "../auditFile";
import { openFile } from "../files";
import { JsonReports } from "../JsonReports";
import { reportJson } from "../reportJson";
import { reportText } from "../reportText";

/** Checks workbooks and tells what is wrong; writes nothing. What the reporter has justified is told apart and is no error. One that cannot be read, or in which something unexpected comes up, does not keep the others from being checked. */
export const check: Command = {
  name: "check",
  usage: "check in.xlsx [more files] [--form id] [--own own.json] [--narrative report.docx|report.txt] [--json]",
  async run(line, terminal) {
    const { files, options } = line;
    if (files.length === 0) throw misuse({ vi: "Thiếu tệp cần kiểm tra.", en: "Name a file to check." });
    const asked = await askedOf(line);
    const reports = new JsonReports(terminal, files.length > 1);
    let status: ExitStatus = 0;
    for (const file of files) {
      try {
        const audited = await auditFile(await contentsOf(await openFile(file)), file, asked);
        if (hasErrors(audited.audit) && status === 0) status = 1;
        if (options.json) reports.add(reportJson(file, audited, terminal.language));
        else terminal.out(reportText(file, audited, terminal.language));
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
