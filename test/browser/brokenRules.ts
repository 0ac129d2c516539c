import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";

const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** Rules of accessibility that the page breaks, and where. */
export async function brokenRules(page: Page): Promise<readonly string[]> {
  // The page's own policy forbids scripts that are not its files; the debugger may run this one.
  await page.evaluate(`${AXE}; undefined`);
  // Colours that are still on their way from one to the other are nobody's to judge.
  await page.evaluate("Promise.allSettled(document.getAnimations().map((animation) => animation.finished))");
  const result = await page.evaluate("axe.run(document, { resultTypes: ['violations'] })");
  const { violations } = result as { violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] };
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary.slice(0, 240)}`));
}
