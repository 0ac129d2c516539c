import { namedSheet } from "../fixtures/workbookOf";
import { sheetFromText } from "../fixtures/sheetFromText";
import { afterTyping, check, eventually, excelWith, expectFindings, findings, marksOn, panes, phuMy, phuSon } from "./excel";

const open = panes();
const PHU_MY = ["error D12", "error D13", "info C9"];

describe("keeping up with the user in Excel", () => {
  it("reads one edit again in one round trip; the finding and its mark go", async () => {
    const { page, host } = await open(excelWith([phuMy(), sheetFromText("Ghi chú", "Ghi chú")]));
    await check(page);
    const since = host.batches.length;
    host.edit("II.06a!D12", 14);
    await expectFindings(page, PHU_MY.slice(1));
    await eventually(() => marksOn(host, "II.06a")["error"], ["D13"]);
    await eventually(() => page.getByTestId("announcement").textContent(), "Đã kiểm tra: 1 lỗi, 0 điểm cần xem lại, 1 lưu ý.");
    // One to read, one to mark.
    expect(host.stats(since).syncs).toBe(2);
  });

  it("writes nothing where the marks stay the same, so that the user's undo lives", async () => {
    const { page, host } = await open(excelWith([phuMy()]));
    await check(page);
    const since = host.batches.length;
    host.edit("II.06a!D12", 5);
    host.edit("II.06a!B9", "Chứng thực");
    await afterTyping(page);
    expect(host.stats(since).syncs).toBe(1);
    host.assertNoWrites(since);
    expect(host.undoSteps).toBe(2);
    expect(await page.getByTestId("finding").first().textContent()).toContain("phải là 14");
  });

  it("follows the user's undo", async () => {
    const { page, host } = await open(excelWith([phuMy()]));
    await check(page);
    await page.getByTestId("clear-marks").click();
    await page.getByTestId("notice").waitFor();
    host.edit("II.06a!D12", 14);
    await expectFindings(page, PHU_MY.slice(1));
    expect(host.undo()).toBe(true);
    await expectFindings(page, PHU_MY);
  });

  it("checks a burst of typing and a pasted block once", async () => {
    const { page, host } = await open(excelWith([phuMy()]));
    await check(page);
    await page.getByTestId("clear-marks").click();
    await page.getByTestId("notice").waitFor();
    const since = host.batches.length;
    for (const [cell, count] of [["D12", 1], ["D12", 14], ["D13", 6]] as const) host.edit(`II.06a!${cell}`, count);
    host.edit("II.06a!C14:D15", [["02", "0"], ["01", "0"]]);
    await expectFindings(page, ["info C9"]);
    await afterTyping(page);
    expect(host.stats(since).syncs).toBe(1);
    host.assertNoWrites(since);
  });

  it("follows rows that come and go, and their marks", async () => {
    const { page, host } = await open(excelWith([phuMy()]));
    await check(page);
    host.insert("II.06a!1:2");
    await expectFindings(page, ["error D14", "error D15", "info C11"]);
    await eventually(() => marksOn(host, "II.06a")["error"], ["D14:D15"]);
    host.remove("II.06a!1:2");
    await expectFindings(page, PHU_MY);
    await eventually(() => marksOn(host, "II.06a")["error"], ["D12:D13"]);
  });

  it("follows a sorted table to the cells' new places", async () => {
    const { page, host } = await open(excelWith([phuMy()]));
    await check(page);
    host.sort("II.06a!B9:M15", 0);
    await page.waitForFunction(() => document.querySelector('[data-testid="finding"]')?.getAttribute("data-cells") !== "D12");
    const wrong = (await findings(page)).filter((each) => each.startsWith("error")).map((each) => each.split(" ")[1]!);
    const fields = wrong.map((cell) => host.cell(`II.06a!${cell.replace("D", "B")}`).value);
    expect([...fields].sort()).toEqual(["Lĩnh vực BTXH", "Lĩnh vực NCC"]);
    await eventually(() => Object.values(marksOn(host, "II.06a")["error"] ?? []).join(), [...wrong].sort().join());
  });

  it("follows sheets that are added, renamed and deleted", async () => {
    const { page, host } = await open(excelWith([phuMy(), phuSon("Quý I")]));
    await check(page);
    expect(await page.getByTestId("summary").count()).toBe(2);
    host.deleteSheet("Quý I");
    await eventually(() => page.getByTestId("summary").count(), 1);
    host.addSheet("Nháp");
    await afterTyping(page);
    host.renameSheet("II.06a", "Quý II");
    host.selectRange("Quý II!D12");
    host.edit("Quý II!D12", 14);
    await expectFindings(page, PHU_MY.slice(1));
    await page.getByTestId("finding").first().click();
    await eventually(() => host.selected, "'Quý II'!D13");
    await eventually(() => page.getByTestId("summary").first().textContent().then((text) => text?.includes("Quý II")), true);
  });

  it("reads only the sheet worked on while the user goes from one to the other", async () => {
    const { page, host } = await open(excelWith([phuMy("Quý I"), phuMy("Quý II")]));
    await check(page);
    host.selectRange("Quý II!D12");
    await page.locator('[data-testid="finding"][data-active]').waitFor();
    expect(await page.locator('[data-testid="finding"][data-active]').textContent()).toContain("Quý II");
    host.edit("Quý II!D12", 14);
    await expectFindings(page, [...PHU_MY, ...PHU_MY.slice(1)]);
    expect(marksOn(host, "Quý I")["error"]).toEqual(["D12:D13"]);
  });

  it("judges sums anew whose figures come from the sheet edited", async () => {
    const { page, host } = await open(excelWith([phuMy(), sheetFromText("14", "Nguon")]));
    host.edit("II.06a!D12", "=Nguon!A1");
    await check(page);
    expect(await findings(page)).not.toContain("error D12");
    const wrong = (await findings(page)).filter((each) => each.startsWith("error"));
    const since = host.batches.length;
    host.edit("Nguon!A1", 3);
    await eventually(async () => (await findings(page)).filter((each) => each.startsWith("error")).length > wrong.length, true);
    await afterTyping(page);
    // One to read both sheets, one to mark.
    expect(host.stats(since).syncs).toBe(2);
  });
});

