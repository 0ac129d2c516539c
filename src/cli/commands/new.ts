import type { Form } from "../../core/form/Form";
import { planSheet } from "../../core/scaffold/scaffold";
import { dayNumber, likelyPeriod, localDate, parseIsoDate, reportingPeriod, type CalendarDate, type Period } from "../../core/words/Period";
import { TroubleError } from "../../core/Trouble";
import { COMMON_FIELDS, fieldsFromText } from "../../forms/fields";
import { formById } from "../../forms/forms";
import { decodeText } from "../../xlsx/openWorkbookFile";
import { newWorkbook } from "../../xlsx/newWorkbook";
import { knownForm, misuse, onlyFile, outputOf, type Command, type CommandLine } from "../Command";
import { readBytes, writeWorkbook } from "../files";

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

function fieldLabels(path: string | undefined): readonly string[] {
  if (path === undefined) return COMMON_FIELDS.map(({ label }) => label);
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

/** Lines without names, for lists that are no fields: units, of which nobody knows which. */
const UNNAMED = Array.from({ length: 10 }, () => "");

/** What the rows are called: as the list given says, or as they mostly are. */
async function labelsFor({ tables: [{ rows }] }: Form, list: string | undefined): Promise<readonly string[]> {
  return list === undefined && "each" in rows && rows.each !== "field" ? UNNAMED : fieldLabels(list);
}

/** Makes a workbook with a blank form to be filled in. */
export const create: Command = {
  name: "new",
  usage: 'new <form-id> -o out.xlsx [--unit "UBND xã …"] [--receiver "UBND …"] [--from YYYY-MM-DD --to YYYY-MM-DD] [--fields fields.txt]',
  async run(line, terminal) {
    const id = onlyFile(line);
    const form = formById(knownForm(id))!;
    const output = outputOf(line);
    const { unit, receiver } = line.options;
    const workbook = newWorkbook();
    const sheet = await workbook.addSheet(
      planSheet(form, {
        fields: await labelsFor(form, line.options.fields),
        period: periodOf(line),
        ...(unit === undefined ? {} : { unit }),
        ...(receiver === undefined ? {} : { receiver }),
      }),
    );
    await writeWorkbook(output, workbook, terminal);
    terminal.error(terminal.language === "vi" ? `Đã tạo trang “${sheet}” trong ${output}.` : `Made the sheet “${sheet}” in ${output}.`);
    return 0;
  },
};
