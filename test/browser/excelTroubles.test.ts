import type { Page } from "playwright-core";
import type { Sheet } from "../../src/core/sheet/Sheet";
import { REFUSAL } from "../excel-host/ExcelHostOptions";
import { HEADER, linesOf, sheetOf, TITLE, totalOf } from "../fixtures/report";
import { withCells } from "../fixtures/sheetFromText";
import { afterTyping, check, contents, eventually, excelWith, expectFindings, findings, marksOn, panes, phuMy, settled, stacked } from "./excel";

const open = panes();
const PHU_MY = ["error D12", "error D13", "info C9"];
const trouble = (page: Page): Promise<string | null> => page.getByTestId("trouble").textContent();
const mend = (page: Page): Promise<void> => page.getByTestId("finding").first().getByTestId("fix").click();

describe("what Excel refuses is told in Vietnamese, with what to do, and nothing is half done", () => {
  it("a protected sheet: what was found is shown, and why it could not be marked", async () => {
    const { page, host } = await open(excelWith([phuMy()]));
    host.protect("II.06a");
    const before = contents(host);
    await page.getByTestId("check").click();
    expect(await trouble(page)).toMatch(/II\.06a.*đang được bảo vệ.*Bỏ bảo vệ trang tính/s);
    await expectFindings(page, PHU_MY);
    expect(contents(host)).toEqual(before);
    host.unprotect("II.06a");
    await page.getByRole("button", { name: "Thử lại" }).click();
    await eventually(() => marksOn(host, "II.06a")["error"], ["D12:D13"]);
    expect(await page.getByTestId("trouble").count()).toBe(0);
  });

  it("a sheet protected after the check: the suggestion is not applied", async () => {
    const { page, host } = await open(excelWith([phuMy()]));
    await check(page);
    host.protect("II.06a");
    const before = contents(host);
    await mend(page);
    expect(await page.getByTestId("notice").textContent()).toMatch(/Không ghi được vào ô D12 vì trang tính đang được bảo vệ.*Bỏ bảo vệ trang tính/);
    expect(await page.getByTestId("undo-fix").count()).toBe(0);
    expect(contents(host)).toEqual(before);
  });

  it("a cell being edited: the check says so, and works once the cell is finished", async () => {
    const { page, host } = await open(excelWith([phuMy()]));
    host.refuse = () => REFUSAL.cellEditMode;
    await page.getByTestId("check").click();
    expect(await trouble(page)).toMatch(/Một ô đang được nhập dở.*Nhấn Enter/s);
    host.refuse = () => 0;
    await page.getByRole("button", { name: "Thử lại" }).click();
    await expectFindings(page, PHU_MY);
  });

  it("a cell being edited while the pane keeps up: nothing is said, and it catches up afterwards", async () => {
    const { page, host } = await open(excelWith([phuMy()]));
    await check(page);
    host.refuse = () => REFUSAL.cellEditMode;
    host.edit("II.06a!D12", 14);
    await afterTyping(page);
    expect(await page.getByTestId("trouble").count()).toBe(0);
    host.refuse = () => 0;
    await expectFindings(page, PHU_MY.slice(1));
    await eventually(() => marksOn(host, "II.06a")["error"], ["D13"]);
  });

  it("a co-author changed the cell: it stays as it is, and the user is told", async () => {
    const { page, host } = await open(excelWith([phuMy()]));
    await check(page);
    // Typed in the very moment before the button is pressed.
    host.edit("II.06a!D12", 99);
    await mend(page);
    expect(await page.getByTestId("notice").textContent()).toMatch(/Ô D12 đã thay đổi từ lần kiểm tra trước nên được giữ nguyên/);
    expect(host.cell("II.06a!D12").value).toBe(99);
    await expectFindings(page, PHU_MY);
  });

  it("a sheet deleted before its suggestion is applied", async () => {
    const { page, host } = await open(excelWith([phuMy(), phuMy("Quý II")]));
    await check(page);
    host.deleteSheet("II.06a");
    await mend(page);
    expect(await page.getByTestId("notice").textContent()).toMatch(/không còn trong sổ làm việc/);
    await eventually(() => page.getByTestId("summary").count(), 1);
  });

  it("an answer that is too large", async () => {
    const { page, host } = await open(excelWith([phuMy()]));
    host.refuse = () => REFUSAL.responseTooLarge;
    await page.getByTestId("check").click();
    expect(await trouble(page)).toMatch(/quá lớn.*Xóa các dòng, cột không dùng/s);
    host.assertNoWrites();
  });
});

/** Phú Mỹ's report many times over, each with figures that cannot be read: hundreds of findings. */
function manyTables(count: number): Sheet {
  return stacked(...Array.from({ length: count }, () => withCells(phuMy(), { C9: '"1"', G9: '"2"', K9: '"3"', C10: '"x"', D10: '"y"', E11: "#REF!", H11: '"z"' })));
}

/** A consistent report of so many fields, with one figure off by ten in its first line. */
function longReport(fields: number): Sheet {
  const lines = Array.from({ length: fields }, (_, index) => [`Đơn vị ${index + 1}`, [index % 400, index % 90, 3, index % 90, (index % 400) + 2, 0, 1, 0]] as const);
  const sheet = sheetOf([...TITLE, ...HEADER, ...linesOf(lines), totalOf(lines)]);
  const first = TITLE.length + HEADER.length + 1;
  return withCells(sheet, { [`D${first}`]: "10" });
}

/** The longest stretches of work that held the page. */
describe("a big workbook", () => {
  it("with more findings than anyone reads shows the first of them and more on demand", async () => {
    const { page } = await open(excelWith([manyTables(130)]));
    await check(page);
    expect(await page.getByTestId("finding").count()).toBe(50);
    await page.getByRole("button", { name: /^Hiện thêm \d+ điểm$/ }).click();
    await eventually(() => page.getByTestId("finding").count(), 100);
  });

  it("shows the finding of a cell far down without all those above it", async () => {
    const { page, host } = await open(excelWith([manyTables(130)]));
    await check(page);
    const marked = marksOn(host, "II.06a")["error"]!;
    const last = Math.max(...marked.map((address) => Number(/\d+/.exec(address)![0])));
    host.selectRange(`II.06a!${marked.find((address) => address.includes(String(last)))!.split(":")[0]!}`);
    await page.locator('[data-testid="finding"][data-active]').waitFor();
    expect(await page.getByTestId("finding").count()).toBe(51);
  });

  it("tells how far it is after a second, and stops when told to, having written nothing", async () => {
    const { page, host } = await open(excelWith([phuMy()], { latencyMs: 0 }));
    await page.waitForTimeout(300);
    host.latencyMs = 1_500;
    const before = contents(host);
    await page.getByTestId("check").click();
    await page.getByTestId("working").waitFor();
    await page.getByRole("button", { name: "Dừng" }).click();
    await settled(page);
    expect(await page.getByTestId("summary").count()).toBe(0);
    expect(await page.getByTestId("trouble").count()).toBe(0);
    expect(contents(host)).toEqual(before);
  });

  it("with 5,000 lines is checked again after an edit in two round trips", async () => {
    const sheet = longReport(5_000);
    const { page, host } = await open(excelWith([sheet]));
    await check(page);
    const [finding] = await findings(page);
    const cell = finding!.split(" ")[1]!;
    const since = host.batches.length;
    host.edit(`II.06a!${cell}`, 0);
    await expectFindings(page, []);
    await afterTyping(page);
    // One to read, one to mark.
    expect(host.stats(since).syncs).toBe(2);
  });
});
