import { parseA1, type Position } from "../../src/core/sheet/Address";
import { BLANK, numberValue, textValue } from "../../src/core/sheet/Cell";
import { SILENT } from "../../src/core/sheet/WorkbookPort";
import type { SheetPlan } from "../../src/core/sheet/SheetPlan";
import { ExcelWorkbook } from "../../src/excel/ExcelWorkbook";
import { FakeExcel, reportOf } from "../fakes/FakeExcel";
import { smallPlan } from "../ports/workbookContract";

/** More than two chunks. */
const LONG = reportOf(30_000);

/** Every third count of the report, scattered enough that no single block holds them alone. */
const someCells = (rows: number): readonly Position[] => Array.from({ length: Math.ceil(rows / 3) }, (_, index) => ({ row: index * 3, column: 3 + (index % 3) }));

function longPlan(rows: number): SheetPlan {
  const { cells } = smallPlan("Mới");
  const further = Array.from({ length: rows }, (_, index) => ({ at: { row: index + 2, column: 1 }, content: numberValue(index), style: { border: true } }));
  return { ...smallPlan("Mới"), cells: [...cells, ...further] };
}

async function syncsAt(rows: number): Promise<Record<string, number>> {
  const excel = new FakeExcel([reportOf(rows), { name: "Phụ lục", cells: { A1: 1 } }]);
  excel.install();
  const workbook = new ExcelWorkbook();
  const marks = [
    { sheet: "II.06a", kind: "error" as const, cells: someCells(rows) },
    { sheet: "Phụ lục", kind: "info" as const, cells: [parseA1("A1")!] },
  ];
  const edits = someCells(rows).map((at) => ({ sheet: "II.06a", at, from: numberValue(at.column - 2), to: numberValue(9) }));
  return {
    read: await excel.syncsOf(() => workbook.read(SILENT)),
    readOneAgain: await excel.syncsOf(() => workbook.read(SILENT, ["II.06a"])),
    readAgain: await excel.syncsOf(() => workbook.read(SILENT)),
    keptAfterReading: await excel.syncsOf(() => workbook.readKept()),
    writeKept: await excel.syncsOf(() => workbook.writeKept("x")),
    readKept: await excel.syncsOf(() => workbook.readKept()),
    readWithKept: await excel.syncsOf(() => workbook.read(SILENT)),
    thatKept: await excel.syncsOf(async () => expect(await workbook.readKept()).toBe("x")),
    markAfterReading: await excel.syncsOf(() => workbook.mark(marks)),
    markAgain: await excel.syncsOf(() => workbook.mark(marks)),
    readMarked: await excel.syncsOf(() => workbook.read(SILENT, ["II.06a"])),
    markOneSheet: await excel.syncsOf(() => workbook.mark([{ ...marks[0]!, cells: [parseA1("D1")!] }, marks[1]!])),
    marks: await excel.syncsOf(() => workbook.marks()),
    apply: await excel.syncsOf(() => workbook.apply(edits)),
    addSheet: await excel.syncsOf(() => workbook.addSheet(longPlan(rows))),
    reveal: await excel.syncsOf(() => workbook.reveal("II.06a", someCells(rows))),
  };
}

