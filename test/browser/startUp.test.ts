import type { Page, Route } from "playwright-core";
import { openDemo, stage } from "./browser";

const scene = stage();

const OFFICE_JS = "**/office-js/office.js";
const script = (body: string) => (route: Route) => route.fulfill({ contentType: "text/javascript", body });

/** An Office that says what it is told to; `answer` is what `onReady` gives. */
const office = (answer: string, supported: boolean) => `
  window.Excel = { run: () => new Promise(() => undefined) };
  window.Office = {
    HostType: { Excel: "Excel" }, PlatformType: { Mac: "Mac" }, onReady: () => ${answer},
    context: { requirements: { isSetSupported: () => ${supported} }, displayLanguage: "vi-VN" },
  };`;

interface Opened {
  readonly page: Page;
  readonly text: string;
}

/** Opens the pane as it ships, with Office.js treated as said, and waits for words. */
async function openPane(prepare: (page: Page) => Promise<unknown>): Promise<Opened> {
  const context = await scene.browser.newContext({ viewport: { width: 350, height: 800 } });
  const page = await context.newPage();
  await prepare(page);
  // What hangs must not be waited for.
  await page.goto(`${scene.served.origin}/taskpane.html`, { waitUntil: "commit" });
  const trouble = page.getByTestId("start-trouble");
  await trouble.waitFor({ timeout: 10_000 });
  return { page, text: (await trouble.textContent()) ?? "" };
}

describe("within five seconds the pane says what is the matter", () => {
  it.each<[string, RegExp, (page: Page) => Promise<unknown>]>([
    ["Office.js is blocked", /Không tải được thư viện Office\.js/, (page) => page.route(OFFICE_JS, (route) => route.abort())],
    ["the network swallows Office.js", /Không tải được thư viện Office\.js/, (page) => page.route(OFFICE_JS, () => undefined)],
    ["the page is opened in a scene.browser, behind the real library", /không chạy bên trong Excel/, async () => undefined],
    ["onReady never answers", /Excel không trả lời/, (page) => page.route(OFFICE_JS, script(office("new Promise(() => undefined)", true)))],
    ["the Excel is too old", /quá cũ/, (page) => page.route(OFFICE_JS, script(office('Promise.resolve({ host: "Excel" })', false)))],
    [
      "a file of the pane's own is missing",
      /Chưa tải đủ các tệp/,
      async (page) => {
        await page.route(OFFICE_JS, script(office('Promise.resolve({ host: "Excel" })', true)));
        await page.route(/\/taskpane\.\w+\.js$/, (route) => route.abort());
      },
    ],
  ])("when %s", async (_, words, prepare) => {
    const { page, text } = await openPane(prepare);
    expect(text).toMatch(words);
    expect(await page.getByTestId("start-demo").getAttribute("href")).toBe("demo.html");
    await page.context().close();
  });

  it("in English, too, and offers the demo page and another try", async () => {
    const { page } = await openPane((each) => each.route(OFFICE_JS, (route) => route.abort()));
    await page.getByTestId("start-language").click();
    expect(await page.getByTestId("start-trouble").textContent()).toContain("Office.js could not be loaded");
    expect(await page.evaluate(() => [document.documentElement.lang, document.activeElement?.getAttribute("data-testid")])).toEqual(["en", "start-language"]);
    const [demo] = await Promise.all([page.context().waitForEvent("page"), page.getByTestId("start-demo").click()]);
    await demo.waitForSelector("[role=grid]");
    await Promise.all([page.waitForEvent("framenavigated"), page.getByTestId("start-retry").click()]);
    await page.getByTestId("start-trouble").waitFor();
    await page.context().close();
  });

  it("and opens after all when Excel answers late", async () => {
    const { page } = await openPane((each) =>
      each.route(OFFICE_JS, script(office('new Promise((answer) => { window.answer = () => answer({ host: "Excel" }); })', true))),
    );
    await page.evaluate(() => (window as unknown as { answer(): void }).answer());
    await page.getByTestId("welcome").waitFor();
    await page.context().close();
  });
});

describe("a part of the pane that cannot be loaded", () => {
  const open = async () => {
    const context = await scene.browser.newContext();
    // Nothing is loaded ahead.
    await context.addInitScript(() => Object.assign(window, { requestIdleCallback: () => 0 }));
    const page = await context.newPage();
    await page.goto(`${scene.served.origin}/demo.html`);
    await page.waitForSelector("[role=grid]");
    await page.route("**/*.js", (route) => route.abort());
    await page.getByTestId("settings").click();
    await page.getByTestId("crash").waitFor();
    await page.unroute("**/*.js");
    return page;
  };

  it("is told in words, and loads with another try", async () => {
    const page = await open();
    expect(await page.getByTestId("crash").textContent()).toContain("Không tải được một phần của tiện ích");
    await page.getByRole("button", { name: "Thử lại" }).click();
    await page.waitForSelector("[role=grid]");
    await page.getByTestId("settings").click();
    await page.getByTestId("theme-dark").waitFor();
    await page.context().close();
  });

  it("keeps nobody from starting over, without what the pane had kept", async () => {
    const page = await open();
    await page.evaluate(() => localStorage.setItem("kiem-soat-tthc.preferences", '{"theme":"dark"}'));
    await page.getByRole("button", { name: "Làm lại từ đầu" }).click();
    await page.getByTestId("welcome").waitFor();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.context().close();
  });
});

it("the rest of the pane is loaded while nobody waits, all but what makes Word files", async () => {
  const { page, faults } = await openDemo(scene.browser, scene.served);
  const loaded = () => page.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".js")).length);
  let [before, now] = [-1, await loaded()];
  while (now !== before) {
    await page.waitForTimeout(1_500);
    [before, now] = [now, await loaded()];
  }
  await page.context().setOffline(true);
  await page.getByTestId("check").click();
  await page.getByTestId("finding").first().waitFor();
  for (const screen of ["scaffold", "compute", "narrative", "settings"]) {
    await page.getByTestId(screen).click();
    expect(await page.getByTestId("crash").count()).toBe(0);
  }
  await page.getByTestId("narrative").click();
  await page.getByTestId("download-docx").click();
  expect(await page.getByTestId("trouble").textContent()).toContain("Không tải được một phần của tiện ích");
  expect(faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED/.test(fault))).toEqual([]);
  await page.context().close();
});
