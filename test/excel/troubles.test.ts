import { parseA1, type Position } from "../../src/core/sheet/Address";
import { BLANK, numberValue, textValue } from "../../src/core/sheet/Cell";
import { SILENT } from "../../src/core/sheet/WorkbookPort";
import { ExcelHost as ExcelPaneHost } from "../../src/excel/ExcelHost";
import { troubleOf, type TroubleKind } from "../../src/excel/excelTrouble";
import { ExcelWorkbook } from "../../src/excel/ExcelWorkbook";
import { LoadedCells } from "../../src/excel/loadCells";
import { reportOf } from "../fakes/FakeExcel";
import type { ExcelHost } from "../excel-host/ExcelHost";
import { REFUSAL } from "../excel-host/ExcelHostOptions";
import { hostOf } from "../excel-host/hostOf";
import { openInNode, type NodePage } from "../excel-host/openInNode";
import type { SheetDescription } from "../ports/SheetDescription";
import { smallPlan } from "../ports/workbookContract";

const at = (address: string): Position => parseA1(address)!;
const MARK = { sheet: "II.06a", kind: "error" as const, cells: [at("D2")] };
const EDIT = { sheet: "II.06a", at: at("D2"), from: numberValue(1), to: numberValue(2) };

let page: NodePage | undefined;
let uninstall: (() => void) | undefined;

async function open(sheets: readonly SheetDescription[], options: Parameters<typeof hostOf>[1] = {}): Promise<{ host: ExcelHost; workbook: ExcelWorkbook }> {
  const host = hostOf(sheets, options);
  page = await openInNode(host);
  uninstall = page.install();
  return { host, workbook: new ExcelWorkbook() };
}

afterEach(() => {
  uninstall?.();
  page?.close();
});

/** The cells, formats and sheets, without what only counts up. */
const state = (host: ExcelHost): unknown => JSON.parse(JSON.stringify({ ...host.toJSON(), nextId: 0 }));

describe("what Microsoft's client library makes of a refusal", () => {
  const actions: readonly (readonly [string, (workbook: ExcelWorkbook) => Promise<unknown>])[] = [
    ["reading", (workbook) => workbook.read(SILENT)],
    ["marking", (workbook) => workbook.mark([MARK])],
    ["finding marks", (workbook) => workbook.marks()],
    ["applying", (workbook) => workbook.apply([EDIT])],
    ["adding a sheet", (workbook) => workbook.addSheet(smallPlan("Mới"))],
    ["revealing", (workbook) => workbook.reveal("II.06a", [at("D2")])],
  ];
  const refusals: readonly (readonly [string, number, TroubleKind])[] = [
    ["a cell is being edited", REFUSAL.cellEditMode, "editing"],
    ["the request is too large", REFUSAL.requestTooLarge, "tooLarge"],
    ["the answer is too large", REFUSAL.responseTooLarge, "tooLarge"],
  ];
  const cases = actions.flatMap(([action, act]) => refusals.map(([why, code, kind]) => [action, why, act, code, kind] as const));

  it.each(cases)("%s says so in Vietnamese when %s, and nothing is half-done", async (_action, _why, act, code, kind) => {
    const { host, workbook } = await open([reportOf(5)]);
    const before = state(host);
    host.refuse = () => code;
    await expect(act(workbook)).rejects.toMatchObject({ name: "TroubleError", trouble: { what: troubleOf(kind).what, remedy: troubleOf(kind).remedy } });
    host.refuse = () => 0;
    expect(state(host)).toEqual(before);
  });

  it("works again as soon as the cell is finished", async () => {
    const { host, workbook } = await open([reportOf(5)]);
    host.refuse = () => REFUSAL.cellEditMode;
    await expect(workbook.read(SILENT)).rejects.toMatchObject({ name: "TroubleError" });
    host.refuse = () => 0;
    expect(await workbook.read(SILENT)).toHaveLength(1);
  });
});

