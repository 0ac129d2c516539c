import type { Page } from "playwright-core";
import { openDemo, stage } from "./browser";
import { brokenRules } from "./brokenRules";

const scene = stage();

const SCREENS: readonly (readonly [name: string, open: (page: Page) => Promise<void>])[] = [
  ["the first screen", (page) => page.getByTestId("welcome").waitFor()],
  [
    "the findings",
    async (page) => {
      await page.getByTestId("check").click();
      await page.getByTestId("finding").first().click();
    },
  ],
  [
    "the text",
    async (page) => {
      await page.getByTestId("narrative").click();
      await page.getByTestId("narrative-text").waitFor();
    },
  ],
  [
    "the field for a text written already, asking for it",
    async (page) => {
      await page.getByTestId("narrative").click();
      await page.getByTestId("written").locator("summary").click();
      await page.getByTestId("compare-text").click();
    },
  ],
  [
    "what became of such a text",
    async (page) => {
      await page.getByTestId("narrative").click();
      await page.getByTestId("written").locator("summary").click();
      await page.getByTestId("written-text").fill("Tổng số hồ sơ đã tiếp nhận trong kỳ báo cáo: 1.625.");
      await page.getByTestId("compare-text").click();
      await page.getByTestId("forget-text").waitFor();
    },
  ],
  [
    "a new form",
    async (page) => {
      await page.getByTestId("scaffold").click();
      await page.getByTestId("own-fields").check({ force: true });
    },
  ],
  [
    "the sums",
    async (page) => {
      await page.getByTestId("compute").click();
      await page.getByTestId("run-compute").waitFor();
    },
  ],
  ["the settings", (page) => page.getByTestId("settings").click()],
];

describe.each(["light", "dark"] as const)("in the %s theme", (colorScheme) => {
  it.each(SCREENS)("%s breaks no rule of accessibility", async (_, open) => {
    const { page } = await openDemo(scene.browser, scene.served, { colorScheme, reducedMotion: "reduce" });
    await open(page);
    expect(await brokenRules(page)).toEqual([]);
    await page.context().close();
  });
});

describe("the pane in little room", () => {
  it.each([320, 350, 500])("fits a width of %i", async (width) => {
    const { page } = await openDemo(scene.browser, scene.served, { viewport: { width, height: 900 } });
    await page.getByTestId("check").click();
    await page.getByTestId("finding").first().waitFor();
    for (const button of ["narrative", "scaffold", "compute", "settings", "check"]) {
      await page.getByTestId(button).click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const overflow = await page.locator("aside [tabindex='-1']").first().evaluate((content) => content.scrollWidth - content.clientWidth);
      expect(overflow).toBe(0);
    }
    await page.context().close();
  });

  it("leaves the corner free where Office draws its own menu", async () => {
    const { page } = await openDemo(scene.browser, scene.served, { viewport: { width: 350, height: 900 } });
    const taken = await page.evaluate(() => {
      const pane = document.querySelector("aside")!.getBoundingClientRect();
      const controls = [...document.querySelectorAll("aside button, aside h1")].map((each) => each.getBoundingClientRect());
      return controls.some((box) => box.right > pane.right - 34 && box.top < pane.top + 32);
    });
    expect(taken).toBe(false);
    await page.context().close();
  });

  it("is narrowed and widened with the arrow keys, within what Excel allows", async () => {
    const { page } = await openDemo(scene.browser, scene.served);
    const splitter = page.getByRole("separator");
    await splitter.focus();
    for (let press = 0; press < 20; press++) await page.keyboard.press("ArrowLeft");
    expect(await splitter.getAttribute("aria-valuenow")).toBe("500");
    for (let press = 0; press < 30; press++) await page.keyboard.press("ArrowRight");
    expect(await splitter.getAttribute("aria-valuenow")).toBe("320");
    await page.context().close();
  });

  it("shows severities and the selected cell in forced colours", async () => {
    const { page } = await openDemo(scene.browser, scene.served, { forcedColors: "active" });
    await page.getByTestId("check").click();
    await page.getByTestId("finding").first().click();
    expect(await page.getByTestId("finding").first().textContent()).toContain("Lỗi");
    const style = await page.getByTestId("cell-D12").evaluate((cell) => getComputedStyle(cell).outlineStyle);
    expect(style).toBe("solid");
    await page.context().close();
  });
});

describe("the keyboard alone", () => {
  it("checks, goes to a finding's cell and mends it", async () => {
    const { page } = await openDemo(scene.browser, scene.served);
    await page.getByTestId("check").focus();
    await page.keyboard.press("Enter");
    await page.getByTestId("finding").first().waitFor();
    const reached: string[] = [];
    // From the action to the first card's own button and on to its "Sửa".
    for (let press = 0; press < 12; press++) {
      await page.keyboard.press("Tab");
      reached.push(await page.evaluate(() => document.activeElement?.getAttribute("data-testid") ?? document.activeElement?.tagName ?? ""));
      if (reached.at(-1) === "fix") break;
    }
    expect(reached.at(-1)).toBe("fix");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelectorAll('[data-testid="finding"]').length === 2);
    expect(await page.evaluate(() => document.activeElement?.closest('[data-testid="finding"]')?.getAttribute("data-cells"))).toBe("D13");
    await page.context().close();
  });
});
