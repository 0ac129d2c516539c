/**
 * Round trips, bytes and time of each action over Microsoft's client library with the simulated Excel behind it, at 50 to 50,000
 * rows, without and with the latency of Excel on the web, and for how long each holds the thread; beside it the same check written cell by cell.
 * Writes the tables into docs/performance.md. `npm run bench:excel`
 */
import { audit, type Audit } from "../src/core/audit";
import { planComputeInSteps } from "../src/core/compute/compute";
import { marksOf } from "../src/core/highlights/marks";
import { planSheetInSteps } from "../src/core/scaffold/scaffold";
import { a1 } from "../src/core/sheet/Address";
import { plainText } from "../src/core/sheet/Cell";
import type { Sheet } from "../src/core/sheet/Sheet";
import { SILENT } from "../src/core/sheet/WorkbookPort";
import { paced } from "../src/core/steps";
import { editsOf } from "../src/core/suggestions/editsTogether";
import { reportingPeriod } from "../src/core/words/Period";
import { ExcelWorkbook } from "../src/excel/ExcelWorkbook";
import { LIBRARY } from "../src/library";
import { ii06a } from "../src/forms/ii-06a";
import { restNowAndThen } from "../src/page/rest";
import type { ExcelHost } from "../test/excel-host/ExcelHost";
import { hostOf } from "../test/excel-host/hostOf";
import { openInNode } from "../test/excel-host/openInNode";
import type { CellDescription, SheetDescription } from "../test/ports/SheetDescription";
import { checkCellByCell } from "./cellByCell";
import { Heartbeat, type Longest } from "./Heartbeat";
import { largeReport } from "./largeReport";
import { writeSection } from "./writeSection";

const ROWS = [50, 1_000, 10_000, 50_000];
const LATENCY = 80;
/** Long sheets are run once. */
const runsOf = (rows: number): number => (rows > 10_000 ? 1 : 3);
const NAME = "II.06a";

interface Measured {
  readonly syncs: number;
  readonly out: number;
  readonly back: number;
  readonly time: number;
  readonly longest: Longest;
}

const median = (values: readonly number[]): number => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)]!;
const whole = (value: number): string => Math.round(value).toLocaleString("en-US");
const kilobytes = (bytes: number): string => (bytes < 10_000 ? (bytes / 1000).toFixed(1) : whole(bytes / 1000));

function sheetOf(rows: number): { readonly sheet: SheetDescription; readonly firstRow: number } {
  const plan = largeReport(rows, 2);
  const cells = plan.cells.flatMap(({ at, content }): readonly (readonly [string, CellDescription])[] => {
    if (content.kind === "blank") return [];
    return [[a1(at), content.kind === "number" ? content.number : content.kind === "formula" ? content.formula : plainText(content)]];
  });
  return { sheet: { name: NAME, cells: Object.fromEntries(cells) }, firstRow: plan.frozen.rows };
}

interface Excel {
  readonly host: ExcelHost;
  readonly heartbeat: Heartbeat;
}

async function inExcel<T>(sheet: SheetDescription, latencyMs: number, work: (excel: Excel) => Promise<T>): Promise<T> {
  const host = hostOf([sheet], { latencyMs });
  const page = await openInNode(host, { debug: false });
  const takeAway = page.install();
  try {
    return await work({ host, heartbeat: new Heartbeat(host) });
  } finally {
    takeAway();
    page.close();
  }
}

async function measure({ host, heartbeat }: Excel, work: () => Promise<unknown>): Promise<Measured> {
  // What Excel.run sends by itself once it is done belongs to the action before.
  await new Promise((resolve) => setTimeout(resolve, host.latencyMs + 20));
  const before = host.batches.length;
  const start = performance.now();
  const longest = await heartbeat.during(work);
  const time = performance.now() - start;
  const { syncs, requestBytes, responseBytes } = host.stats(before);
  return { syncs, out: requestBytes, back: responseBytes, time, longest };
}

/** Every action in the order in which a user takes them. */
async function actions(rows: number, latencyMs: number): Promise<Readonly<Record<string, Measured>>> {
  const { sheet, firstRow } = sheetOf(rows);
  return inExcel(sheet, latencyMs, async (excel) => {
    const { host } = excel;
    const examine = (): Promise<Audit> => audit(sheets, LIBRARY, { rest: restNowAndThen() });
    const workbook = new ExcelWorkbook();
    let sheets: readonly Sheet[] = [];
    let found: Audit = { tables: [], sheets: [], unrecognised: [], texts: [] };
    const check = await measure(excel, async () => {
      sheets = await workbook.read(SILENT);
      found = await examine();
    });
    const mark = await measure(excel, () => workbook.mark(marksOf(found)));
    host.edit(`'${NAME}'!D${firstRow + 3}`, 123_456);
    const recheck = await measure(excel, async () => {
      sheets = await workbook.read(SILENT, [NAME]);
      found = await examine();
    });
    const follow = await measure(excel, () => workbook.mark(marksOf(found)));
    const { table, findings } = found.tables[0]!;
    const finding = findings.find(({ suggestions }) => suggestions.length > 0)!;
    const suggestion = await measure(excel, () => workbook.apply(editsOf(finding, finding.suggestions[0]!)));
    sheets = await workbook.read(SILENT);
    const compute = await measure(excel, async () => {
      const { edits } = await paced(planComputeInSteps(table, sheets[0]!, { convertEqual: true }), restNowAndThen(), SILENT);
      await workbook.apply(edits);
    });
    // Another session, which has seen nothing yet.
    const clear = await measure(excel, () => new ExcelWorkbook().mark([]));
    const fields = Array.from({ length: rows }, (_, index) => `Lĩnh vực ${index + 1}`);
    const scaffold = await measure(excel, async () => {
      const plan = planSheetInSteps(ii06a, { fields, period: reportingPeriod("quarter-2", 2024) });
      await workbook.addSheet(await paced(plan, restNowAndThen(), SILENT));
    });
    return {
      "Check": check,
      "Mark what was found": mark,
      "Check again after one edit (live)": recheck,
      "Marks follow it": follow,
      "Apply a suggestion": suggestion,
      "Compute": compute,
      "Lift all marks of an earlier session": clear,
      "Make a form": scaffold,
    };
  });
}

