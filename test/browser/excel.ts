import type { Page } from "playwright-core";
import type { Sheet, SheetRow } from "../../src/core/sheet/Sheet";
import type { ExcelHost } from "../excel-host/ExcelHost";
import { openInChromium, type HostedPage } from "../excel-host/openInChromium";
import { namedSheet } from "../fixtures/workbookOf";
import { stage } from "./browser";

export { excelWith } from "../excel-host/excelWith";

/** The sheet's table several times below one another, with two blank rows between. */
export function stacked(...sheets: readonly Sheet[]): Sheet {
  const rows = new Map<number, SheetRow>();
  let top = 0;
  for (const sheet of sheets) {
    for (const [row, line] of sheet.rows) rows.set(top + row, line);
    top += Math.max(...sheet.rows.keys()) + 3;
  }
  return { ...sheets[0]!, rows };
}

export const phuMy = (name?: string): Sheet => namedSheet("phu-my", name);
export const phuSon = (name?: string): Sheet => namedSheet("phu-son", name);

/** The pane beside a workbook. */
export interface ExcelPane extends HostedPage {
  readonly host: ExcelHost;
}

/**
 * Builds and serves the pane once for a test file; gives back what opens it in Excel, where `path` is what a ribbon button
 * asks for. After each test no page may have met an error, asked for anything off the machine, or found the host wanting.
 */
export function panes(): (host: ExcelHost, path?: string) => Promise<ExcelPane> {
  const scene = stage();
  const opened: ExcelPane[] = [];
  afterEach(async () => {
    const met = opened.map(({ faults, refused, host }) => ({ faults, refused, crashes: host.crashes, unimplemented: [...host.unimplemented] }));
    for (const pane of opened.splice(0)) await pane.close();
    expect(met.flatMap((each) => Object.values(each).flat())).toEqual([]);
  });
  return async (host, path = "/taskpane.html") => {
    const hosted = await openInChromium(scene.browser, host, scene.served.origin, { path });
    const pane = { ...hosted, host };
    opened.push(pane);
    if (!path.startsWith("/commands")) await hosted.page.getByTestId("check").waitFor();
    return pane;
  };
}

/** "error D12", one for each finding shown. */
export const findings = (page: Page): Promise<readonly string[]> =>
  page.getByTestId("finding").evaluateAll((cards) => cards.map((card) => `${card.getAttribute("data-severity")} ${card.getAttribute("data-cells")!.split(" ")[0]}`));

/** Waits up to five seconds until it is as wanted; fails telling what it is instead. */
export async function eventually(look: () => unknown, wanted: unknown): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (JSON.stringify(await look()) === JSON.stringify(wanted)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(await look()).toEqual(wanted);
}

/** Waits until the list shows these. */
export const expectFindings = (page: Page, wanted: readonly string[]): Promise<void> => eventually(() => findings(page), wanted);

export async function check(page: Page): Promise<void> {
  await page.getByTestId("check").click();
  await page.getByTestId("summary").first().waitFor();
  await settled(page);
}

/** Until nothing is under way: the button that checks can be pressed again. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[data-testid="check"]:not(:disabled)') !== null);
}

/** Longer than the pane waits for typing to end, and works then. */
export const afterTyping = (page: Page): Promise<void> => page.waitForTimeout(800);

/** Blocks our marks lie over, by kind: { error: ["D12", "D13"] }. */
export function marksOn(host: ExcelHost, sheet: string): Readonly<Record<string, readonly string[]>> {
  const formats = host.toJSON().sheets.find(({ name }) => name === sheet)?.conditionalFormats ?? [];
  const marks: Record<string, readonly string[]> = {};
  for (const { data, ranges } of formats) {
    const kind = /kstt:(\w+)/.exec(JSON.stringify(data))?.[1];
    if (kind) marks[kind] = [...(marks[kind] ?? []), ...ranges].sort();
  }
  return marks;
}

/** Everything the workbook holds but the next free id. */
export function contents(host: ExcelHost): unknown {
  return { ...host.toJSON(), nextId: undefined };
}
