import { clearMarks } from "../../src/commands/clearMarks";
import { ExcelWorkbook } from "../../src/excel/ExcelWorkbook";
import { FakeExcel, reportOf } from "../fakes/FakeExcel";

describe("Bỏ đánh dấu on the ribbon", () => {
  async function marked(): Promise<{ excel: FakeExcel; workbook: ExcelWorkbook }> {
    const excel = new FakeExcel([reportOf(5)]);
    excel.install();
    const workbook = new ExcelWorkbook();
    await workbook.mark([{ sheet: "II.06a", kind: "error", cells: [{ row: 1, column: 3 }] }]);
    return { excel, workbook };
  }

  it("lifts the marks of an earlier session and tells Excel that it has ended", async () => {
    const { workbook } = await marked();
    const completed = jest.fn();
    await clearMarks({ completed });
    expect(await workbook.marks()).toEqual([]);
    expect(completed).toHaveBeenCalledTimes(1);
  });

  it("ends without a crash where Excel refuses", async () => {
    const { excel } = await marked();
    excel.refusal = "InvalidOperationInCellEditMode";
    const completed = jest.fn();
    await clearMarks({ completed });
    expect(completed).toHaveBeenCalledTimes(1);
  });

  it("is known to Excel by the name the manifest gives", async () => {
    await marked();
    const associate = jest.fn();
    Object.assign(globalThis.Office, { actions: { associate } });
    await import("../../src/commands/commands");
    await Promise.resolve();
    expect(associate).toHaveBeenCalledWith("clearMarks", clearMarks);
  });
});
