import { carriedFigures } from "../../core/compare/carriedFigures";
import { comparisonColumns } from "../../core/compare/comparisonColumns";
import { compareTables } from "../../core/compare/compareTables";
import { formerTable } from "../../core/compare/formerTable";
import { largeJumps } from "../../core/compare/largeJumps";
import { isUnfilled } from "../../core/figures/isUnfilled";
import { renameKey } from "../../core/figures/renames";
import { rowsByField } from "../../core/figures/rowNames";
import type { Table } from "../../core/figures/Table";
import { serialiseKept, withRename, type Kept } from "../../core/justifications/Kept";
import { a1 } from "../../core/sheet/Address";
import { fold } from "../../core/sheet/fold";
import type { Sheet } from "../../core/sheet/Sheet";
import { TroubleError } from "../../core/Trouble";
import type { XlsxWorkbook } from "../../xlsx/XlsxWorkbook";
import { askedOf, auditFile, besideFrom, contentsOf, saySpared, sparedSheets } from "../auditFile";
import { misuse, onlyFile, outputOf, type Command, type CommandLine, type Terminal } from "../Command";
import { comparisonJson, comparisonText, type Compared } from "../comparisonReport";
import { openFile, sayRefusals, writeWorkbook } from "../files";
import { OutputFile } from "../OutputFile";

/** Which period to compare with, where the command line says so. */
function spanOf({ options: { span } }: CommandLine): "before" | "year" | undefined {
  if (span === undefined || span === "before" || span === "year") return span;
  throw misuse({ vi: "Kỳ so sánh ở --span là before (kỳ trước) hoặc year (cùng kỳ năm trước).", en: "The period of --span is before or year." });
}

/** With the rows that the command line says are the same under another name. Throws `TroubleError` for one that no table has. */
function withSame(kept: Kept, tables: readonly Table[], { options: { same = [] } }: CommandLine): Kept {
  return same.reduce((known, words) => {
    const [name, former, ...more] = words.split("=").map((word) => word.trim());
    if (!name || !former || more.length > 0) throw misuse({ vi: "--same viết như \"tên mới=tên cũ\".", en: '--same is written like "new name=old name".' });
    const keys = tables.flatMap((table) => [...rowsByField(table).values()].flatMap((each) => (each.folded === fold(name) ? [renameKey(table, each)] : [])));
    if (keys.length === 0) throw misuse({ vi: `Không có dòng nào tên “${name}”.`, en: `There is no row called “${name}”.` });
    return keys.reduce((all, key) => withRename(all, key, former), known);
  }, kept);
}

/** Writes what was asked for into a copy: columns beside each form, and what is carried over where cells are blank. */
async function writeInto(workbook: XlsxWorkbook, all: readonly Compared[], sheets: readonly Sheet[], fill: boolean, terminal: Terminal): Promise<boolean> {
  const { language } = terminal;
  let isWhole = true;
  for (const { comparison, carried } of all) {
    const { sheet: name } = comparison.now;
    const plan = comparisonColumns(comparison, sheets.find((each) => each.name === name)!);
    if ("obstacle" in plan) terminal.error(language === "vi" ? `${name}: không còn cột trống bên phải biểu (vướng ô ${a1(plan.obstacle)}).` : `${name}: no free columns beside the form (${a1(plan.obstacle)} is in the way).`);
    if ("alreadyAt" in plan) terminal.error(language === "vi" ? `${name}: đã có cột so sánh (ô ${a1(plan.alreadyAt)}), được giữ nguyên.` : `${name}: has such columns already (${a1(plan.alreadyAt)}); they stay as they are.`);
    const edits = [...("edits" in plan ? plan.edits : []), ...(fill ? carried : [])];
    const refusals = await workbook.apply(edits);
    sayRefusals(refusals, terminal);
    isWhole &&= "edits" in plan && refusals.length === 0;
  }
  return isWhole;
}

/** Holds a workbook's forms against those of another period: in another workbook, or on its own sheets. */
export const compare: Command = {
  name: "compare",
  usage: 'compare in.xlsx [--with last.xlsx] [--span before|year] [--same "new name=old name"] [--form id] [--json] [-o out.xlsx [--fill] [--hidden]]',
  async run(line, terminal) {
    const file = onlyFile(line);
    const { options } = line;
    const span = spanOf(line);
    if (options.fill && options.output === undefined) outputOf(line);
    const output = options.output === undefined ? undefined : await OutputFile.at(options.output);
    const asked = await askedOf(line);
    const workbook = await openFile(file);
    const { sheets, audit, kept } = await auditFile(await contentsOf(workbook), file, asked);
    const tables = audit.tables.map(({ table }) => table);
    const others = options.with === undefined ? tables : await besideFrom([options.with], asked);
    const known = withSame(kept, tables, line);
    const pairs = tables.flatMap((table) => formerTable(table, others.filter((other) => !isUnfilled(other)), span) ?? []);
    if (pairs.length === 0) {
      throw new TroubleError({
        what: { vi: "Không tìm thấy biểu cùng loại, cùng đơn vị của kỳ trước hoặc cùng kỳ năm trước.", en: "There is no such form of the unit of the period before, or of the same one a year ago." },
        where: options.with ?? file,
        remedy: { vi: "Hãy chọn tệp của kỳ trước bằng --with.", en: "Name the workbook of the period before by --with." },
      });
    }
    const all = pairs.map((pair): Compared => {
      const comparison = compareTables(pair, known.renamed);
      return { comparison, jumps: largeJumps(comparison), carried: carriedFigures(comparison) };
    });
    if (options.json) terminal.out(JSON.stringify({ file, with: options.with ?? file, tables: all.map((each) => comparisonJson(each, terminal.language)) }, null, 2));
    else for (const each of all) terminal.out(comparisonText(file, each, terminal.language));
    if (!output) return 0;
    const spared = sparedSheets(sheets, line);
    saySpared(all.flatMap(({ comparison: { now } }) => (spared.has(now.sheet) ? [now.sheet] : [])), terminal);
    const isWhole = await writeInto(workbook, all.filter(({ comparison: { now } }) => !spared.has(now.sheet)), sheets, options.fill ?? false, terminal);
    if (known !== kept) await workbook.writeKept(serialiseKept(known));
    await writeWorkbook(output, workbook, terminal);
    return isWhole ? 0 : 1;
  },
};