async function medians(rows: number, latencyMs: number): Promise<Readonly<Record<string, Measured>>> {
  const runs: Readonly<Record<string, Measured>>[] = [];
  for (let run = 0; run < runsOf(rows); run++) runs.push(await actions(rows, latencyMs));
  // Whatever else the machine does only makes a turn longer.
  const least = (action: string, holder: keyof Longest): number => Math.min(...runs.map((each) => each[action]!.longest[holder]));
  return Object.fromEntries(
    Object.entries(runs[0]!).map(([action, first]) => {
      const longest = { ours: least(action, "ours"), library: least(action, "library"), host: least(action, "host") };
      return [action, { ...first, time: median(runs.map((each) => each[action]!.time)), longest }];
    }),
  );
}

const cellByCell = (rows: number, latencyMs: number): Promise<Measured> => {
  const { sheet, firstRow } = sheetOf(rows);
  return inExcel(sheet, latencyMs, (excel) => measure(excel, () => checkCellByCell(NAME, firstRow, rows)));
};

await actions(50, 0);
const lines = ["| Action | Rows | Round trips | Out, kB | Back, kB | ms at 0 ms latency | ms at 80 ms latency | Thread held, ms | by Office.js, ms |", "|---|--:|--:|--:|--:|--:|--:|--:|--:|"];
const checks = new Map<number, readonly [near: Measured, far: Measured]>();
const tables = new Map<number, readonly [Readonly<Record<string, Measured>>, Readonly<Record<string, Measured>>]>();
for (const rows of ROWS) tables.set(rows, [await medians(rows, 0), await medians(rows, LATENCY)]);
for (const action of Object.keys(tables.get(ROWS[0]!)![0])) {
  for (const rows of ROWS) {
    const [near, far] = tables.get(rows)!.map((each) => each[action]!) as [Measured, Measured];
    const held = (holder: keyof Longest): string => whole(Math.min(near.longest[holder], far.longest[holder]));
    if (action === "Check") checks.set(rows, [near, far]);
    lines.push(`| ${rows === ROWS[0] ? action : ""} | ${whole(rows)} | ${near.syncs} | ${kilobytes(near.out)} | ${kilobytes(near.back)} | ${whole(near.time)} | ${whole(far.time)} | ${held("ours")} | ${held("library")} |`);
  }
}

const few = [await cellByCell(50, 0), await cellByCell(50, LATENCY)] as const;
const many = await cellByCell(1_000, 0);
const seconds = (time: number): string => (time < 10_000 ? `${(time / 1000).toFixed(2)} s` : `${whole(time / 1000)} s`);
const told = (rows: number, syncs: number, near: string, far: string): string => {
  const [ours, oursFar] = checks.get(rows)!;
  return `| ${whole(rows)} | ${whole(syncs)} | ${near} | ${far} | ${ours.syncs} | ${seconds(ours.time)} | ${seconds(oursFar.time)} |`;
};
/** Reckoned from the time of a round trip measured at 1,000 rows, and 80 ms for each. */
const reckoned = (syncs: number, latency: number): string => `${whole((syncs * (many.time / many.syncs + latency)) / 1000)} s*`;
const most = (many.syncs / 1_000) * 10_000;
lines.push(
  "",
  "The same check written cell by cell, each figure asked for and waited for (`bench/cellByCell.ts`; it compares only the four sums of each row):",
  "",
  "| Rows | Cell by cell: round trips | at 0 ms | at 80 ms | Ours: round trips | at 0 ms | at 80 ms |",
  "|--:|--:|--:|--:|--:|--:|--:|",
  told(50, few[0].syncs, seconds(few[0].time), seconds(few[1].time)),
  told(1_000, many.syncs, seconds(many.time), reckoned(many.syncs, LATENCY)),
  told(10_000, most, reckoned(most, 0), reckoned(most, LATENCY)),
  "",
  "\\* reckoned from the round trip measured at 1,000 rows, not run.",
);
console.log(lines.join("\n"));
writeSection("round trips", lines);
