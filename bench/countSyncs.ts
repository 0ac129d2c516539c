/** Round trips to Excel of each action over the fake Excel, at 50 and at 5,000 rows. `npm run bench` */
import { audit } from "../src/core/audit";
import { planCompute } from "../src/core/compute/compute";
import { marksOf } from "../src/core/highlights/marks";
import { planSheet } from "../src/core/scaffold/scaffold";
import { a1 } from "../src/core/sheet/Address";
import { plainText } from "../src/core/sheet/Cell";
import { SILENT } from "../src/core/sheet/WorkbookPort";
import { editsOf } from "../src/core/suggestions/editsOf";
import { reportingPeriod } from "../src/core/table/Period";
import { ExcelWorkbook } from "../src/excel/ExcelWorkbook";
import { FORMS } from "../src/forms/forms";
import { ii06a } from "../src/forms/ii-06a";
import { FakeExcel } from "../test/fakes/FakeExcel";
import type { CellDescription } from "../test/ports/SheetDescription";
import { largeReport } from "./largeReport";

function sheetOf(rows: number): { readonly name: string; readonly cells: Readonly<Record<string, CellDescription>> } {
  const cells = largeReport(rows, 2).cells.flatMap(({ at, content }): readonly (readonly [string, CellDescription])[] => {
    if (content.kind === "blank") return [];
    return [[a1(at), content.kind === "number" ? content.number : content.kind === "formula" ? content.formula : plainText(content)]];
  });
  return { name: "II.06a", cells: Object.fromEntries(cells) };
}

async function syncsAt(rows: number): Promise<Readonly<Record<string, number>>> {
  const excel = new FakeExcel([sheetOf(rows)]);
  excel.install();
  const workbook = new ExcelWorkbook();
  let sheets = await workbook.read(SILENT);
  const check = await excel.syncsOf(async () => {
    sheets = await workbook.read(SILENT);
  });
  const found = await audit(sheets, FORMS);
  const mark = await excel.syncsOf(() => workbook.mark(marksOf(found)));
  const finding = found.tables[0]!.findings[0]!;
  const suggestion = await excel.syncsOf(() => workbook.apply(editsOf(finding, finding.suggestions[0]!)));
  const plan = planCompute(found.tables[0]!.table, sheets[0]!, { convertEqual: true });
  const compute = await excel.syncsOf(() => workbook.apply(plan.edits));
  const clear = await excel.syncsOf(() => workbook.mark([]));
  const fields = Array.from({ length: rows }, (_, index) => `Lĩnh vực ${index + 1}`);
  const blank = planSheet(ii06a, { fields, period: reportingPeriod("quarter-2", 2024) });
  const scaffold = await excel.syncsOf(() => workbook.addSheet(blank));
  return { check, mark, "apply a suggestion": suggestion, compute, "clear marks": clear, scaffold };
}

const few = await syncsAt(50);
const many = await syncsAt(5_000);
console.log("context.sync per action".padEnd(26), "50 rows".padStart(8), "5,000 rows".padStart(11));
for (const [action, count] of Object.entries(few)) console.log(action.padEnd(26), String(count).padStart(8), String(many[action]).padStart(11));
