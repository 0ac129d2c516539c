import type { BrowserContextOptions, Page } from "playwright-core";
import { openInChromium, type HostedPage } from "../excel-host/openInChromium";
import { stage } from "./browser";
import { brokenRules } from "./brokenRules";
import { check, excelWith, phuMy } from "./excel";

/** What Excel lets a pane be, in CSS pixels. */
const WIDTHS = [320, 350, 500];

const scene = stage();

const openPane = async (options: BrowserContextOptions = {}): Promise<HostedPage> => {
  const opened = await openInChromium(scene.browser, excelWith([phuMy()]), scene.served.origin, { reducedMotion: "reduce", ...options });
  await opened.page.getByTestId("check").waitFor();
  return opened;
};

/** Every screen the pane has, in the order in which they are come to. */
const SCREENS: readonly (readonly [name: string, open: (page: Page) => Promise<void>])[] = [
  ["the first screen", (page) => page.getByTestId("welcome").waitFor()],
  [
    "the findings",
    async (page) => {
      await check(page);
      await page.getByTestId("finding").first().getByText("Vì sao?").click();
    },
  ],
  [
    "a finding confirmed, the next one about to be",
    async (page) => {
      await page.getByTestId("justify").first().click();
      await page.getByTestId("justification-reason").fill("Đã đối chiếu với sổ theo dõi hồ sơ.");
      await page.getByTestId("justification-save").click();
      await page.getByTestId("justified-finding").waitFor();
      await page.getByTestId("copy-justifications").click();
      await page.getByTestId("justifications-taken").waitFor();
      await page.getByTestId("justify").first().click();
      await page.getByTestId("justification-save").click();
    },
  ],
  [
    "the text, copied",
    async (page) => {
      await page.getByTestId("narrative").click();
      await page.getByTestId("copy-narrative").click();
      await page.getByTestId("copied").waitFor();
    },
  ],
  [
    "a new form with its own fields and a wrong year",
    async (page) => {
      await page.getByTestId("scaffold").click();
      await page.getByTestId("own-fields").check({ force: true });
      await page.getByTestId("year").fill("24");
      await page.getByTestId("create-sheet").click();
    },
  ],
  [
    "a set of forms, some of which nobody knows to be in force, and none ticked",
    async (page) => {
      await page.getByTestId("make-set").check({ force: true });
      await page.getByTestId("year").fill("2040");
      await page.getByTestId("set-unsure").waitFor();
      for (const box of await page.getByTestId("set-forms").getByRole("checkbox").all()) await box.uncheck({ force: true });
      await page.getByTestId("create-sheet").click();
    },
  ],
  [
    "the sums",
    async (page) => {
      await page.getByTestId("compute").click();
      await page.getByTestId("run-compute").waitFor();
    },
  ],
  [
    "the settings",
    async (page) => {
      await page.getByTestId("settings").click();
      await page.getByTestId("theme-dark").waitFor();
    },
  ],
];

/** Rules broken, and where; what sticks out at the side. */
async function faultsOf(page: Page): Promise<readonly string[]> {
  const broken = await brokenRules(page);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return overflow > 0 ? [...broken, `sticks out by ${overflow} px`] : broken;
}

describe.each<[string, BrowserContextOptions]>([
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
  ["high contrast", { forcedColors: "active", colorScheme: "dark" }],
])("the pane in Excel, %s", (_, options) => {
  it("breaks no rule of accessibility on any screen at any width", async () => {
    const { page, faults, close } = await openPane(options);
    const found: string[] = [];
    for (const [name, open] of SCREENS) {
      await open(page);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 760 });
        found.push(...(await faultsOf(page)).map((fault) => `${name}, ${width} px: ${fault}`));
      }
    }
    expect(found).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  it("breaks none where there is no Excel to show it in", async () => {
    const context = await scene.browser.newContext({ ...options, viewport: { width: 320, height: 760 } });
    const page = await context.newPage();
    await page.goto(`${scene.served.origin}/taskpane.html`);
    await page.getByTestId("start-trouble").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await context.close();
  });
});

describe("the keyboard alone, in Excel's pane", () => {
  it("goes through the actions, the screen and the settings in the order they are seen", async () => {
    const { page, close } = await openPane();
    await check(page);
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const places: { readonly top: number; readonly left: number; readonly part: string }[] = [];
    for (let press = 0; press < 40; press++) {
      await page.keyboard.press("Tab");
      const place = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return undefined;
        const { top, left } = element.getBoundingClientRect();
        const part = element.closest("footer") ? "foot" : element.closest("[role=group]") ? "actions" : "screen";
        // As high up as it is in the whole screen, however far that is scrolled.
        return { top: top - (element.closest("section")?.getBoundingClientRect().top ?? 0), left, part };
      });
      if (!place) break;
      places.push(place);
      if (place.part === "foot") break;
    }
    expect(places.map(({ part }) => part).filter((part, index, all) => part !== all[index - 1])).toEqual(["actions", "screen", "foot"]);
    const screen = places.filter(({ part }) => part === "screen");
    expect(screen.length).toBeGreaterThan(5);
    screen.slice(1).forEach((place, index) => expect(place.top).toBeGreaterThanOrEqual(screen[index]!.top - 24));
    await close();
  });

  it("shows where it is, in high contrast, too", async () => {
    for (const forcedColors of ["none", "active"] as const) {
      const { page, close } = await openPane({ forcedColors });
      await page.keyboard.press("Tab");
      for (let press = 0; press < 6; press++) {
        const ring = await page.evaluate(() => {
          const style = (pseudo?: string) => getComputedStyle(document.activeElement!, pseudo);
          const seen = (each: CSSStyleDeclaration) => each.outlineStyle !== "none" || each.boxShadow !== "none" || (each.content !== "none" && each.borderTopStyle === "solid");
          return seen(style()) || seen(style("::after"));
        });
        expect(ring).toBe(true);
        await page.keyboard.press("Tab");
      }
      await close();
    }
  });
});

it("tells a screen reader what came of every deed", async () => {
  const { page, close } = await openPane();
  const announced = () => page.getByTestId("announcement").textContent();
  await check(page);
  await page.waitForFunction(() => document.querySelector("[data-testid=announcement]")!.textContent !== "");
  expect(await announced()).toBe("Đã kiểm tra: 2 lỗi, 0 điểm cần xem lại, 1 lưu ý.");
  await page.getByTestId("finding").first().getByTestId("fix").click();
  await page.waitForFunction(() => document.querySelector("[data-testid=announcement]")!.textContent!.startsWith("Đã sửa"));
  await page.getByTestId("clear-marks").click();
  await page.waitForFunction(() => document.querySelector("[data-testid=announcement]")!.textContent === "Đã bỏ mọi đánh dấu.");
  await close();
});
