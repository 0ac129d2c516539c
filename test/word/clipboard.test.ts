import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { transformSync } from "@swc/core";
import type { Browser, BrowserContext, Frame, Page } from "playwright-core";
import { launch } from "../browser/browser";

const source = readFileSync(`${__dirname}/../../src/word/clipboard.ts`, "utf8");
const SCRIPT = transformSync(source, { jsc: { target: "es2022", parser: { syntax: "typescript" } }, module: { type: "es6" } }).code;

const HTML = "<p style=\"text-align:justify\">Hồ sơ <b>1.652</b></p>";
const PAGE = `<!DOCTYPE html><meta charset="utf-8"><input value="đang gõ"><button>Sao chép</button><output></output>
<script type="module">
import { copyRich } from "/clipboard.js";
const copy = async () => document.querySelector("output").textContent = await copyRich(${JSON.stringify(HTML)}, "Hồ sơ 1.652");
document.querySelector("button").onclick = copy;
window.copy = copy;
</script>`;

describe("copying, in a real browser", () => {
  let server: Server;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const origin = (host: string) => `http://${host}:${(server.address() as AddressInfo).port}`;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const framed = request.url === "/frame" ? `<!DOCTYPE html><iframe src="${origin("127.0.0.1")}/"></iframe>` : PAGE;
      const script = request.url === "/clipboard.js";
      response.writeHead(200, { "content-type": script ? "text/javascript" : "text/html" }).end(script ? SCRIPT : framed);
    });
    await new Promise<void>((resolve) => server.listen(0, resolve));
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    server.close();
  });
  beforeEach(async () => {
    context = await browser.newContext();
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: origin("localhost") });
    page = await context.newPage();
  });
  afterEach(() => context.close());

  const answer = async (where: Page | Frame): Promise<string> => {
    const output = where.locator("output:not(:empty)");
    return (await output.textContent())!;
  };

  /** What another program would paste. */
  const pasted = async (): Promise<{ readonly html: string; readonly plain: string }> => {
    const reader = await context.newPage();
    await reader.goto(`${origin("localhost")}/`);
    await reader.bringToFront();
    return reader.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (type: string) => (await item!.getType(type)).text();
      return { html: await read("text/html"), plain: await read("text/plain") };
    });
  };

  it("uses the clipboard interface where the browser allows it", async () => {
    await page.goto(`${origin("localhost")}/`);
    await page.click("button");
    expect(await answer(page)).toBe("clipboard");
    const { html, plain } = await pasted();
    expect(plain).toBe("Hồ sơ 1.652");
    expect(html).toMatch(/text-align: ?justify.*Hồ sơ.*<b.*1\.652/s);
  });

  it("uses the copy command in a frame of another origin, as in Excel on the web", async () => {
    await page.goto(`${origin("localhost")}/frame`);
    const frame = page.frames().find((each) => each.url().includes("127.0.0.1"))!;
    await frame.click("button");
    expect(await answer(frame)).toBe("command");
    const { html, plain } = await pasted();
    expect(plain).toBe("Hồ sơ 1.652");
    expect(html).toMatch(/text-align: ?justify.*Hồ sơ.*<b.*1\.652/s);
  });

  it("gives the focus and the selection back", async () => {
    await page.goto(`${origin("localhost")}/frame`);
    const frame = page.frames().find((each) => each.url().includes("127.0.0.1"))!;
    await frame.click("input");
    await frame.evaluate(() => {
      const input = document.querySelector("input")!;
      input.setSelectionRange(2, 5);
      document.querySelector("button")!.onmousedown = (event) => event.preventDefault();
    });
    await frame.click("button");
    expect(await answer(frame)).toBe("command");
    const state = await frame.evaluate(() => {
      const input = document.querySelector("input")!;
      return [document.activeElement === input, input.selectionStart, input.selectionEnd, document.querySelectorAll("span").length];
    });
    expect(state).toEqual([true, 2, 5, 0]);
  });

  it("says that it did not work where nobody clicked", async () => {
    await page.goto(`${origin("localhost")}/frame`);
    const frame = page.frames().find((each) => each.url().includes("127.0.0.1"))!;
    await frame.evaluate(() => (window as unknown as { copy(): Promise<string> }).copy());
    expect(await answer(frame)).toBe("manual");
  });
});