describe("the pane's manners", () => {
  it("takes its handlers away by itself whenever the pane is loaded anew or closed, so that none piles up", async () => {
    const { page, host } = await open(excelWith([phuMy()]));
    await check(page);
    await eventually(() => host.listening > 0, true);
    const handlers = host.listening;
    for (const action of ["narrative", "check", "scaffold", "check"]) {
      await page.goto(page.url().replace(/\?.*|$/, `?action=${action}`));
      await page.getByTestId("check").waitFor();
      await eventually(() => host.listening, handlers);
    }
    await page.reload();
    await page.getByTestId("check").waitFor();
    await eventually(() => host.listening, handlers);
    await page.close({ runBeforeUnload: true });
    await eventually(() => host.listening, 0);
    // Excel drops what a page leaves behind; this one left nothing.
    expect(host.abandoned).toBe(0);
  });

  it("has as many handlers whatever sheet is in front, and however many there are", async () => {
    const { page, host } = await open(excelWith([phuMy(), phuSon("Quý I")]));
    await check(page);
    await eventually(() => host.listening > 0, true);
    const handlers = host.listening;
    host.selectRange("'Quý I'!C2");
    host.addSheet("Nháp");
    host.selectRange("Nháp!A1");
    host.edit("Nháp!A1", 5);
    await afterTyping(page);
    host.deleteSheet("Quý I");
    host.deleteSheet("Nháp");
    await eventually(() => page.getByTestId("summary").count(), 1);
    host.selectRange("II.06a!D12");
    await page.locator('[data-testid="finding"][data-active]').waitFor();
    expect(host.listening).toBe(handlers);
    await page.close({ runBeforeUnload: true });
    await eventually(() => [host.listening, host.abandoned], [0, 0]);
  });

  it("opening the pane, selecting and reading for the text write nothing", async () => {
    const { page, host } = await open(excelWith([phuMy()]));
    host.selectRange("II.06a!D12");
    await page.getByTestId("narrative").click();
    await page.getByTestId("narrative-text").waitFor();
    await page.getByTestId("compute").click();
    await page.getByTestId("run-compute").waitFor();
    host.assertNoWrites();
  });

  it("with marks switched off, by keyboard, writes nothing whatever is checked, typed or selected; marks there stay until lifted", async () => {
    const { page, host } = await open(excelWith([phuMy()]));
    await check(page);
    const marks = marksOn(host, "II.06a");
    const since = host.batches.length;
    const choice = page.getByRole("checkbox", { name: "Đánh dấu ô trên trang tính" });
    await choice.focus();
    await page.keyboard.press("Space");
    expect(await page.getByTestId("marks-left").textContent()).toMatch(/để nguyên trên trang tính.*Bấm Bỏ đánh dấu để gỡ/);
    await check(page);
    host.edit("II.06a!D12", 14);
    await expectFindings(page, PHU_MY.slice(1));
    await page.getByTestId("finding").first().click();
    await eventually(() => host.selected, "II.06a!D13");
    host.selectRange("II.06a!C9");
    await afterTyping(page);
    host.assertNoWrites(since);
    expect(host.undoSteps).toBe(1);
    expect(marksOn(host, "II.06a")).toEqual(marks);
    await page.getByTestId("clear-marks").click();
    await eventually(() => marksOn(host, "II.06a"), {});
    // Kept on this computer: so it is for the next pane, and its check from the ribbon.
    const lifted = host.batches.length;
    await page.goto(page.url().replace(/\?.*|$/, "?action=check"));
    await expectFindings(page, PHU_MY.slice(1));
    await afterTyping(page);
    expect(await choice.isChecked()).toBe(false);
    host.assertNoWrites(lifted);
    await choice.check();
    await eventually(() => marksOn(host, "II.06a")["error"], ["D13"]);
  });

  it("with marks on only reads for the check, and marks in the one batch after it", async () => {
    const { page, host } = await open(excelWith([phuMy()]));
    const since = host.batches.length;
    await check(page);
    const own = host.batches.slice(since).filter(({ kind }) => kind === "addin");
    expect(own.map(({ writes }) => writes.length > 0)).toEqual([false, false, true]);
  });

  it("a check of a report without findings writes nothing at all", async () => {
    const { page, host } = await open(excelWith([namedSheet("sections")]));
    await check(page);
    expect(await findings(page)).toEqual([]);
    await page.waitForTimeout(300);
    host.assertNoWrites();
  });
});
