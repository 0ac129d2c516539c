import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Page } from "playwright-core";
import { strFromU8, unzipSync } from "fflate";
import { parseA1 } from "../../src/core/sheet/Address";
import { contentOf, numberValue } from "../../src/core/sheet/Cell";
import { cellAt } from "../../src/core/sheet/Sheet";
import { SILENT } from "../../src/core/sheet/WorkbookPort";
import { openWorkbookFile } from "../../src/xlsx/openWorkbookFile";
import { openDemo, stage } from "./browser";

const scene = stage();

const findings = (page: Page) =>
  page.getByTestId("finding").evaluateAll((cards) => cards.map((card) => `${card.getAttribute("data-severity")} ${card.getAttribute("data-cells")!.split(" ")[0]}`));
const markOf = (page: Page, cell: string) => page.getByTestId(`cell-${cell}`).getAttribute("data-mark");

async function check(page: Page): Promise<void> {
  await page.getByTestId("check").click();
  await page.getByTestId("summary").first().waitFor();
}

async function download(page: Page, testId: string): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByTestId(testId).click()]);
  return { name: file.suggestedFilename(), bytes: new Uint8Array(readFileSync(await file.path())) };
}

describe("the main job, on Phú Mỹ's report", () => {
  let page: Page;
  let faults: readonly string[];
  beforeAll(async () => {
    ({ page, faults } = await openDemo(scene.browser, scene.served));
  });
  afterAll(() => page.context().close());

  it("finds the two guilty cells with one click, and no other", async () => {
    await check(page);
    expect(await findings(page)).toEqual(["error D12", "error D13", "info C9"]);
    expect(await markOf(page, "D12")).toBe("error");
    expect(await markOf(page, "D13")).toBe("error");
    expect(await page.locator('[data-mark="error"]').count()).toBe(2);
  });

  it("leads from a finding to its cell, by click and by keyboard", async () => {
    await page.getByTestId("finding").nth(1).click();
    expect(await page.getByTestId("selected-cell").textContent()).toBe("D13");
    await page.getByTestId("finding").nth(0).getByRole("button").first().focus();
    await page.keyboard.press("Enter");
    expect(await page.getByTestId("selected-cell").textContent()).toBe("D12");
  });

  it("leads from a marked cell to its finding", async () => {
    await page.getByTestId("cell-D13").click();
    await page.locator('[data-testid="finding"][data-active][data-cells="D13"]').waitFor();
  });

  it("warns of the errors beside the text, not in it", async () => {
    await page.getByTestId("narrative").click();
    await page.getByTestId("narrative-errors").waitFor();
    expect(await page.getByTestId("narrative-text").textContent()).not.toContain("lỗi");
    await page.getByRole("button", { name: "Xem lỗi" }).click();
  });

  it("mends both with their buttons; marks and errors go", async () => {
    await page.getByTestId("finding").nth(0).getByTestId("fix").click();
    await page.getByTestId("finding").nth(1).waitFor();
    await expectFindings(page, ["error D13", "info C9"]);
    await page.getByTestId("finding").nth(0).getByTestId("fix").click();
    await expectFindings(page, ["info C9"]);
    expect(await page.locator('[data-mark="error"]').count()).toBe(0);
    expect(await page.getByTestId("cell-D12").textContent()).toBe("14");
    expect(await page.getByTestId("cell-D13").textContent()).toBe("6");
  });

  it("writes the text from the mended sheet and copies it with its layout", async () => {
    await page.getByTestId("narrative").click();
    const text = await page.getByTestId("narrative-text").textContent();
    expect(text).toContain("1.652");
    expect(await page.getByTestId("narrative-errors").count()).toBe(0);
    await page.getByTestId("copy-narrative").click();
    await page.getByTestId("copied").waitFor();
    const copied = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (type: string) => (await item!.getType(type)).text();
      return { html: await read("text/html"), plain: await read("text/plain") };
    });
    expect(copied.plain).toMatch(/1\.652.*1\.640.*12/s);
    expect(copied.html).toMatch(/Times New Roman/);
    expect(copied.html).toMatch(/text-align: ?justify/);
  });

  it("leads from a figure in the text to its cell", async () => {
    await page.getByTestId("figure").filter({ hasText: "1.640" }).first().click();
    expect(await page.getByTestId("selected-cell").textContent()).toBe("D16");
  });

  it("gives the text as a Word document", async () => {
    const { name, bytes } = await download(page, "download-docx");
    expect(name).toMatch(/\.docx$/);
    expect(strFromU8(unzipSync(bytes)["word/document.xml"]!)).toContain("1.652");
  });

  it("lifts every mark, and saves a workbook that holds the mended figures and no mark", async () => {
    await page.getByTestId("clear-marks").click();
    await page.getByTestId("notice").waitFor();
    expect(await page.locator("[data-mark]").count()).toBe(0);
    const { name, bytes } = await download(page, "save-file");
    expect(name).toBe("phu-my.xlsx");
    const workbook = await openWorkbookFile(bytes, name);
    const [sheet] = await workbook.read(SILENT);
    expect(["D12", "D13"].map((address) => contentOf(cellAt(sheet!, parseA1(address)!)))).toEqual([numberValue(14), numberValue(6)]);
    expect(await workbook.marks()).toEqual([]);
  });

  it("met no fault, and asked the network for nothing but the page's own files", async () => {
    expect(faults).toEqual([]);
    const hosts = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => new URL(name).host));
    expect(new Set(hosts)).toEqual(new Set([new URL(scene.served.origin).host]));
  });
});

