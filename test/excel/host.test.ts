/** @jest-environment jsdom */
import { numberValue } from "../../src/core/sheet/Cell";
import { SILENT } from "../../src/core/sheet/WorkbookPort";
import { ExcelHost } from "../../src/excel/ExcelHost";
import { excelTrouble, troubleOf, type TroubleKind } from "../../src/excel/excelTrouble";
import { startExcel } from "../../src/excel/startExcel";
import { FakeExcel, reportOf, type FakeExcelOptions } from "../fakes/FakeExcel";
import { smallPlan } from "../ports/workbookContract";

/** Longer than the echo of our own writes is waited for. */
const LATER = 2_000;

function start(options: FakeExcelOptions = {}): { excel: FakeExcel; host: ExcelHost } {
  const excel = new FakeExcel([reportOf(5), { name: "Phụ lục", cells: { A1: 1 } }], options);
  excel.install();
  return { excel, host: new ExcelHost() };
}

const settle = (): Promise<unknown> => jest.advanceTimersByTimeAsync(LATER);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe.each(["1.9", "1.20"])("watching the workbook in an Excel with ExcelApi %s", (apiVersion) => {
  async function watch() {
    const { excel, host } = start({ apiVersion });
    const heard: string[] = [];
    const stop = await host.watch({ changed: () => heard.push("changed"), selected: (sheet, { row, column }) => heard.push(`${sheet} ${row} ${column}`) });
    return { excel, host, heard, stop };
  }

  it("tells of what the user types and selects", async () => {
    const { excel, heard } = await watch();
    excel.type("II.06a", "D2", 7);
    excel.select("Phụ lục", "C5:D9,F1");
    await settle();
    expect(heard).toEqual(["changed", "Phụ lục 4 2"]);
  });

  it("tells of whole columns and rows by their first cell", async () => {
    const { excel, heard } = await watch();
    excel.select("II.06a", "C:D");
    await settle();
    excel.select("II.06a", "4:4");
    await settle();
    expect(heard).toEqual(["II.06a 0 2", "II.06a 3 0"]);
  });

  it("tells only of the last of many selections", async () => {
    const { excel, heard } = await watch();
    for (const address of ["A1", "A2", "A3"]) excel.select("II.06a", address);
    await settle();
    expect(heard).toEqual(["II.06a 2 0"]);
  });

  it("tells of sheets that come and go", async () => {
    const { excel, heard } = await watch();
    excel.fire("onAdded", { worksheetId: "x" });
    excel.fire("onDeleted", { worksheetId: "x" });
    expect(heard).toEqual(["changed", "changed"]);
  });

  it("tells which sheet was changed, and whether formats may have moved", async () => {
    const { excel, host } = start({ apiVersion });
    const heard: unknown[] = [];
    const stop = await host.watch({ changed: (...told) => heard.push(told), selected: () => undefined });
    const worksheetId = excel.sheet("Phụ lục").id;
    excel.fire("onChanged", { worksheetId, address: "B2", changeType: "RangeEdited", triggerSource: "Unknown" });
    excel.fire("onChanged", { worksheetId, address: "B2:C9", changeType: "RangeEdited", triggerSource: "Unknown" });
    excel.fire("onChanged", { worksheetId, address: "4:4", changeType: "RowInserted", triggerSource: "Unknown" });
    excel.fire("onChanged", { worksheetId: "unheard of", address: "A1", changeType: "RangeEdited", triggerSource: "Unknown" });
    expect(heard).toEqual([[["Phụ lục"], false], [["Phụ lục"], true], [["Phụ lục"], true], []]);
    await stop();
  });

  it("tells of sorting, where Excel does, as of something that moves formats", async () => {
    const { excel, host } = start({ apiVersion });
    const heard: unknown[] = [];
    const stop = await host.watch({ changed: (...told) => heard.push(told), selected: () => undefined });
    excel.fire("onRowSorted", { worksheetId: excel.sheet("Phụ lục").id, address: "A2:C9", source: "Local" });
    expect(heard).toEqual(apiVersion === "1.9" ? [] : [[["Phụ lục"], true]]);
    await stop();
  });

  it("takes its handlers away when the page goes", async () => {
    const { excel } = await watch();
    window.dispatchEvent(new Event("pagehide"));
    await settle();
    expect(excel.listening).toBe(0);
  });

  it("passes over what the add-in writes itself, but hears the user again afterwards", async () => {
    const { excel, host, heard } = await watch();
    await host.port.apply([{ sheet: "II.06a", at: { row: 1, column: 3 }, from: numberValue(1), to: numberValue(2) }]);
    await host.port.addSheet(smallPlan("Mới"));
    await settle();
    expect(heard).toEqual([]);
    excel.type("II.06a", "D2", 7);
    expect(heard).toEqual(["changed"]);
  });

  it("passes over what the add-in selects itself, and hears the user select while marks change", async () => {
    const { excel, host, heard } = await watch();
    await host.port.reveal("II.06a", [{ row: 1, column: 3 }]);
    excel.select("II.06a", "D2");
    await settle();
    expect(heard).toEqual([]);
    const marking = host.port.mark([{ sheet: "II.06a", kind: "error", cells: [{ row: 1, column: 3 }] }]);
    excel.select("II.06a", "D3");
    await marking;
    await settle();
    expect(heard).toEqual(["II.06a 2 3"]);
  });

  it("reading, checking and watching write nothing", async () => {
    const { excel, host } = await watch();
    await host.port.read(SILENT);
    await host.port.marks();
    excel.select("II.06a", "A1");
    await settle();
    expect(excel.undoSteps).toBe(0);
  });

  it("leaves no handler behind when it ends, and ends but once", async () => {
    const { excel, heard, stop } = await watch();
    expect(excel.listening).toBe(apiVersion === "1.9" ? 4 : 7);
    await stop();
    await stop();
    expect(excel.listening).toBe(0);
    excel.type("II.06a", "D2", 7);
    expect(heard).toEqual([]);
  });

  it("hears nothing more even where Excel refuses to take the handlers away", async () => {
    const { excel, heard, stop } = await watch();
    excel.refusal = "InvalidOperationInCellEditMode";
    await stop();
    excel.refusal = undefined;
    excel.type("II.06a", "D2", 7);
    expect(heard).toEqual([]);
  });
});

