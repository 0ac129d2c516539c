// `node scripts/drawIcons.mjs`: draws assets/icon-<size>.png from assets/icon.svg, and the small ones from assets/icon-small.svg.
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { chromium } from "playwright-core";

const SIZES = { "icon-small.svg": [16, 32], "icon.svg": [64, 80, 128] };
const asset = (name) => new URL(`../assets/${name}`, import.meta.url);

const installed = [process.env.CHROME_PATH, "/usr/bin/chromium", "/usr/bin/google-chrome"].find((path) => path && existsSync(path));
const browser = await chromium
  .launch(installed ? { executablePath: installed, args: ["--no-sandbox"] } : { channel: "chrome" })
  .catch(() => undefined);
if (!browser) {
  console.error("No Chrome or Chromium was found: install one, or say where it is with CHROME_PATH.");
  process.exit(1);
}
const page = await browser.newPage();
for (const [source, sizes] of Object.entries(SIZES)) {
  const drawing = await readFile(asset(source), "utf8");
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`);
    await writeFile(asset(`icon-${size}.png`), await page.screenshot({ omitBackground: true }));
    console.log(`assets/icon-${size}.png`);
  }
}
await browser.close();
