import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { strFromU8, unzipSync } from "fflate";
import { parseKept } from "../../src/core/justifications/Kept";
import { XlsxWorkbook } from "../../src/xlsx/XlsxWorkbook";
import { brokenRules } from "./brokenRules";
import { openDemo, stage } from "./browser";

const scene = stage();

const REASON = "Hồ sơ nhận qua bưu chính,\nđã đối chiếu với sổ theo dõi.";

async function check(page: Page): Promise<void> {
  await page.getByTestId("check").click();
  await page.getByTestId("summary").first().waitFor();
}

const finding = (page: Page, cell: string) => page.locator(`[data-testid="finding"][data-cells="${cell}"]`);
const justified = (page: Page) => page.getByTestId("justified-finding");
const focused = (page: Page) => page.evaluate(() => document.activeElement?.closest("[data-testid]")?.getAttribute("data-testid"));

async function download(page: Page, testId: string): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByTestId(testId).click()]);
  return { name: file.suggestedFilename(), bytes: new Uint8Array(readFileSync(await file.path())) };
}

/** Types into a cell of the grid. */
async function type(page: Page, cell: string, text: string): Promise<void> {
  await page.getByTestId(`cell-${cell}`).click();
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

describe("a finding that is confirmed", () => {
  let page: Page;
  let faults: readonly string[];
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "kstt-justified-"));
    ({ page, faults } = await openDemo(scene.browser, scene.served));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await page.context().close();
  });

  it("asks for a reason, by keyboard too, and gives the focus back when it is not wanted after all", async () => {
    await check(page);
    await finding(page, "D12").getByTestId("justify").focus();
    await page.keyboard.press("Enter");
    expect(await focused(page)).toBe("justification-reason");
    await page.keyboard.press("Escape");
    expect(await page.getByTestId("justification-form").count()).toBe(0);
    expect(await focused(page)).toBe("justify");
    await page.keyboard.press("Enter");
    await page.getByTestId("justification-save").click();
    await page.getByText("Hãy ghi lý do.").waitFor();
    expect(await focused(page)).toBe("justification-reason");
    expect(await brokenRules(page)).toEqual([]);
  });

  it("is no longer marked nor among the open ones, and stands below with its reason", async () => {
    await page.keyboard.insertText(REASON);
    await page.keyboard.press("Control+Enter");
    await justified(page).waitFor();
    expect(await finding(page, "D12").count()).toBe(0);
    expect(await justified(page).getAttribute("data-cells")).toBe("D12");
    expect(await justified(page).textContent()).toContain("Hồ sơ nhận qua bưu chính,");
    await page.waitForFunction(() => document.querySelector('[data-testid="cell-D12"]')?.getAttribute("data-mark") !== "error");
    expect(await page.getByTestId("cell-D13").getAttribute("data-mark")).toBe("error");
    // The next finding's card, for whoever works by keyboard.
    expect(await focused(page)).toBe("finding");
    expect(await page.getByTestId("announcement").textContent()).toContain("Đã lưu giải trình");
    expect(await brokenRules(page)).toEqual([]);
  });

  it("leads to its cell", async () => {
    await justified(page).getByRole("button", { name: "Xem ô D12" }).click();
    expect(await page.getByTestId("selected-cell").textContent()).toBe("D12");
  });

  it("goes to paper alone, in black on white", async () => {
    await page.evaluate(() => {
      window.print = () => undefined;
    });
    await page.getByTestId("print-justifications").click();
    const sheet = page.getByTestId("print-sheet");
    await sheet.waitFor({ state: "attached" });
    expect(await sheet.isVisible()).toBe(false);
    await page.emulateMedia({ media: "print" });
    expect(await sheet.isVisible()).toBe(true);
    expect(await page.getByTestId("check").isVisible()).toBe(false);
    expect(await sheet.locator("td").allInnerTexts()).toEqual(expect.arrayContaining(["1", "Ô D12", REASON]));
    await page.emulateMedia({ media: "screen" });
    await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    await sheet.waitFor({ state: "detached" });
  });

  it("goes into Word, by the clipboard or as a file", async () => {
    await page.getByTestId("copy-justifications").click();
    await page.getByTestId("justifications-taken").getByText("Đã sao chép").waitFor();
    const html = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return (await item!.getType("text/html")).text();
    });
    expect(html).toContain("DANH SÁCH GIẢI TRÌNH SỐ LIỆU");
    expect(html).toContain("<td");
    const { name, bytes } = await download(page, "download-justifications");
    expect(name).toBe("Danh sach giai trinh.docx");
    expect(strFromU8(unzipSync(bytes)["word/document.xml"]!)).toContain("đã đối chiếu với sổ theo dõi.");
  });

  it("is part of the saved file, and stands when that is opened again", async () => {
    const { name, bytes } = await download(page, "save-file");
    const saved = join(folder, name);
    writeFileSync(saved, bytes);
    const kept = parseKept(await XlsxWorkbook.open(bytes, name).readKept());
    expect(kept.justifications.map(({ reason, cells }) => [reason, cells.map(({ at }) => at)])).toEqual([[REASON, ["D12"]]]);
    await page.reload();
    await page.waitForSelector("[role=grid]");
    await page.getByTestId("open-file").setInputFiles(saved);
    await page.getByText(name).first().waitFor();
    await check(page);
    await justified(page).waitFor();
    expect(await finding(page, "D12").count()).toBe(0);
  });

  it("comes back when its cell changes, saying why, and may be confirmed anew", async () => {
    await type(page, "D12", "1");
    await finding(page, "D12").getByTestId("lapsed").waitFor();
    expect(await finding(page, "D12").getByTestId("lapsed").textContent()).toMatch(/^Giải trình ngày \d+\/\d+\/\d{4} đã hết hiệu lực vì ô D12 đã đổi từ 0 thành 1\. “Hồ sơ/);
    expect(await justified(page).count()).toBe(0);
    await finding(page, "D12").getByTestId("justify").click();
    expect(await page.getByTestId("justification-reason").inputValue()).toBe(REASON);
    await page.getByTestId("justification-save").click();
    await justified(page).waitFor();
    expect(await page.getByTestId("lapsed").count()).toBe(0);
  });

  it("can be taken back", async () => {
    await page.getByTestId("take-back").click();
    await finding(page, "D12").waitFor();
    expect(await justified(page).count()).toBe(0);
    const { name, bytes } = await download(page, "save-file");
    expect(await XlsxWorkbook.open(bytes, name).readKept()).toBeUndefined();
    expect(faults).toEqual([]);
  });
});