describe("protection", () => {
  it("of a sheet keeps everything off it, and the trouble names the sheet", async () => {
    const { host, workbook } = await open([{ name: "Mở", cells: { A1: 1 } }, { ...reportOf(5), locked: true }]);
    const before = state(host);
    await expect(workbook.mark([{ ...MARK, sheet: "Mở", cells: [at("A1")] }, MARK])).rejects.toMatchObject({ trouble: troubleOf("protected", "II.06a") });
    expect(await workbook.apply([EDIT])).toEqual([{ edit: EDIT, why: "locked" }]);
    expect(state(host)).toEqual(before);
    host.assertNoWrites();
  });

  it("that allows formatting lets marks stand", async () => {
    const { host, workbook } = await open([reportOf(5)]);
    host.protect("II.06a", { allowFormatCells: true });
    await workbook.mark([MARK]);
    expect(await workbook.marks()).toEqual([MARK]);
    expect(await workbook.apply([EDIT])).toEqual([{ edit: EDIT, why: "locked" }]);
  });

  it("put on between reading and marking is met in words", async () => {
    const { host, workbook } = await open([reportOf(5)]);
    await workbook.read(SILENT);
    host.protect("II.06a");
    await expect(workbook.mark([MARK])).rejects.toMatchObject({ trouble: { what: troubleOf("protected").what } });
    expect(host.toJSON().sheets[0]!.conditionalFormats).toBeUndefined();
  });

  it("of the workbook keeps sheets from being added", async () => {
    const { host, workbook } = await open([reportOf(5)]);
    host.protectStructure();
    await expect(workbook.addSheet(smallPlan("Mới"))).rejects.toMatchObject({ trouble: troubleOf("protected", "Mới") });
    expect(host.toJSON().sheets).toHaveLength(1);
  });
});

describe("what others do meanwhile", () => {
  it("a cell a co-author changed is left alone, and told", async () => {
    const { host, workbook } = await open([reportOf(5)]);
    await workbook.read(SILENT);
    host.edit("'II.06a'!D2", 7);
    const other = { ...EDIT, at: at("D3") };
    expect(await workbook.apply([EDIT, other])).toEqual([{ edit: EDIT, why: "changed" }]);
    expect([host.cell("'II.06a'!D2").value, host.cell("'II.06a'!D3").value]).toEqual([7, 2]);
  });

  it("a sheet that was deleted or renamed is told as gone, and its edits given back", async () => {
    const { host, workbook } = await open([reportOf(5), { name: "Phụ lục", cells: { A1: 1 } }]);
    await workbook.read(SILENT);
    host.renameSheet("II.06a", "Quý II");
    await expect(workbook.reveal("II.06a", [at("D2")])).rejects.toMatchObject({ trouble: troubleOf("vanished", "II.06a") });
    expect(await workbook.apply([EDIT])).toEqual([{ edit: EDIT, why: "no-such-sheet" }]);
    await workbook.read(SILENT);
    host.deleteSheet("Phụ lục");
    await workbook.mark([{ ...MARK, sheet: "Quý II" }, { ...MARK, sheet: "Phụ lục" }]);
    expect(await workbook.marks()).toEqual([{ ...MARK, sheet: "Quý II" }]);
  });

  it("a row put in above moves the marks with their cells, and they can be lifted by a later session", async () => {
    const { host, workbook } = await open([reportOf(5)]);
    await workbook.mark([MARK]);
    host.insert("'II.06a'!1:1");
    expect(await new ExcelWorkbook().marks()).toEqual([{ ...MARK, cells: [at("D3")] }]);
    await new ExcelWorkbook().mark([]);
    expect(host.toJSON().sheets[0]!.conditionalFormats).toBeUndefined();
  });
});

describe("manners", () => {
  it("reading, finding marks and selecting write nothing, and leave the user's undo steps alone", async () => {
    const { host, workbook } = await open([reportOf(20), { name: "Phụ lục", cells: { A1: 1 } }]);
    host.edit("'II.06a'!D2", 7);
    await workbook.read(SILENT);
    await workbook.read(SILENT, ["II.06a"]);
    await workbook.marks();
    await workbook.reveal("II.06a", [at("D2"), at("D4")]);
    host.assertNoWrites();
    expect(host.undoSteps).toBe(1);
    expect(host.undo()).toBe(true);
    expect(host.cell("'II.06a'!D2").value).toBe(1);
  });

  it("marks are one format a kind and sheet, and touch no cell", async () => {
    const { host, workbook } = await open([reportOf(20)]);
    const cells = JSON.stringify(host.toJSON().sheets[0]!.cells);
    await workbook.mark([MARK, { ...MARK, kind: "warning", cells: ["E3", "E5", "F9"].map(at) }]);
    const { conditionalFormats = [], cells: after } = host.toJSON().sheets[0]!;
    expect(conditionalFormats.map(({ type, ranges }) => [type, ranges])).toEqual([
      ["Custom", ["D2"]],
      ["Custom", ["E3", "E5", "F9"]],
    ]);
    expect(JSON.stringify(after)).toBe(cells);
    expect([...new Set(host.writes().map((write) => write.split(".")[0]))].sort()).toEqual(
      ["ConditionalFormatCollection", "ConditionalFormatRule", "ConditionalRangeBorder", "ConditionalRangeFill", "ConditionalRangeFont"].sort(),
    );
  });

  it("a sheet is made with all that was planned, in one batch that writes", async () => {
    const { host, workbook } = await open([reportOf(5)]);
    await workbook.addSheet(smallPlan("Mới"));
    expect(host.batches.filter(({ writes }) => writes.length > 0)).toHaveLength(1);
    const added = host.toJSON().sheets[1]!;
    expect(added).toMatchObject({ merges: ["A1:D1"], freeze: "A1", rowHeights: { 0: 24 }, props: { PageLayout: { PrintArea: "A1:D2", PrintTitleRows: "1:1", Orientation: "Landscape", PaperSize: "A4", Zoom: { horizontalFitToPages: 1 } } } });
    expect(added.validations).toMatchObject([{ rect: "B2:C2", data: { ErrorAlert: { title: "Số hồ sơ" }, Rule: { wholeNumber: { formula1: 0 } } } }]);
    expect([host.selected, [...host.unimplemented], host.crashes]).toEqual(["Mới!B2", [], []]);
  });

  it("in an older Excel nothing is asked for that it has not", async () => {
    const { host, workbook } = await open([reportOf(5)], { apiSets: { ExcelApi: "1.9" } });
    await workbook.read(SILENT);
    await workbook.mark([MARK]);
    await workbook.apply([EDIT]);
    await workbook.addSheet(smallPlan("Mới"));
    await workbook.reveal("II.06a", [at("D2"), at("D4")]);
    expect(host.batches.filter(({ error }) => error !== null)).toEqual([]);
  });
});

