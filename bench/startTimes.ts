import { launch, serve } from "../test/browser/browser";
import { ExcelHost } from "../test/excel-host/ExcelHost";
import { openInChromium } from "../test/excel-host/openInChromium";
import { writeSection } from "./writeSection";

/** `npm run bench:start`: how soon the built pane stands and can be used, in the simulated Excel, in Chromium. */
const RUNS = 9;

interface Start {
  /** Milliseconds from asking for the page. */
  readonly firstContent: number;
  readonly usable: number;
  /** Bytes of JavaScript objects once the rest has been loaded ahead. */
  readonly heap: number;
}

const [browser, served] = await Promise.all([launch(), serve()]);
const starts: Start[] = [];
try {
  for (let run = 0; run <= RUNS; run++) {
    const host = new ExcelHost({ json: { sheets: [{ name: "Sheet1", cells: {} }] } });
    const { page, close } = await openInChromium(browser, host, served.origin, {
      prepare: (each) =>
        each.addInitScript(() => {
          // Usable: the first button that does something stands.
          new MutationObserver((_, observer) => {
            if (!document.querySelector("[data-testid=check]")) return;
            performance.mark("usable");
            observer.disconnect();
          }).observe(document, { childList: true, subtree: true });
        }).then(() => undefined),
    });
    await page.getByTestId("check").waitFor();
    await page.waitForTimeout(1_500);
    const start = await page.evaluate(() => ({
      firstContent: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
      usable: performance.getEntriesByName("usable")[0]!.startTime,
      heap: (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize,
    }));
    // The first run warms the browser up.
    if (run > 0) starts.push(start);
    await close();
  }
} finally {
  served.stop();
  await browser.close();
}

const span = (values: readonly number[], digits = 0): string => {
  const sorted = [...values].sort((a, b) => a - b);
  return `${sorted[sorted.length >> 1]!.toFixed(digits)} (${sorted[0]!.toFixed(digits)}–${sorted.at(-1)!.toFixed(digits)})`;
};
const table = `| | This pane | Microsoft's React template |
|---|--:|--:|
| First content, ms (ours: that it is opening) | ${span(starts.map(({ firstContent }) => firstContent))} | 556–636 |
| Usable: the buttons stand, ms | ${span(starts.map(({ usable }) => usable))} | not measured; \`onReady\` alone 449–570 |
| JavaScript heap, MB | ${span(starts.map(({ heap }) => heap / 1e6), 1)} | 10.8 |`;
writeSection("start", table.split("\n"));
for (const line of table.split("\n")) console.log(line);
