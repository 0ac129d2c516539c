import { planSheet } from "../../src/core/scaffold/scaffold";
import { numberValue, textValue, BLANK } from "../../src/core/sheet/Cell";
import { SILENT, Stopped, type Edit, type Progress } from "../../src/core/sheet/WorkbookPort";
import { reportingPeriod } from "../../src/core/words/Period";
import { ExcelWorkbook } from "../../src/excel/ExcelWorkbook";
import { ii06a } from "../../src/forms/ii-06a";
import type { ExcelHost } from "../excel-host/ExcelHost";
import { hostOf } from "../excel-host/hostOf";
import { openInNode, type NodePage } from "../excel-host/openInNode";

let page: NodePage | undefined;
let uninstall: (() => void) | undefined;

async function open(): Promise<{ host: ExcelHost; workbook: ExcelWorkbook }> {
  const host = hostOf([{ name: "A", cells: { A1: 1 } }]);
  page = await openInNode(host, { debug: false });
  uninstall = page.install();
  return { host, workbook: new ExcelWorkbook() };
}

afterEach(() => {
  jest.restoreAllMocks();
  uninstall?.();
  page?.close();
});

/** Told to stop once this holds. */
const stoppedWhen = (told: () => boolean): Progress => ({
  report: () => undefined,
  get stopped() {
    return told();
  },
});

/** Told to stop at the so-many-th time the work looks. */
function stoppedAtLook(look: number): Progress {
  let looks = 0;
  return stoppedWhen(() => ++looks >= look);
}

/** How often work looks whether to stop. */
async function looksOf(work: (progress: Progress) => Promise<unknown>): Promise<number> {
  let looks = 0;
  await work(stoppedWhen(() => ++looks < 0));
  return looks;
}

const sheetNames = (host: ExcelHost): readonly string[] => host.toJSON().sheets!.map(({ name }) => name);
const written = (host: ExcelHost, since: number): readonly string[] => host.writes(since);

const numbers: readonly Edit[] = Array.from({ length: 3_000 }, (_, row) => ({ sheet: "A", at: { row, column: 1 }, from: BLANK, to: numberValue(row), style: { numberFormat: "#,##0" } }));
const longText = "Lĩnh vực ".repeat(60).trim();
const texts: readonly Edit[] = Array.from({ length: 12_000 }, (_, row) => ({ sheet: "A", at: { row, column: 1 }, from: BLANK, to: textValue(longText) }));
const plan = planSheet(ii06a, { fields: Array.from({ length: 300 }, (_, index) => `Lĩnh vực ${index + 1}`), period: reportingPeriod("quarter-1", 2024) });

describe("writing", () => {
  it("is stopped at any time before the first cell is written, and then nothing is", async () => {
    const { workbook, host } = await open();
    const looks = await looksOf((progress) => workbook.apply(numbers, progress));
    const before = host.toJSON().sheets;
    const since = host.batches.length;
    const again = numbers.map((edit): Edit => ({ ...edit, from: edit.to, to: numberValue(7) }));
    for (const share of [0.001, 0.2, 0.4, 0.6, 0.8, 0.99]) {
      await expect(workbook.apply(again, stoppedAtLook(Math.max(1, Math.floor(looks * share))))).rejects.toThrow(Stopped);
    }
    expect(written(host, since)).toEqual([]);
    expect(host.toJSON().sheets).toEqual(before);
  });

  it("is stopped between two of the answers that say what stands in the cells, and then nothing is written", async () => {
    const { workbook, host } = await open();
    const many = Array.from({ length: 40_000 }, (_, row): Edit => ({ sheet: "A", at: { row, column: 1 }, from: BLANK, to: numberValue(row) }));
    const since = host.batches.length;
    await expect(workbook.apply(many, stoppedWhen(() => host.stats(since).syncs >= 2))).rejects.toThrow(Stopped);
    expect(host.stats(since).syncs).toBe(2);
    expect(written(host, since)).toEqual([]);
    expect(host.cell("A!B1").value).toBe("");
  });

  it("goes on to its end once the first cell is written", async () => {
    const { workbook, host } = await open();
    const since = host.batches.length;
    expect(await workbook.apply(texts, stoppedWhen(() => written(host, since).length > 0))).toEqual([]);
    expect(host.stats(since).syncs).toBeGreaterThan(2);
    expect(host.cell("A!B12000").value).toBe(longText);
  });

  it("is prepared over many turns, and still takes two round trips", async () => {
    const { workbook, host } = await open();
    // A clock by which every step takes long.
    jest.spyOn(performance, "now").mockImplementation(((now) => () => (now += 15))(0));
    let turns = 0;
    const beat = (): void => {
      turns++;
      beating = setImmediate(beat);
    };
    let beating = setImmediate(beat);
    const since = host.batches.length;
    await workbook.apply(numbers);
    clearImmediate(beating);
    expect(turns).toBeGreaterThan(1_000);
    expect(host.stats(since).syncs).toBe(2);
  });
});

describe("making a sheet", () => {
  it("is stopped while it is prepared, and Excel has heard nothing of it", async () => {
    const { workbook, host } = await open();
    const looks = await looksOf((progress) => workbook.addSheet(plan, progress));
    const before = sheetNames(host);
    const since = host.batches.length;
    for (const share of [0.001, 0.3, 0.6, 0.99]) {
      await expect(workbook.addSheet(plan, stoppedAtLook(Math.max(1, Math.floor(looks * share))))).rejects.toThrow(Stopped);
    }
    expect(written(host, since)).toEqual([]);
    expect(sheetNames(host)).toEqual(before);
  });

  it("is stopped halfway, and the sheet begun is taken away", async () => {
    const { workbook, host } = await open();
    const long = { ...plan, cells: [...plan.cells, ...texts.map(({ at, to }) => ({ at: { row: at.row + 400, column: 1 }, content: to, style: {} }))] };
    let seen = false;
    await expect(workbook.addSheet(long, stoppedWhen(() => (seen ||= sheetNames(host).length > 1)))).rejects.toThrow(Stopped);
    expect(seen).toBe(true);
    expect(sheetNames(host)).toEqual(["A"]);
  });
});

describe("reading", () => {
  it("is stopped while the cells are taken over", async () => {
    const { workbook } = await open();
    await workbook.apply(numbers);
    const looks = await looksOf((progress) => workbook.read(progress));
    expect(looks).toBeGreaterThan(numbers.length);
    await expect(workbook.read(stoppedAtLook(looks - 10))).rejects.toThrow(Stopped);
    expect((await workbook.read(SILENT))[0]!.rows.size).toBe(numbers.length);
  });
});