/** Waits until exactly these findings are listed. */
async function expectFindings(page: Page, wanted: readonly string[]): Promise<void> {
  await page.waitForFunction((count) => document.querySelectorAll('[data-testid="finding"]').length === count, wanted.length);
  expect(await findings(page)).toEqual(wanted);
}

describe("working in the workbook", () => {
  let page: Page;
  let faults: readonly string[];
  beforeEach(async () => {
    ({ page, faults } = await openDemo(scene.browser, scene.served));
  });
  afterEach(async () => {
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it("checks again while one types, and the mark goes when the figure is right", async () => {
    await check(page);
    await page.getByTestId("cell-D12").click();
    await page.keyboard.type("14");
    await page.keyboard.press("Enter");
    expect(await page.getByTestId("selected-cell").textContent()).toBe("D13");
    await expectFindings(page, ["error D13", "info C9"]);
    expect(await markOf(page, "D12")).toBeNull();
    await page.keyboard.press("Control+z");
    await expectFindings(page, ["error D12", "error D13", "info C9"]);
    expect(await markOf(page, "D12")).toBe("error");
  });

  it("undoes an applied suggestion", async () => {
    await check(page);
    await page.getByTestId("fix-all").click();
    await expectFindings(page, ["info C9"]);
    await page.getByTestId("undo").click();
    await expectFindings(page, ["error D12", "error D13", "info C9"]);
  });

  it("leaves a cell as it was on Escape, and opens it with what it holds on F2", async () => {
    await page.getByTestId("cell-B12").click();
    await page.keyboard.type("Khác");
    await page.keyboard.press("Escape");
    expect(await page.getByTestId("cell-B12").textContent()).toBe("Lĩnh vực BTXH");
    await page.keyboard.press("F2");
    await page.keyboard.type(" cấp xã");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector('[data-testid="cell-B12"]')?.textContent === "Lĩnh vực BTXH cấp xã");
  });

  it("adds the form, whose sums follow what is typed", async () => {
    await page.getByTestId("scaffold").click();
    await page.getByTestId("unit").fill("UBND xã Thử Nghiệm");
    await page.getByTestId("create-sheet").click();
    await page.getByTestId("notice").waitFor();
    expect(await page.getByTestId("selected-cell").textContent()).toBe("D10");
    await page.getByTestId("cell-D10").click();
    await page.keyboard.type("120");
    await page.keyboard.press("Tab");
    await page.keyboard.type("5");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector('[data-testid="cell-C17"]')?.textContent === "125");
    expect(await page.getByTestId("cell-C10").textContent()).toBe("125");
    expect(await page.getByRole("grid").textContent()).toContain("UBND xã Thử Nghiệm");
  });

  it("gives a table its formulas and a percentage column that names its formula", async () => {
    await page.getByTestId("compute").click();
    await page.getByTestId("convert-text").check({ force: true });
    await page.getByTestId("convert-equal").check({ force: true });
    await page.getByTestId("percentage-on-time-rate").check({ force: true });
    await page.getByTestId("run-compute").click();
    await page.getByTestId("notice").waitFor();
    await page.getByTestId("cell-C9").click();
    expect(await page.getByTestId("formula-bar").inputValue()).toBe("=D9+E9+F9");
    expect(await page.getByTestId("cell-N7").textContent()).toContain("((8)+(9))/(7)");
    expect(await page.getByTestId("cell-N9").textContent()).toBe("100,00");
    // Differing values stay as they were typed.
    await page.getByTestId("cell-C12").click();
    expect(await page.getByTestId("formula-bar").inputValue()).toBe("14");
  });

  it("says in one sentence why a file cannot be opened, and keeps the one in view", async () => {
    const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
    await page.getByTestId("open-file").setInputFiles({ name: "anh.xlsx", mimeType: "application/octet-stream", buffer: png });
    const words = await page.getByTestId("file-trouble").locator("span").textContent();
    expect(words).toMatch(/^anh\.xlsx: Tệp là hình ảnh.*Hãy /);
    expect(await page.getByTestId("file-name").textContent()).toBe("phu-my.xlsx");
  });

  it("opens a file of the user's and asks before changes are lost", async () => {
    await page.getByTestId("cell-D12").click();
    await page.keyboard.type("14");
    await page.keyboard.press("Enter");
    await page.getByTestId("open-file").setInputFiles(resolve(__dirname, "../../assets/samples/phu-son.xls"));
    await page.getByTestId("discard").click();
    await page.waitForFunction(() => document.querySelector('[data-testid="file-name"]')?.textContent === "phu-son.xlsx");
    await check(page);
    expect((await findings(page)).filter((each) => each.startsWith("error"))).toEqual([]);
  });
});

describe("Phú Sơn's report", () => {
  it.each(["phu-son.xlsx", "phu-son.xls"])("%s has no error: a warning of its first day and a note of the field named twice", async (file) => {
    const { page, faults } = await openDemo(scene.browser, scene.served, { file });
    await check(page);
    const found = await findings(page);
    expect(found.filter((each) => each.startsWith("error"))).toEqual([]);
    expect(found.filter((each) => each.startsWith("warning"))).toEqual(["warning C2"]);
    expect(await page.getByTestId("finding").filter({ hasText: "Lâm nghiệp" }).count()).toBe(1);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe("the pane's own page, outside Excel", () => {
  it("says so and what to do, instead of waiting for ever", async () => {
    const page = await scene.browser.newPage();
    await page.goto(`${scene.served.origin}/taskpane.html`);
    expect(await page.getByRole("alert").first().textContent()).toMatch(/Excel/);
    await page.close();
  });
});