describe("round trips to Excel", () => {
  it("are as few at 5,000 rows as at 50", async () => {
    const few = await syncsAt(50);
    expect(few).toEqual({ read: 2, readOneAgain: 1, readAgain: 2, keptAfterReading: 0, writeKept: 2, readKept: 2, readWithKept: 2, thatKept: 0, markAfterReading: 1, markAgain: 3, readMarked: 1, markOneSheet: 1, marks: 3, apply: 2, addSheet: 2, reveal: 2 });
    expect(await syncsAt(5_000)).toEqual(few);
  });

  it("of reading a sheet again stay one though it grew, shrank or moved, and more only where it outgrew its window or is gone", async () => {
    const excel = new FakeExcel([reportOf(50), { name: "Phụ lục", cells: { A1: 1 } }]);
    excel.install();
    const workbook = new ExcelWorkbook();
    await workbook.read(SILENT);
    const again = async (name: string): Promise<readonly [number, number | undefined]> => {
      let rows: number | undefined;
      const syncs = await excel.syncsOf(async () => (rows = (await workbook.read(SILENT, [name]))[0]?.rows.size));
      return [syncs, rows];
    };
    expect(await again("II.06a")).toEqual([1, 50]);
    excel.type("II.06a", "A60", 1);
    excel.type("II.06a", "H60", 1);
    expect(await again("II.06a")).toEqual([1, 51]);
    excel.type("II.06a", "A900", 1);
    expect(await again("II.06a")).toEqual([2, 52]);
    expect(await again("II.06a")).toEqual([1, 52]);
    excel.sheets.reverse();
    expect((await workbook.read(SILENT, ["II.06a", "Phụ lục"])).map(({ name }) => name)).toEqual(["Phụ lục", "II.06a"]);
    excel.sheets.pop();
    expect(await again("II.06a")).toEqual([2, undefined]);
  });

  it("of marking one sheet after reading it alone are three where another sheet's marks are to change too", async () => {
    const excel = new FakeExcel([reportOf(50), { name: "Phụ lục", cells: { A1: 1 } }]);
    excel.install();
    const workbook = new ExcelWorkbook();
    const cells = [parseA1("A1")!];
    await workbook.read(SILENT);
    await workbook.mark([{ sheet: "Phụ lục", kind: "error", cells }]);
    await workbook.read(SILENT, ["II.06a"]);
    expect(await excel.syncsOf(() => workbook.mark([{ sheet: "II.06a", kind: "error", cells }]))).toBe(3);
    expect(await workbook.marks()).toEqual([{ sheet: "II.06a", kind: "error", cells }]);
  });

  it("grow by one a chunk when a sheet is larger than one chunk, and every cell arrives once", async () => {
    const excel = new FakeExcel([LONG]);
    excel.install();
    const workbook = new ExcelWorkbook();
    const steps: number[] = [];
    let sheets: Awaited<ReturnType<ExcelWorkbook["read"]>> = [];
    const syncs = await excel.syncsOf(async () => {
      sheets = await workbook.read({ report: (done) => steps.push(done), stopped: false });
    });
    expect(syncs).toBe(2 + 2);
    expect(steps).toEqual([0, 1, 2, 3, 4]);
    const [sheet] = sheets;
    expect(sheet!.rows.size).toBe(30_000);
    expect(sheet!.rows.get(29_999)![1]!.value).toEqual(textValue("Lĩnh vực 30000"));
    expect([...sheet!.rows.keys()].every((row, index) => row === index)).toBe(true);
  });

  it("are shared by many sheets", async () => {
    const excel = new FakeExcel(Array.from({ length: 40 }, (_, index) => reportOf(15, `Xã ${index + 1}`)));
    excel.install();
    let read = 0;
    expect(await excel.syncsOf(async () => (read = (await new ExcelWorkbook().read(SILENT)).length))).toBe(2);
    expect(read).toBe(40);
  });

  it("halve their load where Excel says an answer is too large", async () => {
    const excel = new FakeExcel([reportOf(5_000)], { mostCells: 40_000 });
    excel.install();
    const [sheet] = await new ExcelWorkbook().read(SILENT);
    expect(sheet!.rows.size).toBe(5_000);
  });

  it("a sheet wider than its window, or beginning far down, is read whole", async () => {
    const excel = new FakeExcel([
      { name: "A", cells: { A1: 1 } },
      { name: "Rộng", cells: { A1: 1, AZ3: 2 } },
      { name: "Sâu", cells: { C90000: 3, D90001: 4 } },
    ]);
    excel.install();
    const [, wide, deep] = await new ExcelWorkbook().read(SILENT);
    expect([...wide!.rows].map(([row, cells]) => [row, Object.keys(cells)])).toEqual([[0, ["0"]], [2, ["51"]]]);
    expect([...deep!.rows.keys()]).toEqual([89_999, 90_000]);
  });

  it("stop between two chunks when told to", async () => {
    const excel = new FakeExcel([LONG]);
    excel.install();
    const progress = { stopped: false, report: (done: number) => (progress.stopped = done >= 2) };
    await expect(new ExcelWorkbook().read(progress)).rejects.toThrow(expect.objectContaining({ name: "Stopped" }));
    expect(excel.syncs).toBe(3);
  });

  it("applying edits is one undo step where Excel can, and writes nothing where nothing is to be written", async () => {
    const excel = new FakeExcel([reportOf(50)]);
    excel.install();
    const workbook = new ExcelWorkbook();
    await workbook.read(SILENT);
    expect(excel.undoSteps).toBe(0);
    await workbook.apply(someCells(50).map((at) => ({ sheet: "II.06a", at, from: numberValue(at.column - 2), to: BLANK })));
    expect(excel.undoSteps).toBe(1);
    await workbook.apply([{ sheet: "II.06a", at: parseA1("D1")!, from: numberValue(77), to: BLANK }]);
    await workbook.mark([]);
    expect(excel.undoSteps).toBe(1);
  });
});
