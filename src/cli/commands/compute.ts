import { planCompute, type ComputeOptions } from "../../core/compute/compute";
import { sayCompute } from "../../core/compute/sayCompute";
import { FORMS } from "../../forms/forms";
import type { Command } from "../Command";
import { auditFile } from "../auditFile";
import { openFile, writeWhole } from "../files";
import { misuse, onlyFile, outputOf, type CommandLine } from "../options";

function computeOptions({ options }: CommandLine): ComputeOptions {
  const known = FORMS.flatMap(({ percentages }) => percentages.map(({ id }) => id));
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
  usage: "compute in.xlsx -o out.xlsx [--percentages id,id] [--convert-equal] [--convert-text]",
  async run(line, terminal) {
    const file = onlyFile(line);
    const output = outputOf(line);
    const choices = computeOptions(line);
    const workbook = await openFile(file);
    const { sheets, audit } = await auditFile(workbook, file);
    let differing = false;
    for (const { table } of audit.tables) {
      const plan = planCompute(table, sheets.find(({ name }) => name === table.sheet)!, choices);
      await workbook.apply(plan.edits);
      differing ||= plan.kept.length > 0;
      for (const phrase of sayCompute(plan)) terminal.out(`${table.sheet}: ${phrase[terminal.language]}`);
    }
    await writeWhole(output, workbook.save());
    return differing ? 1 : 0;
  },
};
