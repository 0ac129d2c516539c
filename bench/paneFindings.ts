/**
 * For how long the built pane holds the thread while it checks, lists and keeps up with some findings and with thousands, in Chromium with
 * the simulated Excel, but for what Microsoft's client library does in one piece. A task counts for the processor's time it took, so that whatever else the machine does is not taken for it.
 * `npm run bench:pane [-- --write]` puts the table into docs/performance.md; `--inside` tells what the longest tasks did.
 */
import type { CDPSession, Page } from "playwright-core";
import { a1 } from "../src/core/sheet/Address";
import { plainText } from "../src/core/sheet/Cell";
import { launch, serve } from "../test/browser/browser";
import { hostOf } from "../test/excel-host/hostOf";
import { openInChromium } from "../test/excel-host/openInChromium";
import type { CellDescription, SheetDescription } from "../test/ports/SheetDescription";
import { largeReport } from "./largeReport";
import { writeSection } from "./writeSection";

const FINDINGS = [5, 500, 5_000];
const RUNS = 3;
const NAME = "II.06a";

/** An event of Chromium's trace; times in microseconds, `tdur` of the processor. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string; readonly data?: { readonly url?: string; readonly functionName?: string } };
}

/** A typed report with one wrong row after another: every row with a slip is told by itself. */
function reportWith(findings: number): { readonly sheet: SheetDescription; readonly first: number } {
  const plan = largeReport(findings, findings);
  const cells = plan.cells.flatMap(({ at, content }): readonly (readonly [string, CellDescription])[] =>
    content.kind === "blank" ? [] : [[a1(at), content.kind === "number" ? content.number : content.kind === "formula" ? content.formula : plainText(content)]],
  );
  return { sheet: { name: NAME, cells: Object.fromEntries(cells) }, first: plan.frozen.rows };
}

/** Runs some work; gives back the events of Chromium's trace of the page's own thread. */
async function traced(session: CDPSession, work: () => Promise<void>): Promise<readonly TraceEvent[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { readonly value: readonly unknown[] }): void => void events.push(...(value as readonly TraceEvent[]));
  session.on("Tracing.dataCollected", collect);
  const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline", "blink.user_timing"] } });
  await work();
  await session.send("Tracing.end");
  await complete;
  session.off("Tracing.dataCollected", collect);
  const threads = new Set(events.filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain").map(({ pid, tid }) => `${pid} ${tid}`));
  return events.filter(({ pid, tid }) => threads.has(`${pid} ${tid}`));
}

const milliseconds = ({ tdur = 0 }: TraceEvent): number => tdur / 1000;

/** Marks when an answer of Excel comes to the page. */
const ANSWER = "answer of Excel";
const MARKING = `
  const host = window.__excelHost;
  window.__excelHost = (message) => host(message).then((answer) => (performance.mark("${ANSWER}"), answer));`;

/** The page's own tasks, the longest first: those in which an answer of Excel is taken apart are the client library's, and are left out. */
function tasksOf(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const answers = events.filter(({ name }) => name === ANSWER).map(({ ts }) => ts);
  return events
    .filter(({ name, ph, ts, dur = 0 }) => ph === "X" && name.endsWith("RunTask") && !answers.some((each) => each >= ts && each <= ts + dur))
    .sort((one, other) => milliseconds(other) - milliseconds(one));
}

/** What the longest tasks did: names of what took longest within each. */
function sayInside(events: readonly TraceEvent[]): void {
  for (const task of tasksOf(events).slice(0, 4)) {
    const inside = events.filter((each) => each.ph === "X" && each !== task && each.ts >= task.ts && each.ts < task.ts + (task.dur ?? 0) && milliseconds(each) > 3);
    console.log(`  ${milliseconds(task).toFixed(0)} ms: ${inside.map((each) => `${each.name} ${each.args?.data?.functionName ?? ""} ${each.args?.data?.url?.split("/").at(-1) ?? ""} ${milliseconds(each).toFixed(0)}`).join(" | ")}`);
  }
}

/** Until nothing has been drawn anew for a while. */
async function settled(page: Page): Promise<void> {
  await page.locator("[data-testid=finding]").first().waitFor({ timeout: 240_000 });
  for (let [before, calm] = ["", 0]; calm < 4; ) {
    await page.waitForTimeout(700);
    const now = await page.evaluate(() => document.body.innerText);
    [before, calm] = [now, now === before ? calm + 1 : 0];
  }
}

const ACTIONS = ["Check", "Keep up with an edit", "Select a wrong cell"] as const;
type Held = Readonly<Record<(typeof ACTIONS)[number], number>>;

const [browser, served] = await Promise.all([launch(), serve()]);

async function heldWith(findings: number): Promise<Held> {
  const { sheet, first } = reportWith(findings);
  const host = hostOf([sheet]);
  const { page, close } = await openInChromium(browser, host, served.origin, { prepare: (each) => each.addInitScript(MARKING).then(() => undefined) });
  try {
    await page.getByTestId("check").waitFor();
    // The rest is loaded ahead.
    await page.waitForTimeout(2_000);
    const session = await page.context().newCDPSession(page);
    const longest = async (action: string, act: () => Promise<void>): Promise<number> => {
      const events = await traced(session, async () => {
        await act();
        await settled(page);
      });
      if (process.argv.includes("--inside")) {
        console.log(`${findings} findings, ${action}:`);
        sayInside(events);
      }
      return Math.max(0, ...tasksOf(events).map(milliseconds));
    };
    return {
      "Check": await longest("check", () => page.getByTestId("check").click()),
      "Keep up with an edit": await longest("edit", async () => void host.edit(`'${NAME}'!E${first + 3}`, 7_777)),
      "Select a wrong cell": await longest("select", async () => void host.selectRange(`${NAME}!D${first + 2}`)),
    };
  } finally {
    await close();
  }
}

const rows: string[] = [];
try {
  for (const findings of FINDINGS) {
    const runs: Held[] = [];
    for (let run = 0; run < RUNS; run++) runs.push(await heldWith(findings));
    rows.push(`| ${findings.toLocaleString("en-US")} | ${ACTIONS.map((action) => `${Math.min(...runs.map((each) => each[action])).toFixed(0)} ms`).join(" | ")} |`);
    console.log(rows.at(-1));
  }
} finally {
  served.stop();
  await browser.close();
}
const table = [`| Findings | ${ACTIONS.join(" | ")} |`, `|--:|${ACTIONS.map(() => "--:").join("|")}|`, ...rows];
console.log(table.join("\n"));
if (process.argv.includes("--write")) writeSection("pane", table);
