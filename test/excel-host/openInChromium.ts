/**
 * The built pane as it ships, in a real browser, with the simulated Excel in this process. Office.js comes unmodified from
 * node_modules, whether the page takes it from Microsoft's address or from its own copy; nothing else off the machine is let through.
 */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { ExcelHost } from "./ExcelHost";
import { OFFICE_JS, pageShim } from "./paths";
import type { Beginning, Said } from "./wire";

const MICROSOFT = "https://appsforoffice.microsoft.com/lib/1/hosted/";

export interface OpenOptions extends BrowserContextOptions {
  /** The page's path under the origin; "/taskpane.html" unless said. */
  readonly path?: string;
  /** Runs on the page before it goes anywhere: to measure, to block a file. */
  readonly prepare?: (page: Page) => Promise<void>;
}

export interface HostedPage {
  readonly page: Page;
  /** Addresses that were asked for and refused. */
  readonly refused: readonly string[];
  /** Errors the page met. */
  readonly faults: readonly string[];
  close(): Promise<void>;
}

/** Opens a page served at `origin` ("http://localhost:34567") with the host behind it, 350 pixels wide as the pane is. */
export async function openInChromium(browser: Browser, host: ExcelHost, origin: string, options: OpenOptions = {}): Promise<HostedPage> {
  const { path = "/taskpane.html", prepare, ...given } = options;
  const context = await browser.newContext({ viewport: { width: 350, height: 800 }, acceptDownloads: true, ...given });
  const page = await context.newPage();
  const refused: string[] = [];
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  await page.route("**/*", (route) => {
    const address = route.request().url();
    if (address.startsWith(origin) || /^(?:data|blob):/.test(address)) return route.continue();
    if (address.startsWith(MICROSOFT)) return route.fulfill({ path: `${OFFICE_JS}/${address.slice(MICROSOFT.length).split("?")[0]!}` });
    refused.push(address);
    return route.abort();
  });
  await page.exposeFunction("__excelHost", (message: Said | Beginning) => host.message(message));
  await page.addInitScript(`${pageShim()}\ninstallExcelShim(window, ${JSON.stringify(host.init())}, (message) => window.__excelHost(message));`);
  host.send = (delivery) => {
    page
      .evaluate((each) => (window as unknown as { __excelDeliver(delivery: unknown): void }).__excelDeliver(each), delivery)
      // The page may be gone by the time an event reaches it.
      .catch(() => undefined);
  };
  // A page of the add-in's own says itself that it begins, and hands over what the one before it said when it went.
  page.on("framenavigated", (frame) => {
    if (frame === page.mainFrame() && !frame.url().startsWith(origin)) host.pageGone();
  });
  page.on("close", () => host.pageGone());
  await prepare?.(page);
  await page.goto(`${origin}${path}`);
  return {
    page,
    refused,
    faults,
    close: async () => {
      host.send = () => undefined;
      await context.close();
    },
  };
}
