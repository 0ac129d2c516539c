import { check, contents, eventually, excelWith, expectFindings, findings, marksOn, panes, phuMy, phuSon, settled, stacked } from "./excel";

const open = panes();
const PHU_MY = ["error D12", "error D13", "info C9"];
const overlay = /ConditionalFormat|ConditionalRange/;

describe("the main job in Excel, on Phú Mỹ's report", () => {
  it("finds the two guilty cells and marks them in three round trips, and writes nothing but the marks", async () => {
    const { page, host } = await open(excelWith([phuMy()]));
    const { cells } = host.toJSON().sheets[0]!;
    const since = host.batches.length;
    await check(page);
    expect(await findings(page)).toEqual(PHU_MY);
    expect(marksOn(host, "II.06a")["error"]).toEqual(["D12:D13"]);
    expect(host.stats(since).syncs).toBe(3);
    expect(host.writes(since).filter((write) => !overlay.test(write))).toEqual([]);
    expect(host.toJSON().sheets[0]!.cells).toEqual(cells);
  });

  it("leads from a finding to its cell and from a marked cell to its finding, writing nothing", async () => {
    const { page, host } = await open(excelWith([phuMy()]));
    await check(page);
    const since = host.batches.length;
    await page.getByTestId("finding").nth(1).click();
    await eventually(() => host.selected, "II.06a!D13");
    await page.waitForTimeout(600);
    host.selectRange("II.06a!D12");
    await page.locator('[data-testid="finding"][data-active][data-cells="D12"]').waitFor();
    host.selectRange("II.06a!A1");
    await page.locator('[data-testid="finding"][data-active]').waitFor({ state: "detached" });
    host.assertNoWrites(since);
  });

  it("mends with its buttons; marks and errors go", async () => {
    const { page, host } = await open(excelWith([phuMy()]));
    await check(page);
    await page.getByTestId("finding").nth(0).getByTestId("fix").click();
    await expectFindings(page, PHU_MY.slice(1));
    expect(host.cell("II.06a!D12").value).toBe(14);
    await eventually(() => marksOn(host, "II.06a")["error"], ["D13"]);
    await page.getByTestId("finding").nth(0).getByTestId("fix").click();
    await expectFindings(page, PHU_MY.slice(2));
    await eventually(() => marksOn(host, "II.06a")["error"], undefined);
  });

  it("takes mended cells back one by one where Excel itself cannot", async () => {
    const { page, host } = await open(excelWith([phuMy()]));
    const { cells } = host.toJSON().sheets[0]!;
    await check(page);
    await page.getByTestId("fix-all").click();
    await expectFindings(page, PHU_MY.slice(2));
    await page.getByTestId("undo-fix").click();
    await expectFindings(page, PHU_MY);
    expect(await page.getByTestId("announcement").textContent()).toBe("Đã hoàn tác 2 ô (D12, D13).");
    expect(host.toJSON().sheets[0]!.cells).toEqual(cells);
    expect(await page.getByTestId("undo-fix").count()).toBe(0);
  });

  it("leaves undoing to an Excel that can", async () => {
    const { page } = await open(excelWith([phuMy()], { apiSets: { ExcelApi: "1.20" } }));
    await check(page);
    await page.getByTestId("fix-all").click();
    await expectFindings(page, PHU_MY.slice(2));
    expect(await page.getByTestId("undo-fix").count()).toBe(0);
  });

  it("leaves the workbook as it was once the marks are lifted", async () => {
    const { page, host } = await open(excelWith([phuMy()]));
    const before = contents(host);
    await check(page);
    await page.getByTestId("clear-marks").click();
    await page.getByTestId("notice").waitFor();
    expect(contents(host)).toEqual(before);
  });

  it("writes the text from the table and leads from its figures to their cells, writing nothing to the sheet", async () => {
    const { page, host } = await open(excelWith([phuMy()]));
    const since = host.batches.length;
    await page.getByTestId("narrative").click();
    expect(await page.getByTestId("narrative-text").textContent()).toContain("1.652");
    await page.getByTestId("figure").filter({ hasText: "1.640" }).first().click();
    await eventually(() => host.selected, "II.06a!D16");
    host.assertNoWrites(since);
  });
});

