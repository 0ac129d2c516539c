import { formName, type Form } from "../../core/form/Form";
import { LEVELS } from "../../core/head/ReportInfo";
import { formsOfSet, planSet } from "../../core/scaffold/planSet";
import { planSheet } from "../../core/scaffold/scaffold";
import type { SheetPlan } from "../../core/sheet/SheetPlan";
import { finish } from "../../core/steps";
import { dayNumber, likelyPeriod, localDate, parseIsoDate, reportingPeriod, type CalendarDate, type Period } from "../../core/words/Period";
import { TroubleError } from "../../core/Trouble";
import { fieldsFromText, usualRows } from "../../forms/fields";
import { formById, FORMS } from "../../forms/forms";
import { decodeText } from "../../xlsx/openWorkbookFile";
import { newWorkbook } from "../../xlsx/newWorkbook";
import { knownForm, misuse, onlyFile, outputOf, type Command, type CommandLine, type Terminal } from "../Command";
import { ownFormsOf } from "../auditFile";
import { writeWorkbook } from "../files";
import { readBytes } from "../inputFile";
import { OutputFile } from "../OutputFile";

function date(text: string, name: string): CalendarDate {
  const read = parseIsoDate(text);
  if (!read) throw misuse({ vi: `Ngày ở --${name} phải viết như 2023-12-15.`, en: `The date of --${name} is written like 2023-12-15.` });
  return read;
}

/** Without dates it is the quarter a report is most likely being made for. */
function periodOf({ options: { from, to } }: CommandLine): Period {
  if (from === undefined && to === undefined) {
    const { kind, year } = likelyPeriod(localDate(new Date()));
    return reportingPeriod(kind, year);
  }
  if (from === undefined || to === undefined) throw misuse({ vi: "Cần cả --from và --to.", en: "Give both --from and --to." });
  const period = { from: date(from, "from"), to: date(to, "to") };
  if (dayNumber(period.from) > dayNumber(period.to)) {
    throw misuse({ vi: "Ngày bắt đầu sau ngày kết thúc.", en: "The period starts after it ends." });
  }
  return period;
}

function fieldLabels(path: string): readonly string[] {
  const text = decodeText(readBytes(path));
  if (text === undefined) {
    throw new TroubleError({
      what: { vi: "Danh sách lĩnh vực không phải tệp văn bản.", en: "The list of fields is no text file." },
      where: path,
      remedy: { vi: "Hãy lưu danh sách bằng Notepad, mỗi lĩnh vực trên một dòng.", en: "Save the list with a text editor, one field on each line." },
    });
  }
  const { labels } = fieldsFromText(text);
  if (labels.length > 0) return labels;
  throw new TroubleError({
    what: { vi: "Tệp lĩnh vực không có dòng nào.", en: "The list of fields has no line." },
    where: path,
    remedy: { vi: "Ghi mỗi lĩnh vực trên một dòng.", en: "Write one field on each line." },
  });
}

/** Who reports, and to whom, where the command line says so. */
function whoOf({ options: { unit, receiver } }: CommandLine) {
  return { ...(unit === undefined ? {} : { unit }), ...(receiver === undefined ? {} : { receiver }) };
}

/** The sheets of the set that units of a level file; forms that do not hold for the period are left out, and named. */
function planSetOf(line: CommandLine, said: string, { error, language }: Terminal): readonly SheetPlan[] {
  const level = LEVELS.find((each) => each === said);
  if (!level) throw misuse({ vi: `Không có bộ biểu “${said}”; hiện có: ${LEVELS.join(", ")}.`, en: `There is no set “${said}”; those known: ${LEVELS.join(", ")}.` });
  const period = periodOf(line);
  const { inForce, unsure, outdated } = formsOfSet(FORMS, level, period);
  const tell = (forms: readonly Form[], vi: string, en: string): void => {
    if (forms.length > 0) error(`${language === "vi" ? vi : en}: ${forms.map(formName).join("; ")}.`);
  };
  tell(unsure, "Cảnh báo: chưa rõ các biểu này còn hiệu lực trong kỳ hay đã được thay", "Warning: it is not known whether these still hold in the period or were replaced");
  tell(outdated, "Không tạo các biểu không có hiệu lực trong kỳ (nếu vẫn cần, hãy tạo từng biểu)", "Left out, not in force in the period (make them one by one if they are needed)");
  const forms = FORMS.filter((form) => inForce.includes(form) || unsure.includes(form));
  const list = line.options.fields === undefined ? undefined : fieldLabels(line.options.fields);
  return finish(planSet(forms, { level, period, ...whoOf(line), fieldsOf: (form) => list ?? usualRows(form) }));
}

function planOne(line: CommandLine): readonly SheetPlan[] {
  const own = ownFormsOf(line);
  const id = knownForm(onlyFile(line), own);
  const form = own.find((each) => each.id === id) ?? formById(id)!;
  return [planSheet(form, { fields: line.options.fields === undefined ? usualRows(form) : fieldLabels(line.options.fields), period: periodOf(line), ...whoOf(line) })];
}

/** Makes a workbook with a blank form, or all those that a level of units files, to be filled in. */
export const create: Command = {
  name: "new",
  usage: 'new <form-id> | --set commune|department|centre|province -o out.xlsx [--unit "UBND xã …"] [--receiver "UBND …"] [--from YYYY-MM-DD --to YYYY-MM-DD] [--fields fields.txt] [--own own.json]',
  async run(line, terminal) {
    const output = await OutputFile.at(outputOf(line));
    const { set } = line.options;
    const plans = set === undefined ? planOne(line) : planSetOf(line, set, terminal);
    const workbook = newWorkbook();
    const sheets: string[] = [];
    for (const plan of plans) sheets.push(await workbook.addSheet(plan));
    await writeWorkbook(output, workbook, terminal);
    const named = sheets.map((name) => `“${name}”`).join(", ");
    terminal.error(terminal.language === "vi" ? `Đã tạo trang ${named} trong ${output.path}.` : `Made the sheet${sheets.length > 1 ? "s" : ""} ${named} in ${output.path}.`);
    return 0;
  },
};
