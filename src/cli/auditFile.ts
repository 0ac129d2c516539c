import { basename } from "node:path";
import { asksOf } from "../core/Ask";
import { examine, readBeside, type ExamineOptions } from "../core/examine";
import type { Table } from "../core/figures/Table";
import { readOwnForm } from "../core/described/ownForm";
import type { Form } from "../core/form/Form";
import type { JustifiedAudit } from "../core/justifications/applyJustifications";
import { parseKept, type Kept } from "../core/justifications/Kept";
import type { Sheet } from "../core/sheet/Sheet";
import { SILENT } from "../core/sheet/WorkbookPort";
import type { WrittenText } from "../core/stated/StatedFigure";
import { TroubleError } from "../core/Trouble";
import { LIBRARY } from "../library";
import { readDocx } from "../word/readDocx";
import { decodeText } from "../xlsx/openWorkbookFile";
import type { XlsxWorkbook } from "../xlsx/XlsxWorkbook";
import { openFile } from "./files";
import { readBytes } from "./inputFile";
import { knownForm, type CommandLine, type Terminal } from "./Command";

/** What was read of a workbook. */
export interface FileContents {
  readonly sheets: readonly Sheet[];
  readonly kept: Kept;
}

/** A workbook as read, with what was found in it and what the reporter said about that. */
export type AuditedFile = FileContents & JustifiedAudit;

/** What the command line says of all files alike. */
export type Asked = Pick<ExamineOptions, "texts" | "form" | "own" | "former" | "units">;

/** The forms of the agency's own that the command line names. Throws `TroubleError` for a file that holds none, with what is wrong with it. */
export function ownFormsOf({ options: { own = [] } }: Pick<CommandLine, "options">): readonly Form[] {
  return own.map((file) => {
    const read = readOwnForm(decodeText(readBytes(file)) ?? "");
    if ("form" in read) return read.form;
    const faults = read.faults.join("; ");
    throw new TroubleError({
      what: { vi: `Tệp mẫu của đơn vị không dùng được (${faults}).`, en: `The file holds no sound form of an agency's own (${faults}).` },
      where: file,
      remedy: { vi: "Hãy lưu lại mẫu bằng lệnh describe --save.", en: "Save the form anew with describe --save." },
    });
  });
}

/** What the command line says of all files: the written report they are held against, and which form their tables are. */
export async function askedOf(line: CommandLine): Promise<Asked> {
  const { form } = line.options;
  const own = ownFormsOf(line);
  const { previous = [], units = [] } = line.options;
  const asked = { own, ...(form === undefined ? {} : { form: knownForm(form, own) }) };
  return { ...asked, texts: readNarratives(line), former: await besideFrom(previous, asked), units: await besideFrom(units, asked) };
}

/** The tables of workbooks that others are held against. Throws `TroubleError` for one without any. */
export async function besideFrom(files: readonly string[], asked: Asked): Promise<readonly Table[]> {
  const tables: Table[] = [];
  for (const file of files) {
    const { sheets, kept } = await contentsOf(await openFile(file));
    const found = await readBeside(sheets, LIBRARY, kept, basename(file), asked);
    if (found.length === 0) {
      throw new TroubleError({
        what: { vi: "Tệp dùng để so sánh không có biểu nào nhận ra được.", en: "No form was recognised in the workbook to compare with." },
        where: file,
        remedy: { vi: "Hãy chọn tệp có biểu cùng loại.", en: "Choose a workbook that holds the same form." },
      });
    }
    tables.push(...found);
  }
  return tables;
}

/** Reads a workbook. Who needs no more of it lets go of it then: a long sheet's text takes as much room as its cells. */
export async function contentsOf(workbook: XlsxWorkbook): Promise<FileContents> {
  return { sheets: await workbook.read(SILENT), kept: parseKept(await workbook.readKept()) };
}

/** Audits what was read of a file, and holds written texts against it. Throws `TroubleError` when there is no table in it to speak of. */
export async function auditFile({ sheets, kept }: FileContents, file: string, asked: Asked = {}): Promise<AuditedFile> {
  const examined = await examine(sheets, LIBRARY, kept, asked);
  const { tables, sheets: described, unrecognised } = examined.audit;
  if (tables.length > 0 || described.some(({ findings }) => findings.length > 0)) return { sheets, kept, ...examined };
  const [first] = unrecognised;
  const ids = [...new Set(asksOf(examined.audit).flatMap(({ candidates }) => candidates.map(({ form }) => form)))].join(" | ");
  throw new TroubleError({
    what: first
      ? { vi: `Trang “${first.sheet}”: ${first.why.vi}`, en: `Sheet “${first.sheet}”: ${first.why.en}` }
      : { vi: "Tệp không có ô nào có dữ liệu.", en: "The workbook has no cell with content." },
    where: file,
    remedy:
      ids === ""
        ? { vi: "Có thể tạo biểu mới bằng lệnh new.", en: "A new form is made by the command new." }
        : { vi: `Chạy lại với --form ${ids} để chỉ rõ biểu.`, en: `Run it again with --form ${ids} to say which it is.` },
  });
}

/** The names of hidden sheets that are to stay as they are: all, unless the command line asks for them. */
export function sparedSheets(sheets: readonly Sheet[], { options }: CommandLine): ReadonlySet<string> {
  return new Set(options.hidden ? [] : sheets.flatMap(({ name, visible }) => (visible ? [] : [name])));
}

/** Tells which of the sheets were spared though something of them would have been changed. */
export function saySpared(names: Iterable<string>, { error, language }: Terminal): void {
  const listed = [...new Set(names)].map((name) => `“${name}”`).join(", ");
  if (listed === "") return;
  error(
    language === "vi"
      ? `Trang tính đang ẩn nên được giữ nguyên: ${listed}. Chạy lại với --hidden để sửa cả trang ẩn.`
      : `Hidden sheets were left as they are: ${listed}. Run it again with --hidden to change them, too.`,
  );
}

/**
 * The written report named by --narrative, to be held against the tables: plain text or .docx; none where it is not named.
 * Throws `TroubleError` for a file that is neither.
 */
function readNarratives({ options }: Pick<CommandLine, "options">): readonly WrittenText[] {
  const file = options.narrative;
  if (file === undefined) return [];
  const bytes = readBytes(file);
  const text = bytes[0] === 0x50 && bytes[1] === 0x4b ? readDocx(bytes) : decodeText(bytes);
  if (text === undefined) {
    throw new TroubleError({
      what: { vi: "Không đọc được lời văn trong tệp này.", en: "The text in this file could not be read." },
      where: file,
      remedy: { vi: "Hãy dùng tệp .docx hoặc tệp văn bản mã UTF-8.", en: "Use a .docx, or plain text in UTF-8." },
    });
  }
  const name = basename(file);
  return [{ text, source: { vi: `tệp ${name}`, en: `file ${name}` } }];
}