describe("the ribbon's buttons", () => {
  it("Kiểm tra checks and marks at once", async () => {
    const { page, host } = await open(excelWith([phuMy()]), "/taskpane.html?action=check");
    await expectFindings(page, PHU_MY);
    await eventually(() => marksOn(host, "II.06a")["error"], ["D12:D13"]);
  });

  it("Tạo biểu adds the form's sheet, whose sums are formulas", async () => {
    const { page, host } = await open(excelWith([phuMy("Cũ")]), "/taskpane.html?action=scaffold");
    await page.getByTestId("unit").fill("UBND xã Thử Nghiệm");
    await page.getByTestId("create-sheet").click();
    await page.getByTestId("notice").waitFor();
    expect(host.toJSON().sheets.map(({ name }) => name)).toEqual(["Cũ", "II.06a"]);
    expect(host.selected).toBe("II.06a!D10");
    host.edit("II.06a!D10", 120);
    host.edit("II.06a!E10", 5);
    expect(host.cell("II.06a!C10").value).toBe(125);
  });

  it("Tạo biểu adds the whole set of a level, and takes away again what is still as made", async () => {
    const { page, host } = await open(excelWith([phuMy("Cũ")]), "/taskpane.html?action=scaffold");
    const sheets = () => host.toJSON().sheets.map(({ name }) => name);
    await page.getByTestId("make-set").check({ force: true });
    await page.getByTestId("unit").fill("UBND xã Thử Nghiệm");
    await page.getByTestId("period").selectOption("quarter-1");
    await page.getByTestId("year").fill("2024");
    await page.getByTestId("create-sheet").click();
    await page.getByTestId("notice").getByText(/Đã thêm \d+ trang tính/).waitFor();
    expect(sheets().slice(0, 3)).toEqual(["Cũ", "Thông tin báo cáo", "II.06a"]);
    expect(sheets().length).toBeGreaterThan(10);
    host.edit("Thông tin báo cáo!B4", "UBND xã Khác");
    host.edit("II.06a!D10", 120);
    await page.getByTestId("scaffold").click();
    await page.getByTestId("remove-set").click();
    await page.getByTestId("notice").getByText(/Giữ lại vì đã có nội dung khác lúc tạo: “Thông tin báo cáo”, “II.06a”/).waitFor();
    expect(sheets()).toEqual(["Cũ", "Thông tin báo cáo", "II.06a"]);
  });

  it("Tính cột tổng gives blank sums their formulas and leaves differing figures alone", async () => {
    const { page, host } = await open(excelWith([phuMy()]), "/taskpane.html?action=compute");
    await page.getByTestId("convert-text").check({ force: true });
    await page.getByTestId("convert-equal").check({ force: true });
    await page.getByTestId("run-compute").click();
    await page.getByTestId("notice").waitFor();
    expect(host.cell("II.06a!C9").formula).toBe("=D9+E9+F9");
    expect(host.cell("II.06a!C12")).toMatchObject({ value: 14, formula: 14 });
  });

  it("Viết báo cáo writes the text", async () => {
    const { page } = await open(excelWith([phuSon()]), "/taskpane.html?action=narrative");
    await page.getByTestId("narrative-text").waitFor();
    expect(await page.getByTestId("narrative-errors").count()).toBe(0);
  });

  it("Bỏ đánh dấu takes every mark away without a pane, those of an earlier session too", async () => {
    const host = excelWith([phuMy(), phuMy("Quý II")]);
    const before = contents(host);
    const { page } = await open(host, "/taskpane.html?action=check");
    await eventually(() => marksOn(host, "Quý II")["error"], ["D12:D13"]);
    await page.close();
    const commands = await open(host, "/commands.html");
    await commands.page.waitForFunction(() => "Office" in window && "Excel" in window);
    await commands.page.waitForTimeout(200);
    host.pressButton("clearMarks");
    await eventually(() => marksOn(host, "Quý II"), {});
    expect(contents(host)).toEqual(before);
  });
});

describe("other workbooks", () => {
  it("Phú Sơn's report has no error", async () => {
    const { page, host } = await open(excelWith([phuSon()]));
    await check(page);
    expect(await findings(page)).toEqual(["warning C2", "info B36"]);
    expect(marksOn(host, "II.06a")["error"]).toBeUndefined();
  });

  it("three tables on one sheet are each checked, and their marks stand together", async () => {
    const sheet = stacked(phuMy(), phuSon(), phuMy());
    const { page, host } = await open(excelWith([sheet]));
    await check(page);
    expect(await page.getByTestId("summary").count()).toBe(3);
    const found = await findings(page);
    expect(found.filter((each) => each.startsWith("error"))).toHaveLength(4);
    expect(marksOn(host, "II.06a")["error"]).toHaveLength(2);
  });

  it("two sheets are checked together; a finding of the sheet behind brings it to the front", async () => {
    const { page, host } = await open(excelWith([phuSon("Quý I"), phuMy("Quý II")]));
    await check(page);
    expect(await page.getByTestId("summary").count()).toBe(2);
    await page.locator('[data-testid="finding"][data-cells="D12"]').click();
    await eventually(() => host.selected, "'Quý II'!D12");
    await settled(page);
    expect(marksOn(host, "Quý I")["error"]).toBeUndefined();
    expect(marksOn(host, "Quý II")["error"]).toEqual(["D12:D13"]);
  });
});