describe("troubles with Excel", () => {
  it.each([
    ["InvalidOperationInCellEditMode", "Enter"],
    ["AccessDenied", "Bỏ bảo vệ"],
    ["RequestPayloadSizeLimitExceeded", "không dùng"],
    ["ItemNotFound", "Kiểm tra"],
    ["ApiNotFound", "Excel 2021"],
    ["ReadOnly", "Cho phép chỉnh sửa"],
    ["GeneralException", "làm lại"],
    ["toString", "làm lại"],
  ])("%s is told in words, with what to do", (code, remedy) => {
    const { what, remedy: told, where } = excelTrouble(Object.assign(new Error("x"), { code }), "II.06a");
    expect(where).toBe("II.06a");
    expect(told.vi).toContain(remedy);
    for (const text of [what.vi, what.en, told.vi, told.en]) expect(text).toMatch(/\.$/);
  });

  it("is what every action throws while a cell is being edited", async () => {
    const { excel, host } = start();
    excel.refusal = "InvalidOperationInCellEditMode";
    const at = { row: 0, column: 0 };
    const actions = [
      host.port.read(SILENT),
      host.port.mark([]),
      host.port.marks(),
      host.port.apply([{ sheet: "II.06a", at, from: numberValue(1), to: numberValue(2) }]),
      host.port.addSheet(smallPlan("Mới")),
      host.port.reveal("II.06a", [at]),
      host.watch({ changed: () => undefined, selected: () => undefined }),
    ];
    for (const result of await Promise.allSettled(actions)) {
      expect(result).toMatchObject({ status: "rejected", reason: { name: "TroubleError", trouble: { what: troubleOf("editing").what } } });
    }
    expect(host.explain({ code: "InvalidOperationInCellEditMode" })).toEqual(troubleOf("editing"));
  });
});

describe("the host", () => {
  it.each([
    ["vi-VN", "vi"],
    ["en-US", "en"],
    ["fr-FR", "en"],
  ])("speaks the language Excel runs in: %s", (displayLanguage, language) => {
    expect(start({ displayLanguage }).host.language).toBe(language);
  });

  it.each<[Partial<Office.OfficeTheme> | undefined, string]>([
    [{ isDarkTheme: true }, "dark"],
    [{ isDarkTheme: false }, "light"],
    [{ bodyBackgroundColor: "#262626" }, "dark"],
    [{ bodyBackgroundColor: "#FFFFFF" }, "light"],
    [undefined, "system"],
  ])("takes its theme from Excel: %j", (officeTheme, theme) => {
    expect(start(officeTheme ? { officeTheme } : {}).host.theme).toBe(theme);
  });

  it("offers a file for download, except on the Mac, where Excel would silently do nothing", async () => {
    const clicked: string[] = [];
    jest.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
      clicked.push(`${this.download} ${this.href}`);
    });
    Object.assign(URL, { createObjectURL: () => "blob:x", revokeObjectURL: () => undefined });
    await start().host.saveFile("báo cáo.docx", new Uint8Array([1]), "application/x");
    expect(clicked).toEqual(["báo cáo.docx blob:x"]);
    await expect(start({ platform: "Mac" }).host.saveFile("a.docx", new Uint8Array(), "x")).rejects.toMatchObject({ trouble: troubleOf("cannotSave", "a.docx") });
  });
});

describe("starting", () => {
  const globals = globalThis as { Office?: unknown; Excel?: unknown };
  const SILENCE = new Promise<never>(() => undefined);

  it("gives the host inside Excel", async () => {
    start();
    expect(await startExcel()).toMatchObject({ kind: "host" });
  });

  it.each<[string, () => unknown, TroubleKind]>([
    ["Office.js did not load", () => void (globals.Office = undefined), "blocked"],
    ["Office never answers", () => Object.assign(globals.Office as object, { onReady: () => SILENCE }), "silent"],
    ["there is no Office", () => Object.assign(globals.Office as object, { onReady: async () => ({ host: null }) }), "noOffice"],
    ["Office breaks down", () => Object.assign(globals.Office as object, { onReady: () => Promise.reject(new Error("x")) }), "other"],
  ])("says what is the matter within five seconds when %s", async (_, spoil, kind) => {
    start();
    spoil();
    const started = startExcel();
    await jest.advanceTimersByTimeAsync(5_000);
    expect(await started).toMatchObject({ kind: "trouble", trouble: troubleOf(kind) });
  });

  it("opens after all when Excel answers late", async () => {
    start();
    let answer: (ready: unknown) => void = () => undefined;
    Object.assign(globals.Office as object, { onReady: () => new Promise((resolve) => (answer = resolve)) });
    const started = startExcel();
    await jest.advanceTimersByTimeAsync(5_000);
    const trouble = await started;
    answer({ host: "Excel" });
    expect(trouble.kind === "trouble" && (await trouble.late)).toMatchObject({ kind: "host" });
  });

  it("says when Excel is too old", async () => {
    start({ apiVersion: "1.8" });
    expect(await startExcel()).toEqual({ kind: "trouble", trouble: troubleOf("tooOld") });
  });
});