describe("a sheet of 50,000 rows", () => {
  const ROWS = 50_000;

  it("is read in answers under 5 MB, and can be stopped", async () => {
    const { host, workbook } = await open([reportOf(ROWS)]);
    const steps: (readonly [number, number])[] = [];
    const [sheet] = await workbook.read({ report: (done, total) => steps.push([done, total]), stopped: false });
    expect(sheet!.rows.size).toBe(ROWS);
    const { syncs } = host.stats();
    expect(syncs).toBe(1 + Math.ceil((ROWS * 6) / 80_000));
    expect(Math.max(...host.batches.map(({ responseBytes }) => responseBytes))).toBeLessThan(5 * 1024 * 1024);
    expect(steps.at(-1)).toEqual([syncs, syncs]);
    const before = host.batches.length;
    const progress = { stopped: false, report: (done: number) => (progress.stopped = done >= 2) };
    await expect(workbook.read(progress)).rejects.toMatchObject({ name: "Stopped" });
    expect(host.stats(before).syncs).toBe(3);
    host.assertNoWrites();
  });

  it("is read in halves by an Excel that takes less at a time", async () => {
    const { host, workbook } = await open([reportOf(5_000)], { payloadLimit: 300_000 });
    const [sheet] = await workbook.read(SILENT);
    expect(sheet!.rows.size).toBe(5_000);
    expect(Math.max(...host.batches.filter(({ error }) => error === null).map(({ responseBytes }) => responseBytes))).toBeGreaterThan(100_000);
  });
});

describe("writing much text", () => {
  it("is sent in as many requests as Excel's limit asks for", async () => {
    const { host, workbook } = await open([{ name: "A", cells: { A1: 1 } }]);
    const text = "Lĩnh vực ".repeat(60).trim();
    const edits = Array.from({ length: 12_000 }, (_, row) => ({ sheet: "A", at: { row, column: 1 }, from: BLANK, to: textValue(text) }));
    expect(await workbook.apply(edits)).toEqual([]);
    expect(host.cell("A!B12000").value).toBe(text);
    expect(host.batches.reduce((sum, { requestBytes }) => sum + requestBytes, 0)).toBeGreaterThan(5 * 1024 * 1024);
    expect(host.batches.filter(({ error }) => error !== null)).toEqual([]);
  });
});

describe("taking over what was loaded", () => {
  it("pauses at every row", () => {
    const values = Array.from({ length: 5_000 }, (_, row) => [row]);
    const grid = (text: string): string[][] => values.map(() => [text]);
    const into = new LoadedCells();
    const range = { rowIndex: 0, columnIndex: 0, values, valueTypes: grid("Double"), formulas: values, numberFormat: grid("General") };
    const pauses = [...into.take(range as unknown as Excel.Range)].length;
    expect(into.rows().size).toBe(5_000);
    expect(pauses).toBe(5_000);
  });
});

describe("starting in Excel", () => {
  it.each([
    ["vi-VN", "vi"],
    ["en-US", "en"],
  ])("speaks the language of Excel: %s", async (displayLanguage, language) => {
    await open([reportOf(5)], { displayLanguage });
    expect(new ExcelPaneHost().language).toBe(language);
  });
});

describe("an edit of a blank cell", () => {
  it("is refused once it holds anything", async () => {
    const { host, workbook } = await open([reportOf(5)]);
    const edit = { sheet: "II.06a", at: at("H2"), from: BLANK, to: numberValue(1) };
    host.edit("'II.06a'!H2", "x");
    expect(await workbook.apply([edit])).toEqual([{ edit, why: "changed" }]);
  });
});
