import type { Audit, CheckOutcome } from "../../core/audit";
import { previousTable } from "../../core/figures/Table";
import { hasErrors } from "../../core/findings/Finding";
import type { Phrase } from "../../core/words/Phrase";
import { misuse, type Command } from "../Command";
import { askedOf, auditFile, contentsOf, type Asked } from "../auditFile";
import { fileByFile } from "../fileByFile";
import { openFile } from "../files";
import { reportJson } from "../reportJson";
import { reportText } from "../reportText";

/** That nothing was held against the workbooks named for it must not be taken for agreement. */
function sayUncompared({ tables }: Audit, { former = [], units = [] }: Asked): readonly Phrase[] {
  const isHeld = ({ check, counts: { pass, fail, skip } }: CheckOutcome): boolean => check.startsWith("units-") && pass + fail + skip > 0;
  const hasEarlier = tables.some(({ table }) => previousTable(table, former));
  const hasUnits = tables.some(({ outcomes }) => outcomes.some(isHeld));
  return [
    ...(former.length > 0 && !hasEarlier ? [{ vi: "Tệp ở --previous không có biểu cùng loại, cùng đơn vị của kỳ liền trước; không có gì để đối chiếu.", en: "The workbook of --previous has no such form of the unit and the period just before; nothing was compared." }] : []),
    ...(units.length > 0 && !hasUnits ? [{ vi: "Các tệp ở --units không có biểu cùng loại, cùng kỳ của đơn vị nào; không có gì để đối chiếu.", en: "The workbooks of --units have no such form of any unit and this period; nothing was compared." }] : []),
  ];
}

/** Checks workbooks and tells what is wrong; writes nothing. What the reporter has justified is told apart and is no error. One that cannot be read, or in which something unexpected comes up, does not keep the others from being checked. */
export const check: Command = {
  name: "check",
  usage: "check in.xlsx [more files] [--form id] [--own own.json] [--narrative report.docx|report.txt] [--previous last.xlsx] [--units unit-1.xlsx unit-2.xlsx …] [--json]",
  async run(line, terminal) {
    const { files, options } = line;
    if (files.length === 0) throw misuse({ vi: "Thiếu tệp cần kiểm tra.", en: "Name a file to check." });
    const asked = await askedOf(line);
    return fileByFile(files, options.json === true, terminal, async (file) => {
      const audited = await auditFile(await contentsOf(await openFile(file)), file, asked);
      for (const phrase of sayUncompared(audited.audit, asked)) terminal.error(`${file}: ${phrase[terminal.language]}`);
      return {
        hasErrors: hasErrors(audited.audit),
        json: () => reportJson(file, audited, terminal.language),
        text: () => reportText(file, audited, terminal.language),
      };
    });
  },
};
