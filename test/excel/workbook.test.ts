import { parseA1, type Position } from "../../src/core/sheet/Address";
import { BLANK, numberValue, textValue } from "../../src/core/sheet/Cell";
import { SILENT } from "../../src/core/sheet/WorkbookPort";
import { ExcelWorkbook } from "../../src/excel/ExcelWorkbook";
import { pointsOfWidth } from "../../src/excel/makeSheet";
import { FakeExcel, reportOf, type FakeExcelOptions } from "../fakes/FakeExcel";
import type { SheetDescription } from "../ports/SheetDescription";
import { smallPlan } from "../ports/workbookContract";

const at = (address: string): Position => parseA1(address)!;

function open(sheets: readonly SheetDescription[], options: FakeExcelOptions = {}): { excel: FakeExcel; workbook: ExcelWorkbook } {
  const excel = new FakeExcel(sheets, options);
  excel.install();
  return { excel, workbook: new ExcelWorkbook() };
}

describe("marks in Excel", () => {
  it("are one conditional format a kind and sheet, with a formula that names itself", async () => {
    const { excel, workbook } = open([reportOf(20)]);
    await workbook.mark([
      { sheet: "II.06a", kind: "follows", cells: [at("G9")] },
      { sheet: "II.06a", kind: "warning", cells: ["D2", "F9"].map(at) },
      { sheet: "II.06a", kind: "error", cells: ["D4", "E4", "D5", "E5", "F8"].map(at) },
    ]);
    const formats = excel.sheet("II.06a").formats;
    // Errors lie on top.
    expect(formats.map(({ type, formula, areas }) => [type, formula, areas.length])).toEqual([
      ["Custom", '=N("kstt:error")=0', 2],
      ["Custom", '=N("kstt:warning")=0', 2],
      ["Custom", '=N("kstt:follows")=0', 1],
    ]);
    expect(formats.at(-1)!.settings).toMatchObject({ "font.italic": true, "borders.top.style": "Dot" });
    expect(formats[0]!.settings).toMatchObject({ "fill.color": "#FFD9D6", "borders.top.style": "Continuous" });
  });

  it("leave the user's fills and conditional formats alone, of whatever kind", async () => {
    const { excel, workbook } = open([reportOf(5)]);
    const theirs = [
      { id: "a", areas: [{ top: 0, left: 0, bottom: 4, right: 4 }], type: "ColorScale", formula: "", settings: {} },
      { id: "b", areas: [{ top: 0, left: 0, bottom: 4, right: 4 }], type: "Custom", formula: "=A1>3", settings: {} },
    ];
    excel.sheet("II.06a").formats = [...theirs];
    await workbook.mark([{ sheet: "II.06a", kind: "error", cells: [at("D4")] }]);
    expect(excel.sheet("II.06a").formats).toHaveLength(3);
    // Another session, which remembers nothing.
    await new ExcelWorkbook().mark([]);
    expect(excel.sheet("II.06a").formats).toEqual(theirs);
    expect(excel.sheet("II.06a").settings).toEqual([]);
  });

  it("so many and scattered that their address is too long for Excel still stand, every one", async () => {
    const { excel, workbook } = open([reportOf(20)]);
    const cells = Array.from({ length: 3_000 }, (_, index) => ({ row: index * 2, column: 3 + (index % 7) * 2 }));
    await workbook.mark([{ sheet: "II.06a", kind: "error", cells }]);
    expect(excel.sheet("II.06a").formats.length).toBeLessThan(5);
    const [mark] = await workbook.marks();
    expect(mark!.cells).toHaveLength(3_000);
    await workbook.mark([]);
    expect(excel.sheet("II.06a").formats).toEqual([]);
  });

  it("on a protected sheet are refused before any sheet is touched", async () => {
    const { excel, workbook } = open([{ name: "Mở", cells: { A1: 1 } }, { name: "Khóa", cells: { A1: 1 }, locked: true }]);
    const marking = workbook.mark(["Mở", "Khóa"].map((sheet) => ({ sheet, kind: "error" as const, cells: [at("A1")] })));
    await expect(marking).rejects.toMatchObject({ trouble: { where: "Khóa", what: { vi: expect.stringContaining("bảo vệ") } } });
    expect(excel.sheet("Mở").formats).toEqual([]);
  });

  it("set right after reading are right even when a sheet was deleted in between", async () => {
    const { excel, workbook } = open([reportOf(5), { name: "Tạm", cells: { A1: 1 } }]);
    await workbook.mark([{ sheet: "Tạm", kind: "info", cells: [at("A1")] }]);
    await workbook.read(SILENT);
    excel.sheets.pop();
    await workbook.mark([{ sheet: "II.06a", kind: "error", cells: [at("D4")] }]);
    expect(await workbook.marks()).toEqual([{ sheet: "II.06a", kind: "error", cells: [at("D4")] }]);
  });
});

describe("reading from Excel", () => {
  it("goes on without merged blocks where there are more than Excel tells of", async () => {
    const merges = Array.from({ length: 600 }, (_, index) => `A${index + 10}:B${index + 10}`);
    const { workbook } = open([{ name: "A", cells: { A1: "x" }, merges }]);
    const [sheet] = await workbook.read(SILENT);
    expect(sheet!.merges).toEqual([]);
    expect(sheet!.rows.get(0)![0]!.value).toEqual(textValue("x"));
  });

  it("takes a formula that gives an empty text for a formula, and a text that begins with = for a text", async () => {
    const { excel, workbook } = open([{ name: "A", cells: { A1: "x" } }]);
    const sheet = excel.sheet("A");
    sheet.cells.set(1, { value: "", type: "String", formula: '=""', numberFormat: "General" });
    sheet.cells.set(2, { value: "=1+1", type: "String", numberFormat: "General" });
    const [read] = await workbook.read(SILENT);
    expect(read!.rows.get(0)!.slice(1)).toEqual([{ value: BLANK, formula: '=""' }, { value: textValue("=1+1") }]);
  });
});

