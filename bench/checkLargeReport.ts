/**
 * A 10,000-row II.06a read, checked, marked and saved through the file edge; beside it LibreOffice recalculating the
 * same checks written as formulas. Run in turn, medians compared. Then for how long each step, and each thing done to the file
 * besides, holds the thread, at 50,000 rows too. `npm run bench`
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { audit } from "../src/core/audit";
import { marksOf } from "../src/core/highlights/marks";
import { planComputeInSteps } from "../src/core/compute/compute";
import { SILENT } from "../src/core/sheet/WorkbookPort";
import { paced } from "../src/core/steps";
import { LIBRARY } from "../src/library";
import { newWorkbook } from "../src/xlsx/newWorkbook";
import { restNowAndThen, startClock } from "../src/page/rest";
import { openWorkbookFile } from "../src/xlsx/openWorkbookFile";
import { findOffice } from "../scripts/findTools.cjs";
import { largeReport, withCheckFormulas } from "./largeReport";
import { Heartbeat } from "./Heartbeat";
import { writeSection } from "./writeSection";

const ROWS = Number(process.argv[2] ?? 10_000);
const RUNS = 5;
const SLIPS = 12;

const folder = mkdtempSync(join(tmpdir(), "bench-"));
const median = (values: readonly number[]): number => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)]!;
const milliseconds = (value: number): string => `${Math.round(value).toLocaleString("en-US")} ms`;

async function write(name: string, plan: ReturnType<typeof largeReport>): Promise<string> {
  const workbook = newWorkbook();
  await workbook.addSheet(plan);
  const path = join(folder, name);
  writeFileSync(path, workbook.save());
  return path;
}

interface Times {
  readonly read: number;
  readonly check: number;
  readonly mark: number;
  readonly save: number;
}

async function ours(path: string): Promise<Times & { readonly findings: number }> {
  const bytes = new Uint8Array(readFileSync(path));
  const start = performance.now();
  const workbook = await openWorkbookFile(bytes, "bench.xlsx");
  const sheets = await workbook.read(SILENT);
  const read = performance.now();
  const found = await audit(sheets, LIBRARY);
  const checked = performance.now();
  await workbook.mark(marksOf(found));
  const marked = performance.now();
  workbook.save();
  const saved = performance.now();
  const findings = found.tables.reduce((sum, table) => sum + table.findings.length, 0);
  return { read: read - start, check: checked - read, mark: marked - checked, save: saved - marked, findings };
}

/** The longest turn of each thing that is done to a report as the demo page does it, in milliseconds: the least of some runs. */
async function heldBy(path: string, runs: number): Promise<ReadonlyMap<string, number>> {
  const bytes = new Uint8Array(readFileSync(path));
  const held = new Map<string, number>();
  const heartbeat = new Heartbeat();
  const measured = async <Result>(step: string, work: () => Promise<Result>): Promise<Result> => {
    let result!: Result;
    const { ours } = await heartbeat.during(async () => void (result = await work()));
    held.set(step, Math.min(held.get(step) ?? Infinity, ours));
    return result;
  };
  for (let run = 0; run < runs; run++) {
    const workbook = await measured("open", () => openWorkbookFile(bytes, "bench.xlsx"));
    const sheets = await measured("read", () => workbook.read(SILENT));
    await measured("look", () => workbook.look(sheets[0]!.name));
    const found = await measured("check", () => audit(sheets, LIBRARY, { rest: restNowAndThen(), startClock }));
    await measured("mark", () => workbook.mark(marksOf(found)));
    const { edits } = await measured("plan the sums", () => paced(planComputeInSteps(found.tables[0]!.table, sheets[0]!, { convertEqual: true }), restNowAndThen(), SILENT));
    await measured("write them", () => workbook.apply(edits));
    await measured("save", () => workbook.saveInSteps());
  }
  return held;
}

/** A profile that recalculates on load; by default it shows the saved results. */
function profile(): string {
  const user = join(folder, "profile", "user");
  mkdirSync(user, { recursive: true });
  writeFileSync(
    join(user, "registrymodifications.xcu"),
    `<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`,
  );
  return pathToFileURL(join(folder, "profile")).href;
}

function office(path: string, settings: string): number {
  const start = performance.now();
  const { status } = spawnSync(findOffice()!, [`-env:UserInstallation=${settings}`, "--headless", "--convert-to", "csv", "--outdir", folder, path]);
  if (status !== 0) throw new Error("LibreOffice did not convert the file");
  return performance.now() - start;
}

try {
  const plan = largeReport(ROWS, SLIPS);
  const plain = await write("plain.xlsx", plan);
  const formulas = await write("formulas.xlsx", withCheckFormulas(plan, ROWS));
  const settings = profile();
  await ours(plain);
  office(formulas, settings);
  const runs: Times[] = [];
  const offices: number[] = [];
  let findings = 0;
  for (let run = 0; run < RUNS; run++) {
    const times = await ours(plain);
    findings = times.findings;
    runs.push(times);
    offices.push(office(formulas, settings));
  }
  const whole = runs.map(({ read, check, mark, save }) => read + check + mark + save);
  const ratios = whole.map((time, run) => offices[run]! / time);
  const lines = [
    `II.06a, ${ROWS.toLocaleString("en-US")} rows, ${SLIPS} slips planted, ${findings} findings; medians of ${RUNS} runs in turn.`,
    "",
    "| Step | Time |",
    "|---|--:|",
    ...(["read", "check", "mark", "save"] as const).map((step) => `| ${step} | ${milliseconds(median(runs.map((each) => each[step])))} |`),
    `| whole | ${milliseconds(median(whole))} |`,
    `| LibreOffice, the checks as ${(4 * (ROWS + 1) + 11).toLocaleString("en-US")} formulas, start included | ${milliseconds(median(offices))} |`,
    `| ratio LibreOffice / ours | ${median(ratios).toFixed(1)} (${Math.min(...ratios).toFixed(1)} to ${Math.max(...ratios).toFixed(1)}) |`,
  ];
  const longer = await write("longer.xlsx", largeReport(5 * ROWS, SLIPS));
  const [held, heldLonger] = [await heldBy(plain, 3), await heldBy(longer, 3)];
  lines.push(
    "",
    `| Thread held | ${ROWS.toLocaleString("en-US")} rows | ${(5 * ROWS).toLocaleString("en-US")} rows |`,
    "|---|--:|--:|",
    ...[...held].map(([step, time]) => `| ${step} | ${milliseconds(time)} | ${milliseconds(heldLonger.get(step)!)} |`),
  );
  console.log(lines.join("\n"));
  writeSection("files", lines);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
