import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { findBrowser } from "../../scripts/findTools.cjs";

/** Tests and benchmarks are run from the root of the project. */
const PROJECT = process.cwd();

/** Nothing of the browser's own may reach for the network. */
const FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** Opens the installed Chrome, Chromium or Edge. Throws one sentence where there is none. */
export function launch(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error("No Chrome, Chromium or Edge was found: install one, or name its program in CHROME_PATH.");
  return chromium.launch({ executablePath, args: FLAGS });
}

/** The pages, built and served as `npm start` does it, in a folder of their own. */
export interface Served {
  /** "http://localhost:34567" */
  readonly origin: string;
  stop(): void;
}

export async function serve(): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), "kstt-pages-"));
  const program = spawn(process.execPath, [join(PROJECT, "scripts/start.mjs")], { cwd: PROJECT, env: { ...process.env, PORT: "0", OUTPUT: folder } });
  const stop = () => {
    program.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    return { origin: await addressOf(program), stop };
  } catch (error) {
    stop();
    throw error;
  }
}

/** The address `npm start` prints once it is ready. */
function addressOf(program: ChildProcess): Promise<string> {
  return new Promise((take, refuse) => {
    let said = "";
    const hear = (piece: Buffer) => {
      said += piece.toString();
      const address = /(http:\/\/\S+)\/demo\.html/.exec(said)?.[1];
      if (address) take(address);
    };
    program.stdout?.on("data", hear);
    program.stderr?.on("data", hear);
    program.on("exit", () => refuse(new Error(`npm start ended: ${said}`)));
  });
}

/** The browser and the pages of one test file, there from its first test to its last. */
export interface Stage {
  readonly browser: Browser;
  readonly served: Served;
}

/** Opens the browser and serves the pages once for a test file. What it gives back is filled before the first test. */
export function stage(): Stage {
  const set: { browser?: Browser; served?: Served } = {};
  beforeAll(async () => {
    [set.browser, set.served] = await Promise.all([launch(), serve()]);
  });
  afterAll(async () => {
    set.served?.stop();
    await set.browser?.close();
  });
  return set as Stage;
}

/** A page of the demo in a context of its own. Errors the page meets end up in `faults`. */
export async function openDemo(
  browser: Browser,
  { origin }: Served,
  options: BrowserContextOptions & { readonly file?: string } = {},
): Promise<{ readonly page: Page; readonly faults: readonly string[] }> {
  const { file, ...context } = options;
  const opened = await browser.newContext({ viewport: { width: 1366, height: 768 }, acceptDownloads: true, ...context });
  await opened.grantPermissions(["clipboard-read", "clipboard-write"], { origin });
  const page = await opened.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  await page.goto(`${origin}/demo.html${file ? `?file=${file}` : ""}`);
  await page.waitForSelector("[role=grid]");
  return { page, faults };
}