describe("writing to Excel", () => {
  it("a number or formula put into a cell formatted as text becomes a number or calculates", async () => {
    const { excel, workbook } = open([{ name: "A", cells: { A1: { value: "08", numberFormat: "@" }, A2: { value: "8", numberFormat: "@" }, B1: 1 } }]);
    const sum = { kind: "formula", formula: "=A1+B1", value: numberValue(9) } as const;
    await workbook.apply([
      { sheet: "A", at: at("A1"), from: textValue("08"), to: numberValue(8) },
      { sheet: "A", at: at("A2"), from: textValue("8"), to: sum },
    ]);
    expect(excel.sheet("A").cellAt("A1")).toMatchObject({ value: 8, type: "Double" });
    expect(excel.sheet("A").cellAt("A2")).toMatchObject({ value: 9, formula: "=A1+B1" });
  });

  it("the formatting of an edit is laid over the cell, and lines are drawn only where there are any", async () => {
    const { excel, workbook } = open([reportOf(5)]);
    const style = { bold: true, border: true, fill: "#EEEEEE" };
    const edits = ["D1", "E1", "D3"].map((address) => ({ sheet: "II.06a", at: at(address), from: numberValue(at(address).column - 2), to: numberValue(5), style }));
    expect(await workbook.apply(edits)).toEqual([]);
    const sheet = excel.sheet("II.06a");
    expect(sheet.setting("font.bold")).toBe(true);
    expect(sheet.settings.filter(({ what }) => what === "borders.InsideVertical.style").map(({ areas }) => areas)).toEqual([
      [{ top: 0, left: 3, bottom: 0, right: 4 }],
    ]);
  });

  it("a planned sheet gets everything the plan says, and is shown with its first input cell selected", async () => {
    const { excel, workbook } = open([reportOf(5)]);
    await workbook.addSheet(smallPlan("Mới"));
    const sheet = excel.sheet("Mới");
    const said = Object.fromEntries(sheet.settings.map(({ what, value }) => [what, value]));
    expect(said).toMatchObject({
      "font.name": "Times New Roman",
      "font.size": 12,
      "font.bold": true,
      horizontalAlignment: "Center",
      columnWidth: pointsOfWidth(30),
      rowHeight: 24,
      "freezePanes.freezeAt": "A1",
      "dataValidation.rule": { wholeNumber: { formula1: 0, operator: "GreaterThanOrEqualTo" } },
      "dataValidation.errorAlert": { showAlert: true, style: "Stop", title: "Số hồ sơ", message: "Nhập số nguyên từ 0 trở lên." },
      "pageLayout.orientation": "Landscape",
      "pageLayout.paperSize": "A4",
      "pageLayout.zoom": { horizontalFitToPages: 1 },
      "pageLayout.centerHorizontally": true,
      "pageLayout.setPrintTitleRows": "$1:$1",
      "pageLayout.setPrintArea": "A1:D2",
    });
    expect(excel.active).toBe(sheet);
    expect(excel.selected).toBe("Mới!B2");
  });

  it("a sheet Excel refuses midway leaves nothing behind", async () => {
    const { excel, workbook } = open([reportOf(5)]);
    const plan = { ...smallPlan("Mới"), start: { row: -1, column: 0 } };
    await expect(workbook.addSheet(plan)).rejects.toMatchObject({ name: "TroubleError" });
    expect(excel.sheets.map(({ name }) => name)).toEqual(["II.06a"]);
  });

  it("rows of one height are set together, however many, lest the request outgrow what Excel takes", async () => {
    const { excel, workbook } = open([reportOf(5)]);
    const rowHeights = new Map(Array.from({ length: 5_000 }, (_, row) => [row, row === 100 ? 30 : 24]));
    await workbook.addSheet({ ...smallPlan("Mới"), rowHeights });
    const heights = excel.sheet("Mới").settings.filter(({ what }) => what === "rowHeight");
    expect(heights.map(({ value, areas }) => [value, areas[0]!.top, areas[0]!.bottom])).toEqual([[24, 0, 99], [30, 100, 100], [24, 101, 4_999]]);
  });

  it("widths in characters become points as Excel counts them", () => {
    expect(pointsOfWidth(8.43)).toBe(48);
    expect(pointsOfWidth(30)).toBe(161.25);
  });

  it("revealing selects all cells of a finding on their sheet, the likeliest first", async () => {
    const { excel, workbook } = open([reportOf(5), { name: "Phụ lục", cells: { A1: 1 } }]);
    await workbook.reveal("Phụ lục", ["D4", "B3", "B4"].map(at));
    expect(excel.selected).toBe("Phụ lục!D4,B3:B4");
  });

  it("revealing selects the block of the likeliest cell where Excel cannot select several", async () => {
    const { excel, workbook } = open([reportOf(5)], { apiVersion: "1.17" });
    await workbook.reveal("II.06a", ["D4", "B3", "B4"].map(at));
    expect(excel.selected).toBe("II.06a!D4");
  });

  it("a hidden or missing sheet cannot be revealed, and says so", async () => {
    const { workbook } = open([reportOf(5), { name: "Ẩn", cells: {}, hidden: true }]);
    await expect(workbook.reveal("Ẩn", [at("A1")])).rejects.toMatchObject({ trouble: { where: "Ẩn", what: { vi: expect.stringContaining("đang ẩn") } } });
    await expect(workbook.reveal("Không có", [at("A1")])).rejects.toMatchObject({ trouble: { where: "Không có", what: { vi: expect.stringContaining("không còn") } } });
  });
});
