import { planCompute, type ComputeOptions } from "../../core/compute/compute";
import { sayCompute } from "../../core/compute/sayCompute";
import { FORMS } from "../../forms/forms";
import { misuse, onlyFile, outputOf, type Command, type CommandLine } from "../Command";
import { askedOf, auditFile, contentsOf, saySpared, sparedSheets } from "../auditFile";
import { openFile, sayRefusals, writeWorkbook } from "../files";
import { OutputFile } from "../OutputFile";

function computeOptions({ options }: CommandLine): ComputeOptions {
  const known = FORMS.flatMap(({ tables }) => tables.flatMap(({ shares = [] }) => shares.map(({ id }) => id)));
  const percentages = options.percentages?.split(",").map((id) => id.trim()) ?? [];
  const unknown = percentages.find((id) => !known.includes(id));
  if (unknown !== undefined) {
    throw misuse({ vi: `Không có tỷ lệ “${unknown}”; hiện có: ${known.join(", ")}.`, en: `There is no percentage “${unknown}”; those known: ${known.join(", ")}.` });
  }
  return { percentages, convertEqual: options["convert-equal"] ?? false, convertText: options["convert-text"] ?? false };
}

/** Writes a copy of a workbook whose sums are live formulas. Typed values that differ are told, never overwritten. */
export const compute: Command = {
  name: "compute",
  usage: "compute in.xlsx -o out.xlsx [--form id] [--percentages id,id] [--convert-equal] [--convert-text] [--hidden]",
  async run(line, terminal) {
    const file = onlyFile(line);
    const output = await OutputFile.at(outputOf(line));
    const choices = computeOptions(line);
    const workbook = await openFile(file);
    const { sheets, audit } = await auditFile(await contentsOf(workbook), file, await askedOf(line));
    const spared = sparedSheets(sheets, line);
    let differing = false;
    saySpared(audit.tables.flatMap(({ table }) => (spared.has(table.sheet) ? [table.sheet] : [])), terminal);
    for (const { table } of audit.tables) {
      if (spared.has(table.sheet)) continue;
      const plan = planCompute(table, sheets.find(({ name }) => name === table.sheet)!, choices);
      const refusals = await workbook.apply(plan.edits);
      differing ||= plan.kept.length > 0 || refusals.length > 0;
      sayRefusals(refusals, terminal);
      // Protection spares or refuses nearly all cells of a sheet: a count of the others would say nothing.
      if (refusals.length === 0) for (const phrase of sayCompute(plan)) terminal.out(`${table.sheet}: ${phrase[terminal.language]}`);
    }
    await writeWorkbook(output, workbook, terminal);
    return differing ? 1 : 0;
  },
};
