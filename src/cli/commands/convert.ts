import { conversionOf } from "../../core/convert/conversionOf";
import { planConversion } from "../../core/convert/planConversion";
import type { Table } from "../../core/figures/Table";
import { formName } from "../../core/form/Form";
import { finish } from "../../core/steps";
import { TroubleError } from "../../core/Trouble";
import { dayNumber, parseIsoDate, type Period } from "../../core/words/Period";
import { formById } from "../../forms/forms";
import { LIBRARY } from "../../library";
import { knownForm, misuse, onlyFile, outputOf, type Command, type CommandLine } from "../Command";
import { askedOf, auditFile, contentsOf, saySpared, sparedSheets } from "../auditFile";
import { openFile, writeWorkbook } from "../files";
import { OutputFile } from "../OutputFile";

/** The form to turn tables into. Throws `TroubleError` where none is named. */
function targetOf({ options: { to } }: CommandLine) {
  if (to === undefined) throw misuse({ vi: "Thiếu biểu cần chuyển thành (--to).", en: "The form to convert to is missing (--to)." });
  return formById(knownForm(to))!;
}

/** The period that is said, or that the table prints. Throws `TroubleError` where there is neither: it is not made up. */
function periodOf({ options }: CommandLine, table: Table, file: string): Period {
  if (options.period !== undefined) {
    const [from, to, ...more] = options.period.split("/").map(parseIsoDate);
    if (from && to && more.length === 0 && dayNumber(from) <= dayNumber(to)) return { from, to };
    throw misuse({ vi: "Kỳ ở --period phải viết như 2023-12-15/2024-03-14.", en: "The period of --period is written like 2023-12-15/2024-03-14." });
  }
  if (table.period) return table.period.period;
  throw new TroubleError({
    what: { vi: `Trang “${table.sheet}” không ghi kỳ báo cáo.`, en: `Sheet “${table.sheet}” does not say its period.` },
    where: file,
    remedy: { vi: "Chạy lại với --period 2023-12-15/2024-03-14.", en: "Run it again with --period 2023-12-15/2024-03-14." },
  });
}

/** Adds, to a copy of a workbook, a sheet of another form for each table that tells what it asks for, and says what they do not tell. */
export const convert: Command = {
  name: "convert",
  usage: 'convert in.xlsx --to <form-id> -o out.xlsx [--form id] [--period YYYY-MM-DD/YYYY-MM-DD] [--unit "UBND xã …"] [--receiver "UBND …"] [--hidden]',
  async run(line, terminal) {
    const file = onlyFile(line);
    const output = await OutputFile.at(outputOf(line));
    const target = targetOf(line);
    const workbook = await openFile(file);
    const { sheets, audit } = await auditFile(await contentsOf(workbook), file, await askedOf(line));
    const spared = sparedSheets(sheets, line);
    const all = audit.tables.flatMap(({ table }) => conversionOf(table, target, LIBRARY.vocabulary) ?? []);
    const wanted = all.filter(({ table }) => !spared.has(table.sheet));
    saySpared(all.filter((each) => !wanted.includes(each)).map(({ table }) => table.sheet), terminal);
    if (wanted.length === 0) {
      throw new TroubleError({
        what: { vi: `Không có bảng nào chuyển được thành ${formName(target)}.`, en: `No table can be converted to ${formName(target)}.` },
        where: file,
        remedy: { vi: "Cần bảng kê số hồ sơ tiếp nhận, đã và đang giải quyết theo dòng.", en: "A table is needed that tells at least half of its figures, row by row." },
      });
    }
    const { unit, receiver } = line.options;
    for (const conversion of wanted) {
      const { table, said } = conversion;
      const known = unit ?? table.unit;
      const options = { period: periodOf(line, table, file), ...(known === undefined ? {} : { unit: known }), ...(receiver === undefined ? {} : { receiver }) };
      const name = await workbook.addSheet(finish(planConversion(conversion, options)));
      terminal.out(terminal.language === "vi" ? `${table.sheet}: đã chuyển thành trang “${name}”.` : `${table.sheet}: converted to the sheet “${name}”.`);
      for (const phrase of said) terminal.out(`  ${phrase[terminal.language]}`);
    }
    await writeWorkbook(output, workbook, terminal);
    return 0;
  },
};
