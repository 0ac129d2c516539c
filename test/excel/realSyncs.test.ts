import { audit, type Audit } from "../../src/core/audit";
import { planCompute } from "../../src/core/compute/compute";
import { marksOf } from "../../src/core/highlights/marks";
import { planSheet } from "../../src/core/scaffold/scaffold";
import { a1 } from "../../src/core/sheet/Address";
import { plainText } from "../../src/core/sheet/Cell";
import type { Sheet } from "../../src/core/sheet/Sheet";
import { SILENT } from "../../src/core/sheet/WorkbookPort";
import { editsOf } from "../../src/core/suggestions/editsTogether";
import { reportingPeriod } from "../../src/core/words/Period";
import { ExcelWorkbook } from "../../src/excel/ExcelWorkbook";
import { LIBRARY } from "../../src/library";
import { ii06a } from "../../src/forms/ii-06a";
import { largeReport } from "../../bench/largeReport";
import { hostOf } from "../excel-host/hostOf";
import { openInNode } from "../excel-host/openInNode";
import type { CellDescription } from "../ports/SheetDescription";

/** Round trips of the main job over Microsoft's client library, on a report of so many rows beside another sheet. */
async function roundTrips(rows: number): Promise<Record<string, number>> {
  const cells = largeReport(rows, 2).cells.flatMap(({ at, content }): readonly (readonly [string, CellDescription])[] =>
    content.kind === "blank" ? [] : [[a1(at), content.kind === "number" ? content.number : content.kind === "formula" ? content.formula : plainText(content)]],
  );
  const host = hostOf([{ name: "II.06a", cells: Object.fromEntries(cells) }, { name: "Ghi chú", cells: { A1: "x" } }]);
  const page = await openInNode(host);
  const uninstall = page.install();
  const syncsOf = async (work: () => Promise<unknown>): Promise<number> => {
    const before = host.batches.length;
    await work();
    return host.stats(before).syncs;
  };
  const workbook = new ExcelWorkbook();
  let sheets: readonly Sheet[] = [];
  let found: Audit = { tables: [], sheets: [], unrecognised: [], texts: [] };
  const examine = (only?: readonly string[]) => async (): Promise<void> => {
    sheets = await workbook.read(SILENT, only);
    found = await audit(sheets, LIBRARY);
  };
  const check = await syncsOf(examine());
  const mark = await syncsOf(() => workbook.mark(marksOf(found)));
  host.edit("'II.06a'!D20", 123_456);
  const recheck = await syncsOf(examine(["II.06a"]));
  const follow = await syncsOf(() => workbook.mark(marksOf(found)));
  const finding = found.tables[0]!.findings.find(({ suggestions }) => suggestions.length > 0)!;
  const apply = await syncsOf(() => workbook.apply(editsOf(finding, finding.suggestions[0]!)));
  await examine(["II.06a"])();
  const { edits } = planCompute(found.tables[0]!.table, sheets[0]!, { convertEqual: true });
  const compute = await syncsOf(() => workbook.apply(edits));
  const fields = Array.from({ length: rows }, (_, index) => `Lĩnh vực ${index + 1}`);
  const scaffold = await syncsOf(() => workbook.addSheet(planSheet(ii06a, { fields, period: reportingPeriod("quarter-2", 2024) })));
  expect(host.batches.filter(({ error }) => error !== null)).toEqual([]);
  expect([...host.unimplemented, ...host.crashes]).toEqual([]);
  uninstall();
  page.close();
  return { check, mark, recheck, follow, apply, compute, scaffold };
}

// What was seen of the workbook is believed for a moment only, which a busy machine may need for the work between.
beforeAll(() => void jest.spyOn(Date, "now").mockReturnValue(0));
afterAll(() => jest.restoreAllMocks());

/** Round trips of a check and two re-checks of a report under which so many cells are merged in pairs, and the merges told last. */
async function withMerges(count: number): Promise<{ readonly syncs: readonly number[]; readonly merges: number }> {
  const merges = Array.from({ length: count }, (_, index) => `A${index + 100}:B${index + 100}`);
  const host = hostOf([{ name: "II.06a", cells: { A1: "x", A90: 1 }, merges }, { name: "Ghi chú", cells: { A1: "y" }, merges: ["A1:B1"] }]);
  const page = await openInNode(host);
  const uninstall = page.install();
  const workbook = new ExcelWorkbook();
  const syncs: number[] = [];
  let last: readonly Sheet[] = [];
  for (const only of [undefined, ["II.06a"], ["II.06a"]]) {
    const before = host.batches.length;
    last = await workbook.read(SILENT, only);
    syncs.push(host.stats(before).syncs);
    host.edit("'II.06a'!A90", syncs.length);
  }
  uninstall();
  page.close();
  return { syncs, merges: last[0]!.merges.length };
}

describe("round trips over Microsoft's client library", () => {
  it("are what the design promises, at 50 rows as at 2,000", async () => {
    const few = await roundTrips(50);
    expect(few).toEqual({ check: 2, mark: 1, recheck: 1, follow: 1, apply: 2, compute: 2, scaffold: 2 });
    expect(await roundTrips(2_000)).toEqual(few);
  });

  it("are one for a re-check though Excel refuses to tell more than 512 merges", async () => {
    expect(await withMerges(512)).toEqual({ syncs: [2, 1, 1], merges: 512 });
    expect(await withMerges(513)).toEqual({ syncs: [3, 1, 1], merges: 0 });
  });
});
