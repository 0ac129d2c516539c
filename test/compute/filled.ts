import type { Form } from "../../src/core/form/Form";
import { planCompute, type ComputeOptions, type ComputePlan } from "../../src/core/compute/compute";
import { planSheet } from "../../src/core/scaffold/scaffold";
import { a1 } from "../../src/core/sheet/Address";
import { plainText } from "../../src/core/sheet/Cell";
import type { Sheet } from "../../src/core/sheet/Sheet";
import { SILENT } from "../../src/core/sheet/WorkbookPort";
import { locate } from "../fixtures/locate";
import { reportingPeriod } from "../../src/core/words/Period";
import type { Table } from "../../src/core/figures/Table";
import { ii06a } from "../../src/forms/ii-06a";
import { MemoryWorkbook } from "../fakes/MemoryWorkbook";
import { withCells } from "../fixtures/sheetFromText";

/** First row of the body in A1, for a scaffolded II.06a. */
export const FIRST = 10;

/** A scaffolded II.06a without its formulas: every count cell is blank, to be typed into. */
export async function typedSheet(fields: readonly string[], cells: Readonly<Record<string, string>> = {}, form: Form = ii06a): Promise<Sheet> {
  const plan = planSheet(form, { fields, period: reportingPeriod("quarter-1", 2024) });
  const workbook = new MemoryWorkbook();
  await workbook.addSheet({ ...plan, cells: plan.cells.filter(({ content }) => content.kind !== "formula") });
  const [sheet] = await workbook.read(SILENT);
  return withCells(sheet!, cells);
}

/** The one table of a sheet. */
export function tableOn(sheet: Sheet, form: Form = ii06a): Table {
  const { tables } = locate(sheet, [form]);
  if (tables.length !== 1) throw new Error(`${tables.length} tables on the sheet`);
  return tables[0]!;
}

export function computeOn(sheet: Sheet, options: ComputeOptions = {}): ComputePlan {
  return planCompute(tableOn(sheet), sheet, options);
}

/** The sheet once the edits are made. */
export async function applied(sheet: Sheet, { edits }: ComputePlan): Promise<Sheet> {
  const workbook = new MemoryWorkbook([sheet]);
  const refusals = await workbook.apply(edits);
  if (refusals.length > 0) throw new Error(`refused: ${refusals.map(({ edit }) => a1(edit.at)).join(" ")}`);
  return (await workbook.read(SILENT))[0]!;
}

/** Edits as lines a person can read: "C10 · → =D10+E10+F10 (9)". */
export function printEdits({ edits }: ComputePlan): readonly string[] {
  return edits.map(({ at, from, to }) => {
    const before = from.kind === "blank" ? "·" : from.kind === "formula" ? from.formula : plainText(from);
    const after = to.kind === "blank" ? "·" : to.kind === "formula" ? `${to.formula} (${plainText(to.value)})` : plainText(to);
    return `${a1(at)} ${before} → ${after}`;
  });
}
