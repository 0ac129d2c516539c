import { describeSheet } from "../../core/described/describeSheet";
import { sayDoubtOf, sayRelation } from "../../core/described/sayDescription";
import type { TableDescription } from "../../core/described/TableDescription";
import { a1Range } from "../../core/sheet/Address";
import { SILENT } from "../../core/sheet/WorkbookPort";
import { finish } from "../../core/steps";
import type { Language } from "../../core/words/Phrase";
import { onlyFile, type Command } from "../Command";
import { describeJson } from "../describeJson";
import { openFile } from "../files";

/** A table's relations as sentences, then what was not used, and why. */
function describeText({ table, relations }: TableDescription, language: Language): string {
  const nothing = language === "vi" ? "bảng không in quan hệ nào giữa các cột, các dòng" : "it prints no relation of its columns or rows";
  const used = relations.filter(({ standing }) => standing === "used").map((relation) => `  ${sayRelation(relation)[language]}.`);
  const doubts = relations.flatMap((relation) => sayDoubtOf(relation)?.[language] ?? []).map((doubt) => `  ? ${doubt}`);
  return [`${table.sheet}!${a1Range(table.range)}${relations.length === 0 ? `: ${nothing}` : ""}`, ...used, ...doubts].join("\n");
}

/** Tells what the tables of a workbook say of themselves: what their columns and rows come to, and whether their figures obey. Writes nothing. */
export const describe: Command = {
  name: "describe",
  usage: "describe in.xlsx [--json]",
  async run(line, terminal) {
    const workbook = await openFile(onlyFile(line));
    const described = (await workbook.read(SILENT)).flatMap((sheet) => finish(describeSheet(sheet)));
    const { language } = terminal;
    if (line.options.json) terminal.out(JSON.stringify(described.map((each) => describeJson(each, language)), null, 2));
    else for (const each of described) terminal.out(describeText(each, language));
    return 0;
  },
};
