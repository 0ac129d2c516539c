import { audit } from "../../src/core/audit";
import { planCompute } from "../../src/core/compute/compute";
import { planSheet } from "../../src/core/scaffold/scaffold";
import { a1, type Position } from "../../src/core/sheet/Address";
import { BLANK, numberValue, plainText, textValue } from "../../src/core/sheet/Cell";
import { SILENT } from "../../src/core/sheet/WorkbookPort";
import { reportingPeriod } from "../../src/core/words/Period";
import { ExcelWorkbook } from "../../src/excel/ExcelWorkbook";
import { LIBRARY } from "../../src/library";
import { ii06a } from "../../src/forms/ii-06a";
import { largeReport } from "../../bench/largeReport";
import type { ExcelHost } from "../excel-host/ExcelHost";
import type { ExcelHostOptions } from "../excel-host/ExcelHostOptions";
import { hostOf } from "../excel-host/hostOf";
import { openInNode } from "../excel-host/openInNode";
import type { CellDescription } from "../ports/SheetDescription";

const LIMIT = 5 * 1024 * 1024;

let takeAway: (() => void) | undefined;
afterEach(() => takeAway?.());

async function open(cells: Readonly<Record<string, CellDescription>> = { A1: 1 }, options: Omit<ExcelHostOptions, "json"> = {}) {
  const host = hostOf([{ name: "A", cells }], options);
  const page = await openInNode(host);
  const uninstall = page.install();
  takeAway = () => {
    uninstall();
    page.close();
  };
  return { host, workbook: new ExcelWorkbook() };
}

/** Every other cell of every other row, so that no two of them are one block. */
const scattered = (count: number, { row, column }: Position = { row: 0, column: 1 }): readonly Position[] =>
  Array.from({ length: count }, (_, index) => ({ row: row + 2 * Math.floor(index / 4), column: column + 2 * (index % 4) }));

const sent = (host: ExcelHost): number => host.batches.reduce((sum, { requestBytes }) => sum + requestBytes, 0);
const refused = (host: ExcelHost): readonly unknown[] => host.batches.map(({ error }) => error).filter((error) => error !== null);

describe("more than Excel takes in one request is cut beforehand, so that none is refused", () => {
  it("scattered edits that change formats too", async () => {
    const { host, workbook } = await open();
    const edits = scattered(12_000).map((at, index) => ({ sheet: "A", at, from: BLANK, to: numberValue(index), style: { numberFormat: "#,##0" } }));
    expect(await workbook.apply(edits)).toEqual([]);
    expect(refused(host)).toEqual([]);
    expect(sent(host)).toBeGreaterThan(2 * LIMIT);
    for (const index of [0, 5_999, 11_999]) expect(host.cell(`A!${a1(edits[index]!.at)}`)).toMatchObject({ value: index, numberFormat: "#,##0" });
  });

  it("scattered edits of cells that are formatted as text, and far apart", async () => {
    const positions = scattered(9_000).map(({ row, column }) => ({ row: row * 9, column }));
    const { host, workbook } = await open(Object.fromEntries(positions.map((at) => [a1(at), { value: "7", numberFormat: "@" }])));
    expect(await workbook.apply(positions.map((at) => ({ sheet: "A", at, from: textValue("7"), to: numberValue(7) })))).toEqual([]);
    expect(refused(host)).toEqual([]);
    expect(sent(host)).toBeGreaterThan(LIMIT);
    expect(host.cell(`A!${a1(positions.at(-1)!)}`)).toMatchObject({ value: 7, numberFormat: "General" });
  });

  it("scattered long texts", async () => {
    const { host, workbook } = await open();
    const text = "Lĩnh vực ".repeat(200).trim();
    const edits = scattered(4_000).map((at) => ({ sheet: "A", at, from: BLANK, to: textValue(text) }));
    expect(await workbook.apply(edits)).toEqual([]);
    expect(refused(host)).toEqual([]);
    expect(sent(host)).toBeGreaterThan(LIMIT);
    expect(host.cell(`A!${a1(edits.at(-1)!.at)}`).value).toBe(text);
  });

  it("marks on hundreds of thousands of cells", async () => {
    const { host, workbook } = await open();
    const cells = scattered(460_000, { row: 500_000, column: 16_000 });
    await workbook.mark([{ sheet: "A", kind: "error", cells }]);
    expect(refused(host)).toEqual([]);
    expect(sent(host)).toBeGreaterThan(LIMIT);
    const formats = host.toJSON().sheets![0]!.conditionalFormats!;
    expect(formats.reduce((sum, { ranges }) => sum + ranges.length, 0)).toBe(cells.length);
  });

  it("a form with thousands of long field names", async () => {
    const { host, workbook } = await open();
    const fields = Array.from({ length: 5_000 }, (_, index) => `Lĩnh vực ${index + 1} ${"rất dài ".repeat(100).trim()}`);
    const plan = planSheet(ii06a, { fields, period: reportingPeriod("quarter-2", 2024) });
    await workbook.addSheet(plan);
    expect(refused(host)).toEqual([]);
    expect(sent(host)).toBeGreaterThan(LIMIT);
    const last = plan.cells.findLast(({ content }) => content.kind === "text" && content.text === fields.at(-1))!;
    expect(host.cell(`'${plan.name}'!${a1(last.at)}`).value).toBe(fields.at(-1));
  });

  it("the sums of a report of 12,000 lines", async () => {
    const cells = largeReport(12_000, 2).cells.flatMap(({ at, content }): readonly (readonly [string, CellDescription])[] =>
      content.kind === "blank" ? [] : [[a1(at), content.kind === "number" ? String(content.number) : content.kind === "formula" ? content.formula : plainText(content)]],
    );
    const { host, workbook } = await open(Object.fromEntries(cells));
    const sheets = await workbook.read(SILENT);
    const { tables } = await audit(sheets, LIBRARY);
    const { edits } = planCompute(tables[0]!.table, sheets[0]!, { convertEqual: true, convertText: true });
    expect(edits.length).toBeGreaterThan(50_000);
    expect(await workbook.apply(edits)).toEqual([]);
    expect(refused(host)).toEqual([]);
  });
});

describe("an Excel that takes less in one request than Microsoft says", () => {
  it("is sent the edits in halves: a request refused for its size was not run", async () => {
    const { host, workbook } = await open(undefined, { payloadLimit: 300_000 });
    const edits = scattered(1_500).map((at, index) => ({ sheet: "A", at, from: BLANK, to: numberValue(index), style: { numberFormat: "0" } }));
    expect(await workbook.apply(edits)).toEqual([]);
    expect(refused(host).length).toBeGreaterThan(0);
    expect(edits.map(({ at }) => host.cell(`A!${a1(at)}`).value)).toEqual(edits.map((_, index) => index));
  });

  it("has nothing of a sheet it does not take, and the user is told what to do", async () => {
    const { host, workbook } = await open(undefined, { payloadLimit: 20_000 });
    const fields = Array.from({ length: 500 }, (_, index) => `Lĩnh vực ${index + 1}`);
    const adding = workbook.addSheet(planSheet(ii06a, { fields, period: reportingPeriod("quarter-2", 2024) }));
    await expect(adding).rejects.toMatchObject({ trouble: { remedy: { vi: expect.stringContaining("làm từng phần ít dòng hơn") } } });
    expect(host.toJSON().sheets!.map(({ name }) => name)).toEqual(["A"]);
  });
});
