import type { BrowserContextOptions, Page } from "playwright-core";
import { withCells } from "../fixtures/sheetFromText";
import { namedSheet, workbookOf } from "../fixtures/workbookOf";
import { brokenRules } from "./brokenRules";
import { openDemo, stage } from "./browser";

const scene = stage();

/** A slip with a total that follows it. */
const FOLLOWED = { C10: "994", C16: "1697" };
/** A count left at 0 that may have been in one of three columns, most probably the first. */
const LIKELY = { H9: "0", H16: "968", I9: "0", I16: "9" };
/** More was resolved than received, for one of several reasons. */
const CHOICE = { G11: "5", H11: "5", G16: "1653", H16: "1643" };

const markOf = (page: Page, cell: string) => page.getByTestId(`cell-${cell}`).getAttribute("data-mark");
const textOf = (page: Page, cell: string) => page.getByTestId(`cell-${cell}`).textContent();

/** Phú Mỹ's table, its two errors mended, with others planted; open on the demo page and checked. */
async function checked(cells: Readonly<Record<string, string>>, options: BrowserContextOptions = {}): Promise<{ readonly page: Page; readonly faults: readonly string[] }> {
  const opened = await openDemo(scene.browser, scene.served, options);
  const bytes = await workbookOf(withCells(namedSheet("phu-my"), { D12: "14", D13: "6", ...cells }));
  await opened.page.setInputFiles("input[type=file]", { name: "planted.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
  await opened.page.getByText("planted.xlsx").first().waitFor();
  await opened.page.getByTestId("check").click();
  await opened.page.getByTestId("finding").first().waitFor();
  return opened;
}

describe("the guilty cell and what follows it", () => {
  it("are marked apart, shown together, mended at once and brought back as one step", async () => {
    const { page, faults } = await checked(FOLLOWED);
    expect([await markOf(page, "C10"), await markOf(page, "C16")]).toEqual(["error", "follows"]);
    const style = await page.getByTestId("cell-C16").evaluate((cell) => [getComputedStyle(cell).outlineStyle, getComputedStyle(cell).fontStyle]);
    expect(style).toEqual(["dotted", "italic"]);
    await page.locator('[data-testid="finding"][data-follows="C16"] [data-finding-main]').press("Enter");
    expect(await page.getByTestId("selected-cell").textContent()).toBe("C10");
    expect(await page.getByTestId("cell-C16").getAttribute("class")).toContain("grid-cell-revealed");
    await page.getByTestId("fix").first().click();
    await page.locator('[data-testid="finding"][data-severity="error"]').waitFor({ state: "detached" });
    expect([await textOf(page, "C10"), await textOf(page, "C16"), await markOf(page, "C16")]).toEqual(["949", expect.stringMatching(/^1.?652$/), null]);
    await page.getByRole("button", { name: "Hoàn tác", exact: true }).click();
    await page.locator('[data-testid="finding"][data-severity="error"]').waitFor();
    expect([await textOf(page, "C10"), await textOf(page, "C16"), await markOf(page, "C16")]).toEqual(["994", "1697", "follows"]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it("are told apart in forced colours, too", async () => {
    const { page } = await checked(FOLLOWED, { forcedColors: "active" });
    const lineOf = (cell: string) => page.getByTestId(`cell-${cell}`).evaluate((each) => getComputedStyle(each).outlineStyle);
    await page.getByTestId("cell-A1").click();
    expect([await lineOf("C10"), await lineOf("C16")]).toEqual(["solid", "dotted"]);
    await page.context().close();
  });
});

describe("runners-up", () => {
  it("are opened, reached and applied by keyboard alone", async () => {
    const { page } = await checked(LIKELY);
    const summary = page.getByTestId("runners-up").first().locator("summary");
    await summary.focus();
    await page.keyboard.press("Enter");
    await page.getByTestId("fix-other").first().waitFor();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-testid"))).toBe("fix-other");
    await page.keyboard.press("Enter");
    await page.locator('[data-testid="finding"][data-severity="error"]').waitFor({ state: "detached" });
    expect(await textOf(page, "J9")).toBe("675");
    await page.context().close();
  });
});

describe.each<[string, BrowserContextOptions]>([
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
  ["forced colours", { forcedColors: "active" }],
])("answers in %s", (_, options) => {
  it.each([
    ["with a sum that follows", FOLLOWED],
    ["with runners-up", LIKELY],
    ["among which to choose", CHOICE],
  ])("%s break no rule of accessibility and fit at every width", async (_name, cells) => {
    const { page } = await checked(cells, { reducedMotion: "reduce", ...options });
    const summary = page.getByTestId("runners-up").first().locator("summary");
    if ((await summary.count()) > 0) await summary.click();
    for (const width of [320, 350, 500]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await brokenRules(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const card = await page.getByTestId("finding").first().evaluate((each) => each.scrollWidth - each.clientWidth);
      expect(card).toBeLessThanOrEqual(0);
    }
    await page.context().close();
  });
});
