import { describedTables } from "../../core/described/describedTables";
import { ownFormOf, writeOwnForm } from "../../core/described/ownForm";
import { parseKept } from "../../core/justifications/Kept";
import { sayDoubtOf, sayRelation } from "../../core/described/sayDescription";
import type { TableDescription } from "../../core/described/TableDescription";
import { a1Range } from "../../core/sheet/Address";
import { FormulaGraph } from "../../core/sheet/FormulaGraph";
import { SILENT } from "../../core/sheet/WorkbookPort";
import { finish } from "../../core/steps";
import { readTables } from "../../core/table/readTables";
import type { Language } from "../../core/words/Phrase";
import { misuse, onlyFile, outputOf, type Command, type Terminal } from "../Command";
import { describeJson } from "../describeJson";
import { openFile } from "../files";
import { OutputFile } from "../OutputFile";

/** A table's relations as sentences, then what was not used, and why. */
function describeText({ table, relations }: TableDescription, language: Language): string {
  const nothing = language === "vi" ? "bảng không in quan hệ nào giữa các cột, các dòng" : "it prints no relation of its columns or rows";
  const used = relations.filter(({ standing }) => standing === "used").map((relation) => `  ${sayRelation(relation)[language]}.`);
  const doubts = relations.flatMap((relation) => sayDoubtOf(relation)?.[language] ?? []).map((doubt) => `  ? ${doubt}`);
  return [`${table.sheet}!${a1Range(table.range)}${relations.length === 0 ? `: ${nothing}` : ""}`, ...used, ...doubts].join("\n");
}

/** Keeps the first table that says anything as a form of the agency's own, in a file. */
async function save(described: readonly TableDescription[], name: string, output: OutputFile, terminal: Terminal): Promise<void> {
  const speaking = described.find(({ relations }) => relations.some(({ standing }) => standing === "used"));
  const form = speaking && ownFormOf(speaking, name);
  if (!form) {
    throw misuse(
      speaking
        ? { vi: "Tên mẫu cần có ít nhất một chữ hoặc số.", en: "The name of the form needs a letter or digit." }
        : { vi: "Không có bảng nào in quan hệ giữa các cột, các dòng để lưu thành mẫu.", en: "No table prints a relation, so there is nothing to keep as a form." },
    );
  }
  await output.write(new TextEncoder().encode(writeOwnForm(form)));
  terminal.error(terminal.language === "vi" ? `Đã lưu mẫu ${form.id} vào ${output.path}.` : `Saved the form ${form.id} in ${output.path}.`);
}

/** Tells what the tables of a workbook say of themselves: what their columns and rows come to, and whether their figures obey; keeps that as a form if asked. */
export const describe: Command = {
  name: "describe",
  usage: "describe in.xlsx [--json] [--save name -o own.json]",
  async run(line, terminal) {
    const { json, save: name } = line.options;
    const file = onlyFile(line);
    const output = name === undefined ? undefined : await OutputFile.at(outputOf(line));
    const workbook = await openFile(file);
    const { relations } = parseKept(await workbook.readKept());
    const described = (await workbook.read(SILENT)).flatMap((sheet) => finish(describedTables(sheet, readTables(sheet), new FormulaGraph(sheet), { relations })));
    const descriptions = described.map(({ description }) => description);
    const { language } = terminal;
    if (name !== undefined && output) await save(descriptions, name, output, terminal);
    if (json) terminal.out(JSON.stringify(described.map((each) => describeJson(each, language)), null, 2));
    else for (const each of descriptions) terminal.out(describeText(each, language));
    return 0;
  },
};
